"""The life of a request: sent when the person says so, one follow-up, then an answer or an end."""

from __future__ import annotations

from conversations.effects import CallOff, Remind
from conversations.facts import Entry
from tests.conversations.requests import DAY, draft_of, drafted, later, request_of, turned_down
from tests.conversations.talk import NOON, Talk


def test_it_counts_as_sent_only_when_the_person_says_so() -> None:
    talk = drafted()
    assert talk.written("request")[0]["state"] == "drafted"
    talk.taps("Keep for later").sees("kept").sees_end()
    assert talk.written("request")[0]["state"] == "drafted"
    assert talk.reminders() == {"send_request"}
    again = later(talk, 1).sees("not sent").taps("data analyst, Acme", "I've sent it").sees("Noted as sent")
    assert again.written("request")[0]["state"] == "sent"
    assert again.reminders() == {"follow_up", "waiting_over"}
    assert CallOff("send_request", request_of(again).id) in [effect for _, _, effect in again.effects]


def test_sent_it_has_a_day_to_follow_up_and_a_day_to_stop() -> None:
    talk = drafted().taps("I've sent it").sees("3 Dec", "16 Dec").sees_end()
    request = talk.written("request")[0]
    assert (request["state"], request["sent_on"]) == ("sent", "2026-11-25")
    assert talk.written("waiting") == [{"until": "2026-12-16", "state": "waiting"}]
    days = {e.kind: e.on for _, _, e in talk.effects if isinstance(e, Remind)}
    assert days == {"follow_up": "2026-12-03", "waiting_over": "2026-12-16"}


def test_a_draft_of_before_is_opened_again_as_it_was_left() -> None:
    talk = drafted().taps("Shorter")
    left = draft_of(talk)
    again = later(talk.taps("Keep for later"), 1).taps("data analyst, Acme", "Look at it again")
    assert draft_of(again) == left
    again.says(left + "\n\nPS: thank you").taps("I've sent it")
    request = again.written("request")[0]
    assert (request["state"], request["body"]) == ("sent", left + "\n\nPS: thank you")


def test_a_follow_up_is_offered_after_six_working_days_and_once() -> None:
    sent = drafted().taps("I've sent it")
    later(sent, 3).taps("data analyst, Acme").sees("3 Dec").sees_not("Draft a follow-up")
    due = later(sent, 9).taps("data analyst, Acme").sees("Draft a follow-up").taps("Draft a follow-up")
    assert draft_of(due)
    assert "?" not in draft_of(due) or draft_of(due).count("?") <= 1
    due.taps("I've sent it").sees("stop waiting")
    assert due.written("request")[0]["state"] == "followed"
    assert due.written("waiting")[0]["until"] == "2026-12-17"
    later(due, 2).taps("data analyst, Acme").sees_not("Draft a follow-up").sees("They answered")


def test_a_refusal_can_end_kindly() -> None:
    sent = drafted().taps("I've sent it")
    talk = (
        later(sent, 2)
        .taps("data analyst, Acme", "They declined")
        .sees("nothing about you")
        .taps("Yes, draft it")
    )
    assert "?" not in draft_of(talk)
    talk.taps("I've sent it").sees_end()
    assert talk.written("request")[0]["state"] == "closed"
    assert talk.written("waiting")[0]["state"] == "over"


def test_it_can_be_closed_without_an_answer() -> None:
    talk = (
        later(drafted().taps("I've sent it"), 30)
        .taps("data analyst, Acme", "Stop waiting")
        .sees("yours")
        .sees_end()
    )
    assert talk.written("request")[0]["state"] == "closed"
    later(talk, 1).sees("Which job was it?")


def test_an_answer_leads_to_the_reply() -> None:
    later(drafted().taps("I've sent it"), 2).taps("data analyst, Acme", "They answered").sees(
        "Paste what they wrote"
    )


def test_the_own_reply_rate_is_said_quietly_from_five_on() -> None:
    diary = turned_down()
    job = diary.recent("application")[0].id
    for place in range(4):
        state = "answered" if place < 2 else "closed"
        diary.add("request", {"body": "x", "state": state, "sent_on": "2026-11-01"}, NOON - 20 * DAY, job)
    four = diary.add("request", {"body": "x", "state": "drafted"}, NOON, job)
    Talk("feedback", diary=diary).sees_not("were answered")
    entry = diary.entries[four]
    diary.entries[four] = Entry(
        four, "request", entry.at, {**entry.data, "state": "sent", "sent_on": "2026-11-24"}, job
    )
    Talk("feedback", diary=diary).sees("Of 5 you sent, 2 were answered")


def test_what_was_not_sent_after_all_is_a_draft_again() -> None:
    talk = (
        later(drafted().taps("I've sent it"), 1).taps("data analyst, Acme", "I didn't send it").sees("draft")
    )
    assert talk.written("request")[0]["state"] == "drafted"
    assert talk.written("waiting")[0]["state"] == "over"


def test_sent_undone_and_sent_again_says_so_again() -> None:
    talk = drafted().taps("I've sent it").sees("Noted as sent").commands("undo")
    talk.taps("Another one").taps("I've sent it").sees("waiting").sees_end()


def test_a_follow_up_answers_the_first_mail() -> None:
    talk = later(drafted().taps("I've sent it"), 12).taps("data analyst, Acme", "Draft a follow-up")
    assert talk.question is not None
    assert talk.question.prompt.subject == f"Re: {request_of(talk).words('subject')}"


def test_a_status_looked_at_days_later_is_that_of_the_day() -> None:
    talk = later(drafted().taps("I've sent it"), 1).taps("data analyst, Acme").sees_not("Draft a follow-up")
    talk.now += 12 * DAY
    talk.commands("feedback").taps("data analyst, Acme").sees("Draft a follow-up")
