"""The one door to the sentences: Project Fluent messages of a locale."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib import resources

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import ast

from conversations.content import ContentError
from conversations.lines import Line, Option, Word

DEFAULT_LOCALE = "en"
VARIANT = re.compile(r"v[0-9]+\Z")
MARKUP = re.compile(r"</?(?:b|i|code|pre|blockquote)>")


SHIELD = "\ue002"
"""Stands for "<" in a person's words while the markup of ours is taken out around them."""
LONG = 1000
"""Characters from which an argument is put in after formatting: Fluent refuses arguments above 2,500."""


def plain(words: str) -> str:
    """Return `words` as they are: the escape of places that know no markup."""
    return words


class Texts:
    """All texts of one locale, compiled.

    Args:
        locale: such as `en`.
        sources: (file name, content) of each Fluent file.

    Raises:
        ContentError: if a file has junk or a message is defined twice.
    """

    def __init__(self, locale: str, sources: Iterable[tuple[str, str]]) -> None:
        self.locale = locale
        self._bundle = FluentBundle([locale], use_isolating=False)
        self._attributes: dict[str, frozenset[str]] = {}
        self._variants: dict[str, tuple[str | None, ...]] = {}
        for name, source in sources:
            self._add(name, source)

    def _add(self, name: str, source: str) -> None:
        resource = FluentResource(source)
        for entry in resource.body:
            if isinstance(entry, ast.Junk):
                junk = (entry.content or "").strip().splitlines()[:1]
                raise ContentError(name, " ".join(junk), "is not Fluent")
            if isinstance(entry, ast.Message):
                if entry.id.name in self._attributes:
                    raise ContentError(name, entry.id.name, "is defined twice")
                names = [attribute.id.name for attribute in entry.attributes]
                self._attributes[entry.id.name] = frozenset(names)
                further = sorted((n for n in names if VARIANT.match(n)), key=lambda n: int(n[1:]))
                self._variants[entry.id.name] = (None, *further)
        self._bundle.add_resource(resource)

    def __contains__(self, id: str) -> bool:
        return id in self._attributes

    def __iter__(self) -> Iterator[str]:
        return iter(self._attributes)

    def has(self, id: str, attribute: str) -> bool:
        """Return whether the message `id` has `attribute`."""
        return attribute in self._attributes.get(id, frozenset())

    def attributes(self, id: str) -> frozenset[str]:
        """Return the names of the attributes of message `id`."""
        return self._attributes[id]

    def variants(self, id: str) -> int:
        """Return how many wordings the message `id` has."""
        return len(self._variants[id])

    def render(self, line: Line, variant: int = 0, escape: Callable[[str], str] = plain) -> str:
        """Return the words of `line`.

        Args:
            variant: which wording, counted from 0, modulo how many there are.
            escape: applied to each argument that is a person's words.

        Raises:
            KeyError: if the locale has no such message or attribute.
            ContentError: if an argument is missing.
        """
        message = self._bundle.get_message(line.id)
        if line.attribute is None:
            name = self._variants[line.id][variant % len(self._variants[line.id])]
        else:
            name = line.attribute
        pattern = message.value if name is None else message.attributes[name]
        if pattern is None:
            raise KeyError(line.id)
        args = {key: self._word(word, escape) for key, word in line.args}
        long = {key: word for key, word in args.items() if isinstance(word, str) and len(word) > LONG}
        text, errors = self._bundle.format_pattern(pattern, args | {key: _stand_in(key) for key in long})
        if errors:
            raise ContentError(self.locale, line.id, repr(errors[0]))
        for key, word in long.items():
            text = str(text).replace(_stand_in(key), word)
        return str(text)

    def _word(self, word: Word, escape: Callable[[str], str]) -> str | int | float:
        if isinstance(word, Line):
            return self.render(word, escape=escape)
        return escape(word) if isinstance(word, str) else word

    def label(self, option: Option) -> str:
        """Return an option's label; one the question does not name is looked up in `options`."""
        if isinstance(option.label, str):
            return option.label
        return self.phrase(option.label)

    def phrase(self, line: Line) -> str:
        """Return `line` in plain words; an option attribute falls back to the shared `options`."""
        if line.attribute is not None and not self.has(line.id, line.attribute):
            line = Line("options", line.args, line.attribute)
        own = self.render(line, escape=lambda words: words.replace("<", SHIELD))
        return MARKUP.sub("", own).replace(SHIELD, "<")

    def words(self, id: str, attribute: str) -> tuple[str, ...]:
        """Return the comma-separated words of an attribute, none if it is not there."""
        if not self.has(id, attribute):
            return ()
        return tuple(word.strip() for word in self.render(Line(id, (), attribute)).split(","))


def _stand_in(key: str) -> str:
    return f"\ue000{key}\ue001"


@cache
def load_texts(locale: str = DEFAULT_LOCALE) -> Texts:
    """Return the texts of `locale`, compiled once; an unknown locale gets the default.

    Raises:
        ContentError: if a file of the locale is broken.
    """
    root = resources.files("conversations") / "locales"
    folder = root / locale
    if not folder.is_dir():
        return load_texts(DEFAULT_LOCALE)
    files = sorted((f for f in folder.iterdir() if f.name.endswith(".ftl")), key=lambda f: f.name)
    return Texts(locale, ((f"{locale}/{f.name}", f.read_text("utf-8")) for f in files))
