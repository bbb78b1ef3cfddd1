"""/export: everything we hold about a person, as one file."""

from __future__ import annotations

from conversations.dialogue import Dialogue
from conversations.effects import SendExport
from conversations.facts import Facts


def export(ask: Dialogue, facts: Facts) -> None:
    """Ask before private words lie open in the chat, then have them sent."""
    if ask.confirm("sure"):
        ask.effect("export", SendExport())
        ask.say("coming")
    else:
        ask.say("not")
