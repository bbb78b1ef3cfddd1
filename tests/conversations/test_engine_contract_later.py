"""The engine's contract (ARCHITECTURE.md), points 7 to 12: each test is named by its point."""

from __future__ import annotations

import pytest

from conversations.answers import as_text
from conversations.catalog import Definition
from conversations.dialogue import Dialogue
from conversations.effects import BurnWords, ChangePerson, Remind
from conversations.events import Tapped
from conversations.facts import Facts
from conversations.records import Note
from conversations.turn import take_turn
from tests.conversations.synthetic import make_texts
from tests.conversations.talk import NOON, Memory, Talk
from tests.conversations.trips import begin, release, session_of, spoken, to_belief, to_end


def test_point_7_a_stored_answer_is_read_leniently_and_never_validated_again() -> None:
    talk = to_belief().taps("80").taps("~skip").taps("Sad")
    talk.taps("Deep")
    release(talk, "renamed")
    talk.taps("Yes").sees("Which day?")
    assert spoken(talk)["way"] == "deep"


def test_point_7_an_answer_of_another_kind_is_asked_for_again() -> None:
    talk = to_belief().taps("80").taps("~skip").taps("Sad")
    release(talk, "kind")
    talk.taps("Deep").sees("One word?")
    assert isinstance(spoken(talk)["mood"], dict)
    talk.says("sad").sees("Where to?")
    assert spoken(talk)["mood"] == "sad"


def test_point_8_records_are_saved_on_the_way_and_unreached_ones_go_at_the_end() -> None:
    talk = to_belief().taps("80").taps("~skip").taps("Sad")
    assert [note["belief_before"] for note in talk.written("thought_record")] == [80]
    to_later = talk.commands("cancel").taps("Stop, throw it away")
    assert to_later.written("thought_record") == []


def test_point_8_cancel_keeps_if_the_person_says_so() -> None:
    talk = to_belief().taps("80").taps("~skip").taps("Sad").commands("cancel")
    talk.taps("Stop, keep what I wrote").sees_end()
    assert len(talk.written("thought_record")) == 1


def test_point_9_nothing_is_said_twice() -> None:
    talk = begin("short").says("Ann").sees("Thanks, Ann.")
    talk.says("zzz").sees_not("Thanks").commands("zzz").sees_not("Thanks")
    talk.taps("~back").says("Ann").sees_not("Thanks").taps("~back").says("Bob").sees("Thanks, Bob.")
    talk.taps("~back").says("Ann").sees_not("Thanks")


def test_point_10_facts_are_pinned_and_entries_held_by_id() -> None:
    def wins_first(ask: Dialogue, facts: Facts) -> None:
        id = ask.pin("win", str(facts.diary.recent("win")[0].id), as_text)
        win = facts.diary.get(int(id))
        ask.say("done", name=win.words("win") if win else "nobody")
        ask.confirm("more")
        ask.say("done", name=win.words("win") if win else "nobody at all")

    diary = Memory()
    first = diary.add("win", {"win": "one"})
    talk = Talk(catalog={"short": Definition("short", wins_first)}, diary=diary)
    talk.texts = make_texts()
    talk.commands("short").sees("Thanks, one.")
    diary.add("win", {"win": "two"}, at=NOON + 9)
    talk.says("zzz").sees_not("two")
    diary.entries.pop(first)
    talk.taps("Yes").sees("nobody at all").sees_not("one.", "two")


def test_point_11_undo_goes_back_one_step_answers_and_records() -> None:
    talk = to_belief().taps("80").taps("~skip").taps("Sad")
    talk.commands("undo").sees("One word?").commands("undo").sees("nothing to undo")
    assert "mood" not in spoken(talk)


def test_point_11_undo_opens_an_ended_conversation_again() -> None:
    talk = to_end(to_belief())
    talk.commands("undo").sees("Breathe. Done?")
    assert "calm:1/breathe" not in spoken(talk)


@pytest.mark.parametrize("way", ["Stop, keep what I wrote", "Stop, throw it away"])
def test_point_11_undo_takes_back_a_stop(way: str) -> None:
    talk = to_belief().taps("80").taps("~skip").taps("Sad")
    before, written = spoken(talk), talk.written("thought_record")
    talk.commands("cancel").taps(way).commands("undo").sees("Where to?")
    assert spoken(talk) == before
    assert talk.written("thought_record") == written


def test_point_11_effects_are_emitted_once_called_off_and_come_back() -> None:
    talk = to_belief().taps("80").taps("~skip").taps("Sad").taps("Deep").taps("Yes").says("zzz").says("skip")
    reminders = [effect for _, _, effect in talk.effects]
    assert reminders == [Remind("re_rate", "record", 86400)]
    talk.commands("edit").taps("Sure: Yes").taps("No")
    assert session_of(talk).reminders == {}


def test_point_11_an_effect_that_comes_back_leads_on() -> None:
    talk = to_belief().taps("80").taps("~skip").taps("Sad").taps("Deep").taps("No").taps("Today")
    talk.taps("Keep it like this").taps("40").says("You fools").sees("Breathe. Done?")
    assert [type(effect) for _, _, effect in talk.effects] == [BurnWords]
    talk.hears_back("done").sees("Burnt.").hears_back("failed")
    assert set(session_of(talk).effects.values()) == {"done"}


def test_point_11_another_value_is_another_effect() -> None:
    def set_zone(ask: Dialogue, facts: Facts) -> None:
        ask.effect("zone", ChangePerson("zone", ask.text("name")))
        ask.confirm("more")

    talk = Talk(catalog={"short": Definition("short", set_zone)})
    talk.texts = make_texts()
    talk.commands("short").says("Lisbon").corrects("Porto").taps("Yes, take the new one")
    zones = [effect.value for _, _, effect in talk.effects if isinstance(effect, ChangePerson)]
    assert zones == ["Lisbon", "Porto"]


def test_point_12_an_overlay_never_consumes_the_open_question() -> None:
    talk = begin().commands("over").sees("Which?").taps("Close").sees("What happened?")
    talk.says("They wrote").says("I am no good").taps("80").taps("Mind reading")
    talk.commands("over").taps("Close")
    assert talk.question is not None
    assert talk.question.chosen == ({"slug": "mind"},)


def test_point_12_another_command_puts_aside_and_it_is_offered_again() -> None:
    talk = to_belief().commands("short").says("Ann").taps("No").sees("“Trip”")
    assert talk.state.active is None
    talk.commands("trip").sees("Begin anew")


def test_point_12_what_nobody_touched_for_two_weeks_is_given_up() -> None:
    talk = to_belief()
    talk.now += 15 * 86400
    talk.commands("continue").sees("Nothing is waiting for you")


def test_point_12_crisis_comes_before_everything_and_asks_nothing() -> None:
    talk = begin().says("They wrote")
    turns = session_of(talk).turn
    reads = talk.reads
    talk.says("I want to die", crisis=True)
    assert talk.reads == reads  # the card goes out beside the turn: nothing is shown here
    assert spoken(talk)["thought"] == "I want to die"
    assert session_of(talk).turn > turns


def test_point_11_undo_after_the_end_brings_back_what_the_end_dropped() -> None:
    def worry(ask: Dialogue, facts: Facts) -> None:
        if ask.confirm("sure"):
            ask.record("note", Note(ask.text("thought")))
        ask.confirm("on")

    talk = Talk(catalog={"trip": Definition("trip", worry)})
    talk.texts = make_texts()
    talk.commands("trip").taps("Yes").says("They wrote").taps("~back", "~back", "No", "Yes").sees_end()
    assert talk.written("note") == []
    talk.commands("undo").taps("~back", "Yes")
    session = session_of(talk)
    outcome = take_turn(talk.state, Tapped(session.id, session.turn, "~same"), talk._world())
    assert [(saved.slot, saved.changed) for saved in outcome.saved] == [("note", True)]
