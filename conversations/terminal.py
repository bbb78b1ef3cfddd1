"""The terminal: talks through conversations without Telegram; what is written lives in memory only."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from itertools import count

from conversations.catalog import Catalog, World
from conversations.effects import (
    BurnWords,
    ChangeEntry,
    ChangePerson,
    DeleteEntry,
    EraseEverything,
    MoveEntry,
    SendExport,
)
from conversations.events import Commanded, Event, Returned, Said, Tapped
from conversations.facts import Entry
from conversations.lines import Button, Card, Line, line
from conversations.outcome import Outcome, Question, Refreshed
from conversations.safety.card import crisis_card, softer_card
from conversations.safety.screening import screen
from conversations.session import State
from conversations.texts import MARKUP, Texts
from conversations.turn import take_turn

SECONDS = 60.0
"""Seconds that pass between two turns."""


@dataclass(slots=True)
class MemoryDiary:
    """A diary in memory; the record of a slot is written anew, as in the database."""

    entries: dict[int, Entry] = field(default_factory=dict)
    slots: dict[tuple[str, str], int] = field(default_factory=dict)
    ids: Iterator[int] = field(default_factory=lambda: count(1))

    def get(self, entry: int) -> Entry | None:
        """Return the entry, or None if it was deleted."""
        return self.entries.get(entry)

    def recent(self, kind: str, limit: int = 1) -> Sequence[Entry]:
        """Return at most `limit` entries of `kind`, newest first."""
        found = [entry for entry in self.entries.values() if entry.kind == kind]
        return sorted(found, key=lambda entry: (entry.at, entry.id), reverse=True)[:limit]

    def children(self, entry: int) -> Sequence[Entry]:
        """Return the entries that belong to `entry`, oldest first."""
        return [child for child in self.entries.values() if child.parent == entry]

    def counts(self) -> Mapping[str, int]:
        """Return how many entries of each kind there are."""
        kinds = [entry.kind for entry in self.entries.values()]
        return {kind: kinds.count(kind) for kind in kinds}

    def keep(self, outcome: Outcome, now: float) -> None:
        """Save and drop what a turn says; an unchanged record leaves alone what was deleted since."""
        for saved in outcome.saved:
            slot, under, record = (saved.session, saved.slot), saved.kept.under, saved.kept.record
            known = self.slots.get(slot)
            if known is not None and not saved.changed:
                continue
            parent = self.slots.get((saved.session, under)) if isinstance(under, str) else under
            id = self.slots[slot] = next(self.ids) if known is None else known
            day = datetime.fromtimestamp(now, UTC).date()
            self.entries[id] = Entry(id, record.kind, now, record.fields(), parent, day)
        for session, slots in outcome.dropped:
            for key in [k for k in self.slots if k[0] == session and (slots is None or k[1] in slots)]:
                self.entries.pop(self.slots.pop(key), None)


@dataclass(slots=True)
class Terminal:
    """One person at a keyboard.

    Args:
        write: takes the lines to be shown.
        today: the date it is said to be.
        consented: False begins before the 18+ tap.
    """

    catalog: Catalog
    texts: Texts
    write: Callable[[str], None]
    today: date
    consented: bool = True
    now: float = 0.0
    country: str | None = None
    zone: str | None = None
    quiet_until: float = 0.0
    state: State = field(default_factory=State)
    diary: MemoryDiary = field(default_factory=MemoryDiary)
    choices: list[Tapped] = field(default_factory=list)
    variants: dict[str, int] = field(default_factory=dict)
    ids: Iterator[int] = field(default_factory=lambda: count(1))

    @property
    def open(self) -> bool:
        """Whether something waits for an answer."""
        return self.state.active is not None or bool(self.choices)

    def hear(self, words: str) -> None:
        """Take what was typed: a command with its slash, the number of a choice, or words."""
        words = words.strip()
        if words.startswith("/"):
            self.take(Commanded(words[1:].split(" ")[0].casefold()))
        elif words.isdecimal() and 0 < int(words) <= len(self.choices) and not self._counts():
            self.take(self.choices[int(words) - 1])
        elif words:
            self._say(words)

    def take(self, event: Event) -> None:
        """Take one turn, show what follows and carry out what it wants done."""
        self.now += SECONDS
        outcome = take_turn(self.state, event, self._world())
        if any(isinstance(effect, EraseEverything) for _, _, effect in outcome.effects):
            self._erase()
            return
        self.state = outcome.state
        self.diary.keep(outcome, self.now)
        self.consented = self.consented or bool(outcome.person.get("consented"))
        country, quiet = outcome.person.get("country"), outcome.person.get("quiet_until")
        self.country = country if isinstance(country, str) else self.country
        self.quiet_until = float(quiet) if isinstance(quiet, int | float) else self.quiet_until
        self._show(outcome)
        for session, key, effect in outcome.effects:
            self._carry_out(session, key, effect)

    def _erase(self) -> None:
        """Forget the person; the only thing left to show is that this was done."""
        self.diary, self.state, self.choices = MemoryDiary(), State(), []
        self.consented, self.country, self.zone, self.quiet_until = False, None, None, 0.0
        self._paragraph(line("delete-done"))

    def _say(self, words: str) -> None:
        found = screen(words)
        if found.tier:
            card = crisis_card(self.country, abuse=found.abuse) if found.tier == 1 else softer_card()
            self.choices = []
            self._show_card(card)
        self.take(Said(words, crisis=bool(found.tier)))

    def _counts(self) -> bool:
        """Return whether a number is an answer of its own: on a scale."""
        active = self.state.active
        return active is not None and active.asked is not None and active.asked.signature[1:2] == ("scale",)

    def _world(self) -> World:
        return World(
            catalog=self.catalog,
            texts=self.texts,
            now=self.now,
            today=self.today,
            new_id=lambda: f"s{next(self.ids)}",
            consented=self.consented,
            country=self.country,
            zone=self.zone,
            quiet_until=self.quiet_until,
            diary=self.diary,
        )

    def _carry_out(self, session: str, key: str, effect: object) -> None:
        match effect:
            case ChangePerson(field="country", value=value):
                self.country = value
            case ChangePerson(field="zone", value=value):
                self.zone = value
            case ChangeEntry(entry=id, name=name, value=words) if id in self.diary.entries:
                entry = self.diary.entries[id]
                self.diary.entries[id] = replace(entry, data={**entry.data, name: words})
            case MoveEntry(entry=id, under=parent) if id in self.diary.entries:
                self.diary.entries[id] = replace(self.diary.entries[id], parent=parent)
            case DeleteEntry(entry=id):
                self.diary.entries.pop(id, None)
            case BurnWords() | SendExport():
                self.take(Returned(session, key, "done"))

    # --- showing -----------------------------------------------------------------------------------------

    def _show(self, outcome: Outcome) -> None:
        if outcome.toast is not None:
            self.write(f"({self.texts.phrase(outcome.toast)})")
        if any(not isinstance(show, Line) for show in outcome.shows):
            self.choices = []
        for show in outcome.shows:
            if isinstance(show, Line):
                self._paragraph(show)
            elif isinstance(show, Card):
                self._show_card(show)
            else:
                self._show_question(show)
        if self.state.active is None and not any(isinstance(show, Card) for show in outcome.shows):
            self.choices = []

    def _paragraph(self, what: Line) -> None:
        variant = self.variants.get(what.id, 0)
        self.variants[what.id] = variant + 1
        self.write(MARKUP.sub("", self.texts.render(what, variant)))

    def _show_card(self, card: Card) -> None:
        for what in card.lines:
            self._paragraph(what)
        buttons = [button for row in card.rows for button in row]
        self._show_choices([(self._label(b), Tapped(card.name, 0, b.option)) for b in buttons if not b.url])

    def _show_question(self, show: Question | Refreshed) -> None:
        question = show.question if isinstance(show, Refreshed) else show
        prompt = question.prompt
        if isinstance(show, Question):
            for what in (*prompt.header, *([question.unclear] if question.unclear else [])):
                self._paragraph(what)
            for text in filter(None, (prompt.subject, prompt.draft)):
                self.write(text)
            for what in prompt.notes:
                self._paragraph(what)
            if isinstance(prompt.default, str) and prompt.kind == "text":
                self._paragraph(line("engine-before", words=prompt.default))
            self._paragraph(prompt.text)
        options: list[tuple[str, Tapped]] = []
        for option in prompt.buttons:
            ticked = {"slug": option.slug} in question.chosen
            slug = option.slug if prompt.kind != "several" else f"{'-' if ticked else '+'}{option.slug}"
            label = f"{'✓ ' if ticked else ''}{self.texts.label(option)}"
            options.append((label, Tapped(question.session, question.turn, slug)))
        for control in question.controls:
            if control in ("~same", "~done"):
                label = self.texts.phrase(Line("engine-controls", (), f"o-{control[1:]}"))
                options.append((label, Tapped(question.session, question.turn, control)))
        if prompt.kind == "scale":
            self.write(f"    {prompt.low} … {prompt.high}")
        self._show_choices(options if prompt.kind != "scale" else [])

    def _show_choices(self, options: Sequence[tuple[str, Tapped]]) -> None:
        for label, tapped in options:
            self.choices.append(tapped)
            self.write(f"    {len(self.choices)}  {label}")

    def _label(self, button: Button) -> str:
        return button.label if isinstance(button.label, str) else self.texts.phrase(button.label)
