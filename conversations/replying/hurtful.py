"""A reply with an insult or a verdict in it: that part is set apart, and nothing is made of it."""

from __future__ import annotations

from conversations.burn import burn
from conversations.calm import settle
from conversations.dialogue import Dialogue
from conversations.facts import Facts
from conversations.lines import excerpt
from conversations.replying.account import Account

QUOTED = 60
"""Characters of the hurtful words that are quoted, once."""
WAYS = ("settle", "burn", "enough")


def look_past(ask: Dialogue, facts: Facts, account: Account) -> bool:
    """Set the hurtful part apart; return whether the person wants to look at the rest, and there is one."""
    reading = account.reading
    words = excerpt(reading.of_sort("hurtful")[0].rstrip("."), QUOTED)
    way = ask.choice("hurtful", ("leave", "look", "enough"), wide=True, about=account.words, words=words)
    account.note(usable=reading.usable)
    if way == "look" and reading.concrete is not None:
        return True
    if way == "look":
        ask.say("none-usable")
    if way != "enough":
        _ease(ask, facts, account)
    ask.say("kept-hurtful")
    return False


def _ease(ask: Dialogue, facts: Facts, account: Account) -> None:
    """Offer two minutes, or a reply to burn, until it is enough."""
    used: tuple[str, ...] = ("settle",) if account.settled else ()
    first = True
    while True:
        left = tuple(way for way in WAYS if way not in used)
        with ask.within("ease", "first" if first else used[-1]):
            way = ask.choice("hurt" if first else "hurt-again", left, wide=True)
        if way == "settle":
            with ask.within("eased", "calm", texts="calm"):
                settle(ask)
        elif way == "burn":
            with ask.within("burnt", "1", texts="burn"):
                burn(ask, facts, account.case.words("role"), account.case.words("company"))
        if way == "enough" or len(left) == 2:
            return
        used, first = (*used, way), False
