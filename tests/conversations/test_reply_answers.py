"""Replies that are kind, empty or unfair, and what follows from each kind: thanks, letting go, moves."""

from __future__ import annotations

import pytest

from conversations.replying import moves as next_moves
from conversations.replying.account import is_about_person, without_greeting
from conversations.safety.normalise import normalise
from conversations.texts import load_texts
from conversations.understanding.cues import Cue
from conversations.understanding.form_letters import is_form_letter
from conversations.understanding.unfair_replies import names_discrimination, unfair_cues
from tests.conversations.replies import (
    CONCRETE,
    FORM,
    FRIENDLY,
    JOB,
    UNFAIR,
    asked,
    entry_of,
    label,
    of_reply,
    told,
)
from tests.conversations.talk import Talk

# --- vague, empty, unfair


def test_a_friendly_reply_without_a_point_gets_one_question_back() -> None:
    diary, _, _ = asked()
    talk = Talk("reply", diary=diary).taps(JOB).says(FRIENDLY).taps("2", "~skip")
    while "Ask one question" not in talk.buttons:
        talk.taps("~skip")
    talk.taps("Ask one question").sees("Jo", "Sam Lee", "?").taps("I've sent it").sees("Asked").sees_end()
    assert "Sam Lee" in str(of_reply(talk, "clarify"))
    assert of_reply(talk, "change") is None


def test_thanks_are_drafted_from_the_request_and_kept() -> None:
    diary, _, _ = asked()
    talk = Talk("reply", diary=diary).taps(JOB).says(CONCRETE).taps("2", "Yes, that's it", "Looks right")
    talk.taps("Thank them now").sees("Jo", "Sam Lee").taps("I've sent it").sees("One change at most")
    thanks = str(of_reply(talk, "thanks"))
    assert "Sam Lee" in thanks
    assert " but " not in thanks


def test_without_a_request_thanks_ask_only_for_the_signature() -> None:
    talk = told(CONCRETE).taps("Yes, that's it", "Looks right", "Thank them now").sees("signed")
    talk.says("Sam").sees("Sam").taps("Keep for later").sees("day is best")
    assert str(of_reply(talk, "thanks")).endswith("Sam")


def test_a_form_letter_is_let_go() -> None:
    talk = told(FORM).taps("Yes, no reason").sees("nothing", "7 in 10").sees_not("Guesses", "thank-you")
    talk.taps("Let it go").sees_end()
    assert of_reply(talk, "change") == "let-go"
    assert of_reply(talk, "usable") == 0
    asking = told(FORM).taps("Yes, no reason", "Ask them for advice")
    assert asking.state.active is not None
    assert asking.state.active.conversation == "feedback"


@pytest.mark.parametrize(
    "letter",
    [
        "Thank you for your interest. Unfortunately, on this occasion you have not been successful. We will "
        "keep your details on file and wish you every success.",
        "Thank you for your application. After careful consideration we have decided to move forward with "
        "other candidates. We cannot give individual feedback.",
        "We regret to inform you that, due to the high volume of applications, you were not shortlisted.",
    ],
)
def test_no_form_letter_is_answered_or_found_friendly(letter: str) -> None:
    assert is_form_letter(letter)
    talk = told(letter)
    while "Let it go" not in talk.buttons:
        talk.sees_not("thank-you", "friendly", "Ask one question").taps(talk.buttons[0])


@pytest.mark.parametrize("letter", [CONCRETE, FRIENDLY, UNFAIR])
def test_what_a_person_wrote_is_no_form_letter(letter: str) -> None:
    assert not is_form_letter(letter)


def test_who_has_asked_already_is_not_sent_to_ask_again() -> None:
    diary, _, _ = asked()
    talk = Talk("reply", diary=diary).taps(JOB).says(FORM).taps("~skip", "Yes, no reason")
    talk.taps("Not now").sees("Let it go").sees_not("Ask them for advice")


def test_discrimination_is_believed_and_nothing_is_weighed() -> None:
    talk = told(UNFAIR, country="GB").sees("advise").sees_not("fit with the team", "Facts", "guess")
    talk.taps("Who can advise me").sees("Equality").taps("Write down what happened")
    talk.says("Tuesday, on the phone, Mr Hill").taps("That's enough for now").sees_end()
    assert of_reply(talk, "words") == UNFAIR
    assert of_reply(talk, "kinds") is None
    assert entry_of(talk, "note").parent == entry_of(talk, "reply").id
    Talk("reply", diary=talk.diary).sees_not("another day")


def test_the_rest_of_an_unfair_reply_can_be_looked_at() -> None:
    talk = told(UNFAIR).taps("Look at the rest of it").sees("in your eyes").taps("A missing skill", "~done")
    talk.sees("Take a short course").sees_not("thank-you", "Facts", UNFAIR[:20]).taps(
        "Nothing for now"
    ).sees_end()
    nothing = told(UNFAIR).taps("Look at the rest of it", "~skip").sees_end()
    assert of_reply(nothing, "change") is None


@pytest.mark.parametrize("cue", unfair_cues(), ids=lambda cue: cue.id)
def test_each_cue_of_an_unfair_reply_finds_its_examples_and_leaves_the_others(cue: Cue) -> None:
    assert [one for one in cue.must_match if not cue.found(normalise(one))] == []
    assert [one for one in cue.must_not_match if cue.found(normalise(one))] == []


def test_a_footer_on_equal_chances_names_nothing() -> None:
    footer = "We are an equal opportunity employer and do not discriminate by race, age or disability."
    assert not names_discrimination(f"{CONCRETE}\n{footer}")
    assert names_discrimination(f"{UNFAIR}\n{footer}")


# --- the moves


def test_every_kind_has_moves_that_can_be_planned_or_opened() -> None:
    texts = load_texts()
    for move in next_moves.ALL:
        assert texts.has("next-moves", f"o-{move}"), move
        assert texts.has("next-moves", f"a-{move}") == (move in next_moves.AREAS), move
    for kind in next_moves.KINDS:
        assert texts.has("reply-kinds", f"o-{kind}")
        assert texts.has("reply-kinds", f"s-{kind}")
        assert kind in next_moves.NOTHING_TO_FIX or 3 <= len(next_moves.MOVES[kind]) <= 5


@pytest.mark.parametrize("move", sorted(next_moves.AREAS))
def test_a_move_is_a_sound_action_and_goes_straight_to_its_moment(move: str) -> None:
    kind = next((kind for kind, moves in next_moves.MOVES.items() if move in moves), "position-closed")
    talk = told(UNFAIR).taps("Look at the rest of it", label("reply-kinds", kind), "~done")
    if kind == "culture-fit":
        talk.taps("Yes")
    talk.taps(label("next-moves", move)).sees("When or where")
    talk.taps("After lunch", "Tomorrow", "Keep it").sees_end()
    assert len(str(talk.written("plan")[0]["action"])) <= 48
    assert talk.written("plan")[0]["area"] == next_moves.AREAS[move]


def test_several_kinds_share_the_moves() -> None:
    moves = tuple(next_moves.moves_for(("communication", "motivation", "hard-skill-gap")))
    assert moves == ("aloud", "why-lines", "course", "star", "values")
    assert tuple(next_moves.moves_for(("own words",))) == next_moves.ANY


def test_a_line_that_only_greets_is_not_quoted() -> None:
    assert without_greeting("Dear Sam,\n\nNo.") == "No."
    assert without_greeting("Hi Sam, no.") == "Hi Sam, no."


def test_praise_is_not_called_a_phrase_that_says_nothing() -> None:
    assert is_about_person("Your SQL was solid.")
    assert is_about_person("My answers were fine")
    assert not is_about_person("We had a strong field of candidates.")
    assert not is_about_person("We decided not to proceed with your application.")
