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
    yield from stroll(Talk("contact", diary=_with_draft("")), "Show it again", "Not yet")
    yield from stroll(Talk("contact", diary=_with_draft()), "Write to someone else")


def invite_without_room() -> Iterator[Talk]:
    """Want more than an invite holds."""
    talk = Talk("contact").says("Amir").taps("We met at an event")
    talk.says("your long and lively talk on why the night buses of our town go where nobody lives any more")
    talk.says("which of the three courses on planning that you spoke of would you take first in my place?")
    yield from stroll(talk.taps("LinkedIn invite"), "night planner for a whole county and all its towns", "Sam")


def contact_in_hard_days() -> Iterator[Talk]:
    """Come to it in quiet days, or come to a hard place in the middle."""
    yield Talk("contact", quiet=True)
    yield interrupted(Talk("contact").says("Amir"))


CONTACTS = (drafts_of_before, invite_without_room, contact_in_hard_days)
"""All of them."""
