"""The cards that show people to talk to, from package data alone: they can go out when all else fails.

Their buttons are addressed to "sos" and mean the same at any time: go, stop, misread, show (the yes of
the softer question), countries (all of them) and country-xx; for under 18 youth-all and youth-xx.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from conversations.lines import Button, Card, Line, line
from conversations.safety.helplines import Helpline, Kind, countries, country_of, directory, helplines_for

NAME = "sos"
OFFERED = 12
"""Countries on the first card; the button "countries" shows the rest."""

_COLUMNS = 2


def crisis_card(country: str | None, *, abuse: bool = False, every_country: bool = False) -> Card:
    """Return the card shown at once on crisis words: people first, then go on, stop or "you misunderstood".

    Args:
        country: ISO code the person chose, None if none; one without lines of its own gets the finder.
        abuse: whether abuse at home was named: its lines come first.
        every_country: whether all country buttons are offered rather than the most used.
    """
    return _card("safety-crisis", country, _kinds(abuse), ("go", "stop", "misread"), every_country)


def sos_card(country: str | None, *, every_country: bool = False) -> Card:
    """Return the answer to /sos: all lines of the country, with go on and stop."""
    return _card("safety-sos", country, ("crisis", "abuse"), ("go", "stop"), every_country)


def youth_card(country: str | None, *, every_country: bool = False) -> Card:
    """Return the kind word for under 18 with youth lines, by country; it offers nothing to go on with."""
    known = country_of(country)
    lines = (line("safety-youth"), *_people(country, ("youth",)), _emergency(country))
    if known:
        return Card(NAME, lines, ((Button("youth-all", Line("safety-buttons", (), "o-elsewhere")),),))
    return Card(NAME, (*lines, line("safety-where")), _country_rows(every_country, "youth"))


def tapped_card(option: str, country: str | None) -> Card | None:
    """Return the card that the button `option` of a card brings, None if it brings none.

    Args:
        country: ISO code the person chose before, None if none.
    """
    kind, _, place = option.partition("-")
    if kind == "youth" and place:
        return youth_card(None if place == "all" else place, every_country=place == "all")
    if kind == "country" and place:
        return crisis_card(place)
    if option == "countries":
        return crisis_card(None, every_country=True)
    return crisis_card(country) if option == "show" else None


def softer_card() -> Card:
    """Return the one gentle question of the softer tier; never about risk."""
    rows = tuple((_button("safety-softer", slug),) for slug in ("show", "go", "stop"))
    return Card(NAME, (line("safety-softer"),), rows)


def _kinds(abuse: bool) -> tuple[Kind, ...]:
    return ("abuse", "crisis") if abuse else ("crisis",)


def _card(
    opening: str, country: str | None, kinds: Sequence[Kind], ways: Iterable[str], every_country: bool
) -> Card:
    known = country_of(country)
    asked = () if known and not every_country else (line("safety-where"),)
    lines = (line(opening), *_people(country, kinds), _emergency(country), line("safety-no-reader"), *asked)
    choices = tuple((_button("safety-buttons", slug),) for slug in ways)
    if known and not every_country:
        other = Button("countries", Line("safety-buttons", (), "o-elsewhere"))
        return Card(NAME, lines, (*choices, (other,)))
    return Card(NAME, lines, (*_country_rows(every_country), *choices))


def _people(country: str | None, kinds: Sequence[Kind]) -> tuple[Line, ...]:
    """Return the lines of people to talk to, the international finder once, at the end."""
    own = [one for kind in kinds for one in helplines_for(country, kind)[:-1]]
    return (*map(helpline_line, own), line("safety-finder", url=directory().finder.url or ""))


def helpline_line(helpline: Helpline) -> Line:
    """Return one helpline as a text: its name, then every way to reach it."""
    ways: list[Line] = []
    if helpline.phone:
        ways.append(line("safety-call", phone=helpline.phone))
    if helpline.text_to and helpline.text_word:
        ways.append(line("safety-text-word", word=helpline.text_word, number=helpline.text_to))
    elif helpline.text_to:
        ways.append(line("safety-text", number=helpline.text_to))
    if helpline.url:
        ways.append(line("safety-site", url=helpline.url))
    joined = ways[0]
    for way in ways[1:]:
        joined = line("safety-ways", first=joined, second=way)
    if helpline.hours is None:
        return line("safety-helpline", name=helpline.name, ways=joined)
    return line("safety-helpline-hours", name=helpline.name, ways=joined, hours=helpline.hours)


def _emergency(country: str | None) -> Line:
    known = country_of(country)
    if known is None:
        return line("safety-emergency")
    return line("safety-emergency-number", number=known.emergency)


def _country_rows(every_country: bool, kind: str = "country") -> tuple[tuple[Button, ...], ...]:
    codes = countries() if every_country else countries()[:OFFERED]
    buttons = [
        Button(f"{kind}-{code.lower()}", Line("safety-country", (), f"o-{code.lower()}")) for code in codes
    ]
    rows = [tuple(buttons[start : start + _COLUMNS]) for start in range(0, len(buttons), _COLUMNS)]
    if not every_country and len(countries()) > OFFERED:
        more = "countries" if kind == "country" else f"{kind}-all"
        rows.append((Button(more, Line("safety-buttons", (), "o-countries")),))
    return tuple(rows)


def _button(owner: str, slug: str) -> Button:
    return Button(slug, Line(owner, (), f"o-{slug}"))
