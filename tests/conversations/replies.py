"""Replies of employers, and visits to /reply: how they begin, and those that chance seldom finds."""

from __future__ import annotations

from collections.abc import Iterator

from conversations.facts import Entry
from conversations.lines import Json, Line
from conversations.texts import load_texts
from tests.conversations.talk import NOON, Memory, Talk

LONG_ANSWERS = "Your answers on stakeholder management were long and we lost the thread."
CONCRETE = f"""Dear Sam,

Thank you for taking the time to interview with us. {LONG_ANSWERS} Your SQL test was solid. We felt you were \
perhaps not that excited about the domain. In the end we had a strong field of candidates.

Kind regards,
Jo"""
FORM = "Unfortunately we have decided not to proceed with your application. No reason can be given."
UNFAIR = "Thanks for coming in. To be open, we felt a younger person would fit the team better."
FRIENDLY = "You were great, we really enjoyed our chat! You should keep going. Happy to stay in touch."
JOB = "Data analyst, Acme"
REQUEST: dict[str, Json] = {
    "body": "Hi Jo", "state": "sent", "sent_on": "2026-11-20", "sign": "Sam Lee", "channel": "email",
    "to": "recruiter", "name": "Jo", "tone": "warm",
}  # fmt: skip


def asked() -> tuple[Memory, int, int]:
    """Return a diary with a request that was sent, the request and the day its waiting ends."""
    diary = Memory()
    job = diary.add("application", {"role": "Data analyst", "company": "Acme"}, NOON - 9e5)
    request = diary.add("request", REQUEST, NOON - 5e5, job)
    waiting = diary.add("waiting", {"until": "2026-12-11", "state": "waiting"}, NOON - 5e5, request)
    return diary, request, waiting


def told(words: str, *, sting: str = "~skip", **world: str) -> Talk:
    """Return a talk that has told `words`, of a job nobody has written down, and how much it stings."""
    return Talk("reply", **world).says(words).taps("~skip").taps(sting)  # type: ignore[arg-type]


def entry_of(talk: Talk, kind: str) -> Entry:
    """Return the newest entry of `kind`."""
    return [entry for entry in talk.diary.entries.values() if entry.kind == kind][-1]


def of_reply(talk: Talk, name: str) -> Json:
    """Return a field of the reply."""
    return talk.written("reply")[-1].get(name)


def label(id: str, slug: str) -> str:
    """Return the label of an option."""
    return load_texts().phrase(Line(id, (), f"o-{slug}"))


POINT = "Your answers were long and we lost the thread at times. Your SQL test was solid."


def unfair_reply() -> Iterator[Talk]:
    """Bring a reply that names the person's age."""
    talk = (
        Talk("reply", country="GB").says("We felt a younger person would fit the team better.").taps("~skip")
    )
    yield talk
    yield talk.taps("~skip")
    yield talk.taps("Write down what happened")
    yield talk.says("Tuesday, on the phone")
    yield talk.taps("Who can advise me")
    yield talk.taps("That's enough for now")


def interrupted_reply() -> Iterator[Talk]:
    """Come to a hard place in the middle; what was told is kept, and nothing more is asked."""
    talk = Talk("reply").says(POINT).taps("~skip")
    yield talk.says("I want to die", crisis=True).commands("continue")
    yield Talk("reply", quiet=True)


def reply_without_room_for_a_plan() -> Iterator[Talk]:
    """Choose a change while three plans are open already."""
    diary = Memory()
    for place in range(3):
        plan = {"cue": "after-lunch", "action": f"read page {place}", "due": "2026-11-27", "area": "skills"}
        diary.add("plan", {**plan, "state": "open"}, NOON - 1e5)
    talk = Talk("reply", diary=diary).says(POINT).taps("~skip").taps("~skip").taps("~skip", "~skip")
    talk.says("call my old boss").taps("Not now")
    yield talk.taps("Leave all three")


def postponed_reply() -> Iterator[Talk]:
    """Leave a reply that stings for another day, and come back to it."""
    talk = Talk("reply").says(POINT).taps("~skip").taps("9")
    yield talk
    yield talk.taps("Look at it tomorrow")
    again = Talk("reply", diary=talk.diary)
    yield again
    yield again.taps("Look at it now")
    yield again.taps("9", "Look at it now", "~skip", "~skip")
    yield again.taps("Leave it for now")


REPLIES = (unfair_reply, interrupted_reply, reply_without_room_for_a_plan, postponed_reply)
"""All of them."""
