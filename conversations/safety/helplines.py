"""People to talk to, by country, from conversations/knowledge/helplines.toml."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, Literal, TypeAlias, cast

from conversations.content import ContentError, read_toml

FILE = "helplines.toml"
Kind: TypeAlias = Literal["crisis", "youth", "abuse"]

_ALIASES = {"UK": "GB"}
_CODE = re.compile(r"[A-Z]{2}")
_HOURS = re.compile(r"24/7|\d\d:\d\d-\d\d:\d\d")


@dataclass(frozen=True, slots=True)
class Helpline:
    """One line: a phone number, a text number (with the word to send, if any), a site, or several of them.

    Args:
        hours: "24/7" or local time from-to on every day; None where it differs or is not certain.
        checked: the day its facts were last looked at; `how` says in what way (see the file).
    """

    name: str
    kind: Kind
    source: str
    checked: date
    how: str
    phone: str | None = None
    text_to: str | None = None
    text_word: str | None = None
    url: str | None = None
    hours: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Country:
    """The emergency number and the lines of one country (ISO 3166-1 alpha-2)."""

    code: str
    emergency: str
    lines: tuple[Helpline, ...]


@dataclass(frozen=True, slots=True)
class Directory:
    """The international finder and all countries, in the order of their buttons."""

    finder: Helpline
    countries: Mapping[str, Country]


@cache
def directory() -> Directory:
    """Return the reviewed directory, read once.

    Raises:
        ContentError: the file is broken; names the country and line.
    """
    data = read_toml("conversations.knowledge", FILE)
    finder = _read_line({"kind": "crisis", **data.get("finder", {})}, "finder")
    found: dict[str, Country] = {}
    for entry in data.get("countries", []):
        country = _read_country(entry)
        if country.code in found:
            raise ContentError(FILE, country.code, "is listed twice")
        found[country.code] = country
    return Directory(finder, found)


def countries() -> tuple[str, ...]:
    """Return the ISO codes that can be offered, the most used first."""
    return tuple(directory().countries)


def country_of(code: str | None) -> Country | None:
    """Return the country of an ISO code in any case, or None if it is not in the directory."""
    upper = (code or "").strip().upper()
    return directory().countries.get(_ALIASES.get(upper, upper))


def helplines_for(code: str | None, kind: Kind = "crisis") -> tuple[Helpline, ...]:
    """Return the lines of one kind for a country, the international finder always last."""
    country = country_of(code)
    own = tuple(one for one in country.lines if one.kind == kind) if country else ()
    return (*own, directory().finder)


def _read_country(entry: Mapping[str, Any]) -> Country:
    code = str(entry.get("code", ""))
    if not _CODE.fullmatch(code):
        raise ContentError(FILE, code or "a country without a code", "code must be two capital letters")
    emergency = entry.get("emergency")
    if not isinstance(emergency, str) or not emergency.isdigit():
        raise ContentError(FILE, code, "emergency must be a number, as text")
    return Country(code, emergency, tuple(_read_line(line, code) for line in entry.get("lines", [])))


def _read_line(entry: Mapping[str, Any], where: str) -> Helpline:
    name = entry.get("name")
    label = f"{where}: {name or 'a line without a name'}"
    if not isinstance(name, str) or not name:
        raise ContentError(FILE, label, "name is missing")
    for key in ("source", "how"):
        if not isinstance(entry.get(key), str):
            raise ContentError(FILE, label, f"{key} is missing")
    if not isinstance(entry.get("checked"), date):
        raise ContentError(FILE, label, "checked must be a date")
    if entry.get("kind") not in ("crisis", "youth", "abuse"):
        raise ContentError(FILE, label, "kind must be crisis, youth or abuse")
    if entry["how"] not in ("page", "memory"):
        raise ContentError(FILE, label, "how must be page or memory")
    ways = {
        key: _optional(entry, key, label) for key in ("phone", "text_to", "text_word", "url", "hours", "note")
    }
    if not (ways["phone"] or ways["text_to"] or ways["url"]):
        raise ContentError(FILE, label, "needs a phone, a text_to or a url")
    if ways["hours"] and not _HOURS.fullmatch(ways["hours"]):
        raise ContentError(FILE, label, 'hours must be "24/7" or "HH:MM-HH:MM"')
    kind = cast(Kind, entry["kind"])
    return Helpline(name, kind, entry["source"], entry["checked"], entry["how"], **ways)


def _optional(entry: Mapping[str, Any], key: str, label: str) -> str | None:
    value = entry.get(key)
    if value is not None and not (isinstance(value, str) and value):
        raise ContentError(FILE, label, f"{key} must be text")
    return value
