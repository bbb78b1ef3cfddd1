"""Words, sentences, subjects and grades are counted as a reader would count them."""

from __future__ import annotations

import pytest
import textstat

from conversations.feedback_request.letter import Ingredients
from conversations.feedback_request.measures import (
    exclamations,
    grade,
    is_reply,
    sentences,
    shouted,
    subject_words,
    syllables,
    words,
)
from conversations.feedback_request.reading import Reading, normalise
from conversations.feedback_request.rules import load_rules

from .score import read

VOCABULARY = load_rules().vocabulary


def asked(text: str) -> int:
    return sum(ask.things for ask in Reading(text, Ingredients(), None, VOCABULARY).asks)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Thank you for your time.", 5),
        ("I don't know - honestly.", 4),
        ("A follow-up, e.g. next week", 5),
        ("It’s 3.5 years", 3),
        ("", 0),
        ("... !? --", 0),
        ("Zoë's café", 2),
    ],
)
def test_words_are_counted(text: str, number: int) -> None:
    assert len(words(text)) == number


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Thank you. I learned a lot.", ["Thank you.", "I learned a lot."]),
        ("Dear Dr. Weber, thank you.", ["Dear Dr. Weber, thank you."]),
        ("I like Python, SQL, etc. and more.", ["I like Python, SQL, etc. and more."]),
        ("We met at 9 a.m. on Monday.", ["We met at 9 a.m. on Monday."]),
        ("That helped me. Thank you!", ["That helped me.", "Thank you!"]),
        ("Hi Anna,\n\nthank you", ["Hi Anna,", "thank you"]),
        ("What now? Really?", ["What now?", "Really?"]),
        ("", []),
        (" \n\n ", []),
    ],
)
def test_sentences_are_split(text: str, parts: list[str]) -> None:
    assert list(sentences(text)) == parts


def test_a_line_that_a_mail_program_broke_is_one_sentence() -> None:
    text = "I would like to thank you for the time that you and your team\ntook for me last week."
    assert sentences(text) == (text,)


def test_every_sentence_stands_in_its_text() -> None:
    for name in ("good", "bad_guided", "bad_unguided"):
        for entry, _ in read(name):
            assert all(sentence in entry["text"] for sentence in sentences(entry["text"]))


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Thank you for your time.", 0),
        ("What could I do better?", 1),
        ("What went well, and what should I change?", 2),
        ("Could you tell me what went well, what did not, and how I came across?", 3),
        ("I'd be grateful for one tip.", 1),
        ("May I ask two questions? What went well? Which part was weak?", 2),
        ("I want to learn from this.", 0),
        ("What did you notice about how I worked with the group?", 1),
        ("If you were in my place, what would you read first?", 1),
        ("Was it the drawing or was it the talk?", 1),
    ],
)
def test_what_is_asked_is_counted(text: str, number: int) -> None:
    assert asked(text) == number


@pytest.mark.parametrize(
    ("subject", "number"),
    [
        ("Advice for next time", 4),
        ("Re: Advice for next time", 4),
        ("AW: Fwd: RE: Your news", 2),
        ("", 0),
        ("Re:", 0),
    ],
)
def test_a_subject_is_counted_without_its_re(subject: str, number: int) -> None:
    assert subject_words(subject) == number


def test_a_reply_is_known_by_its_subject() -> None:
    assert is_reply("RE: the nurse job")
    assert not is_reply("Regarding the nurse job")


def test_shouting_spares_what_is_written_so() -> None:
    assert shouted("I NEED the SQL test NOW", known=["SQL"]) == ("NEED", "NOW")
    assert shouted("I am in an HR team") == ()
    assert exclamations("Hi! Thanks!!") == 3


@pytest.mark.parametrize(
    ("word", "number"), [("job", 1), ("advice", 2), ("interview", 3), ("create", 2), ("the", 1)]
)
def test_syllables(word: str, number: int) -> None:
    assert syllables(word) == number


def test_grades_are_close_to_those_of_textstat() -> None:
    texts = [
        entry["text"]
        for name in ("good", "bad_guided")
        for entry, _ in read(name)
        if len(entry["text"]) > 300
    ]
    plain = [" ".join(text.split()) for text in texts]
    apart = [abs(grade(text) - float(textstat.flesch_kincaid_grade(text))) for text in plain]
    assert len(apart) >= 100
    assert sum(apart) / len(apart) < 1.0


def test_harder_words_have_a_higher_grade() -> None:
    assert grade("I want to do it well. Can you help me?") < 3
    assert (
        grade("Notwithstanding institutional considerations, characterisation necessitates elaboration.") > 15
    )
    assert grade("") == 0.0


def test_spelling_accents_and_marks_do_not_hide_words() -> None:
    assert normalise("  Thx!! I’m soooo   gratéful...", VOCABULARY.spellings) == " thanks i am soo grateful "
