"""Reads what stands in a chat back into text ids, so that a transcript does not change with a wording."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from fluent.syntax import FluentParser, ast

from conversations.texts import MARKUP

LOCALE = Path(__file__).resolve().parents[2] / "conversations/locales/en"
SPOKEN = re.compile(r"(v\d+|hint)\Z")
END = r"(?=\n\n|\Z)"
ROW_END = r"(?=\n|\Z)"
"""Rows of a list stand right below each other."""
INSIDE = "values-list-"
"""Texts that stand only inside others; “{ $first } and { $second }” would be found everywhere."""
Known = tuple[str, re.Pattern[str]]


def name_texts(text: str) -> list[str]:
    """Return the ids of the texts in a message, in order; what is no text of ours stands in quotes."""
    return _tile(text.strip(), _known()) or [f'"{text}"']


def _tile(text: str, known: Sequence[Known]) -> list[str]:
    """Cover the whole of `text` with known texts; a line that is none is taken as it is."""
    if not text:
        return []
    for id, pattern in known:
        found = pattern.match(text)
        if found is not None:
            return [id, *_tile(text[found.end() :].lstrip("\n"), known)]
    row, _, rest = text.partition("\n")
    return [f'"{row}"', *_tile(rest.lstrip("\n"), known)]


@cache
def _known() -> tuple[Known, ...]:
    """Return every text we can say, the most telling first."""
    found = [one for file in sorted(LOCALE.glob("*.ftl")) for one in _read(file.read_text("utf-8"))]
    found.sort(key=lambda one: -one[0])
    return tuple((id, re.compile(pattern, re.DOTALL)) for _, id, pattern in found)


def _read(source: str) -> Iterator[tuple[int, str, str]]:
    for entry in FluentParser().parse(source).body:
        if not isinstance(entry, ast.Message):
            continue
        spoken = [(entry.id.name, entry.value)]
        for attribute in entry.attributes:
            if SPOKEN.match(attribute.id.name):
                name = entry.id.name + (".hint" if attribute.id.name == "hint" else "")
                spoken.append((name, attribute.value))
        end = ROW_END if any(attribute.id.name == "row" for attribute in entry.attributes) else END
        for id, value in spoken:
            literal, pattern = _to_pattern(value)
            if len(literal) > 1 and not id.startswith(INSIDE):
                yield len(literal), id, (pattern if end == END else pattern.replace(".*?", "[^\n]*?")) + end


def _to_pattern(value: ast.Pattern | None) -> tuple[str, str]:
    literal, pattern = "", ""
    for element in value.elements if value is not None else ():
        if isinstance(element, ast.TextElement):
            words = MARKUP.sub("", element.value)
            literal, pattern = literal + words.strip(), pattern + re.escape(words)
        else:
            pattern += ".*?"
    return literal, pattern
