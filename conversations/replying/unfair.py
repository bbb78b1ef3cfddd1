"""A reply that names discrimination: the person is believed, nothing is explained away, advisers are offered.

Source of the rule: PRODUCT.md, section 3, "Not every hard thought is distorted".
"""

from __future__ import annotations

from conversations.believed import name_advisers
from conversations.dialogue import Dialogue
from conversations.facts import Facts
from conversations.records import Note

WAYS = ("advisers", "write", "go-on", "enough")


def stand_by(ask: Dialogue, facts: Facts, under: str | int) -> bool:
    """Offer advisers and to write down what happened; return whether the person wants to look at the rest.

    Args:
        under: the reply, which a note belongs to.
    """
    used: tuple[str, ...] = ()
    while True:
        left = tuple(way for way in WAYS if way not in used)
        with ask.within("after", used[-1] if used else "first"):
            way = ask.choice("unfair-again" if used else "unfair", left, wide=True)
        if way == "advisers":
            with ask.within("believed", "1", texts="believed"):
                name_advisers(ask, facts)
        elif way == "write":
            ask.record("note", Note(ask.text("happened")), under)
            ask.say("noted")
        else:
            return way == "go-on"
        used = (*used, way)
