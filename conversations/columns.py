"""The middle columns of a thought record: facts for and against, one good question, the balanced thought."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace

from conversations.dialogue import Dialogue
from conversations.evidence import chosen_facts, recorded_facts
from conversations.facts import Facts
from conversations.records import ThoughtRecord
from conversations.understanding.wording import remark_on

ROOM = 1000
"""Characters an answer of one's own may have here."""


def weigh_facts(ask: Dialogue, facts: Facts, record: ThoughtRecord) -> Iterator[ThoughtRecord]:
    """Ask for facts for and against and one good question; yield the record as it fills."""
    thought = record.thought
    record = replace(record, evidence_for=ask.text("for", about=thought, skippable=True))
    yield record
    record = replace(record, evidence_against=_against(ask, facts, thought))
    yield record
    answer = ask.text(f"lens-{record.lens}", about=thought, skippable=True)
    yield replace(record, lens_answer=answer)


def _against(ask: Dialogue, facts: Facts, thought: str) -> tuple[str, ...]:
    """Offer what the person has recorded, own words beside it; without records, ask for own words."""
    found = recorded_facts(ask, facts)
    if not found:
        words = ask.text("against", about=thought, skippable=True, starters=("asked", "managed", "said"))
        return (words,) if words else ()
    with ExitStack() as shown:
        for fact in found:
            shown.enter_context(ask.in_view("fact-in-view", fact=fact.words))
        options = [fact.option for fact in found]
        picks = ask.several("against-recorded", options, most=4, own=ROOM, about=thought, skippable=True)
    return chosen_facts(picks or (), facts.diary)


def find_balance(ask: Dialogue, record: ThoughtRecord) -> ThoughtRecord:
    """Ask for the balanced thought; one kind remark at most, and "keep it as it is" is accepted."""
    starters = ("even-though", "one-no", "i-cannot-know", "what-is-true")
    balanced = ask.text("balanced", about=record.thought, skippable=True, starters=starters)
    if balanced is None:
        return record
    given = (record.evidence_for, *record.evidence_against, record.lens_answer)
    remark = remark_on(balanced, [words for words in given if words])
    if remark is not None:
        kind, word = remark
        again = ask.pick(f"remark-{kind}", ("keep",), own=ROOM, about=balanced, word=word, balanced=balanced)
        balanced = again.own or balanced
    return replace(record, balanced=balanced)
