"""/wins: log something that went well, or a strength; earlier ones stand first, as evidence."""

from __future__ import annotations

from conversations.dialogue import Dialogue
from conversations.facts import Entry, Facts
from conversations.lines import Json, excerpt
from conversations.records import Win

SHOWN = 3
"""How many earlier wins are shown first."""


def wins(ask: Dialogue, facts: Facts) -> None:
    """Show a few earlier wins, then write down a new one."""
    if "again" not in facts.given:
        _show_earlier(ask, facts)
    ask.record("win", Win(ask.text("win", starters=("did", "learned", "told", "kept-going"))))
    ask.say("kept")
    if ask.choice("next", ("another", "enough")) == "another":
        ask.follow("wins", again="yes")


def _show_earlier(ask: Dialogue, facts: Facts) -> None:
    """Show the wins there were at the start: held by id, so that a deleted one is not shown again."""
    ids = ask.pin("earlier-ids", tuple(entry.id for entry in facts.diary.recent("win", SHOWN)), _as_ids)
    found: list[Entry] = [entry for id in ids if (entry := facts.diary.get(id)) is not None]
    if not found:
        return
    ask.say("earlier")
    for entry in found:
        ask.say("one", win=excerpt(entry.words("win")))


def _as_ids(value: Json) -> tuple[int, ...] | None:
    return tuple(id for id in value if isinstance(id, int)) if isinstance(value, list) else None
