"""/control: the circle of control. Each worry goes into exactly one ring: mine, partly mine, neither."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from conversations.answers import Pick
from conversations.dialogue import Dialogue
from conversations.facts import Facts
from conversations.lines import Word, digest, excerpt
from conversations.records import Worry
from conversations.understanding.lists import split_list

WORRIES = ("money", "people", "why", "gap")
ABOUT_APPLYING = ("next", "nothing-else")
MOST = 4
"""Worries sorted at one sitting; more make it a chore."""


@dataclass(frozen=True, slots=True)
class Named:
    """One worry: what it is known by, what is kept, and how it is quoted back."""

    id: str
    value: str
    word: Word


def control(ask: Dialogue, facts: Facts) -> None:
    """Sort the worries of a rejection, then close."""
    sort_worries(ask, facts)
    ask.say("end")


def sort_worries(ask: Dialogue, facts: Facts, under: str | int | None = None) -> None:
    """Name up to four worries and put each into its ring: one action, one ask, or let go.

    Args:
        under: the record the worries belong to.
    """
    offered = (*WORRIES, *(() if facts.quiet else ABOUT_APPLYING))
    chosen = ask.several("worries", offered, most=MOST, own=500)
    worries = list(_named(chosen))
    if len(worries) > MOST:
        ask.say("too-many", most=MOST)
    for worry in worries[:MOST]:
        with ask.within("worry", worry.id), ask.in_view("in-view", worry=worry.word):
            ask.record("worry", _sort(ask, worry), under)


def _sort(ask: Dialogue, worry: Named) -> Worry:
    ring = ask.choice("ring", ("control", "influence", "neither"), wide=True, worry=worry.word)
    if ring == "neither":
        ask.choice("let-go", ("on",), worry=worry.word)
        return Worry(worry.value, ring)
    key = "action" if ring == "control" else "ask"
    return Worry(worry.value, ring, ask.text(key, skippable=True))


def _named(chosen: tuple[Pick, ...]) -> Iterator[Named]:
    """Yield each worry once; several typed in one message are taken apart."""
    seen: set[str] = set()
    for pick in chosen:
        if pick.own is None:
            found = [Named(f"chip-{pick.slug}", pick.value, pick.word)]
        else:
            found = [Named(digest(item.casefold()), item, excerpt(item, 80)) for item in split_list(pick.own)]
        for worry in found:
            if worry.id not in seen:
                seen.add(worry.id)
                yield worry
