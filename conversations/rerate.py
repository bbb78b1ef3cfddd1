"""rerate: a day or a week after a thought record, two ratings and whether it held.

Re-rating later is a part of the record (PRODUCT.md, section 2, 4). What comes out is never judged.
"""

from __future__ import annotations

from conversations.dialogue import Dialogue
from conversations.facts import Entry, Facts
from conversations.lines import excerpt, line
from conversations.memory import hold_latest
from conversations.records import Rerating, ThoughtRecord
from conversations.spoken import spoken

HELD = ("holds", "partly", "not-today")


def rerate(ask: Dialogue, facts: Facts) -> None:
    """Show both thoughts, ask again how true and how strong, and whether it held; keep what is said."""
    entry = _find(ask, facts)
    if entry is None or not entry.words("thought"):
        ask.repeat(line("due-gone"))
        return
    thought, balanced = entry.words("thought"), entry.words("balanced")
    with ask.in_view("thought-in-view", thought=excerpt(thought)):
        belief = ask.scale("belief", 0, 100, step=10, skippable=True, about=thought)
        mood = _ask_mood(ask, entry)
    if balanced:
        with ask.in_view("balanced-in-view", balanced=excerpt(balanced)):
            held = ask.choice("held", HELD, about=balanced)
    else:
        held = ask.choice("easier", HELD, about=thought)
    ask.record("rerating", Rerating(held, belief, mood), under=entry.id)
    ask.say(f"answer-{held}")
    if held == "not-today" and ask.choice("next", ("look", "enough")) == "look":
        ask.follow("reframe", thought=thought)


def _find(ask: Dialogue, facts: Facts) -> Entry | None:
    """Return the record that was named, or the latest."""
    given = facts.given.get("record", "")
    if not given.isdecimal():
        return hold_latest(ask, facts, "record", ThoughtRecord.kind, lambda entry: True)
    entry = facts.diary.get(int(given))
    return entry if entry is not None and entry.kind == ThoughtRecord.kind else None


def _ask_mood(ask: Dialogue, entry: Entry) -> int | None:
    """Ask how strong the feeling of then is now, if one was named."""
    mood = entry.words("mood")
    if not mood:
        return None
    return ask.scale("mood", 0, 100, step=10, skippable=True, about=mood, mood=spoken("mood", mood))
