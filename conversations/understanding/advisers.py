"""Who advises on discrimination or harassment at work, by country."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from conversations.content import ContentError, read_toml
from conversations.lines import Line, line

FILE = "advisers.toml"


@dataclass(frozen=True, slots=True)
class Adviser:
    """One organisation that advises; `checked` and `how` as for helplines."""

    name: str
    url: str
    source: str
    checked: date
    how: str


def advisers_for(country: str | None) -> tuple[Adviser, ...]:
    """Return the advisers of an ISO country code, in the EU with the list of equality bodies; often none."""
    code = (country or "").strip().upper()
    by_country, europe, members = _load()
    return (*by_country.get(code, ()), *((europe,) if code in members else ()))


def adviser_lines(country: str | None) -> tuple[Line, ...]:
    """Return what is said when discrimination was named: belief first, then who can be asked."""
    own = tuple(line("advisers-line", name=one.name, url=one.url) for one in advisers_for(country))
    return (line("advisers-believed"), *own, line("advisers-elsewhere"))


@cache
def _load() -> tuple[Mapping[str, tuple[Adviser, ...]], Adviser, frozenset[str]]:
    data = read_toml("conversations.knowledge", FILE)
    found: dict[str, tuple[Adviser, ...]] = {}
    for entry in data.get("advisers", []):
        code = str(entry.get("country", ""))
        if len(code) != 2:
            raise ContentError(FILE, str(entry.get("name")), "country must be two capital letters")
        found[code] = (*found.get(code, ()), _read(entry))
    return found, _read(data.get("europe", {})), frozenset(data["europe"]["countries"])


def _read(entry: Mapping[str, Any]) -> Adviser:
    label = str(entry.get("name", "an adviser without a name"))
    for key in ("name", "url", "source"):
        if not isinstance(entry.get(key), str):
            raise ContentError(FILE, label, f"{key} is missing")
    if not isinstance(entry.get("checked"), date) or entry.get("how") not in ("page", "memory"):
        raise ContentError(FILE, label, "checked must be a date and how must be page or memory")
    return Adviser(entry["name"], entry["url"], entry["source"], entry["checked"], entry["how"])
