"""What a slug in a record is called: the option that was tapped, in the words of its button.

Fields hold slugs (stable) or a person's own words; for history and export both are said in words.
"""

from __future__ import annotations

from datetime import date

from conversations.answers import as_date
from conversations.control import ABOUT_APPLYING, WORRIES
from conversations.debrief import WENT
from conversations.details import NEWS, STAGES
from conversations.feelings import AFTER_INTERVIEW, FEELINGS
from conversations.journal import RESULTS, ROUNDS
from conversations.lenses import LENSES
from conversations.lines import Line, Word, line
from conversations.steps import SKILL, STEPS
from conversations.understanding.traps import trap_slugs

ASKED: dict[str, tuple[str, frozenset[str]]] = {
    "status": ("diary-values", frozenset(("rejected",))),
    "feeling": ("feelings", frozenset((*FEELINGS, *AFTER_INTERVIEW))),
    "mood": ("feelings", frozenset(FEELINGS)),
    "held": ("rejected-holds", frozenset(("holds", "partly", "not-today"))),
    "news": ("rejected-news", frozenset(NEWS)),
    "stage": ("rejected-stage", frozenset(STAGES)),
    "taken": ("rejected-taken", frozenset(("yes", "no", "unsure"))),
    "round": ("journal-round", frozenset(ROUNDS)),
    "result": ("journal-result", frozenset(RESULTS)),
    "went": ("journal-went", frozenset(WENT)),
    "step": ("step-what", frozenset((*STEPS, SKILL))),
    "when": ("problem-when", frozenset(("today", "tomorrow", "this-week"))),
    "worry": ("control-worries", frozenset((*WORRIES, *ABOUT_APPLYING))),
    "ring": ("control-ring", frozenset(("control", "influence", "neither"))),
}


def spoken_day(day: date) -> Line:
    """Return a day in words, without its year."""
    return line("history-date", day=day.day, month=Line("history-months", (), f"m-{day.month}"))


def spoken(part: str, value: str) -> Word:
    """Return what is said for `value` in the field `part` of a record: a label, or the person's own words."""
    if part == "traps" and value.replace("-", "_") in trap_slugs():
        return Line(f"trap-{value}")
    if part == "lens" and value in LENSES:
        return Line(f"reframe-lens-{value}", (), "title")
    if part == "evidence_against" and value.startswith("stage-") and value.removeprefix("stage-") in STAGES:
        return Line("evidence", (), f"o-{value}")
    if part == "on" and (day := as_date(value)) is not None:
        return line("history-written", day=spoken_day(day), year=str(day.year))
    owner, slugs = ASKED.get(part, ("", frozenset()))
    return Line(owner, (), f"o-{value}") if value in slugs else value
