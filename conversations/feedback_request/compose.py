"""Composes a letter from building blocks: the same ingredients and seed give the same letter."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from conversations.feedback_request.blocks import load_labels, rank
from conversations.feedback_request.case import Case, count_words
from conversations.feedback_request.letter import Ingredients, Letter, Part

SPARE = ("wish", "late")
"""Slots that a letter can lose and still keep every rule, the first to go first."""
SPARE_IN_NOTE = ("wish", "late", "growth", "way-out", "acceptance", "advice")
_GIVE_WAY = ("detail", "question", "point", "company", "sign", "role", "name")
"""What a note without room leaves out, the first to go first."""
_LOOK = 4
"""How many wordings are looked at for one that repeats nothing."""
_STEM = 5
"""Letters by which "thank" and "thanks", "decision" and "decided" are heard as one."""
_PLAIN = frozenset({"would", "could", "about", "there", "which", "where", "don't", "should", "application"})
"""Words that may come again without a sound."""
_TOKEN = re.compile(r"[\w'’]+")
_OPEN_QUESTION = re.compile(r"(What|Which|How|Where) ")


def compose(ingredients: Ingredients, seed: str, version: int = 0) -> Letter:
    """Return a letter.

    Args:
        ingredients: what it is made from; their words stand in it byte-equal (outer white space aside). Of
            more questions than the channel bears, a question of the person's own comes first. A connection
            note with no room for all leaves ingredients out and names them in `left_out`.
        seed: what differs between people.
        version: counts "another version".
    """
    return compose_without(ingredients, frozenset(), seed, version)


def compose_without(ingredients: Ingredients, without: frozenset[str], seed: str, version: int) -> Letter:
    """Return a letter that lacks the slots in `without`."""
    case = Case(ingredients, without)
    if ingredients.channel != "note":
        return _write(case, seed, version)
    for names in (_GIVE_WAY[:number] for number in range(len(_GIVE_WAY) + 1)):
        letter = _write(case.lacking(*names), seed, version)
        if not case.too_long(letter.body):
            break
    left_out = tuple(name for name in names if getattr(ingredients, name))
    return replace(letter, ingredients=ingredients, left_out=left_out)


def fits(ingredients: Ingredients, seed: str = "") -> bool:
    """Return whether everything the person gave has room in the channel (only a note may have too little)."""
    return not compose(ingredients, seed).left_out


def _write(case: Case, seed: str, version: int) -> Letter:
    """Return the letter of one case, shortened as far as its target asks."""
    spare = SPARE_IN_NOTE if case.ingredients.channel == "note" else SPARE
    gone = case.without
    while True:
        one = replace(case, without=gone)
        parts = trim(one, tuple(_draft(one, seed, version)), seed, version)
        letter = Letter(case.ingredients, parts, subject(one, seed, version))
        left = [name for name in spare if any(name in part.does for part in parts)]
        if not left or not case.too_long(letter.body):
            return letter
        gone |= {left[0]}


def _draft(case: Case, seed: str, version: int) -> Iterator[Part]:
    """Yield the parts in the order of an outline, each in the first wording that repeats nothing."""
    outline = case.outline(seed, version)
    open_slots = {slot for _, line in outline for slot in line}
    said: list[str] = []
    for number, (label, line) in enumerate(outline):
        first = True
        for slot in line:
            if slot not in open_slots:
                continue
            does, text = choose(case, slot, open_slots, said, seed, version)
            open_slots -= does
            if not text:
                continue
            if not first and slot == _last_question(line):
                text = _joined_on(text, said[-1], seed, version)
            if case.channel == "call" and first:
                yield Part("label", load_labels()[label], number)
            yield place(case, joined(does), text, number, first, said)
            said.append(text)
            first = False


def _last_question(line: Sequence[str]) -> str | None:
    asked = [slot for slot in line if slot.startswith("question-")]
    return asked[-1] if asked and asked[-1] != "question-own" else None


def _joined_on(text: str, before: str, seed: str, version: int) -> str:
    """Return a question with "And" before it, now and then, if it follows another."""
    begins = _OPEN_QUESTION.match(text) and before.endswith("?")
    if not begins or rank(f"{seed} {version}", "and", text)[0] % 2:
        return text
    return f"And {text[0].lower()}{text[1:]}"


def joined(does: Iterable[str]) -> str:
    """Return the slot of a part that does all this."""
    return "+".join(sorted(does))


def place(case: Case, slot: str, text: str, paragraph: int, first: bool, said: Sequence[str]) -> Part:
    """Return a part with the white space that its channel and slot ask for."""
    tight = slot == "sign" or (first and case.ingredients.channel == "note")
    return Part(slot, text, paragraph, before="\n" if tight and said else None)


def choose(
    case: Case, slot: str, open_slots: set[str], said: Sequence[str], seed: str, version: int
) -> tuple[frozenset[str], str]:
    """Return what a wording for `slot` does, and its text; an empty text if there is none.

    Args:
        open_slots: what is still to be done; a wording may do several things at once.
        said: the texts before it, whose words it should not repeat.
    """
    kinds = {block.does for block in case.blocks if slot in block.does and block.does <= open_slots}
    if not kinds:
        kinds = {frozenset({slot})}
    pool = [(does, text) for does in kinds for text in case.leading(does, seed, version)]
    pool.sort(key=lambda one: rank(f"{seed} {version}", slot, one[1]))
    if not pool:
        return frozenset({slot}), ""
    return least_repeating(pool, said)


def least_repeating(
    pool: Sequence[tuple[frozenset[str], str]], said: Sequence[str]
) -> tuple[frozenset[str], str]:
    """Return the first of the next few wordings that repeats the least of what was said."""
    return min(pool[:_LOOK], key=lambda one: repeats(one[1], said))


def repeats(text: str, said: Sequence[str]) -> int:
    """Return how much a text says again of what was said before it, most of all right before it."""
    if not said:
        return 0
    mine = _sound(text)
    heard = [_sound(one) for one in said]
    pairs = frozenset[tuple[str, str]]().union(*(one.pairs for one in heard))
    starts = {one.start for one in heard}
    near = heard[-1].stems | (heard[-2].stems if len(heard) > 1 else frozenset())
    begins = mine.start.split(" ")[0] == heard[-1].start.split(" ")[0]
    return 2 * len(mine.pairs & pairs) + 2 * len(mine.stems & near) + 2 * (mine.start in starts) + begins


@dataclass(frozen=True, slots=True)
class _Sound:
    """What the ear would notice if it came again: its first two words, pairs of words, long words."""

    start: str
    pairs: frozenset[tuple[str, str]]
    stems: frozenset[str]


@lru_cache(maxsize=8192)
def _sound(text: str) -> _Sound:
    tokens = _TOKEN.findall(text.casefold())
    pairs = frozenset(pair for pair in pairwise(tokens) if max(map(len, pair)) > 3)
    stems = frozenset(word[:_STEM] for word in tokens if len(word) >= _STEM and word not in _PLAIN)
    return _Sound(" ".join(tokens[:2]), pairs, stems)


def trim(case: Case, parts: tuple[Part, ...], seed: str, version: int) -> tuple[Part, ...]:
    """Return the parts with longer or shorter wordings, until the letter is inside its target, if it can."""
    low, high = case.target
    if case.ingredients.channel == "note" and _least(case, parts, seed, version) > high:
        return parts
    for _ in range(2 * len(parts)):
        body = Letter(case.ingredients, parts).body
        if case.too_long(body):
            size = len if case.ingredients.channel == "note" else count_words
            parts, changed = _swap(case, parts, seed, version, size, size(body) - high)
        elif case.ingredients.channel != "note" and count_words(body) < low:
            parts, changed = _swap(case, parts, seed, version, count_words, count_words(body) - low)
        else:
            break
        if not changed:
            break
    return parts


def _least(case: Case, parts: tuple[Part, ...], seed: str, version: int) -> int:
    """Return how many characters the letter has with the shortest wording of each part."""
    spared = 0
    for part in parts:
        texts = [] if part.own else case.wordings(part.does, seed, version)
        spared += len(part.text) - min((len(text) for text in texts), default=len(part.text))
    return len(Letter(case.ingredients, parts).body) - spared


def _swap(
    case: Case, parts: tuple[Part, ...], seed: str, version: int, size: object, excess: int
) -> tuple[tuple[Part, ...], bool]:
    """Return the parts with the one change that brings the size nearest to what is wanted."""
    assert callable(size)
    best: tuple[int, bytes, int, str] | None = None
    for index, part in enumerate(parts):
        if part.own:
            continue
        for text in case.wordings(part.does, seed, version):
            change = int(size(part.text)) - int(size(text))
            if change * excess <= 0:
                continue
            left = abs(excess - change)
            if best is not None and left > best[0]:
                continue
            left += repeats(text, [one.text for one in parts[:index]])
            key = (left, rank(seed, str(version), text), index, text)
            best = key if best is None or key < best else best
    if best is None:
        return parts, False
    _, _, index, text = best
    return (*parts[:index], replace(parts[index], text=text), *parts[index + 1 :]), True


def subject(case: Case, seed: str, version: int) -> str | None:
    """Return the subject line of three or four words, None where the channel has none."""
    if case.channel != "email":
        return None
    found = [text for text in case.wordings({"subject"}, seed, version) if 3 <= count_words(text) <= 4]
    return found[0] if found else None
