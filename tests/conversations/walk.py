"""Random walks: what must hold after each turn, whatever a person does."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import count

from conversations import course
from conversations.answers import Stored
from conversations.catalog import Catalog, World
from conversations.effects import BurnWords, ChangeEntry, DeleteEntry, Remind
from conversations.events import Event, Returned, Said, Tapped
from conversations.lines import Card, Line, digest
from conversations.outcome import Outcome, Question, Refreshed
from conversations.records import ThoughtRecord
from conversations.session import Session, State, from_json, to_json
from conversations.texts import Texts
from conversations.turn import take_turn
from tests.conversations.talk import NOON, Memory
from tests.conversations.wanderer import Wanderer

BUTTON = re.compile(r"[~+\-]?[A-Za-z0-9-]{1,40}\Z")


class Walk(Wanderer):
    """One walk. `step` takes one random event and checks what must hold; the seed makes it repeatable.

    Args:
        releases: the catalogs between which a release may switch in the middle.
        commands: the conversations that are opened by command.
    """

    def __init__(self, seed: int, releases: Sequence[Catalog], texts: Texts, commands: Sequence[str]) -> None:
        super().__init__(seed, commands)
        self.releases, self.catalog, self.texts = releases, releases[0], texts
        self.now, self.diary = NOON, Memory()
        self.said: Counter[Line] = Counter()
        self.sessions: dict[str, str] = {}
        self.turns: dict[str, int] = {}
        self.ids = count(1)
        self.log: list[str] = []
        self.ends: Counter[str] = Counter()

    def step(self) -> None:
        """Let something happen, and check."""
        chance = self.random.random()
        if chance < 0.04:
            self.catalog = self.random.choice(self.releases)
        if chance > 0.9:
            self.now += self.random.choice((1, 1, 1, 60, 86400, 3 * 86400, 15 * 86400))
        self.take(self.choose())

    def take(self, event: Event) -> Outcome:
        """Take one turn with `event`, and check."""
        self.log.append(repr(event)[:200])
        before, world = self.state, self.world()
        outcome = take_turn(before, event, world)
        self._check_answered(event, outcome)
        self._check_sessions(before, event, outcome, world)
        self._check_effects(event, outcome)
        self._check_shows(outcome)
        self._check_ends(outcome, world)
        self._keep(outcome)
        self.state = self._through_json(outcome.state)
        return outcome

    def world(self) -> World:
        """Return what is known now."""
        return World(
            catalog=self.catalog,
            texts=self.texts,
            now=self.now,
            today=date(2026, 11, 25),
            new_id=lambda: f"s{next(self.ids)}",
            diary=self.diary,
        )

    # -- what must hold

    def _check_answered(self, event: Event, outcome: Outcome) -> None:
        if not isinstance(event, Returned) and not getattr(event, "crisis", False):
            assert outcome.shows or outcome.toast, "every input gets an answer"

    def _check_sessions(self, before: State, event: Event, outcome: Outcome, world: World) -> None:
        old = {s.id: s for s in (before.active, before.ended, *before.aside) if s is not None}
        state = outcome.state
        for session in (state.active, state.ended, *state.aside):
            if session is None:
                continue
            assert session.turn >= self.turns.get(session.id, 0), "turn numbers only grow"
            self.turns[session.id] = session.turn
            self.sessions[session.id] = session.conversation
            if session.id in old:
                self._check_answers(old[session.id], session, event, world)

    def _check_answers(self, old: Session, new: Session, event: Event, world: World) -> None:
        undone = new.before is None and old.before is not None
        if undone:
            assert _spoken(new.answers) == _spoken(old.before or {}), "undo goes back exactly one step"
            return
        if new.before != old.before:
            assert new.before == old.answers, "undo remembers the answers before the step"
        shown = self.shown.get(old.id)
        for key, stored in new.answers.items():
            if stored == old.answers.get(key) or stored.by == "known" or stored.reopened:
                continue
            reworded = old.reword is not None and key == old.reword[0]
            pasted = isinstance(event, Said) and old.last is not None and key == old.last.key
            if not reworded and not pasted:
                assert shown is not None, "a reply needs a question"
                assert shown.prompt.key == key, "a reply belongs to the question that was shown"
                assert shown.prompt.about == stored.about
                assert _fits(shown, stored)
        turn = event.turn if isinstance(event, Tapped) and event.session == old.id else None
        if turn is not None and old.asked is not None and turn != old.asked.turn:
            assert _spoken(new.answers) == _spoken(old.answers), "an old turn's button changes nothing"

    def _check_effects(self, event: Event, outcome: Outcome) -> None:
        state = outcome.state
        present = [s for s in (state.active, state.ended, *state.aside, *outcome.finished) if s is not None]
        for session in present:
            for key in [k for k in self.live if k[0] == session.id]:
                if session.effects.get(key[1]) in (None, "cancelled"):
                    effect = self.live.pop(key)
                    called_off = (session.id, effect) in outcome.cancelled
                    assert called_off == isinstance(effect, Remind), "a reminder is called off, once"
        for session_id, key_of, effect in outcome.effects:
            pasted = isinstance(effect, BurnWords) and isinstance(event, Said)
            assert pasted or (session_id, key_of) not in self.live, "an effect is emitted once"
            self.live[session_id, key_of] = effect

    def _check_shows(self, outcome: Outcome) -> None:
        if outcome.toast is not None:
            assert len(self.texts.phrase(outcome.toast)) <= 180
        for show in outcome.shows:
            if isinstance(show, Line):
                self.texts.render(show)
                self.said[show] += 1
            elif isinstance(show, Card):
                for part in show.lines:
                    self.texts.render(part)
            else:
                self._see(show.question if isinstance(show, Refreshed) else show)
        active = outcome.state.active
        if active is not None and active.asked is not None and active.asked.key and active.id in self.shown:
            question = self.shown[active.id]
            silent = active.turn != question.turn
            assert silent or question.turn == active.asked.turn
            if not silent and not active.mode:
                assert question.prompt.key == active.asked.key

    def _see(self, question: Question) -> None:
        prompt = question.prompt
        for part in (*prompt.header, prompt.text, *([question.unclear] if question.unclear else [])):
            self.texts.render(part)
        for option in prompt.options:
            assert self.texts.label(option)
            assert BUTTON.match(option.slug), option.slug
        self.shown[question.session] = question
        self.questions = [*self.questions[-20:], question]

    def _check_ends(self, outcome: Outcome, world: World) -> None:
        """What an ended walk recorded is what a fresh run over its final answers records."""
        dropped = dict(outcome.dropped)
        for session in outcome.finished:
            if session.asked is not None or dropped.get(session.id, ()) is None or not session.slots:
                continue
            slots = dropped.get(session.id)
            if slots is None or session.conversation not in world.catalog:
                continue
            self.ends[session.conversation] += 1
            run = course.run_session(replace(session, effects={}), world)
            last = {saved.slot: saved.kept for saved in outcome.saved if saved.session == session.id}
            assert run.ended, "an ended conversation stays ended"
            assert last == run.records, "records are those of a fresh run over the final answers"
            kept = set(session.slots) - set(slots)
            assert kept == set(run.records), "records of slots that were not reached go"

    def _keep(self, outcome: Outcome) -> None:
        for saved in outcome.saved:
            record = saved.kept.record
            if isinstance(record, ThoughtRecord) and record.belief_before is not None:
                self._check_rating(saved.session, record, outcome)
        self.diary.keep(outcome, self.now)
        for _, _, effect in outcome.effects:
            if isinstance(effect, DeleteEntry):
                self.diary.entries.pop(effect.entry, None)
            elif isinstance(effect, ChangeEntry) and effect.entry in self.diary.entries:
                entry = self.diary.entries[effect.entry]
                changed = {**entry.data, effect.name: effect.value}
                self.diary.entries[effect.entry] = replace(entry, data=changed)

    def _check_rating(self, id: str, record: ThoughtRecord, outcome: Outcome) -> None:
        state = outcome.state
        present = (state.active, state.ended, *state.aside)
        session = next((s for s in present if s is not None and s.id == id), None)
        if session is not None and session.conversation == "trip":
            assert session.answers["belief"].about == digest(record.thought), "a rating of a replaced thought"

    def _through_json(self, state: State) -> State:
        return State(
            None if state.active is None else _copy(state.active),
            tuple(_copy(session) for session in state.aside),
            None if state.ended is None else _copy(state.ended),
        )


def _copy(session: Session) -> Session:
    data = json.loads(json.dumps(to_json(session)))
    copied = from_json(session.id, session.conversation, session.turn, data)
    assert copied == session, "a session survives storage"
    return copied


def _spoken(answers: object) -> dict[str, Stored]:
    assert isinstance(answers, dict)
    return {key: stored for key, stored in answers.items() if stored.by != "known"}


def _fits(question: Question, stored: Stored) -> bool:
    if stored.by == "skip":
        return question.prompt.skippable
    kinds = {"text": str, "choice": str, "scale": int, "confirm": bool, "date": str, "several": list}
    return isinstance(stored.value, kinds.get(question.prompt.kind, dict))
