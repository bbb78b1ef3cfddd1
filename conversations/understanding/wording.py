"""Gentle checks of wording, by rule: a scene unjudged, a mood in a word, a balanced thought with a fact.

A check leads to a hint, once; it never blocks. Words and examples: conversations/knowledge/wording.toml.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, Literal, TypeAlias

from conversations.content import ContentError, read_toml

Remark: TypeAlias = Literal["absolute", "promise", "fact"]
FILE = "wording.toml"
STEM = 4
"""Letters by which two words count as the same: "interviewed" and "interviews" name one thing."""


def judgement(situation: str) -> str | None:
    """Return the first word of `situation` that judges rather than tells, None if there is none."""
    judging = set(_part("situation")["judgements"])
    return next((word for word in _words(situation) if word in judging), None)


def says_nothing(words: str) -> bool:
    """Return whether words say that there is nothing to say ("no", "nothing, they were rude")."""
    flat = _flat(words)
    return any(
        re.match(rf"{re.escape(opener)}(?:$|[\s,.!;:-])", flat) for opener in _part("nothing")["openers"]
    )


def is_thought(mood: str) -> bool:
    """Return whether what was given as a mood reads like a thought ("that they hate me")."""
    flat = _flat(mood)
    if any(flat.startswith(opener) for opener in _part("mood")["openers"]):
        return True
    named = flat.removeprefix("i feel ").removeprefix("i am ").removeprefix("i'm ")
    return len(named.split()) > int(_part("mood")["most_words"])


def remark_on(balanced: str, facts: Sequence[str]) -> tuple[Remark, str] | None:
    """Return the one thing worth a remark about a balanced thought and the word it is about; None if fine.

    Args:
        facts: what the person wrote for and against the thought; a balanced thought names one of them.
    """
    absolute = _absolute(balanced)
    if absolute is not None:
        return "absolute", absolute
    promise = next((p for p in _part("balanced")["promises"] if p in _flat(balanced)), None)
    if promise is not None:
        return "promise", str(promise)
    stems = {stem for fact in facts for stem in _stems(fact)}
    if stems and not stems & set(_stems(balanced)):
        return "fact", ""
    return None


def is_greeting(words: str) -> bool:
    """Return whether `words` are a greeting and nothing else."""
    return " ".join(_words(words)) in _part("greeting")["words"]


def tells_of_a_no(words: str) -> bool:
    """Return whether `words` tell of a no from a job: a hint for how to ask, never taken for granted."""
    flat, news = _flat(words), _part("news")
    places = ((phrase, flat.find(phrase)) for phrase in news["phrases"])
    return any(at >= 0 and not flat[:at].endswith(tuple(news["denials"])) for _, at in places)


def _absolute(balanced: str) -> str | None:
    """Return an absolute word that is not denied within the two words before it ("not everyone")."""
    flat = _flat(balanced)
    negations = tuple(_part("balanced")["negations"])
    for absolute in _part("balanced")["absolutes"]:
        for found in re.finditer(rf"\b{re.escape(absolute)}\b", flat):
            before = " ".join(flat[: found.start()].split()[-2:])
            if not any(re.search(rf"(?:\b|(?<=\w)){re.escape(word)}\b", before) for word in negations):
                return str(absolute)
    return None


def _stems(words: str) -> Iterator[str]:
    common = set(_part("balanced")["common"])
    for word in _words(words):
        if word.isdigit() or (len(word) >= STEM and word not in common):
            yield word[: STEM + 1]


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", _flat(text))


def _flat(text: str) -> str:
    return " ".join(text.casefold().replace("’", "'").split())


@cache
def _part(name: str) -> dict[str, Any]:
    part = read_toml("conversations.knowledge", FILE).get(name)
    if not isinstance(part, dict):
        raise ContentError(FILE, name, "is missing")
    return part
