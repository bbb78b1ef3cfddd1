"""Time zones a person can name: by IANA name or by a city that shares the clock."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from unicodedata import combining, normalize

from conversations.content import read_toml


def find_zone(words: str) -> str | None:
    """Return the IANA name of the zone that `words` name (a zone, or one of its cities), or None."""
    return _known().get(_flat(words))


@cache
def offered_zones() -> Mapping[str, str]:
    """Return the zones offered as buttons: IANA name by slug, in order."""
    return {zone_slug(name): name for name in _content()["offered"]}


def zone_slug(name: str) -> str:
    """Return the option slug of an IANA name."""
    return name.lower().replace("/", "-").replace("_", "-")


def city_of(name: str) -> str:
    """Return the city in an IANA name, as it is written."""
    return name.rpartition("/")[2].replace("_", " ")


def _flat(words: str) -> str:
    letters = "".join(c for c in normalize("NFKD", words) if not combining(c))
    return " ".join(letters.replace("_", " ").replace(",", " ").casefold().split()).rstrip(".!")


@cache
def _content() -> Mapping[str, dict[str, list[str]] | list[str]]:
    return read_toml("conversations.knowledge", "zones.toml")


@cache
def _known() -> Mapping[str, str]:
    content, known = _content(), {"utc": "UTC", "gmt": "UTC"}
    areas, cities = content["areas"], content["cities"]
    for area, places in areas.items() if isinstance(areas, dict) else ():
        for place in places:
            name = f"{area}/{place}"
            known[_flat(name)] = known[_flat(city_of(name))] = name
    for name, places in cities.items() if isinstance(cities, dict) else ():
        known.update((_flat(place), name) for place in places)
    return known
