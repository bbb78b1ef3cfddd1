"""Lenses: good questions that show a hard thought from another side. One is asked, never all of them.

From the design's source article (PRODUCT.md, section 3): a rejection is feedback, not failure; an interview
is a two-way street; much of the decision was out of one's hands; and what one would tell a friend.
"""

from __future__ import annotations

from collections.abc import Sequence

LENSES = ("friend", "hands", "feedback", "two-way")
FITTING = {
    "mind-reading": "hands",
    "personalization": "hands",
    "blaming": "hands",
    "labeling": "friend",
    "should-statements": "friend",
    "emotional-reasoning": "friend",
    "minimization": "friend",
    "all-or-nothing": "feedback",
    "overgeneralization": "feedback",
    "fortune-telling": "feedback",
    "catastrophizing": "feedback",
    "mental-filter": "feedback",
    "disqualifying-positive": "friend",
    "comparing": "two-way",
}


def choose_lens(traps: Sequence[str], last: str | None) -> str:
    """Return the lens that fits the first trap named, or the next one if it was asked last time."""
    fitting = next((FITTING[trap] for trap in traps if trap in FITTING), LENSES[0])
    if fitting != last:
        return fitting
    return LENSES[(LENSES.index(fitting) + 1) % len(LENSES)]
