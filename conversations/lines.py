"""What is said, before it has words: text ids with arguments, options and prompts."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

Word: TypeAlias = "str | int | float | Line"
Json: TypeAlias = "None | bool | int | float | str | list[Json] | dict[str, Json]"
Kind: TypeAlias = Literal["text", "pick", "choice", "several", "scale", "confirm", "date", "review"]

OWN_WORDS = 120
"""Characters an answer of one's own may have where options are offered, if the question says nothing else."""
EXCERPT = 160
"""Characters of a person's own words shown as a reminder above a question."""


@dataclass(frozen=True, slots=True)
class Line:
    """One text of the locale, by id, with what goes into it.

    Args:
        id: the Fluent message id.
        args: what the message's variables stand for; a `Line` is rendered first.
        attribute: the Fluent attribute to say instead of the message's value.
    """

    id: str
    args: tuple[tuple[str, Word], ...] = ()
    attribute: str | None = None


def line(id: str, /, attribute: str | None = None, **args: Word) -> Line:
    """Return the text `id`, with `args` as its variables."""
    return Line(id, words_of(args), attribute)


@dataclass(frozen=True, slots=True)
class Option:
    """One answer that can be tapped; a label of type `str` is the person's own words.

    Args:
        alone: where several may be chosen, whether this one stands alone and answers at once ("none fits").
    """

    slug: str
    label: Line | str
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Prompt:
    """A question as it is asked: what may be answered, and what it speaks about.

    Args:
        key: the question's stable key within the conversation, scope included.
        kind: what kind of answer it takes.
        text: the question; `header` lines stand above it every time it is shown.
        options: what can be tapped, in order.
        skippable: whether it may be left out.
        about: digest of the person's words it speaks about, None if it speaks about none.
        default: the answer given before, when the question is asked again.
        low, high, step: the range of a scale.
        most: how many options may be chosen at once.
        keep: whether the words are kept at all; if not, they are screened and thrown away.
        pasted: whether forwarded or pasted words of others are welcome.
        draft: the draft under review; `drafted` is the text it is made from, where it is one of ours.
        subject: the subject line above the draft, of an e-mail.
        notes: lines that stand between the draft and the question.
        direct: whether a typed version of the draft answers at once, as the option `edited`.
        own: characters an answer of one's own may have where options are offered.
        wide: whether each option stands on a row of its own.
        shown: how many of the options are buttons, the first ones; the others can only be typed. 0 is all.
        ahead: whether a day to come is asked for, not one that has been.
    """

    key: str
    kind: Kind
    text: Line
    header: tuple[Line, ...] = ()
    options: tuple[Option, ...] = ()
    skippable: bool = False
    about: str | None = None
    default: Json = None
    low: int = 0
    high: int = 10
    step: int = 1
    most: int = 1
    keep: bool = True
    pasted: bool = False
    draft: str | None = None
    drafted: Line | None = None
    subject: str | None = None
    notes: tuple[Line, ...] = ()
    direct: bool = False
    own: int = OWN_WORDS
    wide: bool = False
    shown: int = 0
    ahead: bool = False

    @property
    def buttons(self) -> tuple[Option, ...]:
        """The options that are buttons."""
        return self.options[: self.shown or None]

    @property
    def signature(self) -> tuple[Json, ...]:
        """What must be the same for a reply to belong to this question (contract, point 2)."""
        slugs: list[Json] = [option.slug for option in self.options]
        draft = None if self.draft is None else digest(self.subject or "", self.draft)
        return (self.key, self.kind, slugs, self.about, self.low, self.high, self.keep, draft)


@dataclass(frozen=True, slots=True)
class Button:
    """A button of a card: what it says and which option of the card it is, or a link."""

    option: str
    label: Line | str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """A message that needs no session: its buttons mean the same at any time.

    Args:
        name: what its buttons are addressed to, at most 12 characters.
        lines: the texts, one paragraph each.
        rows: the buttons.
    """

    name: str
    lines: tuple[Line, ...]
    rows: tuple[tuple[Button, ...], ...] = field(default=())


def digest(*words: object) -> str:
    """Return a short fingerprint of a person's words, to see whether they changed."""
    joined = "\x1f".join(str(word) for word in words)
    return hashlib.blake2s(joined.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def excerpt(words: str, most: int = EXCERPT) -> str:
    """Return `words` on one line, cut at a word so that it has at most `most` characters."""
    flat = " ".join(words.split())
    if len(flat) <= most:
        return flat
    cut = flat[: most - 1]
    head, _, _ = cut.rpartition(" ")
    return (head if len(head) > most // 2 else cut) + "…"


def as_options(owner: str, options: Sequence[str | Option]) -> tuple[Option, ...]:
    """Return options with labels; a bare slug is labelled by `.o-<slug>` of the text `owner`."""
    return tuple(
        option if isinstance(option, Option) else Option(option, Line(owner, (), f"o-{option}"))
        for option in options
    )


def words_of(args: Mapping[str, Word]) -> tuple[tuple[str, Word], ...]:
    """Return `args` in a fixed order."""
    return tuple(sorted(args.items(), key=lambda item: item[0]))
