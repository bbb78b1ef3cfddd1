"""News visits: an answer one waited for, and letters that chance seldom writes; yielded at each step."""

from __future__ import annotations

from collections.abc import Iterator

from conversations.lines import Json
from tests.conversations.requests import DRAFTED, drafted, turned_down
from tests.conversations.strolls import stroll
from tests.conversations.talk import NOON, Memory, Talk
from tests.conversations.waits import asked, interviewed

ASKING = "Dear Priya, thank you for the talk about the data analyst role at Acme. I accept the decision. "
LONG = "Your words on the long queue of parcels in winter stayed with me, and I told my friends of them. "
CLOSING = "What is one thing I could do better next time? No reply is fine too. Sam"


def news_of_a_known_job() -> Iterator[Talk]:
    """Tell of a no for a job that is written down already."""
    talk = Talk("rejected", diary=interviewed()).taps("~skip", "~skip", "~skip", "Write it down, leave it")
    yield from stroll(
        talk, "One long week", "Note how it went", "E-mail or letter", "Interview", "baker, Rye & Co"
    )


def heavy_news() -> Iterator[Talk]:
    """Ask for advice on the very day of news that weighed a lot."""
    diary = Memory()
    job = diary.add("application", {"role": "data analyst", "company": "Acme"}, NOON)
    status: dict[str, Json] = {"status": "rejected", "stage": "interview", "heaviness": 9}
    diary.add("status", status, NOON, job)
    yield from stroll(Talk("feedback", diary=diary).taps("data analyst, Acme"), *DRAFTED)


def own_words_that_cannot_be_mended() -> Iterator[Talk]:
    """Write a letter of one's own that breaks rules, and tap what is offered for it."""
    yield from stroll(drafted().says(f"{ASKING}{LONG * 7}{CLOSING}"), "Shorten it")


def invite_without_room() -> Iterator[Talk]:
    """Want to say more than an invite holds."""
    steps = [*DRAFTED[:2], "LinkedIn invite", *DRAFTED[3:5], "the walk " * 40, DRAFTED[6]]
    yield from stroll(Talk("feedback", diary=turned_down()).taps("data analyst, Acme"), *steps)


def waits_shown() -> Iterator[Talk]:
    """Look at the days that are set."""
    yield from stroll(Talk("waiting", diary=asked()), "Enough for now")


NEWS = (news_of_a_known_job, heavy_news, own_words_that_cannot_be_mended, invite_without_room, waits_shown)
"""All of them."""
