"""Restraint: in quiet days nothing more is asked about applying, and what was said stays."""

from __future__ import annotations

from dataclasses import dataclass

from conversations.dialogue import Dialogue


@dataclass(frozen=True, slots=True)
class Restraint:
    """Says whether a question may be asked (72 hours after a crisis card: PRODUCT.md, section 5)."""

    ask: Dialogue
    quiet: bool

    def __call__(self, key: str) -> bool:
        """Return whether the question `key` of the present scope may be asked, or was answered already."""
        return not self.quiet or self.ask.answered(key)
