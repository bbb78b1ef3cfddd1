"""Strolls: a talk goes step by step, and is yielded at each, so that everything it says is seen."""

from __future__ import annotations

from collections.abc import Iterator

from tests.conversations.talk import Talk


def stroll(talk: Talk, *steps: str) -> Iterator[Talk]:
    """Yield the talk as it is, and after each step: a button where there is one of that name, else words."""
    yield talk
    for step in steps:
        yield talk.taps(step) if step in talk.buttons else talk.says(step)


def interrupted(talk: Talk) -> Talk:
    """Come to a hard place in the middle; what was told is kept, and nothing more is asked."""
    return talk.says("I want to die", crisis=True).commands("continue")
