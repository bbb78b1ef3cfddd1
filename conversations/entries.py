"""Entries as they are shown: their parts in order, what of them can be changed, their name in a list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields

from conversations.answers import as_date
from conversations.facts import Entry
from conversations.lines import Line, Word, excerpt, line
from conversations.records import KINDS, Record
from conversations.spoken import spoken, spoken_day

HEADLINE = 32
"""Characters of a person's words that stand for an entry in a list."""
HIGHEST: Mapping[str, int] = {
    "heaviness": 10,
    "belief_before": 100,
    "belief_after": 100,
    "mood_before": 100,
    "mood_after": 100,
    "ease": 10,
    "predicted": 100,
    "usable": 3,
}
"""The numbers among the parts, with the top of their scale; each begins at 0."""
FIXED = frozenset({
    "status", "held", "lens", "traps", "evidence_against", "state", "until", "due", "wants", "kinds", "facts",
    "guesses", "empty", "change", "chosen", "checked",
})  # fmt: skip
"""Parts that are shown, but changed only where they were chosen."""
HIDDEN = frozenset({"details"})
"""Parts that only conversations read."""
OWN = frozenset({"feeling", "mood", "step", "worry", "ask", "first"})
"""Parts that hold an option or own words."""
OFFERED = frozenset({"role", "company", "round", "well", "badly", "keep", "result"})
"""Parts that can be added later: they were put off until "tomorrow", or left by a short version."""
HEADLINES = (
    "company", "role", "recall", "asked", "thought", "problem", "step", "worry", "win", "note", "balanced",
    "situation", "feeling", "subject", "words", "action", "who", "paths", "more", "why", "body", "until",
    "held",
)  # fmt: skip


def slug_of(name: str) -> str:
    """Return the name of a kind or part as it stands in option slugs and text ids."""
    return name.replace("_", "-")


def part_title(name: str) -> Line:
    """Return the title of the part `name`."""
    return line(f"diary-field-{slug_of(name)}")


def parts_of(entry: Entry) -> Iterator[tuple[str, Word]]:
    """Yield the name and the words of each part of `entry` that is not empty, in the order of its record."""
    for name in _names(entry.kind):
        value = entry.data.get(name)
        for item in value if isinstance(value, list) else (value,):
            if isinstance(item, str) and item:
                yield name, spoken(name, item)
            elif isinstance(item, int) and not isinstance(item, bool):
                yield name, item


def changeable(entry: Entry) -> tuple[str, ...]:
    """Return the names of the parts of `entry` that can be changed."""
    filled = {name for name, _ in parts_of(entry)}
    return tuple(name for name in _names(entry.kind) if name in filled | OFFERED and name not in FIXED)


def day_of(entry: Entry) -> Line | None:
    """Return the day of `entry` in words, None if nobody knows it."""
    return None if entry.day is None else spoken_day(entry.day)


def headline(entry: Entry) -> Line | str:
    """Return what `entry` is called in a list: the person's own words, cut short, and the day it is about."""
    on = as_date(entry.data.get("on"))
    words, day = _headline(entry), day_of(entry) if on is None else spoken_day(on)
    return words if day is None else line("history-dated", words=words, day=day)


def _headline(entry: Entry) -> Line | str:
    name = next((name for name in HEADLINES if entry.words(name)), None)
    word = line("history-wordless") if name is None else spoken(name, entry.words(name))
    return word if isinstance(word, Line) else excerpt(str(word), HEADLINE)


def holds(entry: Entry, word: str) -> bool:
    """Return whether `word` stands anywhere in what the person wrote in `entry`, whatever its case."""
    words = (words for _, words in parts_of(entry))
    return any(word.casefold() in part.casefold() for part in words if isinstance(part, str))


def _names(kind: str) -> tuple[str, ...]:
    record: type[Record] | None = next((record for record in KINDS if record.kind == kind), None)
    return () if record is None else tuple(field.name for field in fields(record) if field.name not in HIDDEN)
