"""Posting visits: talks that tailor to a posting, yielded where something new is said."""

from __future__ import annotations

from collections.abc import Iterator

from tests.conversations.strolls import interrupted, stroll
from tests.conversations.talk import NOON, Memory, Talk

PASTED = """Ward Clerk (part-time)

St Mary's Hospital | Leeds

What you bring
- At least one year of experience in an office
- Good knowledge of Excel
- Calm and friendly on the phone
- You are willing to work every second weekend

What we offer
- 27 days holiday

Apply by 3 December at jobs@stmarys.example
"""
OPEN = ("CV: numbers, results", "CV: their words", "Letter: first lines", "Second pair of eyes")


def pasted_postings() -> Iterator[Talk]:
    """Paste a posting; paste something that asks for nothing; say nothing at all."""
    yield from stroll(Talk("posting"), PASTED, "Ward Clerk", "Good knowledge of Excel", "~done")
    yield from stroll(Talk("posting"), "https://jobs.example/1?x=2", "~skip", "SQL\nGerman")
    yield from stroll(Talk("posting").taps("~skip", "~skip"), "None yet")


def gaps() -> Iterator[Talk]:
    """Have two gaps, and take one up."""
    talk = Talk("posting").says("SQL\nGerman\nExcel").says("Clerk").taps("Not yet", "Not yet", "A bit")
    yield from stroll(talk, "I kept a rota in it", "German", "Both", "I have not yet …", "learnt it", "~skip")
    yield from stroll(talk, "Keep it like this", "~skip")


def checklist_of_before() -> Iterator[Talk]:
    """Go on with the checklist of the last posting, in part and to its end; or take a new posting."""
    diary = Memory()
    diary.add("posting", {"asks": "SQL", "role": "Clerk", "checked": ["top", "page"]}, NOON - 9e5)
    yield from stroll(Talk("posting", diary=diary), "A new posting")
    yield from stroll(Talk("posting", diary=diary), "Go on with that one", *OPEN, "~done")
    yield from stroll(Talk("posting", diary=diary), "Go on with that one", "Names and details", "~done")


def posting_in_hard_days() -> Iterator[Talk]:
    """Come to it in quiet days, or come to a hard place in the middle."""
    yield Talk("posting", quiet=True)
    yield interrupted(Talk("posting").says("SQL").says("Clerk").taps("Not yet", "An honest line"))


POSTINGS = (pasted_postings, gaps, checklist_of_before, posting_in_hard_days)
"""All of them."""
