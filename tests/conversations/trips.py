"""Trips: ways through the synthetic conversation that several tests begin with."""

from __future__ import annotations

from conversations.session import Session
from tests.conversations.synthetic import make_catalog, make_texts
from tests.conversations.talk import Talk


def begin(name: str = "trip", *changes: str) -> Talk:
    """Begin a synthetic conversation."""
    talk = Talk(catalog=make_catalog(frozenset(changes)))
    talk.texts = make_texts()
    return talk.commands(name)


def release(talk: Talk, *changes: str) -> None:
    """Put a new version of the conversations in place while somebody is in the middle."""
    talk.catalog = make_catalog(frozenset(changes))


def session_of(talk: Talk) -> Session:
    """Return the open session."""
    assert talk.state.active is not None, talk.transcript()
    return talk.state.active


def spoken(talk: Talk) -> dict[str, object]:
    """Return what the person answered, by key."""
    return {key: stored.value for key, stored in session_of(talk).answers.items() if stored.by != "known"}


def to_belief() -> Talk:
    """Come to the question how much the thought is believed."""
    return begin().says("They wrote").says("I am no good").sees("How much do you believe it?")


def to_end(talk: Talk) -> Talk:
    """Go on from the belief to the end."""
    talk.taps("80").taps("~skip").taps("Sad").taps("Deep").taps("Yes").taps("Today")
    return talk.taps("Keep it like this").taps("40").taps("~skip").taps("Yes").sees_end()
