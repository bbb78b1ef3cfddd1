"""Waits: talks about what one waits for, yielded where something new is said."""

from __future__ import annotations

from collections.abc import Iterator

from tests.conversations.talk import NOON, Memory, Talk

DAY = 86_400


def interviewed(result: str = "waiting") -> Memory:
    """Return the diary of somebody who waits for the result of an interview."""
    diary = Memory()
    job = diary.add("application", {"role": "baker", "company": "Rye & Co"}, NOON - 9 * DAY)
    diary.add("interview", {"recall": "ok", "result": result}, NOON - 9 * DAY, job)
    return diary


def asked(state: str = "sent", until: str = "2026-12-16") -> Memory:
    """Return the diary of somebody who waits for an answer to a request."""
    diary = Memory()
    job = diary.add("application", {"role": "baker"}, NOON - 9 * DAY)
    request = diary.add(
        "request", {"body": "x", "state": state, "sent_on": "2026-11-20"}, NOON - 5 * DAY, job
    )
    diary.add("waiting", {"until": until, "state": "waiting"}, NOON - 5 * DAY, request)
    return diary


def waits_that_end() -> Iterator[Talk]:
    """Set a day, move it, hear, stop, and rest."""
    yield Talk("waiting")
    yield Talk("waiting").taps("Add one").says("baker").says("Rye & Co").says("in 2 weeks")
    yield Talk("waiting", diary=interviewed())
    yield Talk("waiting", diary=interviewed()).taps("Another one")
    talk = Talk("waiting", diary=interviewed()).taps("baker, Rye & Co")
    yield talk
    yield talk.taps("They answered")
    yield talk.taps("A next round")
    yield Talk("waiting", diary=interviewed()).taps("baker, Rye & Co", "They answered", "An offer")
    stopped = Talk("waiting", diary=interviewed()).taps("baker, Rye & Co", "Stop waiting now")
    yield stopped
    yield stopped.taps("~skip")
    yield Talk("waiting", diary=asked()).taps("Advice: baker")
    yield Talk("waiting", diary=asked(until="2026-11-20"))
    over = Talk("waiting", diary=asked(until="2026-11-20")).taps("Advice: baker")
    yield over
    yield over.taps("Stop waiting")
    yield over.taps("~skip")
    yield Talk("waiting", diary=asked()).taps("Enough for now")
    yield Talk("waiting", quiet=True)
    halfway = Talk("waiting").taps("Add one").says("baker").says("Rye & Co")
    halfway.quiet_until = halfway.now + 3600
    yield halfway.says("in 2 weeks") if halfway.state.active else halfway
    resting = Talk("waiting").taps("Add one").says("baker")
    resting.quiet_until = resting.now + 3600
    yield resting.says("Rye & Co")


WAITS = (waits_that_end,)
