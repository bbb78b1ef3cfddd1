"""Random walks over synthetic conversations and over every real one, with a release in the middle."""

from __future__ import annotations

from random import Random

import pytest

from conversations.all import CATALOG
from conversations.texts import load_texts
from tests.conversations.synthetic import CHANGES, make_catalog, make_texts
from tests.conversations.walk import Walk

STEPS = 80


def take(walk: Walk, steps: int = STEPS) -> Walk:
    """Walk, and tell what was done if something does not hold."""
    for _ in range(steps):
        try:
            walk.step()
        except BaseException as error:
            error.add_note("\n".join(walk.log[-25:]))
            raise
    return walk


@pytest.mark.parametrize("seed", range(150))
def test_nothing_goes_wrong_on_a_walk_with_a_release_in_the_middle(seed: int) -> None:
    random = Random(seed)
    changes = [frozenset(random.sample(CHANGES, random.randint(1, 3))) for _ in range(2)]
    releases = [make_catalog(), *(make_catalog(change) for change in changes)]
    walk = take(Walk(seed, releases, make_texts(), ("trip", "short", "over")))
    trips = sum(name == "trip" for name in walk.sessions.values())
    for line, times in walk.said.items():
        if line.id.startswith("trip-"):
            # An end that was undone and comes again has its last words again, rather than none.
            most = max(trips, walk.ends["trip"]) if line.id == "trip-end" else trips
            assert times <= most, f"said twice: {line}"


def test_the_walks_come_to_ends() -> None:
    """Otherwise what holds at the end was never looked at."""
    walks = [take(Walk(seed, [make_catalog()], make_texts(), ("trip", "short"))) for seed in range(60)]
    assert sum(walk.ends["trip"] for walk in walks) > 10
    assert sum(walk.ends["short"] for walk in walks) > 10


@pytest.mark.parametrize("name", [*CATALOG])
@pytest.mark.parametrize("seed", range(8))
def test_nothing_goes_wrong_in_any_conversation_of_the_catalog(name: str, seed: int) -> None:
    names = [name] * 6 + [other for other in CATALOG if other != "idle"]
    walk = Walk(seed, [CATALOG], load_texts(), names)
    walk.diary.add("win", {"win": "I asked a good question"})
    walk.diary.add("note", {"note": "A note"})
    take(walk)
