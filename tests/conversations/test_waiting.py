"""/waiting: silence has an end, for requests and applications alike."""

from __future__ import annotations

from conversations.effects import CallOff, Remind
from tests.conversations.talk import Talk
from tests.conversations.waits import asked, interviewed


def test_with_nothing_open_one_can_be_added() -> None:
    talk = (
        Talk("waiting").sees("nothing here").taps("Add one").says("baker").says("Rye & Co").says("in 2 weeks")
    )
    talk.sees("9 Dec").sees_end()
    assert talk.written("waiting") == [{"until": "2026-12-09", "state": "waiting"}]
    entry = talk.diary.recent("waiting")[0]
    assert talk.diary.get(entry.parent or 0) == talk.diary.recent("application")[0]
    assert [e.on for _, _, e in talk.effects if isinstance(e, Remind)] == ["2026-12-09"]


def test_an_interview_without_a_result_is_waited_for() -> None:
    talk = Talk("waiting", diary=interviewed()).sees("baker, Rye & Co: no end set")
    talk.taps("baker, Rye & Co", "Set a day", "In a week").sees("2 Dec").sees_end()
    Talk("waiting", diary=talk.diary).sees("baker, Rye & Co: until 2 Dec").sees_not("no end set")


def test_an_interview_with_a_result_is_not() -> None:
    Talk("waiting", diary=interviewed("no")).sees("nothing here")


def test_a_day_that_has_passed_cannot_be_waited_for() -> None:
    talk = Talk("waiting", diary=interviewed()).taps("baker, Rye & Co", "Set a day").says("2026-11-01")
    talk.sees("has passed")


def test_when_the_day_has_come_it_is_closed_together() -> None:
    diary = asked(until="2026-11-25")
    talk = (
        Talk("waiting", diary=diary)
        .sees("the day has come")
        .taps("Advice: baker")
        .sees("day you", "What now")
    )
    talk.taps("Stop waiting").sees("answer came").says("I asked, and that was brave").sees(
        "Closed"
    ).sees_end()
    assert talk.written("request")[0]["state"] == "closed"
    assert talk.written("waiting")[0]["state"] == "over"
    assert talk.written("note") == [{"note": "I asked, and that was brave"}]
    end = talk.diary.recent("waiting")[0].id
    assert CallOff("waiting_over", end) in [effect for _, _, effect in talk.effects]
    Talk("waiting", diary=diary).sees("nothing here")


def test_an_application_is_closed_as_silent_and_not_as_a_no() -> None:
    talk = (
        Talk("waiting", diary=interviewed()).taps("baker, Rye & Co", "Stop waiting now", "~skip").sees_end()
    )
    assert talk.written("status") == [{"status": "silent", "on": "2026-11-25"}]
    Talk("waiting", diary=talk.diary).sees("nothing here")


def test_the_day_is_moved() -> None:
    talk = (
        Talk("waiting", diary=asked()).taps("Advice: baker", "Another day").says("24 December").sees("24 Dec")
    )
    assert talk.written("waiting")[0]["until"] == "2026-12-24"


def test_a_no_goes_to_its_job_and_makes_no_second_application() -> None:
    talk = (
        Talk("waiting", diary=interviewed())
        .taps("baker, Rye & Co", "They answered", "A no")
        .sees("How heavy")
    )
    talk.taps("4", "~skip", "~skip", "That's enough for now")
    assert len(talk.written("application")) == 1
    status = talk.diary.recent("status")[0]
    assert talk.diary.get(status.parent or 0) == talk.diary.recent("application")[0]


def test_an_answer_to_a_request_leads_to_the_reply() -> None:
    Talk("waiting", diary=asked()).taps("Advice: baker", "They answered").sees("Paste what they wrote")


def test_good_news_ends_it_without_a_parade() -> None:
    talk = Talk("waiting", diary=asked())
    talk = (
        Talk("waiting", diary=interviewed())
        .taps("baker, Rye & Co", "They answered", "An offer")
        .sees("offer")
    )
    talk.sees_end()


def test_quiet_days() -> None:
    Talk("waiting", diary=asked(), quiet=True).sees("/sos").sees_end()
