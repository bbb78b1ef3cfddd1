"""/why: why a no stings, and what the help here rests on, with its sources. On request only."""

from __future__ import annotations

from conversations.dialogue import Dialogue
from conversations.facts import Facts


def why(ask: Dialogue, facts: Facts) -> None:
    """Say it, with the part that is disputed (Woo 2014), and go on with what is open."""
    ask.say("sting")
    ask.say("help")
