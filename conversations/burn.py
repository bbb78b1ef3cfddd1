"""Burn the reply: type what one would love to send; it is never kept; then one that can be sent appears.

The words are screened like any, then thrown away, and the message is deleted from the chat (PRODUCT.md, 2).
"""

from __future__ import annotations

from conversations.dialogue import Dialogue
from conversations.effects import BurnWords
from conversations.facts import Facts
from conversations.lines import Word, line


def burn(ask: Dialogue, facts: Facts, role: str | None = None, company: str | None = None) -> None:
    """Let the words out, burn them, and offer a reply that can be sent (not in quiet days)."""
    ask.text("letter", keep=False)
    outcome = ask.effect("burn", BurnWords(ask.path("letter")))
    ask.say("burnt")
    if outcome == "failed":
        ask.say("still-there")
    if facts.quiet and not ask.answered("reply"):
        return
    draft = line("burn-draft", role=_or_blank(role, "role"), company=_or_blank(company, "company"))
    option, _ = ask.review("reply", draft, ("take", "none"))
    ask.say("taken" if option == "take" else "unsent")


def _or_blank(words: str | None, name: str) -> Word:
    return words if words else line(f"burn-blank-{name}")
