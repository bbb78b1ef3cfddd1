"""Talk: drives conversations without Telegram, as a person who says and taps, and shows what they see."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from itertools import count

from conversations.all import CATALOG
from conversations.catalog import Catalog, World
from conversations.effects import BurnWords, ChangeEntry, DeleteEntry, Effect, MoveEntry, Remind
from conversations.events import Commanded, Corrected, Event, Returned, Said, Tapped
from conversations.facts import Entry, NextSaid, nothing_said
from conversations.lines import Card, Json, Line, line
from conversations.outcome import Outcome, Question, Refreshed
from conversations.session import State
from conversations.terminal import MemoryDiary
from conversations.texts import Texts, load_texts
from conversations.turn import take_turn

NOON = 1_795_608_000.0
"""2026-11-25 12:00 UTC."""


@dataclass(slots=True)
class Memory(MemoryDiary):
    """The terminal's diary, into which a test can write what was there before; it counts the sessions."""

    sessions: count[int] = field(default_factory=lambda: count(1))

    def add(self, kind: str, data: Mapping[str, Json], at: float = NOON, parent: int | None = None) -> int:
        """Write an entry down and return its id."""
        id = next(self.ids)
        self.entries[id] = Entry(id, kind, at, data, parent, _day_of(at))
        return id


def _day_of(at: float) -> date | None:
    """Return the day of a time; an entry without a real one has none."""
    return datetime.fromtimestamp(at, UTC).date() if at > 86_400 else None


class Talk:
    """One person talking. Each call of `says`, `taps` or `commands` is one turn and returns the talk.

    Args:
        begin: the command to begin with, None to begin with nothing open.
        diary: what was written before; another talk's `diary` lets the same person come back.
        quiet: whether it is within 72 hours of a crisis card.
    """

    def __init__(
        self,
        begin: str | None = None,
        *,
        catalog: Catalog = CATALOG,
        diary: Memory | None = None,
        quiet: bool = False,
        country: str | None = None,
        now: float = NOON,
    ) -> None:
        self.catalog, self.country, self.now = catalog, country, now
        self.diary = diary or Memory()
        self.texts: Texts = load_texts()
        self.state = State()
        self.quiet_until = now + 3600 if quiet else 0.0
        self.next_said: NextSaid = nothing_said
        self.effects: list[tuple[str, str, Effect]] = []
        self.lines: list[str] = []
        self.reads = ""
        self.said: list[str] = []
        self.turns = self.typed = self.tapped = 0
        self._variants: dict[str, int] = {}
        self._ids = self.diary.sessions
        self._messages = count(1)
        self.question: Question | None = None
        if begin is not None:
            self.commands(begin)

    # -- what the person does

    def says(self, words: str, *, crisis: bool = False, forwarded: bool = False) -> Talk:
        """Type words."""
        self.turns, self.typed = self.turns + 1, self.typed + 1
        self.lines.append(f"  > {words}")
        return self._take(Said(words, next(self._messages), forwarded, crisis))

    def corrects(self, words: str, back: int = 0) -> Talk:
        """Edit a message typed before: the last one, or the one `back` messages earlier."""
        self.lines.append(f"  > (edits the message) {words}")
        last = next(self._messages) - 1
        return self._take(Corrected(words, last - back))

    def commands(self, name: str) -> Talk:
        """Send a command, without its slash."""
        self.lines.append(f"  > /{name}")
        return self._take(Commanded(name))

    def taps(self, *labels: str) -> Talk:
        """Tap buttons by label, one after another: options, or the controls `~back`, `~skip`, ..."""
        for label in labels:
            self.turns, self.tapped = self.turns + 1, self.tapped + 1
            self.lines.append(f"  [{label}]")
            question = self.question
            assert question is not None, f"nothing to tap\n{self.transcript()}"
            self._take(Tapped(question.session, question.turn, self._option(question, label)))
        return self

    def hears_back(self, outcome: str) -> Talk:
        """Let the effect that is pending come back as `done` or `failed`."""
        session, key, _ = next(e for e in reversed(self.effects) if isinstance(e[2], BurnWords))
        self.lines.append(f"  ({key}: {outcome})")
        return self._take(Returned(session, key, outcome))

    # -- what the person sees

    def sees(self, *parts: str) -> Talk:
        """Make sure that the last answer holds each of `parts`, in its words or its buttons."""
        for part in parts:
            seen = f"{self.reads}\n{' | '.join(self.buttons)}"
            assert part in seen, f"{part!r} is not in:\n{self.transcript()}"
        return self

    def sees_not(self, *parts: str) -> Talk:
        """Make sure that the last answer holds none of `parts`."""
        for part in parts:
            seen = f"{self.reads}\n{' | '.join(self.buttons)}"
            assert part not in seen, f"{part!r} is in:\n{self.transcript()}"
        return self

    def sees_end(self) -> Talk:
        """Make sure that nothing is asked any more."""
        assert self.state.active is None, self.transcript()
        return self

    @property
    def buttons(self) -> list[str]:
        """The labels of the open question's options and controls."""
        return [] if self.question is None else [*self._labels(self.question), *self.question.controls]

    def written(self, kind: str) -> list[dict[str, Json]]:
        """Return the fields of the entries of `kind`, oldest first."""
        return [dict(entry.data) for entry in self.diary.entries.values() if entry.kind == kind]

    def reminders(self) -> set[str]:
        """Return the kinds of reminders that were asked for."""
        return {effect.kind for _, _, effect in self.effects if isinstance(effect, Remind)}

    def transcript(self) -> str:
        """Return the talk so far, for reading."""
        return "\n".join(self.lines)

    # -- how it works

    def _take(self, event: Event) -> Talk:
        outcome = take_turn(self.state, event, self._world())
        self.state = outcome.state
        self.diary.keep(outcome, self.now)
        self.effects += outcome.effects
        for _, _, effect in outcome.effects:
            self._carry_out(effect)
        self.quiet_until = float(str(outcome.person.get("quiet_until", self.quiet_until)))
        self._show(outcome)
        return self

    def _world(self) -> World:
        today = datetime.fromtimestamp(self.now, UTC).date()
        return World(
            catalog=self.catalog,
            texts=self.texts,
            now=self.now,
            today=date(today.year, today.month, today.day),
            new_id=lambda: f"s{next(self._ids)}",
            country=self.country,
            quiet_until=self.quiet_until,
            next_said=self.next_said,
            diary=self.diary,
        )

    def _carry_out(self, effect: Effect) -> None:
        entries = self.diary.entries
        if isinstance(effect, ChangeEntry) and effect.entry in entries:
            entry = entries[effect.entry]
            entries[entry.id] = replace(entry, data={**entry.data, effect.name: effect.value})
        elif isinstance(effect, MoveEntry) and effect.entry in entries:
            entries[effect.entry] = replace(entries[effect.entry], parent=effect.under)
        elif isinstance(effect, DeleteEntry):
            entries.pop(effect.entry, None)

    def _show(self, outcome: Outcome) -> None:
        said: list[str] = []
        self.said = []
        asked = self.state.active is not None and self.state.active.asked is not None
        self.question = self.question if asked else None
        for show in outcome.shows:
            if isinstance(show, Line):
                said.append(self._render(show))
            elif isinstance(show, Card):
                said += [self._render(what) for what in show.lines]
                said += [f"[{self._word(b.label)}]" for row in show.rows for b in row]
            else:
                self.question = show.question if isinstance(show, Refreshed) else show
                said += [] if isinstance(show, Refreshed) else self._paragraphs(show)
        if outcome.toast is not None:
            said.append(f"({self._render(outcome.toast)})")
        if said:
            self.reads = "\n".join(said)
            self.lines.append(self.reads)
        if self.question is not None:
            self.lines.append("      " + " ".join(f"[{label}]" for label in self.buttons))

    def _paragraphs(self, question: Question) -> list[str]:
        prompt = question.prompt
        first = [*prompt.header, *([question.unclear] if question.unclear else [])]
        said = [self._render(what) for what in first]
        if prompt.subject is not None:
            said.append(f"| {prompt.subject}")
        if prompt.draft is not None:
            said.append(f"| {prompt.draft}".replace("\n", "\n| "))
        said += [self._render(what) for what in prompt.notes]
        if isinstance(prompt.default, str) and prompt.kind == "text":
            said.append(self._render(line("engine-before", words=prompt.default)))
        return [*said, self._render(prompt.text)]

    def _render(self, what: Line) -> str:
        self.said.append(what.id)
        turn = self._variants.get(what.id, 0)
        self._variants[what.id] = turn + 1
        return re.sub(r"</?\w+>", "", self.texts.render(what, turn))

    def _word(self, label: Line | str) -> str:
        return label if isinstance(label, str) else self.texts.phrase(label)

    def _labels(self, question: Question) -> list[str]:
        prompt = question.prompt
        if prompt.kind == "scale":
            return [str(number) for number in range(prompt.low, prompt.high + 1, prompt.step)]
        return [self.texts.label(option) for option in prompt.buttons]

    def _option(self, question: Question, label: str) -> str:
        if label in question.controls:
            return label
        labels = self._labels(question)
        assert label in labels, f"no button {label!r} among {self.buttons}\n{self.transcript()}"
        prompt = question.prompt
        if prompt.kind == "scale":
            return label
        slug = prompt.options[labels.index(label)].slug
        ticked = {"slug": slug} in question.chosen
        return slug if prompt.kind != "several" else f"{'-' if ticked else '+'}{slug}"
