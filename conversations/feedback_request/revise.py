"""Revises a letter: shorter, warmer, plainer, other words, other ingredients; own parts stay."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Literal, TypeAlias

from conversations.feedback_request.adopt import adopt, adopt_subject
from conversations.feedback_request.blocks import rank
from conversations.feedback_request.case import Case, count_words, lacking
from conversations.feedback_request.compose import SPARE, compose_without, joined, least_repeating, subject
from conversations.feedback_request.letter import Ingredients, Letter, Part
from conversations.feedback_request.measures import grade
from conversations.feedback_request.recast import recast

__all__ = ["Way", "adopt", "adopt_subject", "change", "revise"]

Way: TypeAlias = Literal["shorter", "warmer", "plainer", "another"]
_LESS = 0.8
"""What "shorter" leaves of a letter, where that is possible."""
_TRIES = 4


def revise(letter: Letter, way: Way, seed: str, version: int = 0) -> Letter:
    """Return the letter revised in one way; parts of the person's own stay as they are and where they are.

    Args:
        way: shorter (unless nothing of ours can be: then the letter itself), warmer (in the warm tone),
            plainer (easier to read, unless it cannot be), another (all that is ours in other words).
        seed: as for `compose`.
        version: counts the revisions, so that each differs.
    """
    if way == "shorter":
        return _shorter(letter, seed, version)
    if way == "plainer":
        return _plainer(letter, seed, version)
    if way == "warmer" and letter.ingredients.tone != "warm":
        return change(letter, replace(letter.ingredients, tone="warm"), seed, version)
    return _another(letter, seed, version)


def change(letter: Letter, ingredients: Ingredients, seed: str, version: int = 0) -> Letter:
    """Return the letter from other ingredients; own parts are kept, and what was taken out stays out."""
    if not touched(letter):
        fresh = compose_without(ingredients, frozenset(letter.removed), seed, version)
    else:
        fresh = recast(letter, ingredients, seed, version)
    return _with_subject(replace(fresh, removed=letter.removed), letter)


def touched(letter: Letter) -> bool:
    """Return whether the person's hand is in the text."""
    return any(part.own or part.before not in (None, "\n") for part in letter.parts) or bool(letter.after)


def _with_subject(fresh: Letter, letter: Letter) -> Letter:
    if letter.own_subject and fresh.ingredients.channel == "email":
        return replace(fresh, subject=letter.subject, own_subject=True)
    return fresh


def _case(letter: Letter) -> Case:
    return Case(lacking(letter.ingredients, letter.left_out), frozenset(letter.removed))


def _another(letter: Letter, seed: str, version: int) -> Letter:
    """Return all that is ours in other words."""
    if not touched(letter):
        without = frozenset(letter.removed)
        tries = [
            compose_without(letter.ingredients, without, seed, version + number) for number in range(_TRIES)
        ]
        old = {part.text for part in letter.parts}
        fresh = min(tries, key=lambda one: sum(part.text in old for part in one.parts))
        return _with_subject(replace(fresh, removed=letter.removed), letter)
    case = _case(letter)
    said: list[str] = []
    parts = []
    for part in letter.parts:
        others = [] if part.own else case.wordings(part.does, seed, version)
        pool = [(part.does, text) for text in others if text != part.text]
        text = least_repeating(pool, said)[1] if pool else part.text
        parts.append(replace(part, text=text))
        said.append(text)
    own = letter.own_subject
    return replace(
        letter, parts=tuple(parts), subject=letter.subject if own else subject(case, seed, version)
    )


def _shorter(letter: Letter, seed: str, version: int) -> Letter:
    """Return the letter with fewer words: spare parts go, long wordings give way, two parts become one."""
    size, case = count_words(letter.body), _case(letter)
    brief = replace(case, ingredients=replace(case.ingredients, tone="brief"))
    low = 0 if case.ingredients.channel == "note" else case.target[0]
    goal = min(size - 1, max(int(_LESS * size), low))
    best, left = letter, size
    while True:
        cuts = [
            (abs(left - fewer - goal), fewer, one) for fewer, one in _cuts(best, case, brief, seed, version)
        ]
        if not cuts:
            return best
        _, fewer, cut = min(cuts, key=lambda one: one[0])
        best, left = cut(), left - fewer
        if left <= goal:
            return best


_Cut: TypeAlias = tuple[int, Callable[[], Letter]]


def _cuts(letter: Letter, case: Case, brief: Case, seed: str, version: int) -> Iterator[_Cut]:
    """Yield by how many words one thing cut shortens the letter, and how to cut it."""
    for index, part in enumerate(letter.parts):
        if part.own:
            continue
        if part.does <= set(SPARE):
            yield count_words(part.text), partial(_drop, letter, index)
        pool = (*case.wordings(part.does, seed, version), *brief.wordings(part.does, seed, version))
        for fewer, text in _less(part.text, pool):
            yield fewer, partial(with_text, letter, index, text)
        after = letter.parts[index + 1 : index + 2]
        if after and not after[0].own:
            does = part.does | after[0].does
            for fewer, text in _less(f"{part.text} {after[0].text}", brief.wordings(does, seed, version)):
                yield fewer, partial(_merge, letter, index, joined(does), text)


def _less(old: str, pool: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Yield the texts that have no more words than the old one and fewer words or letters."""
    words_now = count_words(old)
    for text in pool:
        fewer = words_now - count_words(text)
        if fewer > 0 or (fewer == 0 and len(text) < len(old)):
            yield fewer, text


def _drop(letter: Letter, index: int) -> Letter:
    return replace(letter, parts=without_part(letter.parts, index))


def _merge(letter: Letter, index: int, slot: str, text: str) -> Letter:
    """Return the letter with one part in place of two."""
    parts = without_part(letter.parts, index + 1)
    one = replace(parts[index], slot=slot, text=text)
    return replace(letter, parts=(*parts[:index], one, *parts[index + 1 :]))


def with_text(letter: Letter, index: int, text: str) -> Letter:
    """Return the letter with another text for one part."""
    parts = letter.parts
    return replace(letter, parts=(*parts[:index], replace(parts[index], text=text), *parts[index + 1 :]))


def without_part(parts: Sequence[Part], index: int) -> tuple[Part, ...]:
    """Return the parts without one; what follows takes its place on the page."""
    gone, rest = parts[index], list(parts[index + 1 :])
    if rest and (index == 0 or parts[index - 1].paragraph != gone.paragraph):
        rest[0] = replace(rest[0], before=gone.before) if rest[0].paragraph == gone.paragraph else rest[0]
    return (*parts[:index], *rest)


def _plainer(letter: Letter, seed: str, version: int) -> Letter:
    """Return the letter with the plainest wording of each part, not below the words that it should have."""
    case = _case(letter)
    low = min(case.target[0], count_words(letter.body)) if case.ingredients.channel != "note" else 0
    best = letter
    for index, part in enumerate(letter.parts):
        if part.own:
            continue
        for text in sorted(
            case.wordings(part.does, seed, version), key=lambda one: (grade(one), rank(seed, "plain", one))
        ):
            one = with_text(best, index, text)
            if count_words(one.body) >= low and not case.too_long(one.body):
                best = one if grade(one.body) < grade(best.body) else best
                break
    return best
