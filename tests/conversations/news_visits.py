"""News visits: telling of an answer one waited for, and letters chance seldom writes; yielded at each step."""

from __future__ import annotations

from collections.abc import Iterator

from conversations.lines import Json
from tests.conversations.requests import DRAFTED, drafted
from tests.conversations.strolls import stroll
from tests.conversations.talk import NOON, Memory, Talk
from tests.conversations.waits import asked, interviewed


def news_of_a_known_job() -> Iterator[Talk]:
    """Tell of a no for a job that is written down already."""
    talk = Talk("rejected", diary=interviewed()).taps("~skip", "~skip", "~skip")
    yield from stroll(talk, "Write down the details", "By e-mail", "An interview", "baker, Rye & Co")


def heavy_news() -> Iterator[Talk]:
    """Ask for advice on the very day of news that weighed a lot."""
    diary = Memory()
    job = diary.add("application", {"role": "data analyst", "company": "Acme"}, NOON)
    status: dict[str, Json] = {"status": "rejected", "stage": "interview", "heaviness": 9}
    diary.add("status", status, NOON, job)
    yield from stroll(Talk("feedback", diary=diary).taps("data analyst, Acme"), *DRAFTED)


def own_words_that_cannot_be_mended() -> Iterator[Talk]:
    """Write a letter of one's own that breaks rules, and tap what is offered for it."""
    for words in ("You were wrong about me. " * 20, "why WHY would you do this to me?! " * 12):
        talk = drafted().says(words)
        for _ in range(4):
            fix = [b for b in talk.buttons if b not in ("I've sent it", "Not yet") and not b.startswith("~")]
            yield talk.taps(fix[0])


def waits_shown() -> Iterator[Talk]:
    """Look at the days that are set."""
    yield from stroll(Talk("waiting", diary=asked()), "Enough for now")


NEWS = (news_of_a_known_job, heavy_news, own_words_that_cannot_be_mended, waits_shown)
"""All of them."""
