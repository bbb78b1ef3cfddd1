"""Question by question: what they asked, what one said, what landed, what was missing, how it went."""

from __future__ import annotations

from conversations.answers import as_text
from conversations.dialogue import Dialogue
from conversations.lines import digest, excerpt
from conversations.records import InterviewQuestion
from conversations.restraint import Restraint
from conversations.understanding.questions import is_unfair

WENT = ("good", "mixed", "bad")
MOST = 8
"""Questions gone through at one sitting; more make it a chore."""
VIEW = 100
"""Characters of a question that stand above what is asked about it."""


def debrief(ask: Dialogue, may: Restraint, under: str) -> bool:
    """Go through the questions of an interview, eight at most; return whether one names discrimination.

    Each is known by what it was first said to be: mending its words later keeps its answers beside it.

    Args:
        under: the slot of the interview.
    """
    if not may("questions") or ask.choice("questions", ("yes", "no"), skippable=True) != "yes":
        return False
    before, hurt = "first", False
    for place in range(MOST):
        with ask.within("after", before):
            key = "asked-next" if place else "asked"
            asked = ask.text(key, skippable=True) if may(key) else None
            if asked is None:
                return hurt
            before = ask.pin("item", digest(before, asked), as_text)
        with ask.within("question", before):
            hurt |= _go_through(ask, may, asked, under)
            if place == MOST - 1:
                ask.say("enough", most=MOST)
            elif not may("another") or not ask.confirm("another", skippable=True):
                return hurt
    return hurt


def _go_through(ask: Dialogue, may: Restraint, asked: str, under: str) -> bool:
    """Ask about one question; one that should not have been asked is believed, and the answer not weighed."""
    ask.record("question", InterviewQuestion(asked), under)
    hurt = is_unfair(asked)
    if hurt:
        ask.say("asked-believed")
    told: dict[str, str | None] = {}
    with ask.in_view("asked-in-view", asked=excerpt(asked, VIEW)):
        for key in ("said",) if hurt else ("said", "landed", "missing"):
            told[key] = ask.text(key, skippable=True, about=asked) if may(key) else None
            ask.record("question", InterviewQuestion(asked, **told), under)
        if not hurt and may("went"):
            told["went"] = ask.choice("went", WENT, skippable=True, about=asked)
    ask.record("question", InterviewQuestion(asked, **told), under)
    return hurt
