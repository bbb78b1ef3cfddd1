"""The role of a posting: read from its first line, asked for, or hidden in a posting pasted in its place."""

from __future__ import annotations

from conversations.asks import find_role
from tests.conversations.talk import NOON, Memory, Talk
from tests.conversations.test_posting import PASTED


def test_the_role_stands_in_the_first_line_of_a_posting_or_is_asked() -> None:
    assert find_role(PASTED) == "Ward Clerk"
    assert find_role(PASTED.replace("Ward Clerk", "Job title: Night porter")) == "Night porter"
    for first in (
        "About us",
        "We offer a pension.",
        "https://jobs.example/1",
        "- Excel",
        "x" * 90,
        "Your profile",
    ):
        assert find_role(PASTED.replace("Ward Clerk (part-time)", first)) is None, first
    for words in ("", "Ward clerk", "SQL\nGerman", "One long line of text that names no role at all. " * 9):
        assert find_role(words) is None, words
    talk = Talk("posting").says(PASTED).says("Clerk on a ward").sees("Good knowledge of Excel")
    assert talk.written("posting")[0]["role"] == "Clerk on a ward"


def test_a_posting_pasted_where_the_role_is_asked_is_taken_as_the_posting() -> None:
    diary = Memory()
    diary.add("application", {"role": "Porter"}, NOON - 9e5)
    for talk in (Talk("posting"), Talk("posting", diary=diary)):
        talk.taps("~skip").says(PASTED).sees("role", "Ward Clerk").taps("Ward Clerk")
        talk.sees("Good knowledge of Excel", "three to five matter most")
        assert talk.written("posting")[0]["role"] == "Ward Clerk"
    long = (
        Talk("posting")
        .taps("~skip")
        .says("We look for someone who can cook, clean and drive " * 3)
        .sees("role")
    )
    long.says("Cook").sees("ask for")
    assert long.written("posting")[0]["role"] == "Cook"
