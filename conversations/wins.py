"""/wins: log what went well, or a strength; earlier ones and done plans stand first, as evidence."""

from __future__ import annotations

from conversations.dialogue import Dialogue
from conversations.facts import Entry, Facts
from conversations.lines import excerpt, line
from conversations.memory import hold_recent
from conversations.plans.keeping import is_care
from conversations.plans.words import action_word
from conversations.records import Plan, Win

SHOWN = 3
"""How many earlier wins, and how many done plans, are shown first."""
LONGEST = 80
"""Characters of a done plan's action that are shown."""


def wins(ask: Dialogue, facts: Facts) -> None:
    """Show a few earlier wins, then write down a new one."""
    if "again" not in facts.given:
        _show_earlier(ask, facts)
    ask.record("win", Win(ask.text("win", starters=("did", "learned", "told", "kept-going"))))
    ask.say("kept")
    if ask.choice("next", ("another", "enough")) == "another":
        ask.follow("wins", again="yes")


def _show_earlier(ask: Dialogue, facts: Facts) -> None:
    """Show the wins and the done plans there were at the start; in quiet days no plan about applying."""
    found = hold_recent(ask, facts, "earlier-ids", Win.kind, SHOWN)
    done = hold_recent(ask, facts, "done-ids", Plan.kind, SHOWN, _is_done)
    done = [entry for entry in done if not facts.quiet or is_care(entry)]
    if found or done:
        ask.say("earlier")
    for entry in found:
        ask.say("one", win=excerpt(entry.words("win")))
    for entry in done:
        ask.repeat(line("plan-done-row", action=action_word(entry.words("action"), LONGEST)))


def _is_done(entry: Entry) -> bool:
    return entry.words("state") == "done"
