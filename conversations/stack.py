"""The stack of sessions: one active, a few put aside, offered again, given up when nobody comes back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from conversations import cards, course
from conversations.catalog import World
from conversations.events import Returned
from conversations.lines import Card, Line, line
from conversations.outcome import Outcome
from conversations.replay import BrokenConversation
from conversations.session import Session, State

MOST_ASIDE = 3
"""Conversations that can wait at the same time; the oldest goes first."""
MOST_BEGUN = 5
"""Conversations that may follow each other in one turn before it is taken for an endless loop."""


class Stack:
    """The sessions of one person during one turn."""

    def __init__(self, state: State, world: World, outcome: Outcome) -> None:
        self.world = world
        self.outcome = outcome
        self.active: Session | None = state.active
        self.aside: list[Session] = list(state.aside)
        self.ended = state.ended
        self._begun = 0
        self._clear_stale()

    def _clear_stale(self) -> None:
        """Give up what nobody touched for long, and conversations that a release took away."""
        present = [*([self.active] if self.active else []), *self.aside]
        self._forget(
            s for s in present if s.expired(self.world.now) or s.conversation not in self.world.catalog
        )
        if self.ended is not None and self.ended.conversation not in self.world.catalog:
            self.ended = None

    def state(self) -> State:
        """Return the sessions as they are now."""
        active = self.active
        if active is not None:
            active = replace(active, touched=self.world.now)
        return State(active, tuple(self.aside), self.ended)

    # --- beginning and going on --------------------------------------------------------------------------

    def open(self, name: str, given: dict[str, str] | None = None) -> None:
        """Begin a conversation; what is open is put aside, or waits under an overlay."""
        waiting = next((s for s in self.aside if s.conversation == name), None)
        begun = None if self.active is None else self.active.given
        if self.active is not None and self.active.conversation == name and self.active.is_blank:
            self._drop(self.active)
            self.begin(name, given)
        elif self.active is not None and self.active.conversation == name and given in (None, begun):
            self.outcome.shows.append(line("engine-here-already"))
            self.show_again(otherwise=None)
        elif waiting is not None and (waiting.under or (given and waiting.given == given)):
            self.put_aside(under=True)
            self.resume(waiting)
        elif waiting is not None and not given:
            self.put_aside(under=True)
            self.outcome.shows.append(cards.again_card(waiting))
        else:
            self.put_aside(under=self.world.catalog[name].overlay)
            self.begin(name, given)

    def begin(self, name: str, given: dict[str, str] | None = None) -> None:
        """Begin a conversation from its first question."""
        self._begun += 1
        if self._begun > MOST_BEGUN:
            raise BrokenConversation(f"conversations follow each other without end: {name}")
        now, today = self.world.now, self.world.today.isoformat()
        self.go_on(Session(self.world.new_id(), name, now, now, today, given or {}))

    def go_on(self, session: Session) -> None:
        """Run the session, show what comes, and wait for the answer or end it."""
        run = course.run_session(session, self.world)
        session = course.collect(session, run, self.outcome)
        if run.prompt is not None:
            self.active = course.ask(session, run, run.prompt, self.outcome)
            return
        self.ended = course.finish(replace(session, touched=self.world.now), run, self.outcome)
        self.active = None
        if run.follows is not None and run.follows[0] in self.world.catalog:
            self.begin(*run.follows)
        else:
            self._return_to_aside()
        if not self.outcome.shows:
            # What was said at the end and undone is said again, rather than nothing.
            closing = [said.line for said in run.said[run.passed :]]
            self.outcome.shows += closing or [line("engine-over")]

    def resume(self, session: Session) -> None:
        """Go on with a session that was put aside."""
        self.aside = [s for s in self.aside if s.id != session.id]
        self.go_on(replace(session, under=False, mode="", reword=None))

    def show_again(self, otherwise: Card | None) -> None:
        """Ask the open question again; show `otherwise` if nothing is open."""
        session = self.active
        if session is not None:
            self.settle()
            self.go_on(replace(session, mode="", reword=None))
        elif otherwise is not None:
            self.outcome.shows.append(otherwise)

    def settle(self, answer: Line | str | int | None = None) -> None:
        """Be done with the message of the open question; it keeps no buttons."""
        if self.active is not None and self.outcome.settled is None:
            self.outcome.settled = course.settle(self.active, answer)

    # --- putting aside and coming back -------------------------------------------------------------------

    def put_aside(self, under: bool = False, asked_for: bool = False) -> None:
        """Put the active session aside; an overlay is closed, and so is what was only just begun.

        Args:
            under: whether it goes on by itself when what comes over it has ended.
            asked_for: whether the person wants to come back to it.
        """
        session, self.active = self.active, None
        if not under:
            self.aside = [replace(s, under=False) for s in self.aside]
        if session is None:
            return
        if self.is_overlay(session) or not (under or asked_for or session.spoken or session.given):
            self._drop(session)
            return
        kept = replace(session, mode="", reword=None, under=under)
        self.aside = [kept, *(replace(s, under=False) for s in self.aside)]
        self._forget(self.aside[MOST_ASIDE:])

    def is_overlay(self, session: Session) -> bool:
        """Return whether the session stands over another one and is never put aside."""
        return self.world.catalog[session.conversation].overlay

    def offer_aside(self, otherwise: Card | None) -> None:
        """Ask the open question again, or offer to go on with what was put aside."""
        if self.active is None and self.aside:
            self.outcome.shows.append(cards.aside_card(self.aside))
        else:
            self.show_again(otherwise)

    def tap_aside(self, option: str) -> None:
        """Answer the offer: go on with one, begin it anew, or leave them all."""
        verb, _, id = option.partition("-")
        session = next((s for s in self.aside if s.id == id), None)
        if option == "drop" and self.aside:
            self._forget(list(self.aside))
            self.outcome.shows.append(line("engine-aside-dropped"))
            self.show_again(otherwise=None)
        elif session is not None and verb in ("go", "new"):
            self.settle()
            self.put_aside()
            if verb == "go":
                self.resume(session)
            else:
                self._forget([session])
                self.begin(session.conversation)
        else:
            self.outcome.toast = line("engine-old-button")

    def _return_to_aside(self) -> None:
        if self.aside and self.aside[0].under:
            self.resume(self.aside[0])
        elif self.aside:
            self.offer_aside(otherwise=None)

    # --- ending ------------------------------------------------------------------------------------------

    def stop(self, session: Session, keep: bool) -> None:
        """End a session before its end; keep or discard what it recorded."""
        if not keep:
            session = self._discard(session)
        self._close(session, line("engine-stopped-kept" if keep else "engine-stopped-discarded"))

    def close(self, session: Session) -> None:
        """End a session in which nothing was written."""
        self._close(self._discard(session), line("engine-closed"))

    def _close(self, session: Session, word: Line) -> None:
        self.active = None
        before = session.answers if session.spoken else None
        session = replace(session, asked=None, mode="", reword=None, draft=None)
        self.ended = replace(session, ended=True, before=before)
        self.outcome.finished.append(self.ended)
        self.outcome.shows.append(word)
        self._return_to_aside()

    def _discard(self, session: Session) -> Session:
        """Drop what a session recorded and asked for; undo saves and asks anew."""
        self.outcome.dropped.append((session.id, None))
        self.outcome.cancelled.extend((session.id, reminder) for reminder in session.reminders.values())
        effects = dict.fromkeys(session.effects, "cancelled")
        return replace(session, slots={}, effects=effects, reminders={})

    def _drop(self, session: Session) -> None:
        self.outcome.finished.append(replace(self._discard(session), ended=True))

    def _forget(self, sessions: Iterable[Session]) -> None:
        """Give sessions up; what they recorded stays, since the person wrote it."""
        gone = list(sessions)
        ids = {s.id for s in gone}
        self.outcome.finished.extend(replace(s, ended=True, asked=None) for s in gone)
        self.aside = [s for s in self.aside if s.id not in ids]
        if self.active is not None and self.active.id in ids:
            self.active = None

    def undo_ended(self) -> bool:
        """Open the last session that ended again, one step before its end."""
        if self.ended is None or self.ended.before is None:
            return False
        session, self.ended = self.ended.undo(), None
        self.go_on(session)
        return True

    # --- effects that come back --------------------------------------------------------------------------

    def note_outcome(self, event: Returned) -> None:
        """Note how an effect came out; if that leads the open conversation on, go on."""
        known = [*([self.active] if self.active else []), *self.aside]
        session = next((s for s in known if s.id == event.session), None)
        if session is None or session.effects.get(event.key) != "pending":
            return
        noted = replace(session, effects={**session.effects, event.key: event.outcome})
        if session is not self.active:
            self.aside = [noted if s.id == noted.id else s for s in self.aside]
            return
        run = course.run_session(noted, self.world)
        if noted.belongs(run.prompt) and all(said.mark in noted.said for said in run.said):
            self.active = noted
            return
        self.settle()
        self.go_on(noted)
