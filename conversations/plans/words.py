"""The words of plans: areas, suggested actions and cues as slugs, and how a plan is said as one sentence."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from conversations.answers import as_date
from conversations.facts import Entry
from conversations.lines import Line, Word, excerpt, line

AREAS = ("cv", "skills", "mentors", "people", "applications", "direction", "care")
CARE = "care"
"""The one area that has nothing to do with applying."""
SUGGESTED: Mapping[str, tuple[str, ...]] = {
    "cv": ("cv-lines", "cv-number", "cv-advert", "cv-letter", "cv-reader"),
    "skills": ("skill-answer", "skill-lesson", "skill-course", "skill-project", "skill-compare"),
    "mentors": ("mentor-names", "mentor-ask", "mentor-questions", "mentor-thanks", "mentor-scheme"),
    "people": ("people-message", "people-event", "people-hello", "people-post", "people-friend"),
    "applications": ("apply-advert", "apply-send", "apply-alert", "apply-list", "apply-question"),
    "direction": ("way-more", "way-less", "way-role", "way-ask", "way-path"),
    "care": ("care-walk", "care-call", "care-meal", "care-joy", "care-phone"),
}
ANY_AREA = ("skill-answer", "apply-advert", "cv-lines", "people-friend", "care-walk")
"""What is offered where a plan belongs to no area."""
EASY, CARE_EASY = ("care-walk", "people-friend", "apply-advert"), ("care-walk", "care-call", "care-meal")
"""What is offered to somebody who does not know."""
LEARNING = "learn-note"
CALMING = "calm-breathe"
"""What is offered in place of "never be nervous"."""
ACTIONS = frozenset(slug for slugs in SUGGESTED.values() for slug in slugs) | {LEARNING, CALMING}
CUES = ("after-breakfast", "after-lunch", "at-desk", "before-dinner")
CARE_CUES = ("after-breakfast", "after-lunch", "before-dinner", "before-bed")
ALL_CUES = frozenset((*CUES, *CARE_CUES, "morning", "noon", "afternoon", "evening"))
"""Cues that are slugs; the parts of the day come from typed sentences ("tomorrow morning")."""

SHORT_CUE, SHORT_ACTION = 30, 48
"""Characters of a person's own cue and action in a list."""
FAR = 300
"""Days from today from which on the year is said."""
TIME = re.compile(
    r"(?:after|before|during|at|on|in|by|around|between|near|outside|over|until|first|straight|right|just|early|late"
    r"|tonight|following|shortly|directly|immediately)\b",
    re.IGNORECASE,
)
CLAUSE = re.compile(
    r"(?:I|I['’](?:m|ve)|we|he|she|they|it)\b|(?:my|the|our|his|her|a|an)\b.*\s(?:is|are|has|have|was|gets?|goes|go|comes?"
    r"|ends?|starts?|begins?|rings?|leaves?|arrives?|opens?|closes?|boils?|stops?|finish(?:es)?|beeps?|sleeps?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Source:
    """Earlier words that a plan can grow from.

    Args:
        slug: change, keep or badly.
        words: what is kept with the plan; `shown` is how it is quoted.
        action: what of it could be done as it stands, if anything.
    """

    slug: str
    words: str
    shown: Word
    action: str | None = None


def action_label(value: str, most: int) -> Line | str:
    """Return what stands on a button for an action, one's own in at most `most` characters."""
    return Line("plan-do", (), value) if value in ACTIONS else excerpt(value, most)


def action_word(value: str, most: int | None = None) -> Word:
    """Return what is said for an action: a suggestion or one's own words, at most `most` characters."""
    if value in ACTIONS:
        return Line("plan-do", (), value)
    return value if most is None else excerpt(value, most)


def cue_word(value: str, most: int | None = None) -> Word:
    """Return what is said for a cue: that of a chip, or the person's own words, `most` characters of them."""
    if value in ALL_CUES:
        return Line("plan-when", (), value)
    return value if most is None else excerpt(value, most)


def day_word(day: date, today: date) -> Line:
    """Return a day in words: its weekday and its date, with its year if far off."""
    weekday = Line("plan-weekdays", (), f"day-{day.isoweekday()}")
    on: Line = line("history-date", day=day.day, month=Line("history-months", (), f"m-{day.month}"))
    if abs((day - today).days) > FAR:
        on = line("history-written", day=on, year=str(day.year))
    return line("plan-weekdays", "dated", weekday=weekday, on=on)


def plan_line(cue: str, action: str, due: date | None, today: date, *, short: bool = False) -> Line:
    """Return a plan as one sentence: when it is ..., then I will ... ("If-then plans", PRODUCT.md, 3)."""
    words: dict[str, Word] = {"action": action_word(action, SHORT_ACTION if short else None)}
    form = _form(cue)
    if cue:
        words["cue"] = cue_word(cue, SHORT_CUE if short else None)
    if due is not None:
        words["day"] = day_word(due, today)
    return Line("plan-sentence", tuple(sorted(words.items())), form if due is not None else f"{form}-dayless")


def entry_line(entry: Entry, today: date, *, short: bool = False) -> Line:
    """Return a plan that was written down as one sentence."""
    cue, action = entry.words("cue"), entry.words("action")
    return plan_line(cue, action, as_date(entry.data.get("due")), today, short=short)


def _form(cue: str) -> str:
    """Return how a cue joins the sentence: as a time or place, as a clause of its own, or bare."""
    if not cue:
        return "none"
    if cue == "at-desk":
        return "clause"
    if cue in ALL_CUES or TIME.match(cue):
        return "time"
    return "clause" if CLAUSE.match(cue) else "bare"
