"""/settings: country, time zone, language and pause, each with its present value."""

from __future__ import annotations

from conversations.dialogue import Dialogue
from conversations.effects import ChangePerson
from conversations.facts import Facts
from conversations.lines import Line, Option, Word, line
from conversations.pause import silence_word
from conversations.safety.helplines import countries
from conversations.spoken import spoken_hour
from conversations.zones import city_of, find_zone, offered_zones

UNSET = line("settings-unset")
OFTEN = 12
"""Countries that are buttons at once; the file of helplines has those asked for most first."""


def settings(ask: Dialogue, facts: Facts) -> None:
    """Show what is set, and change one of it."""
    country, zone = _country_word(facts.country), facts.zone or UNSET
    unasked = silence_word(facts.silence)
    options = ("country", "zone", "pause", "close")
    match ask.choice("what", options, wide=True, country=country, zone=zone, unasked=unasked):
        case "country":
            _set_country(ask, country)
        case "zone":
            _set_zone(ask, facts, zone)
        case "pause":
            ask.follow("pause")


def _country_word(country: str | None) -> Word:
    return UNSET if country is None else Line("safety-country", (), f"o-{country.lower()}")


def _set_country(ask: Dialogue, present: Word) -> None:
    """Offer the countries asked for most, then the others; a typed name of any of them is understood."""
    options = [Option(code.lower(), Line("safety-country", (), f"o-{code.lower()}")) for code in countries()]
    often, others = options[:OFTEN], options[OFTEN:]
    first: tuple[str | Option, ...] = (*often, "more", "other")
    chosen = ask.choice("country", (*first, *others), shown=len(first), country=present)
    if chosen == "more":
        rest: tuple[str | Option, ...] = (*others, "other")
        chosen = ask.choice("country-more", (*rest, *often), shown=len(rest), country=present)
    if chosen == "other":
        ask.effect("country", ChangePerson("country", None))
        ask.say("country-none")
    else:
        ask.effect("country", ChangePerson("country", chosen.upper()))
        ask.say("country-kept", country=_country_word(chosen))


def _set_zone(ask: Dialogue, facts: Facts, present: Word) -> None:
    """Take a button, an IANA name or a city; ask once more for a city that is not known."""
    offered = offered_zones()
    options = [Option(slug, city_of(name)) for slug, name in offered.items()]
    chosen = ask.pick("zone", options, zone=present)
    zone = offered.get(chosen.value) or find_zone(chosen.value)
    if zone is None:
        city = ask.text("city", about=chosen.value, city=chosen.value)
        zone = find_zone(city)
        if zone is None:
            ask.say("zone-unknown", city=city)
            return
    ask.effect("zone", ChangePerson("zone", zone))
    ask.say("zone-kept", zone=zone)
    when = facts.next_said(zone)
    if when is not None:
        ask.repeat(line("due-next", when=spoken_hour(when), city=city_of(zone)))
