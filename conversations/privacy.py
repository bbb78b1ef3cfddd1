"""/privacy: what is kept, in plain words, and the ways to get it or erase it."""

from __future__ import annotations

from conversations.dialogue import Dialogue
from conversations.facts import Facts
from conversations.lines import line

WAYS = ("export", "history", "delete")


def privacy(ask: Dialogue, facts: Facts) -> None:
    """Say what is kept and lead on to what can be done about it."""
    ask.repeat(line("privacy"))
    way = ask.choice("next", (*WAYS, "nothing"), wide=True)
    if way in WAYS:
        ask.follow(way)
