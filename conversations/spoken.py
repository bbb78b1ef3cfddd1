"""What a slug in a record is called: the option that was tapped, in the words of its button.

Fields hold slugs (stable) or a person's own words; for history and export both are said in words.
"""

from __future__ import annotations

from datetime import datetime

from conversations.answers import as_date
from conversations.asking.ingredients import CHANNELS, TO, TONES
from conversations.contact import ASKS, KNOWN
from conversations.control import ABOUT_APPLYING, WORRIES
from conversations.days import spoken_day as spoken_day
from conversations.debrief import WENT
from conversations.details import NEWS, STAGES
from conversations.direction import TRIES
from conversations.feedback_request.letter import WANTS
from conversations.feelings import AFTER_INTERVIEW, FEELINGS
from conversations.journal import RESULTS, ROUNDS
from conversations.lenses import LENSES
from conversations.lines import Line, Word, line
from conversations.plans.words import ACTIONS, ALL_CUES, AREAS
from conversations.posting import STEPS as STEPS_OF_POSTING
from conversations.replying.moves import ALL, KINDS
from conversations.steps import SKILL, STEPS
from conversations.understanding.traps import trap_slugs
from conversations.values import VALUES

STATES = frozenset(
    ("drafted", "sent", "followed", "answered", "closed", "waiting", "over", "open", "done", "dropped")
)
ASKED: dict[str, tuple[str, frozenset[str]]] = {
    "status": ("diary-values", frozenset(("rejected", "silent"))),
    "state": ("diary-states", STATES),
    "feeling": ("feelings", frozenset((*FEELINGS, *AFTER_INTERVIEW))),
    "mood": ("feelings", frozenset(FEELINGS)),
    "held": ("rejected-holds", frozenset(("holds", "partly", "not-today"))),
    "news": ("rejected-news", frozenset(NEWS)),
    "stage": ("rejected-stage", frozenset(STAGES)),
    "taken": ("rejected-taken", frozenset(("yes", "no", "unsure"))),
    "to": ("letter-to", frozenset(TO)),
    "channel": ("letter-channel", frozenset(CHANNELS)),
    "wants": ("letter-wants", frozenset(WANTS)),
    "tone": ("letter-tone", frozenset(TONES)),
    "told": ("reply-told", frozenset(("pasted", "retold"))),
    "kinds": ("reply-kinds", frozenset(KINDS)),
    "change": ("next-moves", ALL),
    "chosen": ("values-chosen", frozenset(VALUES)),
    "known": ("contact-known", frozenset(KNOWN)),
    "ask": ("contact-ask", frozenset(ASKS)),
    "first": ("direction-first", frozenset(TRIES)),
    "checked": ("posting-checked", frozenset(STEPS_OF_POSTING)),
    "source": ("values-chosen", frozenset(VALUES)),
    "area": ("plan-area", frozenset(AREAS)),
    "round": ("journal-round", frozenset(ROUNDS)),
    "result": ("journal-result", frozenset(RESULTS)),
    "went": ("journal-went", frozenset(WENT)),
    "step": ("step-what", frozenset((*STEPS, SKILL))),
    "when": ("problem-when", frozenset(("today", "tomorrow", "this-week"))),
    "worry": ("control-worries", frozenset((*WORRIES, *ABOUT_APPLYING))),
    "ring": ("control-ring", frozenset(("control", "influence", "neither"))),
}

DAYS = frozenset({"on", "sent_on", "followed_on", "done_on", "until", "due"})
"""Fields that hold a day, ISO 8601."""


def spoken_hour(when: datetime) -> Line:
    """Return a local time in words: the weekday, and the quarter of an hour it lies in."""
    weekday = Line("plan-weekdays", (), f"day-{when.isoweekday()}")
    return line("due-when", weekday=weekday, time=f"{when.hour:02}:{when.minute // 15 * 15:02}")


def spoken(part: str, value: str) -> Word:
    """Return what is said for `value` in the field `part` of a record: a label, or the person's own words."""
    if part == "traps" and value.replace("-", "_") in trap_slugs():
        return Line(f"trap-{value}")
    if part == "lens" and value in LENSES:
        return Line(f"reframe-lens-{value}", (), "title")
    if part == "evidence_against" and value.startswith("stage-") and value.removeprefix("stage-") in STAGES:
        return Line("evidence", (), f"o-{value}")
    if part in DAYS and (day := as_date(value)) is not None:
        return line("history-written", day=spoken_day(day), year=str(day.year))
    if part == "action" and value in ACTIONS:
        return Line("plan-do", (), value)
    if part == "cue" and value in ALL_CUES:
        return Line("plan-when", (), value)
    owner, slugs = ASKED.get(part, ("", frozenset()))
    return Line(owner, (), f"o-{value}") if value in slugs else value
