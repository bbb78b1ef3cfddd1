"""Discrimination or harassment: no trap is named, nothing is explained away, an adviser is pointed to.

Source of the rule: PRODUCT.md, section 3, "Not every hard thought is distorted".
"""

from __future__ import annotations

from conversations.answers import as_text
from conversations.dialogue import Dialogue
from conversations.effects import ChangePerson
from conversations.facts import Facts
from conversations.lines import Line, Option
from conversations.records import Note
from conversations.safety.helplines import countries
from conversations.understanding.advisers import adviser_lines, advisers_for

WAYS = ("advisers", "write", "look", "enough")
MORE, ELSEWHERE = "countries", "elsewhere"
SHOWN = 8
"""Countries on the first page of buttons."""


def believe(ask: Dialogue, facts: Facts, under: str | int | None = None) -> bool:
    """Believe the person; return whether they want to look at the thought all the same.

    Args:
        under: the record a note belongs to.
    """
    ask.say("heard")
    used: tuple[str, ...] = ()
    while True:
        with ask.within("after", used[-1] if used else "first"):
            key = "again" if used else "way"
            way = ask.choice(key, tuple(way for way in WAYS if way not in used), wide=True)
        if way == "advisers":
            name_advisers(ask, facts)
        elif way == "write":
            ask.record("note", Note(ask.text("note")), under)
            ask.say("noted")
        else:
            return way == "look"
        used = (*used, way)


def name_advisers(ask: Dialogue, facts: Facts) -> None:
    """Name the advisers of the person's country; it is asked here if it was not told before."""
    told = ask.pin("told-country", facts.country or "", as_text)
    country = told or _ask_country(ask)
    for said in adviser_lines(country)[1:]:
        ask.repeat(said)
    ask.say("keep")


def _ask_country(ask: Dialogue) -> str | None:
    codes = [code.lower() for code in countries() if advisers_for(code)]
    options = [Option(code, Line("safety-country", (), f"o-{code}")) for code in codes]
    more, elsewhere = (Option(slug, Line("safety-buttons", (), f"o-{slug}")) for slug in (MORE, ELSEWHERE))
    slug = ask.choice("country", (*options[:SHOWN], more), skippable=True)
    if slug == MORE:
        slug = ask.choice("country-more", (*options[SHOWN:], elsewhere), skippable=True)
    if slug not in codes:
        return None
    ask.effect(f"country-{slug}", ChangePerson("country", slug.upper()))
    return slug.upper()
