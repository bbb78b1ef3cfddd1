"""/history: find, open, change and delete single entries, newest first."""

from __future__ import annotations

from collections.abc import Sequence

from conversations.dialogue import Dialogue
from conversations.effects import ChangeEntry, DeleteEntry
from conversations.entries import (
    HIGHEST,
    OWN,
    changeable,
    day_of,
    headline,
    holds,
    part_title,
    parts_of,
    slug_of,
)
from conversations.facts import Entry, Facts
from conversations.lines import Line, Option, Word, excerpt
from conversations.records import KINDS
from conversations.spoken import ASKED, DAYS

PAGE = 6
"""Entries on one page: each stands on a row of its own."""
MOST = 200
"""How many of the newest entries of a kind can be reached by paging or searching."""


def history(ask: Dialogue, facts: Facts) -> None:
    """Choose a kind or search, open one entry; leave, change or delete it; then the kinds again.

    Whatever changes an entry comes last: nothing is asked about one that is gone, or shown before it is.
    """
    counts = facts.diary.counts()
    kinds = {slug_of(record.kind): record.kind for record in KINDS if counts.get(record.kind)}
    if not kinds:
        ask.say("empty")
        return
    options = [
        Option(slug, Line("history-kinds", (("count", counts[kind]),), f"o-{slug}"))
        for slug, kind in kinds.items()
    ]
    chosen = ask.choice("kind", (*options, "find", "close"))
    if chosen == "close":
        return
    found = _search(ask, facts) if chosen == "find" else facts.diary.recent(kinds.get(chosen, chosen), MOST)
    id = _choose(ask, found) if found else None
    if id is not None:
        with ask.within("entry", str(id)):
            changed = _open(ask, facts.diary.get(id))
        if changed:
            return
    ask.follow("history")


def _search(ask: Dialogue, facts: Facts) -> Sequence[Entry]:
    word = ask.text("word").strip()
    entries = [entry for record in KINDS for entry in facts.diary.recent(record.kind, MOST)]
    found = [entry for entry in entries if holds(entry, word)]
    if not found:
        ask.say("none", word=excerpt(word, 40))
    return sorted(found, key=lambda entry: (entry.at, entry.id), reverse=True)


def _choose(ask: Dialogue, entries: Sequence[Entry]) -> int | None:
    """Return the id of the chosen entry; a further page is a scope named by the entry it comes after."""
    page, rest = entries[:PAGE], entries[PAGE:]
    options = [Option(str(entry.id), headline(entry)) for entry in page]
    chosen = ask.choice("entry", (*options, *(("older",) if rest else ()), "close"), wide=True)
    if chosen == "older" and rest:
        with ask.within("after", str(page[-1].id)):
            return _choose(ask, rest)
    return int(chosen) if chosen.isdecimal() else None


def _open(ask: Dialogue, entry: Entry | None) -> bool:
    """Show an entry and do with it what the person wants; return whether it was changed or is gone."""
    if entry is None:
        ask.say("gone")
        return True
    if entry.day is not None and (day := day_of(entry)):
        ask.say("written", day=day, year=str(entry.day.year))
    for name, words in parts_of(entry):
        ask.say("field", name=part_title(name), words=words)
    parts = changeable(entry)
    action = ask.choice("action", ("leave", "change", "delete") if parts else ("leave", "delete"), wide=True)
    if action == "change" and parts:
        _change(ask, entry, parts)
    elif action == "delete" and ask.confirm("sure"):
        ask.effect("delete", DeleteEntry(entry.id))
        ask.say("deleted")
    else:
        ask.say("kept")
        return False
    return True


def _change(ask: Dialogue, entry: Entry, parts: Sequence[str]) -> None:
    names = {slug_of(name): name for name in parts}
    options = [Option(slug, part_title(name)) for slug, name in names.items()]
    slug = ask.choice("which", options, wide=True) if len(options) > 1 else options[0].slug
    name = names.get(slug, parts[0])
    with ask.within("part", slug):
        value = _new_value(ask, name, dict(parts_of(entry)).get(name))
    ask.effect("change", ChangeEntry(entry.id, name, value))
    ask.say("changed")


def _new_value(ask: Dialogue, name: str, present: Word | None) -> str | int:
    title, (owner, slugs) = part_title(name), ASKED.get(name, ("", frozenset()))
    options = [Option(slug, Line(owner, (), f"o-{slug}")) for slug in sorted(slugs)]
    if name in HIGHEST:
        return ask.scale("number", 0, HIGHEST[name], step=10 if HIGHEST[name] > 10 else 1, name=title)
    if name in OWN:
        return ask.pick("pick", options, own=300, name=title).value
    if options:
        return ask.choice("value", options, name=title)
    if name in DAYS:
        return ask.date("day").isoformat()
    if present is None:
        return ask.text("words-new", name=title)
    return ask.text("words", name=title, words=excerpt(present) if isinstance(present, str) else present)
