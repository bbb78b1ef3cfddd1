"""Journals: visits to the interview journal that chance seldom finds, yielded where something new is said."""

from __future__ import annotations

from collections.abc import Iterator

from tests.conversations.talk import Talk


def many_questions() -> Iterator[Talk]:
    """Go through as many questions of an interview as there may be, in a long visit."""
    talk = Talk("journal").taps("I have some time", *("~skip",) * 4).says("Three people, one window")
    talk.taps(*("~skip",) * 5, "Yes, one by one")
    for place in range(8):
        yield talk.says(f"Question {place}").taps(*("~skip",) * 4)
        if place < 7:
            talk.taps("Yes, another")


def believed_interview() -> Iterator[Talk]:
    """Tell of an interview where somebody was asked what they should not have been."""
    talk = Talk("journal", country="GB").taps("I have some time", *("~skip",) * 4)
    yield talk.says("They asked if I was pregnant, and laughed")
    yield talk.taps(*("~skip",) * 4, "Yes, one by one").says("They asked if I was pregnant")
    yield talk.taps("~skip", "That's all", "It was a no", "No")
    yield talk.taps("Yes, who advises")


def interrupted_interview() -> Iterator[Talk]:
    """Come to a hard place in the middle; what was told is kept, and nothing more is asked."""
    talk = Talk("journal").taps("The short version", "~skip").says("Three people, one window")
    yield talk.says("I want to die", crisis=True).commands("continue")


JOURNALS = (many_questions, believed_interview, interrupted_interview)
"""All of them."""
