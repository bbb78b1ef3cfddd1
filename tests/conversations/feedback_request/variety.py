"""How much two drafts share: distinct runs of five words, over the smaller set of the two."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

from conversations.feedback_request.compose import compose
from conversations.feedback_request.letter import Ingredients

from .drafts import CHANNELS, draw

RUN = 5


def runs(body: str) -> frozenset[tuple[str, ...]]:
    """The distinct runs of five words."""
    tokens = re.findall(r"[\w'’]+", body.casefold())
    return frozenset(tuple(tokens[at : at + RUN]) for at in range(len(tokens) - RUN + 1))


def masked(number: int, seed: int, channels: tuple[str, ...] = CHANNELS) -> Iterator[tuple[Ingredients, str]]:
    """Bodies of requests to one company about one role, all else free, with what the person gave masked.

    The masks are the same words everywhere and count as shared, so that the figure is on the safe side.
    """
    dice = random.Random(seed)
    for index in range(number):
        tone = dice.choice(("warm", "neutral", "brief"))
        one = draw(dice, "request", dice.choice(channels), tone)
        one = replace(
            one,
            role="Zrole", company="Zcompany", name=one.name and "Zname", sign=one.sign and "Zsign",
            detail=one.detail and "zdetail", question=one.question and "zquestion?",
        )  # fmt: skip
        yield one, compose(one, f"variety {seed} {index}").body


def shares(bodies: list[str]) -> list[float]:
    """What each two share, from 0 to 1, the most first."""
    sets = [runs(body) for body in bodies]
    found = [len(a & b) / max(1, min(len(a), len(b))) for a, b in combinations(sets, 2)]
    return sorted(found, reverse=True)
