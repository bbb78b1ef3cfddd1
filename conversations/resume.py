"""/resume: ends a pause; what was due meanwhile comes at a decent hour, what got too late does not."""

from __future__ import annotations

from conversations.answers import as_bool
from conversations.dialogue import Dialogue
from conversations.effects import Pause
from conversations.facts import Facts


def resume(ask: Dialogue, facts: Facts) -> None:
    """End the pause, if there is one."""
    if ask.pin("silent", facts.silence is not None, as_bool):
        ask.effect("resume", Pause(0))
        ask.say("done")
    else:
        ask.say("not-paused")
