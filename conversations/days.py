"""Days: reads how people name a day that has been."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from dateutil import parser

AGO = re.compile(r"\b(\d{1,3}|a|an|one|two|three|four|five|six)\s+(day|week|month)s?\b")
SMALL = ("one", "two", "three", "four", "five", "six")
DAYS = {"day": 1, "week": 7, "month": 30}
WEEKDAY = re.compile(r"(?:last |on |this )*(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*")
YEAR = re.compile(r"\d{4}|\d{1,2}[./-]\d{1,2}[./-]\d{2}")


def past_day(words: str, today: date) -> date | None:
    """Return the day that `words` name, None if they name none.

    A weekday is the last one, a day without a year the last such day: only one with a year lies ahead.
    """
    flat = words.strip(" .!").casefold()
    ago = AGO.search(flat)
    if ago is not None:
        return today - timedelta(days=_count(ago[1]) * DAYS[ago[2]])
    weekday = WEEKDAY.fullmatch(flat) is not None
    day = _parse(flat.removeprefix("last ").removeprefix("this ") if weekday else flat, today)
    if day is None or day <= today:
        return day
    if weekday:
        return day - timedelta(days=7)
    return day if YEAR.search(flat) else _year_before(day)


def _count(word: str) -> int:
    return int(word) if word.isdigit() else SMALL.index(word) + 1 if word in SMALL else 1


def _parse(words: str, today: date) -> date | None:
    iso = re.fullmatch(r"\d{4}-\d{1,2}-\d{1,2}", words) is not None
    try:
        return parser.parse(words, default=datetime.combine(today, time()), dayfirst=not iso).date()
    except (ValueError, OverflowError, TypeError, IndexError, AttributeError, ArithmeticError):
        return None  # what the parser raises over words that are no day differs from word to word


def _year_before(day: date) -> date | None:
    try:
        return day.replace(year=day.year - 1)
    except ValueError:
        return None
