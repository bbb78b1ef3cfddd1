"""What typed words mean: options by number, label or close to it, controls, long pastes, edited messages."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conversations.days import coming_day, past_day
from conversations.lines import Json, Kind, Line, Option, Prompt
from conversations.replies import Unclear, Understood, read_option, read_text
from conversations.session import Session
from tests.conversations.synthetic import make_texts
from tests.conversations.talk import Talk
from tests.conversations.trips import begin, session_of, spoken, to_belief

TODAY = date(2026, 11, 25)
KINDS: tuple[Kind, ...] = ("text", "pick", "choice", "several", "scale", "confirm", "date", "review")


def prompt_of(kind: Kind, *slugs: str, most: int = 2) -> Prompt:
    """Return a question about traps."""
    options = tuple(Option(slug, Line("trip-traps", (), f"o-{slug}"), slug == "none") for slug in slugs)
    return Prompt("traps", kind, Line("trip-traps"), options=options, most=most, high=10, draft="d")


def read(kind: Kind, words: str, *slugs: str) -> object:
    """Return what `words` answer, or why they do not."""
    reading = read_text(
        prompt_of(kind, *(slugs or ("mind", "label", "all", "none"))), words, make_texts(), TODAY
    )
    return reading.value if isinstance(reading, Understood) else reading.why


@pytest.mark.parametrize(
    "words", ["2", "2.", " 2) ", "Labelling", "labelling", "Labeling", "label", "LABELLING!"]
)
def test_an_option_is_typed_by_place_label_or_close_to_it(words: str) -> None:
    assert read("choice", words) == "label"


@pytest.mark.parametrize("words", ["9", "0", "zzz", "no idea", "mind label"])
def test_words_that_name_no_option_are_unclear(words: str) -> None:
    assert read("choice", words) == "choice"


@pytest.mark.parametrize(
    ("words", "chosen"),
    [
        ("1, 3", [{"slug": "mind"}, {"slug": "all"}]),
        ("labelling and mind reading", [{"slug": "label"}, {"slug": "mind"}]),
        ("none fits", [{"slug": "none"}]),
        ("my own trap", [{"own": "my own trap"}]),
        ("1, 2, 3", "most"),
        ("z" * 121, "own-too-long"),
    ],
)
def test_several_are_typed_at_once(words: str, chosen: object) -> None:
    assert read("several", words) == chosen


def test_what_was_ticked_is_not_dropped_for_what_is_typed() -> None:
    draft: Json = {"chosen": [{"slug": "mind"}, {"slug": "label"}]}
    reading = read_text(prompt_of("several", "mind", "label", "all"), "all", make_texts(), TODAY, draft)
    assert reading == Unclear("most")


@pytest.mark.parametrize(
    ("words", "number"),
    [("7", 7), ("about seven", 7), ("8 out of 10", 8), ("10/10", 10), ("it's a 3!", 3), ("0", 0),
     ("11", "scale"), ("-3", "scale"), ("7.5", "scale"), ("lots", "scale"), ("7-8", 7),
     ("maybe a 7? it comes and goes", 7), ("7 because nobody called back after three rounds", 7),
     ("I sent 3 applications", "scale"), ("<b>x</b> tg://user?id=1", "scale")],
)  # fmt: skip
def test_a_number_is_read_in_words(words: str, number: object) -> None:
    assert read("scale", words) == number


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("today", "2026-11-25"), ("yesterday", "2026-11-24"), ("3 days ago", "2026-11-22"),
        ("a week ago", "2026-11-18"),
        ("two weeks ago", "2026-11-11"), ("monday", "2026-11-23"), ("last friday", "2026-11-20"),
        ("14 November", "2026-11-14"), ("14.11.", "2026-11-14"), ("14 December", "2025-12-14"),
        ("2026-10-03", "2026-10-03"), ("03/10/2026", "2026-10-03"), ("1 January 2030", "future"),
        ("soon", "date"),
        ("²", "date"), ("", "empty"),
    ],
)  # fmt: skip
def test_a_day_is_read_in_words(words: str, day: str) -> None:
    assert read("date", words, "today", "yesterday") == day


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("today", "2026-11-25"), ("Tomorrow", "2026-11-26"), ("in a week", "2026-12-02"),
        ("in 3 days", "2026-11-28"), ("two weeks", "2026-12-09"), ("the day after tomorrow", "2026-11-27"),
        ("next Tuesday", "2026-12-01"), ("on friday", "2026-11-27"), ("wednesday", "2026-12-02"),
        ("14 December", "2026-12-14"), ("3 March", "2027-03-03"), ("2026-12-31", "2026-12-31"),
        ("29 February 2028", "2028-02-29"), ("1 January 2020", "past"), ("soon", "coming"), ("", "empty"),
    ],
)  # fmt: skip
def test_a_day_to_come_is_read_in_words(words: str, day: str) -> None:
    prompt = replace(prompt_of("date", "today", "tomorrow", "in-a-week"), ahead=True)
    reading = read_text(prompt, words, make_texts(), TODAY)
    assert (reading.why if isinstance(reading, Unclear) else reading.value) == day


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(KINDS), st.text(max_size=60))
def test_no_words_break_the_reading(kind: Kind, words: str) -> None:
    prompt = prompt_of(kind, "mind", "label", "none")
    assert isinstance(read_text(prompt, words, make_texts(), TODAY), Understood | Unclear)
    assert isinstance(read_option(prompt, words, TODAY), Understood | Unclear)
    past_day(words, TODAY)
    coming_day(words, TODAY)


@pytest.mark.parametrize("words", ["back", "Back.", "BACK", " go back "])
def test_a_control_is_typed_as_the_whole_message_even_where_text_is_asked(words: str) -> None:
    begin().says("They wrote").sees("Which thought?").says(words).sees("What happened?")


@pytest.mark.parametrize("words", ["I go back to it all the time", "I want to stop", "skip it all?"])
def test_a_control_within_a_sentence_is_an_answer(words: str) -> None:
    assert spoken(begin().says("They wrote").says(words))["thought"] == words


@pytest.mark.parametrize(
    ("words", "sees"), [("skip", "One word?"), ("undo", "How much"), ("stop", "Stopping|stop")]
)
def test_the_other_controls_are_typed(words: str, sees: str) -> None:
    talk = to_belief().taps("80").says(words)
    assert any(part in talk.reads for part in sees.split("|")), talk.transcript()


def test_an_option_that_is_called_like_a_control_is_the_option() -> None:
    talk = Talk("export").says("later").sees("nothing is sent")
    assert talk.state.active is None


def test_a_question_that_cannot_be_skipped_says_so() -> None:
    to_belief().says("skip").sees("/cancel", "How much do you believe it?")


def paste(talk: Talk, *lengths: int, apart: float = 0.5) -> Talk:
    """Send a long paste, as Telegram cuts it."""
    for place, length in enumerate(lengths):
        talk.now += apart
        talk.says("abcdefgh"[place] * length)
    return talk


def test_a_paste_of_12000_characters_is_one_answer() -> None:
    talk = paste(begin().says("They wrote"), 4096, 4096, 3808).sees("How much do you believe it?", "Added")
    assert spoken(talk)["thought"] == "a" * 4096 + "b" * 4096 + "c" * 3808
    assert "belief" not in spoken(talk)
    talk.commands("undo").sees("Which thought?")


@pytest.mark.parametrize(("first", "apart"), [(4096, 2.5), (3999, 0.5)])
def test_a_later_or_a_shorter_message_is_an_answer_of_its_own(first: int, apart: float) -> None:
    talk = paste(begin(), first, 50, apart=apart)
    assert spoken(talk) == {"situation": "a" * first, "thought": "b" * 50}


def test_a_paste_may_end_the_conversation_and_go_on() -> None:
    talk = paste(Talk("wins"), 4096, 10)
    assert talk.written("win") == [{"win": "a" * 4096 + "b" * 10}]


def test_a_paste_out_of_nowhere_is_one_message() -> None:
    talk = paste(Talk(), 4096, 100).taps("Just keep it")
    assert talk.written("note") == [{"note": "a" * 4096 + "b" * 100}]


def test_a_long_paste_is_cut_at_the_longest_answer() -> None:
    talk = paste(begin(), 4096, 4096, 4096, 4096, 4096)
    assert len(str(spoken(talk)["situation"])) == 20_000


def test_an_edited_answer_is_offered_and_taken() -> None:
    talk = (
        begin().says("They wrote").says("I am no good").corrects("I did badly once").sees("I did badly once")
    )
    talk.taps("Yes, take the new one").sees("How much")
    assert spoken(talk)["thought"] == "I did badly once"
    talk.commands("undo")
    assert spoken(talk)["thought"] == "I am no good"


def test_an_edited_answer_can_be_left_and_what_was_ticked_stays() -> None:
    talk = to_belief().taps("80").taps("Mind reading").corrects("other", back=0)
    talk.taps("No, leave it").sees("Which traps?")
    assert talk.question is not None
    assert talk.question.chosen == ({"slug": "mind"},)


def test_an_edited_message_that_was_unclear_is_read_again() -> None:
    talk = to_belief().says("lots").sees("number").corrects("70")
    assert spoken(talk)["belief"] == 70


def test_an_edit_of_an_older_message_changes_nothing() -> None:
    talk = to_belief()
    before: Session = session_of(talk)
    talk.corrects("something else", back=1).sees("a while back", "How much")
    assert session_of(talk).answers == before.answers


def test_forwarded_words_are_not_ones_own() -> None:
    talk = begin().says("We regret to tell you", forwarded=True).sees("own words", "What happened?")
    assert spoken(talk) == {}
