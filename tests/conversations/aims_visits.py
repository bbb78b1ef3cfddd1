"""Aims visits: talks about values and direction that chance seldom finds, yielded where something is said."""

from __future__ import annotations

from collections.abc import Iterator

from conversations.lines import Json
from tests.conversations.strolls import interrupted, stroll
from tests.conversations.talk import NOON, Memory, Talk


def _with(kind: str, data: dict[str, Json], at: float = NOON - 9e5) -> Memory:
    diary = Memory()
    diary.add(kind, data, at)
    return diary


def values_again() -> Iterator[Talk]:
    """Come back to what was chosen before."""
    diary = _with("values", {"chosen": ["learning", "the sea"], "why": "I grew up there"})
    yield from stroll(Talk("values", diary=diary), "Yes, still these", "Keep it", "It holds", "~skip")
    yield from stroll(Talk("values", diary=diary), "Choose anew", "~skip")


def values_that_wait() -> Iterator[Talk]:
    """Come on the day of a rejection, or have one come in the middle."""
    no = _with("status", {"status": "rejected"}, NOON - 3600)
    yield from stroll(Talk("values", diary=no), "That's enough")
    reply = _with("reply", {"words": "You rambled"}, NOON - 3600)
    yield Talk("values", diary=reply)
    late = Talk("values").taps("Learning", "~done")
    late.diary.add("status", {"status": "rejected"})
    yield late.taps("Keep it")
    yield Talk("values", quiet=True)
    yield interrupted(Talk("values").taps("Learning", "~done", "Keep it"))


def direction_again() -> Iterator[Talk]:
    """Come back to what was said before; say nothing at all; come on the day of a rejection."""
    words: dict[str, Json] = {"more": "quiet", "less": "noise", "paths": "School kitchens"}
    yield from stroll(Talk("direction", diary=_with("direction", words)), "It holds: on to paths", "~skip")
    yield from stroll(Talk("direction"), "~skip", "~skip", "~skip")
    yield Talk("direction", diary=_with("status", {"status": "rejected"}, NOON - 3600))
    yield Talk("direction", diary=_with("reply", {"words": "You rambled"}, NOON - 3600))
    yield Talk("direction", quiet=True)
    yield interrupted(Talk("direction").says("More sleep"))


def jobs_they_would_not_have_taken() -> Iterator[Talk]:
    """Be asked what was off about a job, with its name and without."""
    for role in ("Clerk", ""):
        diary = Memory()
        job = diary.add("application", {"role": role}, NOON - 9e5)
        diary.add("status", {"status": "rejected", "taken": "no"}, NOON - 8e5, job)
        yield from stroll(Talk("direction", diary=diary), "~skip", "Both bosses shouted")


AIMS = (values_again, values_that_wait, direction_again, jobs_they_would_not_have_taken)
"""All of them."""
