"""Reads an employer's reply into plain words and finds its cues; what is no reason is cut out first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from conversations.content import ContentError, read_toml, texts
from conversations.safety.normalise import normalise
from conversations.understanding.cues import PACKAGE, Cue, load_cues

# When scores are equal, the more particular kind goes first; the last two say next to nothing.
KINDS = (
    "position_closed", "overqualified", "salary_logistics", "culture_fit", "communication", "motivation",
    "hard_skill_gap", "experience_gap", "strong_competition", "no_reason",
)  # fmt: skip
STOCK = frozenset({"strong_competition", "no_reason"})
ASIDE = "aside"
"""The label of cues that are cut out: praise, courtesy, what is said not to be the reason."""

FILE = "feedback_cues.toml"
STATEMENT_FILE = "statement_cues.toml"
STATEMENT_LABELS = frozenset(
    {"fact", "guess", "empty", "courtesy", "friendly", "example", "advice", "hurtful", "do"}
)

_VOWELS = "aeiou"


@dataclass(frozen=True, slots=True)
class Seeker:
    """A cue with its pattern in a form that searches several times faster (by a literal space)."""

    label: str
    weight: int
    pattern: re.Pattern[str]


@cache
def feedback_cues() -> tuple[Cue, ...]:
    """Return the cues for kinds of feedback and the asides.

    Raises:
        ContentError: feedback_cues.toml is broken.
    """
    return load_cues(FILE, "kind", frozenset({*KINDS, ASIDE}))


@cache
def statement_cues() -> tuple[Cue, ...]:
    """Return the cues for single sentences of a reply.

    Raises:
        ContentError: statement_cues.toml is broken.
    """
    return load_cues(STATEMENT_FILE, "kind", STATEMENT_LABELS)


@cache
def seekers(labels: frozenset[str], file: str = FILE) -> tuple[Seeker, ...]:
    """Return the cues of `file` that speak for one of `labels`, ready to search with."""
    cues = feedback_cues() if file == FILE else statement_cues()
    return tuple(
        Seeker(cue.label, cue.weight, re.compile(" " + cue.pattern.pattern.removeprefix("(?<= )")))
        for cue in cues
        if cue.label in labels
    )


def plain_words(text: str) -> str:
    """Return `text` normalised, with the usual slips in the words of this trade mended (linear time)."""
    table = _spellings()
    return " " + " ".join(table.get(word, word) for word in normalise(text).split()) + " "


def without_asides(plain: str) -> str:
    """Return `plain` with praise, courtesy and whatever is said not to be the reason cut out."""
    for aside in seekers(frozenset({ASIDE})):
        plain = aside.pattern.sub(" .", plain)
    return plain


def found(plain: str, labels: frozenset[str], file: str = FILE) -> Iterator[tuple[str, int, int]]:
    """Yield label, weight and place (an index into `plain`) of every cue that is in it."""
    for seeker in seekers(labels, file):
        hit = seeker.pattern.search(plain)
        if hit is not None:
            yield seeker.label, seeker.weight, hit.start()


@cache
def _spellings() -> dict[str, str]:
    data = read_toml(PACKAGE, FILE)
    words = texts(data, "fuzzy", FILE, "file", at_least=1)
    table = {slip: word for word in words for slip in _slips(word)}
    for said, meant in data.get("spellings", {}).items():
        if not isinstance(meant, str):
            raise ContentError(FILE, f"[spellings] {said}", "must be text")
        table[said] = meant
    return {slip: word for slip, word in table.items() if slip not in words}


def _slips(word: str) -> Iterable[str]:
    """Spellings one dropped, doubled, swapped or (vowels only) wrong letter away from `word`."""
    for i in range(1, len(word)):
        if i < len(word) - 1:  # "answer" is no slip of "answers"
            yield word[:i] + word[i + 1 :]
        yield word[:i] + word[i] + word[i:]
        yield word[: i - 1] + word[i] + word[i - 1] + word[i + 1 :]
        if word[i] in _VOWELS:
            yield from (word[:i] + vowel + word[i + 1 :] for vowel in _VOWELS if vowel != word[i])
