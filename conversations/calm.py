"""Two minutes to settle: slow breathing or looking around, in short messages with one button each.

Breathing with a longer out-breath calms (Balban et al. 2023, Cell Reports Medicine, n=108). At a distress of
80 or more people prefer to settle before they look at a thought (Sheppes 2011; PRODUCT.md, section 3).
"""

from __future__ import annotations

from typing import NamedTuple

from conversations.dialogue import Dialogue

HEAVY = 8
"""Heaviness, 0 to 10, from which the pause comes first."""
STEPS = {
    "breathe": ("breathe-one", "breathe-two"),
    "ground": ("ground-one", "ground-two", "ground-three"),
}


class Settled(NamedTuple):
    """Whether somebody tried the two minutes, and how heavy it is afterwards, 0 to 10, if they said so."""

    done: bool
    now: int | None


def settle(ask: Dialogue, first: bool = False) -> Settled:
    """Guide through one way to settle.

    Args:
        first: whether it is offered before anything else, and so can be declined.
    """
    if first:
        way = ask.choice("first", ("breathe", "ground", "not-now"), wide=True)
    else:
        way = ask.choice("way", ("breathe", "ground"), wide=True)
    if way not in STEPS:
        ask.say("declined")
        return Settled(False, None)
    for step in STEPS[way]:
        if ask.choice(step, ("on",), skippable=True) is None:
            ask.say("left")
            return Settled(True, None)
    return Settled(True, ask.scale("now", 0, 10, skippable=True))
