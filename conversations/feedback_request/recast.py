"""Writes a letter anew around the parts that are the person's own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from conversations.feedback_request.case import Case
from conversations.feedback_request.compose import (
    choose,
    compose_without,
    joined,
    least_repeating,
    place,
    subject,
)
from conversations.feedback_request.letter import Ingredients, Letter, Part

_ORDER = (
    "label", "greeting", "opening", "found", "goal", "late", "thanks", "detail", "work", "effect",
    "acceptance", "point", "growth", "advice", "question", "last", "way-out", "listen", "wish", "closing",
    "sign",
)  # fmt: skip


def recast(letter: Letter, ingredients: Ingredients, seed: str, version: int) -> Letter:
    """Return the letter from other ingredients: the same order of parts, the own ones untouched.

    On another kind of page (a note, a script) the order is that page's, and own parts go where they belong.
    """
    own = [part for part in letter.parts if part.own]
    done = frozenset(slot for part in own for slot in part.does)
    if _page(ingredients) != _page(letter.ingredients) or ingredients.purpose != letter.ingredients.purpose:
        fresh = compose_without(ingredients, frozenset(letter.removed) | done, seed, version)
        parts = fresh.parts
        for part in own:
            parts = insert(parts, replace(part, before=None))
        return replace(fresh, parts=parts)
    case = Case(ingredients, frozenset(letter.removed))
    wanted = {slot for _, line in case.outline(seed, version) for slot in line} - done
    parts = _reworded(letter.parts, case, wanted, seed, version)
    missing = wanted - {slot for part in parts for slot in part.does}
    for slot in sorted(missing, key=_rank):
        if slot in missing:
            does, text = choose(case, slot, missing, [part.text for part in parts], seed, version)
            missing = missing - does
            if text:
                parts = insert(parts, place(case, joined(does), text, 0, False, ["before"]))
    title = subject(case, seed, version)
    return Letter(ingredients, parts, title, after=letter.after)


def _page(ingredients: Ingredients) -> str:
    return "mail" if ingredients.channel in ("email", "linkedin") else ingredients.channel


def _reworded(old: Sequence[Part], case: Case, wanted: set[str], seed: str, version: int) -> tuple[Part, ...]:
    """Return the parts in the words for the case; those that it does not ask for any more are gone."""
    parts: list[Part] = []
    kept: set[str] = set()
    for part in old:
        does = part.does & wanted - kept
        if part.own or part.slot == "label":
            parts.append(part)
            continue
        pool = [(does, text) for text in case.wordings(does, seed, version)] if does else []
        if pool:
            said = [one.text for one in parts]
            text = part.text if part.text in {text for _, text in pool} else least_repeating(pool, said)[1]
            parts.append(replace(part, slot=joined(does), text=text))
            kept |= does
    return tuple(parts)


def _rank(slot: str) -> int:
    name = "question" if slot.startswith("question-") else slot
    return _ORDER.index(name) if name in _ORDER else len(_ORDER) - 3


def insert(parts: Sequence[Part], part: Part) -> tuple[Part, ...]:
    """Return the parts with one more, behind what usually comes before it, in the same paragraph."""
    mine = min(_rank(slot) for slot in part.does)
    at = 0
    for index, one in enumerate(parts):
        if one.slot != "label" and max(map(_rank, one.does)) <= mine:
            at = index + 1
    if at == 0:
        first = parts[0].paragraph if parts else 0
        return (replace(part, paragraph=first), *parts)
    return (*parts[:at], replace(part, paragraph=parts[at - 1].paragraph), *parts[at:])
