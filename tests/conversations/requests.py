"""Requests: talks from a recorded rejection to a draft and on, yielded where something new is said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from conversations.facts import Entry
from tests.conversations.talk import NOON, Memory, Talk

DAY = 86_400
DRAFTED = (
    "Who interviewed me",
    "Priya",
    "E-mail",
    "Strength + one change",
    "Warm",
    "the tour of the lab",
    "Sam",
)
TYPED = {"Priya", "the tour of the lab", "Sam"}


def turned_down(days: int = 2, **changes: str) -> Memory:
    """Return the diary of somebody who told of a rejection some days ago."""
    diary = Memory()
    at = NOON - days * DAY
    job = diary.add("application", {"role": "data analyst", "company": "Acme"}, at)
    diary.add("status", {"status": "rejected", "stage": "interview", "news": "mail", **changes}, at, job)
    return diary


def answers(talk: Talk, *replies: str) -> Talk:
    """Give replies one after another, typed or tapped."""
    for reply in replies:
        talk = talk.says(reply) if reply in TYPED else talk.taps(reply)
    return talk


def turned_down_talk() -> Talk:
    """Begin to ask about a recorded rejection."""
    return Talk("feedback", diary=turned_down()).taps("data analyst, Acme")


def drafted(days: int = 2, **changes: str) -> Talk:
    """Go from a recorded rejection to the draft."""
    return answers(Talk("feedback", diary=turned_down(days, **changes)).taps("data analyst, Acme"), *DRAFTED)


def draft_of(talk: Talk) -> str:
    """Return the text under review."""
    assert talk.question is not None
    return talk.question.prompt.draft or ""


def later(talk: Talk, days: int, name: str = "feedback") -> Talk:
    """Let days pass, and come back."""
    return Talk(name, diary=talk.diary, now=talk.now + days * DAY)


def request_of(talk: Talk) -> Entry:
    """Return the newest request."""
    return talk.diary.recent("request")[0]


def request_that_is_answered() -> Iterator[Talk]:
    """Draft, open it in the mail program, send, look at it, follow up, and hear nothing more."""
    yield drafted(0)
    heavy = turned_down(0)
    status = heavy.recent("status")[0]
    heavy.entries[status.id] = replace(status, data={**status.data, "heaviness": 9})
    yield Talk("feedback", diary=heavy).taps("data analyst, Acme")
    yield Talk("feedback").says("It was the worst place on earth and they kept me for hours!!!")
    unsent = later(drafted().taps("I've sent it"), 1).taps("data analyst, Acme")
    yield unsent.taps("I didn't send it")
    call = answers(turned_down_talk(), "A recruiter").says("Jo").taps("A phone call", "Strength + one change")
    yield call.taps("Neutral", "~skip").says("Sam")
    yield call.taps("I've called")
    talk = drafted(20)
    yield talk
    yield talk.taps("Change it ⋯", "Open in mail")
    yield talk.taps("Change it ⋯")
    yield talk.taps("The subject")
    yield talk.says("A short question")
    yield talk.says("ok")
    yield talk.taps("No, keep the draft")
    yield talk.taps("Keep for later")
    yield later(talk, 1)
    again = later(talk, 1).taps("data analyst, Acme")
    yield again
    yield again.taps("I've sent it")
    yield later(again, 2).taps("data analyst, Acme")
    due = later(again, 12).taps("data analyst, Acme")
    yield due
    yield due.taps("Draft a follow-up")
    yield due.taps("I've sent it")
    followed = later(due, 2)
    yield followed
    yield followed.taps("data analyst, Acme")
    yield followed.taps("Nothing yet")


def request_that_ends() -> Iterator[Talk]:
    """End a request, and a refusal."""
    sent = drafted().taps("I've sent it")
    yield later(sent, 2).taps("data analyst, Acme", "Stop waiting")
    refused = later(drafted().taps("I've sent it"), 2).taps("data analyst, Acme", "They declined")
    yield refused
    yield refused.taps("No, that's it")


def request_without_anybody_to_ask() -> Iterator[Talk]:
    """Ask after a mere application; ask in a hard hour."""
    talk = Talk("feedback", diary=turned_down(stage="applied")).taps("data analyst, Acme")
    yield talk
    yield talk.taps("Enough for now")
    yield Talk("feedback", quiet=True)
    halfway = drafted()
    halfway.quiet_until = halfway.now + 3600
    yield halfway.taps("Shorter")


def request_in_the_persons_own_words() -> Iterator[Talk]:
    """Leave nothing of ours in the letter, and ask for changes."""
    talk = drafted()
    yield talk.says("Dear Priya, my own words only, twelve of them at least, thank you, Sam")
    for way in ("shorter", "warmer", "plainer", "another one"):
        yield talk.says(way)
    talk = drafted()
    for _ in range(12):
        yield talk.taps("Shorter")
    for _ in range(6):
        yield talk.says("plainer")
        yield talk.says("warmer")


def many_requests() -> Iterator[Talk]:
    """Look at the own reply rate."""
    diary = turned_down()
    job = diary.recent("application")[0].id
    for place in range(6):
        state = ("answered", "closed", "sent")[place % 3]
        diary.add("request", {"body": "x", "state": state, "sent_on": "2026-11-20"}, NOON, job)
    yield Talk("feedback", diary=diary)


REQUESTS = (
    request_that_is_answered,
    request_that_ends,
    request_without_anybody_to_ask,
    request_in_the_persons_own_words,
    many_requests,
)
