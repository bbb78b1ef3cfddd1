"""/delete: shows what there is, asks once, erases everything."""

from __future__ import annotations

from conversations.dialogue import Dialogue
from conversations.effects import EraseEverything
from conversations.facts import Facts
from conversations.lines import Line, line
from conversations.records import KINDS


def delete(ask: Dialogue, facts: Facts) -> None:
    """Say by kind what there is and what cannot be erased, then ask once.

    What can and cannot be erased: PRODUCT.md, section 5 ("never claim to erase more than is true"). The last
    word is said when all is erased: by then nothing of the person is left to say it with.
    """
    ask.say("what")
    counts = facts.diary.counts()
    for kind in (record.kind for record in KINDS):
        if counts.get(kind):
            words = Line("delete-kinds", (("count", counts[kind]),), f"o-{kind.replace('_', '-')}")
            ask.say("count", what=words)
    ask.say("count", what=line("delete-settings"))
    ask.say("limits")
    if ask.confirm("sure"):
        ask.effect("erase", EraseEverything())
        ask.say("done")
    else:
        ask.say("kept")
