"""The stack of sessions: one active, a few put aside, offered again, given up when nobody comes back."""

from __future__ import annotations

from dataclasses import replace

from conversations import cards, course
from conversations.catalog import World
from conversations.events import Returned
from conversations.lines import Card, line
from conversations.outcome import Outcome
from conversations.session import Session, State

MOST_ASIDE = 3
"""Conversations that can wait at the same time; the oldest goes first."""


class Stack:
    """The sessions of one person during one turn."""

    def __init__(self, state: State, world: World, outcome: Outcome) -> None:
        self.world = world
        self.outcome = outcome
        alive = [s for s in state.aside if not s.expired(world.now) and s.conversation in world.catalog]
        self.aside: list[Session] = alive
        self.ended = state.ended
        active = state.active
        stale = active is not None and (active.expired(world.now) or active.conversation not in world.catalog)
        self.active: Session | None = None if stale else active

    def state(self) -> State:
        """Return the sessions as they are now."""
        active = self.active
        if active is not None:
            active = replace(active, touched=self.world.now)
        return State(active, tuple(self.aside), self.ended)

    def open(self, name: str, given: dict[str, str] | None = None) -> None:
        """Begin a conversation; what is open is put aside, or waits under an overlay."""
        waiting = next((s for s in self.aside if s.conversation == name and not s.under), None)
        if self.active is not None and self.active.conversation == name:
            self.outcome.shows.append(line("engine-here-already"))
            self.show_again(otherwise=None)
        elif waiting is not None and not given:
            self.put_aside(under=True)
            self.outcome.shows.append(cards.again_card(waiting))
        else:
            self.put_aside(under=self.world.catalog[name].overlay)
            self.begin(name, given)

    def begin(self, name: str, given: dict[str, str] | None = None) -> None:
        """Begin a conversation from its first question."""
        now, today = self.world.now, self.world.today.isoformat()
        self.go_on(Session(self.world.new_id(), name, now, now, today, given or {}))

    def go_on(self, session: Session) -> None:
        """Run the session, show what comes, and wait for the answer or end it."""
        run = course.run_session(session, self.world)
        session = course.collect(session, run, self.outcome)
        if run.prompt is not None:
            self.active = course.ask(session, run, self.outcome)
            return
        self.ended = course.finish(session, run, self.outcome)
        self.active = None
        if run.follows is not None:
            self.begin(*run.follows)
        else:
            self._return_to_aside()

    def _return_to_aside(self) -> None:
        if self.aside and self.aside[0].under:
            self.resume(self.aside[0])
        elif self.aside:
            self.offer_aside(otherwise=None)

    def resume(self, session: Session) -> None:
        """Go on with a session that was put aside."""
        self.aside = [s for s in self.aside if s.id != session.id]
        self.go_on(replace(session, under=False, mode="", asked=None))

    def put_aside(self, under: bool = False) -> None:
        """Put the active session aside; an overlay is simply closed."""
        session, self.active = self.active, None
        if session is None:
            return
        if self.world.catalog[session.conversation].overlay or not session.answers:
            self.outcome.dropped.append((session.id, None))
            self.outcome.finished.append(replace(session, ended=True))
            return
        kept = replace(session, asked=None, mode="", shown="", under=under)
        self.aside = [kept, *(replace(s, under=False) for s in self.aside)][:MOST_ASIDE]

    def show_again(self, otherwise: Card | None) -> None:
        """Ask the open question again; show `otherwise` if nothing is open."""
        session = self.active
        if session is None:
            if otherwise is not None:
                self.outcome.shows.append(otherwise)
            return
        if self.outcome.settled is None:
            self.outcome.settled = course.settle(session)
        self.go_on(replace(session, mode=""))

    def offer_aside(self, otherwise: Card | None) -> None:
        """Offer to go on with what was put aside."""
        if self.active is not None:
            self.show_again(otherwise)
        elif self.aside:
            self.outcome.shows.append(cards.aside_card(self.aside))
        elif otherwise is not None:
            self.outcome.shows.append(otherwise)

    def tap_aside(self, option: str) -> None:
        """Answer the offer: go on with one, begin it anew, or leave them all."""
        verb, _, id = option.partition("-")
        session = next((s for s in self.aside if s.id == id), None)
        if option == "drop":
            self._forget(self.aside)
            self.outcome.shows.append(line("engine-aside-dropped"))
        elif session is None:
            self.outcome.toast = line("engine-old-button")
        elif verb == "go":
            self.put_aside()
            self.resume(session)
        elif verb == "new":
            self._forget([session])
            self.put_aside()
            self.begin(session.conversation)

    def _forget(self, sessions: list[Session]) -> None:
        """Give sessions up; what they recorded stays, since the person wrote it."""
        gone = {s.id for s in sessions}
        self.outcome.finished.extend(replace(s, ended=True, asked=None) for s in sessions)
        self.aside = [s for s in self.aside if s.id not in gone]

    def stop(self, session: Session, keep: bool) -> None:
        """End a session before its end; keep or discard what it recorded."""
        self.active = None
        self.ended = replace(session, ended=True, asked=None, mode="", draft=None, before=session.answers)
        self.outcome.finished.append(self.ended)
        if not keep:
            self.outcome.dropped.append((session.id, None))
        self.outcome.shows.append(line("engine-stopped-kept" if keep else "engine-stopped-discarded"))
        self._return_to_aside()

    def undo_ended(self) -> bool:
        """Open the last session that ended again, one step before its end."""
        if self.ended is None or self.ended.before is None:
            return False
        session, self.ended = self.ended.undo(), None
        self.go_on(session)
        return True

    def note_outcome(self, event: Returned) -> None:
        """Note how an effect came out; if that leads on, go on."""
        session = self.active
        if session is None or session.id != event.session:
            return
        if session.effects.get(event.key) != "pending":
            return
        session = replace(session, effects={**session.effects, event.key: event.outcome})
        run = course.run_session(session, self.world)
        if session.belongs(run.prompt) and all(said.mark in session.said for said in run.said):
            self.active = session
            return
        self.outcome.settled = course.settle(session)
        self.go_on(session)
