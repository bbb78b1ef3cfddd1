"""Reads a plan that was typed as a sentence apart into its cue, its action and its day."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from conversations.days import coming_day
from conversations.safety.screening import screen

SHALL = (
    r"(?:i['’]ll|i will|i shall|i am going to|i['’]m going to|i want to|i plan to|i intend to|i['’]d like to"
    r"|i would like to)"
)
STATED = (
    r"i (?:should|need to|have to|must|could|might)"
    r"|i(?= (?!am|was|were|have|had|did|do|can|could|feel|felt|think|thought|know|never|always|hate|got|get"
    r"|will|shall|would|should|need|must|might|want|plan|intend)[a-z]+)"
)
MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*"
WEEKDAY = r"(?:mon|tues?|wednes|thurs|fri|satur|sun)days?|mon|tues?|wed|thu(?:rs?)?|fri"
DAY = (
    r"(?:(?:on|this|next|coming|the|every|each) )*"
    rf"(?P<day>day after tomorrow|today|tonight|tomorrow|(?:{WEEKDAY})(?: \([^()]{{1,20}}\))?"
    r"|next (?:week|month)"
    r"|in (?:\d{1,2}|a|one|two|three|four|five|six) (?:day|week|month)s?"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {MONTH}(?: \d{{4}})?"
    rf"|{MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:,? \d{{4}})?"
    r"|\d{4}-\d{2}-\d{2}|\d{1,2}/\d{1,2}(?:/\d{2,4})?)(?![\w'’-])"
)
NAMED_DAY = re.compile(rf"(?<![\w'’-]){DAY}", re.IGNORECASE)
WHOLE = re.compile(rf"(?P<cue>.+?)[,:;]*\s+(?:then,?\s+)?{SHALL}\s+(?P<action>.+)", re.IGNORECASE)
STARTS = re.compile(rf"(?:then,?\s+)?(?:{SHALL}|{STATED})\s+", re.IGNORECASE)
CUE_FIRST = re.compile(
    rf"(?P<cue>(?:(?:when(?:ever)?|if|once|as soon as|after|before|at|on|in|during)\b|{DAY}\b)[^,:]*)[,:]\s+"
    r"(?:then,?\s+)?(?P<action>\S+\s.+)",
    re.IGNORECASE,
)
CUE_LAST = re.compile(
    rf"(?P<action>.+?\s\S+)\s+(?P<cue>{DAY}(?:,?\s+(?:at|after|before|in|during|around|by|when|once"
    r"|morning|noon|afternoon|evening|night)\b.*)?"
    r"|(?:(?:straight|right|just) )?(?:after|before) (?:my |the |an? )?\w+(?: \w+){0,2}"
    rf"|at \d{{1,2}}(?:[.:]\d\d)? ?(?:am|pm|o['’]clock)?(?: {NAMED_DAY.pattern.replace('?P<day>', '?:')})?"
    r"|(?:when|once|as soon as) .+)",
    re.IGNORECASE,
)
LEAD = re.compile(r"(?:(?:when(?:ever)?|if|once|as soon as|every time|and|then|on)\b[\s,]*)+", re.IGNORECASE)
IT_IS = re.compile(r"(?:it['’ ]?i?s|its)\s+(?=\S)", re.IGNORECASE)
EDGES = re.compile(
    r"^(?:[\s,;:]|and\b|on\b(?=\s*$))+|(?:[\s,;:]|\b(?:and|on|of|it['’ ]?i?s))+$", re.IGNORECASE
)


SMALL = re.compile(
    r"(?:After|Before|During|At|On|In|By|Around|Between|Near|Outside|First|Straight|Right|Just|Early|Late|Tonight"
    r"|The|My|Our|His|Her|It|He|She|They|We|Morning|Afternoon|Evening|Lunch|Breakfast|Dinner)\b"
)


@dataclass(frozen=True, slots=True)
class Draft:
    """A plan as far as it is known; cue and action are own words or slugs, empty while they are missing."""

    cue: str = ""
    action: str = ""
    due: date | None = None


def calls_for_help(words: str) -> bool:
    """Return whether `words` call for help: they are left whole, and never mended, quoted or planned."""
    return screen(words).tier > 0


def read_plan(words: str, today: date) -> Draft:
    """Return what `words` name of a plan: a whole sentence, or an action with or without its cue and day.

    Args:
        today: the person's local date, from which "Tuesday" is counted.
    """
    if calls_for_help(words):
        return Draft(action=words)
    flat = _flatten(words)
    begins = STARTS.match(flat)
    found = None if begins else WHOLE.fullmatch(flat) or CUE_FIRST.fullmatch(flat)
    if found is None:
        flat = flat[begins.end() :] if begins else flat
        found = CUE_LAST.fullmatch(flat)
    if found is None:
        return Draft(action=read_action(flat))
    cue, due = read_cue(found["cue"], today)
    return Draft(cue, read_action(found["action"]), due)


def read_action(words: str) -> str:
    """Return an action without "I will" before it and a full stop after it."""
    if calls_for_help(words):
        return words
    flat = _flatten(words)
    begins = STARTS.match(flat)
    return _begin_small(flat[begins.end() :] if begins else flat)


def read_cue(words: str, today: date) -> tuple[str, date | None]:
    """Return a cue without "when" or "if", and the day that it names, if any."""
    if calls_for_help(words):
        return words, None
    flat = _flatten(words)
    lead = LEAD.match(flat)
    flat = IT_IS.sub("", flat[lead.end() :] if lead else flat, count=1)
    found = NAMED_DAY.search(flat)
    due = None if found is None else coming_day(_day_only(found["day"]), today)
    if found is None or due is None or due < today:
        return _begin_cue(flat), None
    rest = "evening" if found["day"].casefold() == "tonight" else ""
    cue = EDGES.sub("", f"{flat[: found.start()].rstrip()} {flat[found.end() :].lstrip()}".strip())
    return _begin_cue(cue or rest), due


def _day_only(words: str) -> str:
    """Return a named day as it can be read; of "Tuesday (24 Nov)", as plans say it, the date."""
    dated = re.search(r"\(([^()]+)\)", words)
    if dated:
        return dated[1]
    weekday = re.fullmatch(rf"({WEEKDAY})", words, re.IGNORECASE)
    return words.casefold().rstrip("s") if weekday and words.casefold().endswith("days") else words


def _flatten(words: str) -> str:
    """Return `words` on one line; lines of a list stay apart by semicolons."""
    lines = (" ".join(line.split()) for line in words.splitlines())
    return "; ".join(line for line in lines if line).strip(" .!;,")


def _begin_small(words: str) -> str:
    """Return `words` so that they go on a sentence: only a first word written like "Write" is changed."""
    first = re.match(r"[A-Z][a-z]+(?=[\s,]|$)", words)
    small = first is not None and not re.match(WEEKDAY, first[0], re.IGNORECASE)
    return words[0].lower() + words[1:] if small else words


def _begin_cue(words: str) -> str:
    """Return a cue that goes on a sentence: "After" and the like begin small, names do not."""
    return words[0].lower() + words[1:] if SMALL.match(words) else words
