"""Fact and guess apart: what an employer names, and how they read it; the person may move a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from string import ascii_uppercase

from conversations.dialogue import Dialogue
from conversations.lines import Line, Option, digest, excerpt

SHOWN = 3
"""Sentences shown on each side; the others stay where they were sorted."""
ADVICE_SHOWN = 2
SHORT, LONG = 45, 90
"""Characters of a sentence that are quoted: where there are many, where there are few."""
FEW = 3
MOST_MOVES = 20
"""Sentences moved at one sitting, back and forth counted; then it stands."""


@dataclass(frozen=True, slots=True)
class Sides:
    """The sentences of each side, whole."""

    facts: tuple[str, ...]
    guesses: tuple[str, ...]

    def move(self, id: str) -> Sides:
        """Return the sides with the sentence `id` on the other one, at its end."""
        facts = [one for one in self.facts if digest(one) != id]
        guesses = [one for one in self.guesses if digest(one) != id]
        to_guess = [one for one in self.facts if digest(one) == id]
        to_fact = [one for one in self.guesses if digest(one) == id]
        return Sides((*facts, *to_fact), (*guesses, *to_guess))


def tell_apart(ask: Dialogue, words: str, sides: Sides, advice: Sequence[str] = ()) -> Sides:
    """Show the sentences in two lists until they look right; return them.

    Args:
        words: the whole reply.
        advice: sentences that say what to do: shown apart, on neither side.
    """
    shown = {digest(one) for side in (sides.facts, sides.guesses) for one in side[:SHOWN]}
    moved: list[str] = []
    while (sides.facts or sides.guesses) and len(moved) < MOST_MOVES:
        with ask.within("sorting", digest(*moved) if moved else "first"), ExitStack() as views:
            rows = tuple(_rows(sides, shown))
            for name, side in (("facts", sides.facts), ("guesses", sides.guesses)):
                if any(row.text in side for row in rows):
                    lines = "\n".join(row.line for row in rows if row.text in side)
                    views.enter_context(ask.in_view(f"{name}-in-view", lines=lines))
            if advice:
                told = "\n".join(f"“{excerpt(one, SHORT)}”" for one in advice[:ADVICE_SHOWN])
                views.enter_context(ask.in_view("advice-in-view", lines=told))
            options = [Option(digest(row.text), row.label(sides)) for row in rows]
            way = ask.choice("sorted", ("right", *options), skippable=True, about=words)
        if way is None or way == "right":
            break
        sides = sides.move(way)
        moved.append(way)
    return sides


@dataclass(frozen=True, slots=True)
class _Row:
    text: str
    letter: str
    most: int

    @property
    def line(self) -> str:
        return f"{self.letter}  “{excerpt(self.text, self.most)}”"

    def label(self, sides: Sides) -> Line:
        way = "o-to-guess" if self.text in sides.facts else "o-to-fact"
        return Line("reply-sorted", (("letter", self.letter),), way)


def _rows(sides: Sides, shown: set[str]) -> Iterator[_Row]:
    """Yield the sentences that are shown, facts first, each with its letter."""
    found: Sequence[str] = [one for one in (*sides.facts, *sides.guesses) if digest(one) in shown]
    most = LONG if len(found) <= FEW else SHORT
    for letter, text in zip(ascii_uppercase, found, strict=False):
        yield _Row(text, letter, most)
