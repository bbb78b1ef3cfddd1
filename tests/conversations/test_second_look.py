"""A second look at a thought record, pauses, and the doors of what comes unasked, as transcripts."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from conversations.effects import ChangePerson, Pause
from conversations.events import Tapped
from conversations.facts import Silence
from conversations.lines import Json
from conversations.pause import silence_word
from conversations.texts import load_texts
from tests.conversations.requests import later, turned_down
from tests.conversations.talk import Memory, Talk

RECORD: dict[str, Json] = {
    "thought": "I am a fraud",
    "mood": "ashamed",
    "belief_before": 80,
    "balanced": "One no is one no",
}


def with_record(**changes: str | int) -> tuple[Memory, int]:
    """Return a diary with a thought record, and its number."""
    diary = Memory()
    return diary, diary.add("thought_record", {**RECORD, **changes})


def tap_due(talk: Talk, option: str) -> Talk:
    """Tap a button of a message that came unasked."""
    return talk._take(Tapped("due", 0, option))


def test_both_thoughts_are_shown_and_what_is_said_is_kept_under_the_record() -> None:
    diary, id = with_record()
    talk = tap_due(Talk(diary=diary), f"rerate-{id}").sees("“I am a fraud”", "0").taps("40")
    talk.sees("“ashamed”", "“I am a fraud”").taps("30").sees("“One no is one no”").taps("It holds").sees_end()
    assert talk.written("rerating") == [{"held": "holds", "belief_after": 40, "mood_after": 30}]
    (kept,) = diary.children(id)
    assert kept.kind == "rerating"


def test_numbers_can_be_skipped_and_a_record_without_a_fairer_thought_asks_if_it_is_easier() -> None:
    diary, id = with_record(balanced="", mood="")
    talk = tap_due(Talk(diary=diary), f"rerate-{id}").taps("~skip").sees_not("“One no").taps("A little")
    assert talk.sees_end().written("rerating") == [{"held": "partly"}]


def test_what_did_not_hold_can_be_looked_at_again_or_left() -> None:
    diary, id = with_record()
    talk = tap_due(Talk(diary=diary), f"rerate-{id}").taps("~skip", "~skip", "Not today")
    assert talk.taps("Look once more").state.active is not None
    assert talk.sees("I am a fraud").state.active is not None
    diary, id = with_record()
    tap_due(Talk(diary=diary), f"rerate-{id}").taps(
        "~skip", "~skip", "Not today", "Enough for today"
    ).sees_end()


def test_a_record_that_is_deleted_in_the_middle_is_said_to_be_gone() -> None:
    diary, id = with_record()
    talk = tap_due(Talk(diary=diary), f"rerate-{id}").taps("40")
    diary.entries.pop(id)
    talk.taps("30").sees_end()
    assert not talk.written("rerating")


def test_the_command_takes_the_latest_record_and_says_so_where_there_is_none() -> None:
    diary, _ = with_record()
    Talk("rerate", diary=diary).sees("“I am a fraud”")
    assert "due-gone" in Talk("rerate").sees_end().said


def test_the_second_look_stands_in_the_history() -> None:
    diary, id = with_record()
    talk = tap_due(Talk(diary=diary), f"rerate-{id}").taps("40", "30", "It holds").commands("history")
    talk.taps("Second looks (1)").sees("It holds")


def test_a_button_puts_aside_what_is_open_and_a_second_tap_goes_on() -> None:
    diary, id = with_record()
    other = diary.add("thought_record", {**RECORD, "thought": "I am too old"})
    talk = Talk("wins", diary=diary).says("I was on time")
    tap_due(talk, f"rerate-{id}").taps("40")
    tap_due(talk, f"rerate-{other}").sees("“I am too old”")
    tap_due(talk, f"rerate-{id}").sees("“ashamed”")
    tap_due(talk, f"rerate-{id}").sees("“ashamed”")


@pytest.mark.parametrize("option", ["rerate-99", "plan-99", "request-99", "waiting-99"])
def test_a_button_of_something_gone_is_answered(option: str) -> None:
    assert "due-gone" in tap_due(Talk(), option).sees_end().said


@pytest.mark.parametrize("option", ["rerate-x", "plan", "delete-1", "rejected"])
def test_a_button_that_was_never_made_opens_nothing(option: str) -> None:
    assert "engine-old-button" in tap_due(Talk(), option).sees_end().said


def test_a_button_for_another_kind_of_entry_opens_nothing() -> None:
    diary, id = with_record()
    assert "due-gone" in tap_due(Talk(diary=diary), f"plan-{id}").sees_end().said


def test_a_request_that_was_closed_meanwhile_is_said_to_be_done() -> None:
    diary = turned_down()
    id = diary.add("request", {"body": "Dear Priya", "state": "sent", "sent_on": "2026-11-16"})
    talk = tap_due(Talk(diary=diary), f"request-{id}").taps("Stop waiting").sees_end()
    tap_due(talk, f"request-{id}").sees_end()
    assert "due-gone" in talk.said


def test_a_plan_and_a_waiting_are_gone_into_directly() -> None:
    diary = Memory()
    plan = diary.add("plan", {"cue": "noon", "action": "call Anna", "area": "cv", "state": "open"})
    tap_due(Talk(diary=diary), f"plan-{plan}").sees("call Anna").taps("Done").says("It was easy")
    job = diary.add("application", {"role": "clerk"})
    end = diary.add("waiting", {"until": "2026-11-20", "state": "waiting"}, parent=job)
    talk = tap_due(Talk(diary=diary), f"waiting-{end}").sees("clerk").taps("Stop waiting", "~skip").sees_end()
    assert "due-gone" in tap_due(later(talk, 1, "wins"), f"waiting-{end}").said


# --- pauses


def pauses(talk: Talk) -> list[int | None]:
    """Return the pauses that were asked for, in days."""
    return [effect.days for _, _, effect in talk.effects if isinstance(effect, Pause)]


@pytest.mark.parametrize(("label", "days"), [("For a day", 1), ("For a week", 7), ("Until I say so", None)])
def test_a_pause_is_one_tap(label: str, days: int | None) -> None:
    assert pauses(Talk("pause").taps(label).sees("/resume").sees_end()) == [days]


def test_no_pause_and_no_pause_to_end() -> None:
    assert pauses(Talk("pause").taps("No pause").sees_end()) == [0]
    assert pauses(Talk("resume").sees("/pause").sees_end()) == []


def test_the_bot_can_be_paused_from_settings_and_in_any_conversation() -> None:
    talk = Talk("wins").commands("pause").taps("For a day")
    assert talk.state.active is not None
    assert talk.state.active.conversation == "wins"
    assert pauses(Talk("settings").taps("Pause", "For a week")) == [7]


def test_a_pause_is_told_in_words() -> None:
    texts = load_texts()
    words = [texts.phrase(silence_word(one)) for one in (None, Silence(), Silence(date(2026, 12, 1)))]
    assert words == ["on", "paused until you send /resume", "paused until 1 Dec"]


def test_after_the_zone_is_set_the_next_message_is_told() -> None:
    talk = Talk("settings").taps("Time zone").says("Lisbon").sees_not("Next message")
    assert [type(effect) for _, _, effect in talk.effects] == [ChangePerson]
    told = Talk()
    told.next_said = lambda zone: datetime(2026, 12, 1, 9, 7) if zone == "Europe/Lisbon" else None  # noqa: DTZ001
    told.commands("settings").taps("Time zone").says("Lisbon").sees("Tuesday, around 09:00 (Lisbon)")
