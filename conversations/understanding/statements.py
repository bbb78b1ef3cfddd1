"""Splits an employer's reply into verbatim sentences: fact, guess, empty phrase, courtesy or hurtful."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import sentencex

from conversations.understanding.reply_cues import (
    KINDS,
    STATEMENT_FILE,
    STOCK,
    found,
    plain_words,
    without_asides,
)

Sort = Literal["fact", "guess", "empty", "courtesy", "hurtful", "advice", "unfair"]
"""`hurtful` is an insult, a verdict on the whole person or a forecast. `advice` and `unfair` are told apart
where a whole reply is read (replying/account.py)."""

# When scores are equal the first wins: an interpretation is the one thing that must not pass for a fact.
_SORTS: tuple[Sort, ...] = ("guess", "fact", "courtesy", "empty")
_SCORED = frozenset(_SORTS)
_HURTFUL = frozenset({"hurtful"})
_FRIENDLY = frozenset({"friendly"})
_DO = frozenset({"do"})
_LANGUAGE = "en"
# A half stands alone when it has a subject and enough words to say something.
_SUBJECT = re.compile(
    r"(?:and |so |then |also |still |unfortunately,? |sadly,? |overall,? |in the end,? ){0,3}"
    r"(?:i|you|we|they|he|she|it|this|that(?= (?:is|was|would|did|does|has))|there|"
    r"the|your|my|our|his|her|their|some|other|others|another|"
    r"someone|one|two|three|a|an|in|on|at|for|when|because|unfortunately|sadly|nothing|no one|nobody)\b",
    re.IGNORECASE,
)
_CUT = re.compile(r";\s+|,? but (?=\S)|\n+", re.IGNORECASE)
_STATE = re.compile(
    r" (?:you|i|he|she) (?:(?:really|just|simply|also|still|certainly|clearly|always|only|never) )*"
    r"(?:are|were|am|was|is|will|would|can|could|should|lack|like|want|have (?:no|the wrong)) "
)
"""What somebody is or would do, and no event: unclear, it is read as a guess."""
_FEWEST_WORDS = 3
_WORD = re.compile(r"\w")
_SIGNED_AT_MOST = 4
"""Words of a line after the closing wish that still count as a signature."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence of a reply, or half of one, exactly as it stands there, and its sort."""

    text: str
    kind: Sort


def split_statements(text: str) -> tuple[Statement, ...]:
    """Return the statements of `text` in order; each one's text is a verbatim substring of it."""
    return tuple(Statement(piece, sort_statement(piece)) for piece in _pieces(text))


def _pieces(text: str) -> Iterator[str]:
    for sentence in sentencex.segment(_LANGUAGE, text):
        for piece in _halves(sentence):
            piece = piece.strip()
            if _WORD.search(piece):
                yield piece


def _halves(sentence: str) -> Iterator[str]:
    """Cut at line ends, and at "; " and " but " where both sides stand alone."""
    start = 0
    for cut in _CUT.finditer(sentence):
        left, right = sentence[start : cut.start()], sentence[cut.end() :]
        if "\n" in cut.group() or (_stands_alone(left) and _stands_alone(right)):
            yield left
            start = cut.end()
    yield sentence[start:]


def _stands_alone(half: str) -> bool:
    head = half.lstrip()[:400]
    return len(head.split(maxsplit=_FEWEST_WORDS)) >= _FEWEST_WORDS and _SUBJECT.match(head) is not None


def sort_statement(sentence: str) -> Sort:
    """Return what sort of statement one sentence is.

    When nothing speaks for any sort: how somebody is, is a guess; anything else is a fact.
    """
    plain = plain_words(sentence)
    if is_hurtful(plain):
        return "hurtful"
    scores: dict[str, int] = dict.fromkeys(_SORTS, 0)
    for label, weight, _ in found(plain, _SCORED, STATEMENT_FILE):
        scores[label] += weight
    concrete = False
    if not (scores["guess"] or scores["fact"]) or scores["courtesy"] or scores["empty"]:
        concrete = _weigh_kinds(plain, scores)
    if not any(scores.values()):
        if _is_signature(sentence):
            return "courtesy"
        if not concrete and any(True for _ in found(plain, _FRIENDLY, STATEMENT_FILE)):
            return "courtesy"
        return "guess" if _STATE.search(plain) and not concrete else "fact"
    return max(_SORTS, key=lambda sort: scores[sort])


def is_hurtful(plain: str) -> bool:
    """Return whether words in plain form (`plain_words`) hold an insult, a verdict or a forecast."""
    return any(True for _ in found(plain, _HURTFUL, STATEMENT_FILE))


def is_advice(sentence: str) -> bool:
    """Return whether a sentence tells the person what to do."""
    return any(True for _ in found(f" .{plain_words(sentence)}", _DO, STATEMENT_FILE))


def without_hurtful(text: str) -> str:
    """Return `text` without its hurtful sentences."""
    if not is_hurtful(plain_words(text)):
        return text
    return "\n".join(one.text for one in split_statements(text) if one.kind != "hurtful")


def _weigh_kinds(plain: str, scores: dict[str, int]) -> bool:
    """Return whether a concrete kind of feedback is named, by a strong cue.

    It leaves no empty phrase; a stock phrase without one is empty.
    """
    kinds = {
        (kind in STOCK, weight > 1) for kind, weight, _ in found(without_asides(plain), frozenset(KINDS))
    }
    if (False, True) in kinds:
        scores["courtesy"] = scores["empty"] = 0
    elif (True, True) in kinds:
        scores["empty"] += 2
    return (False, True) in kinds


def _is_signature(sentence: str) -> bool:
    words = sentence.split()
    return (
        len(words) <= _SIGNED_AT_MOST
        and sentence[-1] not in ".!?"
        and all(word[0].isupper() or not word[0].isalpha() for word in words)
    )
