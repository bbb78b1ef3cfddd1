"""Replies that are kind, empty or unfair, and what follows from each kind: thanks, letting go, moves."""

from __future__ import annotations

import pytest

from conversations.replying import moves as next_moves
from conversations.replying.account import is_about_person, without_greeting
from conversations.replying.wording import as_action, signed_by
from conversations.safety.normalise import normalise
from conversations.texts import load_texts
from conversations.understanding.cues import Cue
from conversations.understanding.form_letters import is_form_letter
from conversations.understanding.skills import name_skill
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
    talk = Talk("reply", diary=diary).says(FRIENDLY).taps(JOB).taps("2", "~skip")
    while "Ask one question" not in talk.buttons:
        talk.taps("~skip")
    talk.taps("Ask one question").sees("Jo", "Sam Lee", "?").taps("I've sent it").sees("Asked").sees_end()
    assert "Sam Lee" in str(of_reply(talk, "clarify"))
    assert of_reply(talk, "change") is None


def test_thanks_are_drafted_from_the_request_and_kept() -> None:
    diary, _, _ = asked()
    talk = Talk("reply", diary=diary).says(CONCRETE).taps(JOB).taps("2", "Yes, that's it", "Looks right")
    talk.taps("Say one answer aloud", "Thank them now").sees("Jo", "Sam Lee", "how I come across")
    talk.taps("I've sent it").sees("When or where")
    thanks = str(of_reply(talk, "thanks"))
    assert "Sam Lee" in thanks
    assert " but " not in thanks


def test_without_a_request_thanks_ask_only_for_the_signature() -> None:
    talk = told(CONCRETE).taps("Yes, that's it", "Looks right", "Nothing for now", "Thank them now")
    talk.sees("at the end").says("Sam").sees("Sam", "Jo").sees_not("how I come across")
    talk.taps("Keep for later").sees("day is best")
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
    talk = Talk("reply", diary=diary).says(FORM).taps(JOB).taps("~skip", "Yes, no reason")
    talk.sees("Let it go").sees_not("Ask them for advice")


def test_discrimination_is_believed_and_nothing_is_weighed() -> None:
    talk = told(UNFAIR, country="GB").sees("advise").sees_not("fit with the team", "Facts", "guess")
    talk.taps("Who can advise me").sees("Equality").taps("Write down what happened")
    talk.says("Tuesday, on the phone, Mr Hill").taps("That's enough for now").sees_end()
    assert of_reply(talk, "words") == UNFAIR
    assert of_reply(talk, "kinds") is None
    assert entry_of(talk, "note").parent == entry_of(talk, "reply").id
    Talk("reply", diary=talk.diary).sees_not("another day")


def test_the_rest_of_an_unfair_reply_can_be_looked_at() -> None:
    talk = told(f"{UNFAIR} Your SQL was weak.").taps("Look at the rest of it").sees("“Your SQL was weak.”")
    talk.sees_not("Fit", "fit").taps("Yes").sees("Take a short course").sees_not("Facts", "younger")
    talk.taps("Take a short course").sees("When or where").sees_not("thank-you")
    assert of_reply(talk, "kinds") == ["hard-skill-gap"]
    assert "SQL" in str(talk.reads)
    left = told(f"{UNFAIR} Your SQL was weak.").taps("Look at the rest of it", "No").sees_end()
    assert of_reply(left, "change") is None
    told(UNFAIR).taps("Look at the rest of it").sees("nothing else").sees_end()


@pytest.mark.parametrize(
    "words",
    [
        "the hours are not for a mother with small kids",
        "at your stage of life you would not fit our young dynamic team",
        "people from your country are lazy",
        "we want young blood",
        "a bit too mature for this team",
        "you would be out on maternity leave soon",
        "how long until you retire",
        "we can't accommodate your wheelchair",
        "your disability would slow us down",
        "this is not for a girl",
        "we are all guys here",
    ],
)
def test_discrimination_in_plain_words_is_believed(words: str) -> None:
    talk = Talk("reply").says(words).sees("I believe you").taps("~skip", "~skip").sees("advise")
    assert of_reply(talk, "kinds") is None


@pytest.mark.parametrize("words", ["We need a native speaker.", "Sorry, we prefer local people."])
def test_what_may_be_unfair_is_asked(words: str) -> None:
    told(words).sees("held against you").taps("Yes").sees("I believe you", "advise")
    told(words).taps("Not sure").sees("advise").taps("That's enough for now").sees_end()
    talk = told(f"{words} Your answers were too long.").taps("No").sees("how you came across")
    talk.taps("Yes, that's it").sees_not(words)


HURTFUL = (
    "You wasted our time.", "People like you will never make it in this industry.", "You are stupid.",
    "Nobody here wants to work with you.", "Frankly you were the worst candidate we have seen.",
    "You will never be a manager.",
)  # fmt: skip


@pytest.mark.parametrize("words", HURTFUL)
def test_hurtful_words_are_set_apart_and_nothing_is_made_of_them(words: str) -> None:
    talk = Talk("reply").says(words).sees("one person's message").sees_not("means well").taps("~skip", "4")
    talk.sees("about them, not about you", words.rstrip(".")).taps("See if anything's usable")
    talk.sees("nothing in it", "Burn a reply", "Settle").sees_not("Facts", "thank-you", "clear point", words)
    talk.taps("That's enough").sees_end()
    assert of_reply(talk, "usable") == 0
    assert of_reply(talk, "kinds") is None


def test_what_is_usable_beside_hurtful_words_can_be_looked_at() -> None:
    talk = told(f"{HURTFUL[0]} Your SQL was weak.").taps("See if anything's usable").sees("a skill they")
    talk.taps("Yes, that's it").sees("Your SQL was weak").sees_not(HURTFUL[0]).taps("Looks right")
    talk.sees("Take a short course").sees_not("clear point").taps("Nothing for now").sees_end()


def test_after_hurtful_words_one_can_settle_and_burn_a_reply() -> None:
    talk = told(HURTFUL[1]).taps("Leave that part", "Settle for two minutes", "Look around me")
    talk.taps("I've done that", "I've done that", "I've done that", "3").sees("Burn a reply")
    talk.taps("Burn a reply to them").sees("Write the answer").says("You fools")
    while talk.question is not None:
        talk.taps("I won't reply" if "I won't reply" in talk.buttons else "That's enough")
    assert "You fools" not in str(talk.diary.entries)
    told(HURTFUL[2]).taps("That's enough").sees_end()


def test_only_a_courteous_reply_means_well() -> None:
    Talk("reply").says(CONCRETE).sees("means well")
    Talk("reply").says("Your answers were too long.").sees("kept").sees_not("means well")


# --- their own words


def test_their_advice_is_shown_apart_and_is_the_first_move() -> None:
    words = "Your SQL was weak. Do a small project with SQL and apply again in spring."
    talk = told(words).taps("~skip").sees("Advice", "Do a small project with SQL").taps("Looks right")
    talk.taps("Do a small project with SQL", "Not now").sees("When or where")
    assert of_reply(talk, "change") == "do a small project with SQL"


def test_the_skill_is_called_by_its_name() -> None:
    talk = told("You need more experience with SQL, your SQL was weak.").taps("~skip", "Looks right")
    talk.taps("Take a short course", "Not now", "After lunch", "Tomorrow", "Keep it")
    assert talk.written("plan")[0]["action"] == "do one free lesson on SQL"


def test_missing_numbers_are_about_how_it_is_told() -> None:
    talk = told("We missed numbers.\n\nBest,\nSarah").sees("how you came across").sees_not("why you")
    talk.taps("~skip", "Looks right", "Put a number in a story", "Thank them now", "~skip").sees("Sarah")


def test_a_close_second_is_asked_about_as_another_chosen() -> None:
    told("We had many strong candidates. We chose someone else.").sees("chose somebody else")


def test_their_words_are_read_for_an_action_a_name_and_a_skill() -> None:
    assert as_action("I would practise one story aloud.") == "practise one story aloud"
    assert as_action("We suggest preparing two stories.") is None
    assert signed_by("No.\n\nKind regards,\nSarah Hill") == "Sarah"
    assert signed_by("No.\n\nKind regards,\nThe Hiring Team") is None
    assert name_skill("more experience with Salesforce") == "Salesforce"
    assert name_skill("You were too quiet") is None


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
    talk = told("Your answers were long.").taps("Something else", label("reply-kinds", kind), "~done")
    talk.taps("Looks right")
    if kind == "culture-fit":
        talk.taps("Yes")
    talk.taps(label("next-moves", move), "Not now").sees("When or where")
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
