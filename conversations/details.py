"""The details of a rejection, optional and later: how the news came, the stage, the job."""

from __future__ import annotations

from collections.abc import Iterator

from conversations.dialogue import Dialogue
from conversations.effects import ChangeEntry
from conversations.facts import Entry, Facts
from conversations.lines import digest
from conversations.memory import hold_latest

NEWS = ("mail", "call", "portal", "silence", "in-person")
STAGES = ("applied", "screen", "interview", "task", "final")
TOMORROW = "tomorrow"
OF_JOB = ("role", "company")


def ask_details(ask: Dialogue, facts: Facts) -> Iterator[tuple[str, str | None]]:
    """Yield (field, answer) one by one as they are given; "tomorrow" puts them all off.

    In quiet days (72 hours after a crisis card) nothing more is asked, and what was said stays.
    """

    def may(key: str) -> bool:
        return not facts.quiet or ask.answered(key)

    news = ask.choice("news", (*NEWS, TOMORROW), skippable=True) if may("news") else None
    if news == TOMORROW:
        yield "details", TOMORROW
        return
    yield "details", None
    yield "news", news
    yield "stage", ask.choice("stage", STAGES, skippable=True) if may("stage") else None
    yield "role", ask.text("role", skippable=True) if may("role") else None
    yield "company", ask.text("company", skippable=True) if may("company") else None
    yield "taken", ask.choice("taken", ("yes", "no", "unsure"), skippable=True) if may("taken") else None


def add_postponed(ask: Dialogue, facts: Facts) -> bool:
    """Offer to add what was put off until "tomorrow"; return whether that is what the person came for."""
    entry = hold_latest(ask, facts, "postponed", "status", lambda one: one.words("details") == TOMORROW)
    if entry is None or (facts.quiet and not ask.answered("postponed-details")):
        return False
    way = ask.choice("postponed-details", ("add", "new", "drop"), wide=True)
    if way == "drop":
        ask.effect("drop", ChangeEntry(entry.id, "details", None))
    if way != "add":
        return False
    for name, value in ask_details(ask, facts):
        if value != TOMORROW and (value or name == "details"):
            _change(ask, entry, name, value)
    ask.say("details-kept")
    return True


def _change(ask: Dialogue, entry: Entry, name: str, value: str | None) -> None:
    """Write an answer into the entry it belongs to; an edited answer is written again."""
    target = entry.parent if name in OF_JOB else entry.id
    if target is not None:
        ask.effect(f"{name}-{digest(value)}", ChangeEntry(target, name, value))
