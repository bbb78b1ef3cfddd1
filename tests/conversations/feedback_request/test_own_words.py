"""Words that go into letters: roles, aims, names and details stand as people would say them."""

from __future__ import annotations

import re

import pytest

from conversations.feedback_request.blocks import load_blocks
from conversations.feedback_request.compose import compose
from conversations.feedback_request.contractions import write_out
from conversations.feedback_request.letter import Ingredients
from conversations.feedback_request.own_words import detail_form, goal_phrase, has_title, role_phrase


@pytest.mark.parametrize(
    ("role", "phrase"),
    [
        (None, "the role"), ("Senior Nurse", "the Senior Nurse role"), ("the nurse job", "the nurse job"),
        ("nurse job", "the nurse job"), ("a junior dev position", "a junior dev position"),
        ("the Editor", "the Editor role"), ("Cook at Bo's", "the role of Cook at Bo's"),
        ("a nurse", "the role of a nurse"),
    ],
)  # fmt: skip
def test_a_role_stands_as_people_would_say_it(role: str | None, phrase: str) -> None:
    assert role_phrase(role) == phrase


@pytest.mark.parametrize(
    ("role", "phrase"),
    [
        ("Senior Nurse", "a Senior Nurse role"), ("engineer", "an engineer role"),
        ("nursing", "work in nursing"), ("a job in tech", "a job in tech"),
        ("first job", "a first job"), (None, None),
    ],
)  # fmt: skip
def test_an_aim_stands_as_people_would_say_it(role: str | None, phrase: str | None) -> None:
    assert goal_phrase(role) == phrase


@pytest.mark.parametrize(
    ("name", "titled"),
    [("Ms Okafor", True), ("Dr. Schmidt", True), ("Priya", False), ("Missy", False), (None, False)],
)
def test_nobody_says_hi_to_a_title(name: str | None, titled: bool) -> None:
    greetings = {compose(Ingredients(name=name, sign="Sam"), str(seed)).parts[0].text for seed in range(60)}
    assert (f"Hi {name}," in greetings) is (name is not None and not titled)
    assert has_title(name) is titled


@pytest.mark.parametrize(
    ("text", "long"),
    [
        ("I'd like that, and it's fine.", "I would like that, and it is fine."),
        ("I'd hoped so; it's been a while.", "I had hoped so; it has been a while."),
        ("I'm sure I've said what's true.", "I am sure I have said what is true."),
        ("Don't worry, the candidate's CV can't wait.", "Don't worry, the candidate's CV can't wait."),
    ],
)
def test_short_forms_can_be_written_out(text: str, long: str) -> None:
    assert write_out(text) == long


def test_no_wording_is_broken_by_writing_it_out() -> None:
    for block in load_blocks():
        for text in block.spoken(""):
            long = write_out(text)
            assert not re.search(r"\bI would (very much |so )?(\w+ed|been|set|known|taken)\b", long), long
            assert not re.search(r"\bis (been|taken|helped|given|got)\b", long), long


@pytest.mark.parametrize(
    ("detail", "form"),
    [
        ("the tour of the lab", "phrase"), ("walking me through it", "doing"),
        ("You showed me the lab.", "said"), ("the way you told me about it", "phrase"),
        ("Sam explained it", "said"), ("you showed me the lab", "sentence"), ("Your patience", "sentence"),
        ("When I was lost you helped", "said"), ("That you showed me the lab", "sentence"),
        ("for the tea", "for"), ("thanks for the tea", "thank-low"), ("Thank you", "thank"),
        ("it was fun. Really", "sentence"), (None, "none"),
    ],
)  # fmt: skip
def test_a_detail_is_put_where_it_is_grammatical(detail: str | None, form: str) -> None:
    assert detail_form(detail) == form
