"""Contact visits: talks about messages to people, yielded where something new is said."""

from __future__ import annotations

from collections.abc import Iterator

from tests.conversations.strolls import interrupted, stroll
from tests.conversations.talk import NOON, Memory, Talk

BODY = "Hello Amir,\n\nI saw your talk on night buses. Could we talk for ten minutes?\n\nSam"


def _with_draft(who: str = "Amir") -> Memory:
    diary = Memory()
    draft = {"who": who, "known": "event", "ask": "talk", "channel": "email", "body": BODY}
    diary.add("contact", {**draft, "subject": "Ten minutes?", "state": "drafted"}, NOON - 9e5)
    return diary


def drafts_of_before() -> Iterator[Talk]:
    """Look after a draft of before."""
    for end in ("I've sent it", "Let that one go"):
        yield from stroll(Talk("contact", diary=_with_draft()), end)
    yield from stroll(Talk("contact", diary=_with_draft("")), "Show it again", "Keep for later")
    yield from stroll(Talk("contact", diary=_with_draft()), "Write to someone else")


def _draft() -> Talk:
    talk = Talk("contact").says("Amir").taps("~skip", "~skip", "~skip", "~skip", "E-mail")
    return talk.says("Sam")


def contact_in_hard_days() -> Iterator[Talk]:
    """Come to it in quiet days, or come to a hard place in the middle."""
    yield Talk("contact", quiet=True)
    yield interrupted(_draft())


CONTACTS = (drafts_of_before, contact_in_hard_days)
"""All of them."""
