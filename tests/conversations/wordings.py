"""Every wording of the locale, one by one, for the tests that read them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

from fluent.syntax import ast, parse

FOLDER = Path(__file__).resolve().parents[2] / "conversations" / "locales" / "en"


@dataclass(frozen=True)
class Wording:
    """One pattern of one message: its value (attribute "") or an attribute."""

    file: str
    id: str
    attribute: str
    text: str

    def __str__(self) -> str:
        return f"{self.id}.{self.attribute}".rstrip(".")

    @property
    def spoken(self) -> bool:
        """Whether it is said as a whole: the value or a further wording of it."""
        return re.fullmatch(r"|v\d+", self.attribute) is not None and self.text != "—"


class Balance(HTMLParser):
    """Reads markup and remembers what is open, and what should not be there."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.wrong: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.open.append(tag)
        if tag not in ("b", "i", "code", "pre", "blockquote"):
            self.wrong.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(f"/{tag}")


def plain(pattern: ast.Pattern) -> str:
    """Return a pattern in words, with “it” for what is put in."""
    words = ""
    for element in pattern.elements:
        if isinstance(element, ast.TextElement):
            words += element.value
        elif isinstance(element.expression, ast.StringLiteral):
            words += element.expression.value
        elif isinstance(element.expression, ast.SelectExpression):
            words += plain(next(v.value for v in element.expression.variants if v.default))
        else:
            words += "it"
    return words


def wordings() -> Iterator[Wording]:
    for file in sorted(FOLDER.glob("*.ftl")):
        for entry in parse(file.read_text("utf-8")).body:
            if isinstance(entry, ast.Message) and entry.value is not None:
                yield Wording(file.name, entry.id.name, "", plain(entry.value))
                for attribute in entry.attributes:
                    yield Wording(file.name, entry.id.name, attribute.id.name, plain(attribute.value))


ALL = list(wordings())
SPOKEN = [wording for wording in ALL if wording.spoken]
