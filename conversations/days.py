"""Days: reads how people name a day that has been, or one to come."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from dateutil import parser

from conversations.lines import Line, line

AGO = re.compile(r"\b(\d{1,3}|a|an|one|two|three|four|five|six)\s+(day|week|month)s?\b")
SMALL = ("one", "two", "three", "four", "five", "six")
DAYS = {"day": 1, "week": 7, "month": 30}
WEEKDAY = re.compile(r"(?:last |on |this )*(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*")
COMING_WEEKDAY = re.compile(r"(?:next |on |this |coming )*((?:mon|tue|wed|thu|fri|sat|sun)[a-z]*)")
YEAR = re.compile(r"\d{4}|\d{1,2}[./-]\d{1,2}[./-]\d{2}")
IN = re.compile(
    r"(?:in )?(\d{1,3}|a|an|one|two|three|four|five|six)\s+(day|week|month)s?(?: from now|.? time)?"
)
NEAR = {False: {"today": 0, "yesterday": -1}, True: {"today": 0, "tomorrow": 1, "in-a-week": 7}}
"""Days that can be tapped where one that has been is asked for, and where one to come is: days from today."""
COMING = {"today": 0, "tonight": 0, "tomorrow": 1, "day after tomorrow": 2, "next week": 7, "next month": 30}


def coming_day(words: str, today: date) -> date | None:
    """Return the day to come that `words` name, None if they name none.

    A weekday is the next one, today's a week from now; a day without a year is the next such day.
    """
    flat = words.strip(" .!").casefold().removeprefix("the ").removeprefix("on ")
    if flat in COMING:
        return today + timedelta(days=COMING[flat])
    ahead = IN.fullmatch(flat)
    if ahead is not None:
        return today + timedelta(days=_count(ahead[1]) * DAYS[ahead[2]])
    weekday = COMING_WEEKDAY.fullmatch(flat)
    day = _parse(weekday[1] if weekday else flat, today)
    if day is None or day > today or (day == today and weekday is None) or YEAR.search(flat):
        return day
    return day + timedelta(days=7) if weekday else _in_year(day, day.year + 1)


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
    return day if YEAR.search(flat) else _in_year(day, day.year - 1)


def _count(word: str) -> int:
    return int(word) if word.isdigit() else SMALL.index(word) + 1 if word in SMALL else 1


def _parse(words: str, today: date) -> date | None:
    iso = re.fullmatch(r"\d{4}-\d{1,2}-\d{1,2}", words) is not None
    try:
        return parser.parse(words, default=datetime.combine(today, time()), dayfirst=not iso).date()
    except (ValueError, OverflowError, TypeError, IndexError, AttributeError, ArithmeticError):
        return None  # what the parser raises over words that are no day differs from word to word


def _in_year(day: date, year: int) -> date | None:
    try:
        return day.replace(year=year)
    except ValueError:
        return None


def spoken_day(day: date) -> Line:
    """Return a day in words, without its year."""
    return line("history-date", day=day.day, month=Line("history-months", (), f"m-{day.month}"))
