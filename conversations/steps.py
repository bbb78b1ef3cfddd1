"""One small step within the next day; "not today" is always an answer."""

from __future__ import annotations

from conversations.dialogue import Dialogue
from conversations.facts import Facts
from conversations.records import Step

STEPS = ("walk", "talk", "eat", "rest", "tidy")
SKILL = "cv"
"""The one skill step: comfort and skill belong in the same week (Liu, Huang & Wang 2014), but never after a
crisis card or at a distress of 80 or more (PRODUCT.md, section 3)."""
HIGH = 80


def choose_step(ask: Dialogue, facts: Facts, distress: int | None, under: str | int | None = None) -> None:
    """Ask for one small step and keep it; "not today" is fine.

    Args:
        distress: the strength of the mood now, 0 to 100.
        under: the record the step belongs to.
    """
    calm_enough = not facts.quiet and (distress or 0) < HIGH
    options = (*STEPS, *((SKILL,) if calm_enough else ()), "not-today")
    step = ask.pick("what", options, own=300)
    if step.slug == "not-today":
        ask.say("not-today")
        return
    ask.record("step", Step(step.value), under)
    ask.say("kept", step=step.word)
