"""/wins: log something that went well, or a strength; earlier ones stand first, as evidence."""

from __future__ import annotations

from conversations.dialogue import Dialogue
from conversations.facts import Facts
from conversations.lines import excerpt
from conversations.memory import hold_recent
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
    """Show the wins there were at the start."""
    found = hold_recent(ask, facts, "earlier-ids", "win", SHOWN)
    if not found:
        return
    ask.say("earlier")
    for entry in found:
        ask.say("one", win=excerpt(entry.words("win")))
