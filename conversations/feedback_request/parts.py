"""Changing a letter in part: what an ingredient does not touch is held, and stays to the byte."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from conversations.feedback_request.letter import Ingredients, Letter
from conversations.feedback_request.revise import change

LASTING: Mapping[str, tuple[str, ...]] = {
    "to": ("greeting",),
    "wants": ("question", "opening", "advice"),
    "detail": ("thanks", "opening", "detail"),
    "sign": ("sign", "closing", "opening"),
}
"""For each ingredient that touches a part of the letter only: the slots that may change with it."""


def change_ingredient(
    letter: Letter, which: str, ingredients: Ingredients, seed: str, version: int = 0
) -> Letter:
    """Return the letter from changed ingredients.

    Args:
        which: the ingredient that changed; one that touches everything has the letter made anew.
        seed, version: as for `compose`.
    """
    touched = LASTING.get(which)
    if touched is None:
        return change(letter, ingredients, seed, version)
    kept = {slot for part in letter.parts for slot in part.does if not slot.startswith(touched)}
    return unlock(change(lock(letter, tuple(kept)), ingredients, seed, version), letter)


def lock(letter: Letter, slots: Sequence[str]) -> Letter:
    """Return the letter with its parts for these slots held like words of the person's own."""
    parts = (
        replace(part, own=True) if all(slot.startswith(tuple(slots)) for slot in part.does) else part
        for part in letter.parts
    )
    return replace(letter, parts=tuple(parts))


def unlock(letter: Letter, before: Letter) -> Letter:
    """Return a letter in which only those parts are the person's own that were so before."""
    ours = {part.text for part in before.parts if not part.own}
    parts = (replace(part, own=False) if part.text in ours else part for part in letter.parts)
    return replace(letter, parts=tuple(parts))
