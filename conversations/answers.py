"""Answers as they are kept: their form, and how they are read back, leniently."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from conversations.lines import Json, Line, Option, Word

By: TypeAlias = Literal["person", "skip", "known"]


@dataclass(frozen=True, slots=True)
class Stored:
    """An answer as it is kept.

    Args:
        value: the answer as JSON, None if it was skipped.
        by: who gave it: the person, the person by skipping, or it was known before.
        about: digest of the person's words that the question spoke about.
        reopened: True while it is being asked again, with `value` as the default.
    """

    value: Json
    by: By = "person"
    about: str | None = None
    reopened: bool = False


@dataclass(frozen=True, slots=True)
class Pick:
    """An answer to a question with options that takes own words as well: one or the other."""

    slug: str | None = None
    own: str | None = None
    label: Line | None = None

    @property
    def word(self) -> Word:
        """What to quote back: the label of the option, its slug if it is gone, or the person's own word."""
        if self.own is not None:
            return self.own
        return self.label or self.value.replace("-", " ")

    @property
    def value(self) -> str:
        """The slug, or the person's own words."""
        return self.own if self.own is not None else (self.slug or "")


def as_json(value: object) -> Json:
    """Return `value` as JSON; raise TypeError if it cannot be."""
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, list | tuple):
        return [as_json(item) for item in value]
    raise TypeError(f"cannot keep {type(value).__name__}")


def as_text(value: Json) -> str | None:
    """Read words back."""
    return value if isinstance(value, str) else None


def as_int(value: Json) -> int | None:
    """Read a number back."""
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def as_bool(value: Json) -> bool | None:
    """Read yes or no back."""
    return value if isinstance(value, bool) else None


def as_date(value: Json) -> date | None:
    """Read a day back."""
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def as_pick(value: Json, options: Sequence[Option]) -> Pick | None:
    """Read an option or own words back; an option that is gone keeps its slug."""
    if not isinstance(value, dict):
        return None
    slug, own = value.get("slug"), value.get("own")
    if isinstance(own, str):
        return Pick(own=own)
    if not isinstance(slug, str):
        return None
    label = next((o.label for o in options if o.slug == slug and isinstance(o.label, Line)), None)
    return Pick(slug=slug, label=label)


def as_picks(value: Json, options: Sequence[Option]) -> tuple[Pick, ...] | None:
    """Read several options back."""
    if not isinstance(value, list):
        return None
    return tuple(pick for item in value if (pick := as_pick(item, options)) is not None)


def as_review(value: Json) -> tuple[str, str] | None:
    """Read (option, final text) of a reviewed draft back."""
    if not isinstance(value, dict):
        return None
    option, text = value.get("option"), value.get("text")
    return (option, text) if isinstance(option, str) and isinstance(text, str) else None
