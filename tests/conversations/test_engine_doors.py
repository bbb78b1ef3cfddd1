"""The doors: before the 18+ tap, the cards, the commands, and what is put aside."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from conversations.all import CATALOG
from conversations.cards import command_line
from conversations.catalog import World, commands_of
from conversations.events import Commanded, Event, Other, Said, Tapped
from conversations.lines import Card, Line
from conversations.outcome import Outcome
from conversations.session import State
from conversations.texts import load_texts
from conversations.turn import take_turn
from tests.conversations.talk import NOON, Memory, Talk
from tests.conversations.trips import begin, session_of, spoken, to_belief

STRANGER = World(
    catalog=CATALOG,
    texts=load_texts(),
    now=NOON,
    today=date(2026, 11, 25),
    new_id=lambda: "s1",
    consented=False,
    diary=Memory(),
)


def meet(event: Event, world: World = STRANGER) -> Outcome:
    """Take a turn of somebody who has not said 18+."""
    return take_turn(State(), event, world)


def text_of(outcome: Outcome) -> str:
    """Return the words of a turn's lines and cards."""
    lines: list[Line] = []
    for show in outcome.shows:
        lines += [show] if isinstance(show, Line) else show.lines if isinstance(show, Card) else []
    return "\n".join(load_texts().render(what) for what in lines)


@pytest.mark.parametrize(
    "event",
    [
        Said("hello"), Commanded("start"), Commanded("rejected"), Commanded("delete"), Other("voice"),
        Tapped("s1", 3, "x"), Tapped("home", 0, "wins"), Said("stop"), Tapped("sos", 0, "go"),
    ],
)  # fmt: skip
def test_before_the_18_tap_everything_leads_to_the_welcome_and_nothing_is_kept(event: Event) -> None:
    outcome = meet(event)
    assert "not therapy" in text_of(outcome)
    assert outcome.state == State()
    assert outcome.person == {}
    assert not outcome.saved


def test_crisis_words_before_consent_leave_no_trace() -> None:
    outcome = meet(Said("I want to die", crisis=True))
    assert outcome.person == {}
    assert outcome.state == State()


@pytest.mark.parametrize("option", ["adult-no", "adult-else"])
def test_the_18_tap_is_the_consent_and_leads_on(option: str) -> None:
    outcome = meet(Tapped("hello", 0, option))
    assert outcome.person == {"consented": True}
    assert outcome.shows


def test_what_is_kept_can_be_read_before_consent_and_is_no_consent() -> None:
    for event in (Tapped("hello", 0, "kept"), Commanded("privacy")):
        outcome = meet(event)
        assert "What is kept" in text_of(outcome)
        assert outcome.person == {}


def test_under_18_gets_a_kind_word_and_youth_lines() -> None:
    outcome = meet(Tapped("hello", 0, "minor"))
    assert "Thank you" in text_of(outcome)
    assert "findahelpline.com" in text_of(outcome)
    assert outcome.person == {"minor": True}


@pytest.mark.parametrize("consented", [True, False])
def test_sos_shows_people_at_any_time(consented: bool) -> None:
    outcome = meet(Commanded("sos"), replace(STRANGER, consented=consented))
    assert "findahelpline.com" in text_of(outcome)
    beside = meet(Commanded("sos"), replace(STRANGER, consented=consented, help_beside=True))
    assert beside.shows == []  # the bot has sent the card already


def test_a_country_chosen_on_the_card_is_kept_only_after_consent() -> None:
    tap = Tapped("sos", 0, "country-ie")
    assert meet(tap).person == {}
    assert meet(tap, replace(STRANGER, consented=True)).person == {"country": "IE"}
    assert meet(Tapped("sos", 0, "country-zz"), replace(STRANGER, consented=True)).person == {}


def test_the_crisis_card_lets_go_on_or_stop() -> None:
    talk = to_belief().says("I want to die", crisis=True)
    assert talk.quiet_until > talk.now
    talk._take(Tapped("sos", 0, "go")).sees("How much do you believe it?")
    talk._take(Tapped("sos", 0, "stop")).sees("We stop here").sees_end()
    talk.commands("continue").sees("Trip")


def test_help_lists_every_command_with_its_meaning() -> None:
    words = text_of(meet(Commanded("help")))
    for name in commands_of(CATALOG, load_texts()):
        assert f"/{name} - " in words, name


def test_the_table_of_commands_is_the_menu() -> None:
    texts = load_texts()
    commands = commands_of(CATALOG, texts)
    assert commands[:4] == ("rejected", "reframe", "control", "wins")
    assert {"help", "cancel", "sos"} < set(commands)
    for name in commands:
        meaning = texts.phrase(command_line(name, texts))
        assert 3 <= len(meaning) <= 40, meaning


@pytest.mark.parametrize("name", ["zzz", "", "rejectedd", "trip-", "{0}"])
def test_an_unknown_command_is_answered_and_the_question_asked_again(name: str) -> None:
    begin().commands(name).sees("/help", "What happened?")


def test_the_welcome_has_about_fifty_words() -> None:
    words = load_texts().render(Line("welcome")).split()
    assert 40 <= len(words) <= 62


@pytest.mark.parametrize("option", ["idle", "delete", "zz", "export", ""])
def test_a_forged_button_of_the_home_card_opens_nothing(option: str) -> None:
    talk = Talk()._take(Tapped("home", 0, option))
    assert talk.state.active is None
    assert talk.lines


def test_a_double_tap_is_answered_once() -> None:
    talk = to_belief()
    question = talk.question
    assert question is not None
    tap = Tapped(question.session, question.turn, "80")
    talk._take(tap)._take(tap).sees("answered already")
    assert spoken(talk)["belief"] == 80


def test_a_button_of_another_session_changes_nothing() -> None:
    talk = to_belief()
    before = session_of(talk).answers
    talk._take(Tapped("s0other", session_of(talk).turn, "80")).sees("from before")
    assert session_of(talk).answers == before


def test_later_puts_aside_and_continue_brings_back() -> None:
    talk = begin().commands("later").sees("/continue").sees_end()
    talk.commands("continue").sees("go on with it")
    talk._take(Tapped("aside", 0, f"go-{talk.state.aside[0].id}")).sees("What happened?")


def test_an_offer_that_is_declined_is_not_repeated() -> None:
    talk = to_belief().commands("later")
    talk._take(Tapped("aside", 0, "drop")).commands("continue").sees("Nothing is waiting")


def test_cancel_always_works_even_with_nothing_open() -> None:
    Talk().commands("cancel").sees("Nothing is open")


def test_nothing_written_is_closed_without_a_question() -> None:
    begin().commands("cancel").sees("losed").sees_end()


def test_something_that_is_no_words_is_answered_kindly() -> None:
    talk = to_belief()._take(Other("voice")).sees("not kept", "How much do you believe it?")
    assert "belief" not in spoken(talk)
