"""Restraint: in quiet days nothing more is asked about applying, and what was said stays."""

from __future__ import annotations

from dataclasses import dataclass
from functools import wraps

from conversations.dialogue import Conversation, Dialogue
from conversations.facts import Facts
from conversations.replay import Paused


@dataclass(frozen=True, slots=True)
class Restraint:
    """Says whether a question may be asked (72 hours after a crisis card: PRODUCT.md, section 5)."""

    ask: Dialogue
    quiet: bool

    def __call__(self, key: str) -> bool:
        """Return whether the question `key` of the present scope may be asked, or was answered already."""
        return not self.quiet or self.ask.answered(key)


def rests_in_quiet_days(conversation: Conversation) -> Conversation:
    """Let a conversation about applying end at its first new question in quiet days.

    It then says `another-day`, or `kept` if something was recorded on the way.
    """

    @wraps(conversation)
    def restrained(ask: Dialogue, facts: Facts) -> None:
        try:
            conversation(ask, facts)
        except Paused as paused:
            if not facts.quiet or ask.has_answer(paused.prompt.key):
                raise
            ask.say("kept" if ask.run.records else "another-day")

    return restrained
