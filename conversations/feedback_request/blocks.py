"""The building blocks of letters: read from the package's data, refused when broken, ordered by seed."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import Any

from conversations.content import ContentError, read_toml, texts

FILE = "locales/en/feedback_blocks.toml"
_PLACEHOLDER = re.compile(r"\{([a-z]+)\}")
_CHOICE = re.compile(r"\[([^\[\]]*)\]")
_CONDITIONS = (
    "purpose", "channel", "to", "stage", "tone", "asks", "late", "titled", "detail", "known", "unknown",
)  # fmt: skip
_WORDS = frozenset({"role", "job", "goal", "title", "company", "name", "detail", "point", "question", "sign"})


@dataclass(frozen=True, slots=True)
class Block:
    """One wording.

    Args:
        slot: what it does; a block that does several things names them all, joined by "+".
        text: the words, with placeholders such as {role} and choices such as [Thank you|Thanks].
        when: the conditions: what must be in which set for the block to fit.
    """

    slot: str
    text: str
    when: tuple[tuple[str, frozenset[Any]], ...]

    @property
    def does(self) -> frozenset[str]:
        """Return everything the block does."""
        return _parted(self.slot)

    @property
    def needs(self) -> frozenset[str]:
        """Return the placeholders it has."""
        return _placeholders(self.text)

    def spoken(self, seed: str) -> tuple[str, ...]:
        """Return the text in all its choices, first the one that `seed` picks."""
        return tuple(sorted(_spoken(self.text), key=lambda one: rank(seed, self.slot, one)))

    def fits(self, situation: Mapping[str, Any], words: Mapping[str, str]) -> bool:
        """Return whether every condition holds and every placeholder has its words."""
        return (
            all(_holds(name, allowed, situation, words) for name, allowed in self.when)
            and self.needs <= words.keys()
        )


@dataclass(frozen=True, slots=True)
class Layout:
    """One order of the parts: paragraphs of slots."""

    paragraphs: tuple[tuple[str, ...], ...]
    when: tuple[tuple[str, frozenset[Any]], ...]

    def fits(self, situation: Mapping[str, Any]) -> bool:
        """Return whether every condition holds."""
        return all(_holds(name, allowed, situation, {}) for name, allowed in self.when)


@cache
def _parted(slot: str) -> frozenset[str]:
    return frozenset(slot.split("+"))


@cache
def _placeholders(text: str) -> frozenset[str]:
    return frozenset(_PLACEHOLDER.findall(text))


@cache
def _spoken(text: str) -> tuple[str, ...]:
    pieces = [piece.split("|") for piece in _CHOICE.split(text)]
    pieces[0::2] = [["|".join(piece)] for piece in pieces[0::2]]
    return tuple("".join(chosen) for chosen in product(*pieces))


def _holds(
    name: str, allowed: frozenset[Any], situation: Mapping[str, Any], words: Mapping[str, str]
) -> bool:
    if name == "known":
        return allowed <= words.keys()
    if name == "unknown":
        return not allowed & words.keys()
    return situation[name] in allowed


def _conditions(entry: Mapping[str, Any], label: str) -> tuple[tuple[str, frozenset[Any]], ...]:
    for key in entry:
        if key not in (*_CONDITIONS, "slot", "texts", "paragraphs"):
            raise ContentError(FILE, label, f"{key} is no condition")
    merged = {"purpose": ["request"], "channel": ["email", "linkedin"]} | dict(entry)
    return tuple((name, frozenset(merged[name])) for name in _CONDITIONS if name in merged)


@cache
def load_blocks() -> tuple[Block, ...]:
    """Return all building blocks.

    Raises:
        ContentError: names the group of blocks that is broken.
    """
    blocks: list[Block] = []
    for entry in read_toml("conversations", FILE).get("blocks", []):
        label = str(entry.get("slot", "a group without a slot"))
        when = _conditions(entry, label)
        blocks += [Block(label, text, when) for text in texts(entry, "texts", FILE, label, at_least=1)]
    for block in blocks:
        if not block.needs <= _WORDS:
            raise ContentError(FILE, block.slot, f"unknown placeholder in: {block.text}")
    return tuple(blocks)


@cache
def load_layouts() -> tuple[Layout, ...]:
    """Return all orders of parts.

    Raises:
        ContentError: names the layout that is broken.
    """
    return tuple(
        Layout(tuple(tuple(line.split()) for line in entry["paragraphs"]), _conditions(entry, "layouts"))
        for entry in read_toml("conversations", FILE).get("layouts", [])
    )


@cache
def load_labels() -> Mapping[str, str]:
    """Return the labels of the lines of a script for a call, by slot."""
    return {str(slot): str(label) for slot, label in read_toml("conversations", FILE)["labels"].items()}


def rank(seed: str, slot: str, text: str) -> bytes:
    """Return where `text` stands in the order that `seed` gives to the wordings of `slot`."""
    return hashlib.blake2b(f"{seed}\x00{slot}\x00{text}".encode("utf-8", "replace"), digest_size=8).digest()


def turned(size: int, version: int) -> int:
    """Return with which of `size` wordings `version` begins, so that a next version begins elsewhere."""
    return version % size if size else 0
