"""The replay: runs a conversation over its answers up to the first question without one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import TypeVar

from conversations.answers import By, Stored, as_json
from conversations.effects import Effect
from conversations.lines import Json, Kind, Line, Option, Prompt, Word, as_options, digest, words_of
from conversations.records import Record

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
MOST_VISITS = 400
"""Questions one run may pass before it is taken for an endless loop."""

T = TypeVar("T")


class BrokenConversation(Exception):
    """A conversation breaks the engine's contract: a key used twice, a bad slug, an endless loop."""


@dataclass(frozen=True, slots=True)
class Visit:
    """A question on the trail: one that this run passed, or stopped at."""

    key: str
    text: Line
    by: By
    value: Json
    kind: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """A record to be saved in its slot; `under` is the slot or the id of the entry it belongs to."""

    record: Record
    under: str | int | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """Something said on the way, with the fingerprint by which it is not said twice."""

    line: Line
    mark: str


@dataclass(slots=True)
class Run:
    """What came out of running a conversation over its answers."""

    trail: list[Visit] = field(default_factory=list)
    said: list[Said] = field(default_factory=list)
    prompt: Prompt | None = None
    records: dict[str, Kept] = field(default_factory=dict)
    effects: dict[str, Effect] = field(default_factory=dict)
    known: dict[str, Stored] = field(default_factory=dict)
    follows: tuple[str, dict[str, str]] | None = None
    passed: int = 0
    """How much of `said` stood before the last question: the rest closes the conversation."""

    @property
    def ended(self) -> bool:
        """Whether the conversation came to its end."""
        return self.prompt is None


class Paused(BaseException):
    """Stops a run at the first question without an answer. Not an `Exception`: nobody shall catch it."""

    def __init__(self, prompt: Prompt) -> None:
        super().__init__(prompt.key)
        self.prompt = prompt


class Replay:
    """One run of a conversation: what it passes, says, records and wants done.

    Args:
        name: the conversation's name; its texts are `<name>-<key>`.
        answers: what was answered so far, by key.
        outcomes: how effects that were done came out, by key.
    """

    def __init__(
        self, name: str, answers: Mapping[str, Stored], outcomes: Mapping[str, str] | None = None
    ) -> None:
        self.run = Run()
        self._texts = name
        self._answers = answers
        self._outcomes = outcomes or {}
        self._scope: tuple[str, ...] = ()
        self._view: tuple[Line, ...] = ()
        self._used: set[str] = set()

    def say(self, key: str, **words: Word) -> None:
        """Say something once; the same key with the same words is not said again."""
        self._say(Line(self._text_id(key), words_of(words)), key)

    def repeat(self, line: Line) -> None:
        """Say a line of any conversation, under its own id; once, like `say`."""
        self._say(line, line.id)

    def _say(self, what: Line, key: str) -> None:
        self.run.said.append(Said(what, digest(*self._scope, key, *_words_in(what))))

    @contextmanager
    def in_view(self, key: str | Line, **words: Word) -> Iterator[None]:
        """Keep a line above every question asked inside, such as the hot thought."""
        before = self._view
        self._view = (*before, key if isinstance(key, Line) else Line(self._text_id(key), words_of(words)))
        try:
            yield
        finally:
            self._view = before

    @contextmanager
    def within(self, name: str, item: str, texts: str | None = None) -> Iterator[None]:
        """Open a scope: keys inside belong to the item `item` of `name`, never to an index.

        Args:
            texts: the name under which the texts inside stand; the conversation's own if None.
        """
        if not SLUG.match(name) or not item:
            raise BrokenConversation(f"bad scope {name!r}")
        before = self._scope, self._texts
        self._scope = (*self._scope, f"{name}:{item}")
        self._texts = texts or self._texts
        try:
            yield
        finally:
            self._scope, self._texts = before

    def pin(self, key: str, value: T, decode: Callable[[Json], T | None]) -> T:
        """Return what `value` was when the conversation first came here; later runs get the same.

        Args:
            decode: reads the value back from JSON; returning None takes the new value.
        """
        return self.hold(key, lambda: value, decode, as_json)

    def hold(
        self, key: str, make: Callable[[], T], decode: Callable[[Json], T | None], encode: Callable[[T], Json]
    ) -> T:
        """Return what `make` made when the conversation first came here; later runs do not make it again.

        Args:
            decode, encode: read it from JSON and write it; `decode` returning None has it made anew.
        """
        full = self._claim(key)
        stored = self._answers.get(full)
        if stored is not None:
            decoded = decode(stored.value)
            if decoded is not None:
                self.run.known[full] = stored
                return decoded
        value = make()
        self.run.known[full] = Stored(encode(value), "known")
        return value

    def record(self, slot: str, record: Record, under: str | int | None = None) -> None:
        """Save a record in its slot; it is written anew on every turn that reaches it."""
        self.run.records[self.path(slot)] = Kept(record, under)

    def withdraw(self, slot: str) -> None:
        """Take back what this run recorded in a slot: a later answer shows that it is not needed."""
        self.run.records.pop(self.path(slot), None)

    def path(self, key: str) -> str:
        """Return the full name of a slot or question here, scopes included, to speak of it elsewhere."""
        return "/".join((*self._scope, key))

    def answered(self, key: str) -> bool:
        """Return whether the question `key` has an answer, so that it stays on the path whatever changes."""
        return self.has_answer(self.path(key))

    def is_settled(self, key: str) -> bool:
        """Return whether the question `key` has an answer and is not open again."""
        stored = self._answers.get(self.path(key))
        return stored is not None and not stored.reopened

    def has_answer(self, full: str) -> bool:
        """Return whether the question with this full name, scopes included, has an answer."""
        return full in self._answers

    def effect(self, key: str, effect: Effect) -> str | None:
        """Want something done, once; return how it came out (`done`, `failed`), None while it is pending.

        Another effect under the same key is done as well; the one it replaces is called off.
        """
        full = f"{self.path(key)}#{digest(effect)[:8]}"
        self.run.effects[full] = effect
        return self._outcomes.get(full)

    def follow(self, conversation: str, **given: str) -> None:
        """Let another conversation begin when this one has ended, told what was said already."""
        self.run.follows = (conversation, given)

    def _text_id(self, key: str) -> str:
        return f"{self._texts}-{key}"

    def _claim(self, key: str) -> str:
        if not SLUG.match(key):
            raise BrokenConversation(f"not a slug: {key!r}")
        full = self.path(key)
        if full in self._used:
            raise BrokenConversation(f"key used twice: {full}")
        if len(self._used) >= MOST_VISITS:
            raise BrokenConversation(f"more than {MOST_VISITS} questions in one run at {full}")
        self._used.add(full)
        return full

    def _prompt(
        self,
        key: str,
        kind: Kind,
        options: Sequence[str | Option],
        skippable: bool,
        about: str | None,
        words: Mapping[str, Word],
    ) -> Prompt:
        owner = self._text_id(key)
        return Prompt(
            key=self._claim(key),
            kind=kind,
            text=Line(owner, words_of(words)),
            header=self._view,
            options=as_options(owner, options),
            skippable=skippable,
            about=None if about is None else digest(about),
        )

    def _ask(self, prompt: Prompt, decode: Callable[[Json], T | None], known: Json = None) -> T | None:
        stored = self._answers.get(prompt.key)
        if stored is None or (stored.by == "known" and not stored.reopened):
            stored = None if known in (None, "") else Stored(known, "known", prompt.about)
            if stored is not None:
                self.run.known[prompt.key] = stored
        if stored is None:
            raise Paused(prompt)
        fresh = not stored.reopened and stored.about == prompt.about
        if fresh and stored.by == "skip" and prompt.skippable:
            self._visit(prompt, stored)
            return None
        value = decode(stored.value) if stored.by != "skip" else None
        if fresh and value is not None:
            self._visit(prompt, stored)
            return value
        raise Paused(replace(prompt, default=stored.value if _offers(prompt, stored.value, value) else None))

    def _visit(self, prompt: Prompt, stored: Stored) -> None:
        self.run.passed = len(self.run.said)
        self.run.trail.append(
            Visit(prompt.key, prompt.text, stored.by, stored.value, prompt.kind, prompt.options)
        )


def _offers(prompt: Prompt, stored: Json, value: object) -> bool:
    """Return whether an answer given before can be kept: it was, reads as one, and is still an option."""
    return (
        prompt.keep
        and value is not None
        and (prompt.kind != "choice" or stored in [o.slug for o in prompt.options])
    )


def _words_in(what: Line) -> Iterator[str]:
    for name, word in what.args:
        if isinstance(word, Line):
            yield f"{name}={word.id}.{word.attribute}"
            yield from _words_in(word)
        else:
            yield f"{name}={word}"
