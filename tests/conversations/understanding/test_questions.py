"""Questions an employer should not ask, and those that only sound alike."""

from __future__ import annotations

import pytest

from conversations.understanding.questions import is_unfair


@pytest.mark.parametrize(
    "question",
    [
        "Are you pregnant?", "Are you planning to have children?", "Do you have kids", "how old are you",
        "Do you want a family?", "What's your religion?", "Where are you really from?", "are you single",
        "They asked if I was pregnant",
    ],
)  # fmt: skip
def test_a_question_about_the_person_is_known(question: str) -> None:
    assert is_unfair(question)


@pytest.mark.parametrize(
    "question",
    [
        "Have you worked with children?", "Do you have children's books on your list?",
        "How old is the system?",        "What experience do you have with children?",
        "Tell me about a period of change", "Why did you leave your last job?", "Where do you see yourself?",
        "Are you tied to one tool?", "What is your greatest weakness?",
    ],
)  # fmt: skip
def test_a_question_about_the_work_is_not(question: str) -> None:
    assert not is_unfair(question)
