"""One turn: routes what happened to what is open. In this order: crisis, command, overlay, open question, idle.

Pure: state and event in, outcome out. The Telegram bot, the terminal runner and the tests all call `take_turn`.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from conversations import cards, controls, course
from conversations.answers import Stored
from conversations.catalog import World
from conversations.events import Commanded, Corrected, Event, Other, Returned, Said, Tapped
from conversations.lines import Json, Line, Prompt, line
from conversations.outcome import Outcome
from conversations.replay import Run
from conversations.replies import Unclear, Understood, chosen_of, read_option, read_text
from conversations.session import Session, State
from conversations.stack import Stack

CRISIS_QUIET = 72 * 3600
"""Seconds without a word about applying after a crisis card (PRODUCT.md, section 5)."""


def take_turn(state: State, event: Event, world: World) -> Outcome:
    """Return what follows from `event`.

    Raises:
        BrokenConversation: if a conversation breaks the engine's contract.
    """
    return Turn(state, world).take(event)


class Turn:
    """The work of one turn. Sessions are values; `self.stack` holds the present ones."""

    def __init__(self, state: State, world: World) -> None:
        self.world = world
        self.outcome = Outcome(state)
        self.stack = Stack(state, world, self.outcome)

    def take(self, event: Event) -> Outcome:
        """Route the event and return the outcome."""
        if not isinstance(event, Tapped | Returned) and event.crisis:
            self._crisis(event)
        elif not self.world.consented:
            self._meet(event)
        else:
            self._route(event)
        self.outcome.state = self.stack.state()
        return self.outcome

    def _route(self, event: Event) -> None:
        match event:
            case Commanded(name=name):
                self._command(name)
            case Tapped():
                self._tap(event)
            case Said():
                self._hear(event)
            case Corrected():
                self._correct(event)
            case Other():
                self._explain(line("engine-words-please"))
            case Returned():
                self._come_back(event)

    # --- before everything -------------------------------------------------------------------------------

    def _crisis(self, event: Said | Corrected | Commanded | Other) -> None:
        """Keep the words as an answer, ask nothing more: the card that is sent beside goes first."""
        self.outcome.person["quiet_until"] = self.world.now + CRISIS_QUIET
        session = self.stack.active
        if not self.world.consented or session is None or session.asked is None:
            return
        run = course.run_session(session, self.world)
        self.outcome.settled = course.settle(session)
        if isinstance(event, Said) and not session.mode and session.belongs(run.prompt):
            session = self._stored(session, run, event) or session
        self.stack.active = replace(session, asked=None, mode="", shown="")

    def _stored(self, session: Session, run: Run, event: Said) -> Session | None:
        assert run.prompt is not None
        reading = read_text(run.prompt, event.text, self.world.texts, self.world.today, session.draft)
        if isinstance(reading, Unclear) or run.prompt.kind == "review":
            return None
        after = session.answer(run.prompt.key, Stored(reading.value, "person", run.prompt.about))
        collected = course.collect(after, course.run_session(after, self.world), self.outcome)
        self.outcome.shows.clear()
        return replace(collected, said=session.said)

    def _meet(self, event: Event) -> None:
        """Before the 18+ tap: nothing is stored, and everything leads to the welcome."""
        option = event.option if isinstance(event, Tapped) and event.session == "hello" else ""
        name = event.name if isinstance(event, Commanded) else ""
        if option in cards.ANSWERS:
            self.outcome.person["consented"] = True
            self._open(cards.ANSWERS[option])
        elif option == "minor":
            self.outcome.shows.append(line("welcome-minor"))
            self.outcome.person["minor"] = True
        elif option == "kept" or name == "privacy":
            self.outcome.shows.append(cards.kept_card())
        elif name == "help":
            self.outcome.shows.append(self._help())
        else:
            if isinstance(event, Tapped):
                self.outcome.toast = line("engine-old-button")
            self.outcome.shows.append(cards.welcome_card())

    # --- commands ----------------------------------------------------------------------------------------

    def _command(self, name: str) -> None:
        if name in ("help", "start"):
            self.outcome.shows.append(self._help() if name == "help" else line("engine-hello-again"))
            if self.stack.active is not None or name == "start":
                self.stack.show_again(otherwise=cards.home_card())
        elif name in self.world.catalog:
            self._open(name)
        elif name == "continue":
            self.stack.offer_aside(otherwise=cards.home_card("engine-nothing-aside"))
        elif name in ("back", "skip", "edit", "undo", "later", "cancel"):
            self._control(f"~{name}")
        else:
            self._explain(line("engine-unknown-command"))

    def _help(self) -> Line:
        return line("help")

    def _open(self, name: str) -> None:
        if name == "home":
            self.stack.show_again(otherwise=cards.home_card())
        else:
            self._settle_asked(None)
            self.stack.open(name)

    # --- buttons -----------------------------------------------------------------------------------------

    def _tap(self, tap: Tapped) -> None:
        session = self.stack.active
        if tap.session in ("home", "hello", "aside", "sos"):
            self._tap_card(tap)
        elif session is None or session.id != tap.session or session.asked is None:
            self.outcome.toast = line("engine-old-button")
        elif session.asked.turn != tap.turn:
            self.outcome.toast = line("engine-answered-already")
        else:
            self._tap_question(session, tap.option)

    def _tap_card(self, tap: Tapped) -> None:
        name = cards.ANSWERS.get(tap.option, tap.option)
        if tap.session == "sos":
            self._tap_crisis(tap.option)
        elif tap.session == "aside":
            self._settle_asked(None)
            self.stack.tap_aside(tap.option)
        elif name in self.world.catalog or name == "home":
            self._open(name)
        elif name == "minor":
            self.outcome.shows.append(line("welcome-minor"))
        elif name == "kept":
            self._open("privacy")
        else:
            self.outcome.toast = line("engine-old-button")

    def _tap_crisis(self, option: str) -> None:
        if option == "stop":
            self._settle_asked(None)
            self.stack.put_aside()
            self.outcome.shows.append(line("safety-stopped"))
        elif option in ("go", "misread"):
            lead = line("safety-going-on" if option == "go" else "safety-misread")
            self.outcome.shows.append(lead)
            self.stack.show_again(otherwise=cards.home_card("safety-home"))
        elif option.startswith("country-"):
            self.outcome.person["country"] = option.removeprefix("country-").upper()
        else:
            self.outcome.toast = line("engine-old-button")

    def _tap_question(self, session: Session, option: str) -> None:
        run = course.run_session(session, self.world)
        prompt = controls.control_prompt(session, run, self.world)
        if prompt is not None:
            self._answer_control(session, run, prompt, option)
        elif option.startswith("~"):
            self._control(option)
        elif not session.belongs(run.prompt) or run.prompt is None:
            self._ask_anew(session)
        elif run.prompt.kind == "several" and option[:1] in "+-":
            self._tick(session, run, option)
        elif run.prompt.kind == "text":
            self._start_sentence(session, run, option)
        else:
            self._answer(session, run, read_option(run.prompt, option, self._today(session), session.draft), True)

    def _tick(self, session: Session, run: Run, option: str) -> None:
        assert run.prompt is not None
        item: Json = {"slug": option[1:]}
        if option[1:] not in {o.slug for o in run.prompt.options}:
            self.outcome.toast = line("engine-old-button")
            return
        chosen = [c for c in chosen_of(session.draft) if c != item]
        if option[0] == "+":
            if len(chosen) >= run.prompt.most:
                self.outcome.toast = line("engine-most", most=run.prompt.most)
                return
            chosen.append(item)
        self.stack.active = course.refresh(replace(session, draft={"chosen": chosen}), run, self.outcome)

    def _start_sentence(self, session: Session, run: Run, slug: str) -> None:
        assert run.prompt is not None
        option = next((o for o in run.prompt.options if o.slug == slug), None)
        if option is None:
            self.outcome.toast = line("engine-old-button")
            return
        words = self.world.texts.label(option).rstrip("… .")
        self._settle_asked(words)
        session = replace(session, draft={"words": words})
        self.stack.active = course.ask(session, run, self.outcome, line("engine-starter", words=words))

    # --- words -------------------------------------------------------------------------------------------

    def _hear(self, said: Said) -> None:
        session = self.stack.active
        if session is None:
            self.stack.open("idle", {"words": said.text})
            return
        run = course.run_session(session, self.world)
        if run.prompt is None or not (session.mode in ("edit", "cancel", "reword") or session.belongs(run.prompt)):
            self._ask_anew(session)
            return
        control = self._spoken_control(said.text)
        prompt = controls.control_prompt(session, run, self.world)
        if prompt is not None:
            reading = read_text(prompt, said.text, self.world.texts, self.world.today)
            slug = reading.value if isinstance(reading, Understood) else None
            self._answer_control(session, run, prompt, str(slug))
        elif control is not None:
            self._control(control)
        elif said.forwarded and not run.prompt.pasted:
            self._unclear(session, run, Unclear("forwarded"))
        else:
            self._hear_answer(session, run, said)

    def _hear_answer(self, session: Session, run: Run, said: Said) -> None:
        assert run.prompt is not None
        today = self._today(session)
        reading = read_text(run.prompt, said.text, self.world.texts, today, session.draft)
        if run.prompt.kind == "review" and isinstance(reading, Unclear):
            self._settle_asked(None)
            session = replace(session, draft={"text": said.text.strip()})
            self.stack.active = course.ask(session, run, self.outcome)
            return
        self._answer(replace(session, last=(run.prompt.key, said.message)), run, reading, False)

    def _spoken_control(self, text: str) -> str | None:
        words = text.strip().casefold().rstrip(".!")
        for control in ("back", "skip", "undo", "cancel", "edit", "later"):
            if words in self.world.texts.words("engine-controls", f"w-{control}"):
                return f"~{control}"
        return None

    def _correct(self, corrected: Corrected) -> None:
        session = self.stack.active
        words = corrected.text.strip()
        if session is None or session.last is None or session.last[1] != corrected.message or not words:
            self._explain(line("engine-edited-old"))
            return
        self._settle_asked(None)
        draft: Json = {"key": session.last[0], "text": words}
        self.stack.active = self._ask_control(replace(session, mode="reword", draft=draft))

    # --- answers and controls ----------------------------------------------------------------------------

    def _answer(self, session: Session, run: Run, reading: Understood | Unclear, tapped: bool) -> None:
        prompt = run.prompt
        assert prompt is not None
        if isinstance(reading, Unclear):
            self._unclear(session, run, reading, tapped)
            return
        self._settle_asked(self._visible(prompt, reading.value) if tapped else None)
        self.stack.go_on(session.answer(prompt.key, Stored(reading.value, "person", prompt.about)))

    def _visible(self, prompt: Prompt, value: Json) -> Line | str | int | None:
        if isinstance(value, bool):
            value = "yes" if value else "no"
        if isinstance(value, dict):
            value = value.get("slug") or value.get("option")
        label = next((option.label for option in prompt.options if option.slug == value), None)
        return label if label is not None else (value if isinstance(value, str | int) else None)

    def _unclear(self, session: Session, run: Run, reading: Unclear, tapped: bool = False) -> None:
        assert run.prompt is not None
        if tapped:
            self.outcome.toast = line("engine-old-button")
            return
        self._settle_asked(None)
        hint = course.clarify(run.prompt, reading.why, self.world)
        self.stack.active = course.ask(session, run, self.outcome, hint)

    def _control(self, control: str) -> None:
        session = self.stack.active
        if session is None:
            self._control_idle(control)
            return
        run = course.run_session(session, self.world)
        match control:
            case "~more" | "~less":
                mode = "more" if control == "~more" else ""
                self.stack.active = course.refresh(replace(session, mode=mode), run, self.outcome)  # type: ignore[arg-type]
            case "~back":
                self._step(controls.go_back(session, run), "engine-no-back")
            case "~skip":
                self._step(controls.skip(session, run), "engine-no-skip")
            case "~undo":
                self._step(session.undo() if session.before is not None else None, "engine-no-undo")
            case "~done":
                self._finish_several(session, run)
            case "~same" if run.prompt is not None and run.prompt.default is not None:
                self._answer(session, run, Understood(run.prompt.default), False)
            case "~later":
                self._settle_asked(None)
                self.stack.put_aside()
                self.outcome.shows.append(line("engine-later"))
            case "~edit" | "~cancel":
                self._settle_asked(None)
                mode_of = {"~edit": "edit", "~cancel": "cancel"}
                self.stack.active = self._ask_control(replace(session, mode=mode_of[control]))  # type: ignore[arg-type]
            case _:
                self.outcome.toast = line("engine-old-button")

    def _control_idle(self, control: str) -> None:
        if control == "~undo" and self.stack.undo_ended():
            return
        if control == "~cancel" and self.stack.aside:
            self.stack.offer_aside(otherwise=cards.home_card())
            return
        self.outcome.shows.append(cards.home_card("engine-nothing-open"))

    def _step(self, session: Session | None, otherwise: str) -> None:
        if session is None:
            self._explain(line(otherwise))
            return
        self._settle_asked(None)
        self.stack.go_on(session)

    def _finish_several(self, session: Session, run: Run) -> None:
        chosen = chosen_of(session.draft)
        if run.prompt is None or run.prompt.kind != "several" or not chosen:
            self.outcome.toast = line("engine-old-button")
            return
        self._answer(session, run, Understood(chosen), False)

    def _ask_control(self, session: Session) -> Session:
        run = course.run_session(session, self.world)
        prompt = controls.control_prompt(session, run, self.world)
        assert prompt is not None
        return course.ask_control(session, prompt, self.outcome)

    def _answer_control(self, session: Session, run: Run, prompt: Prompt, slug: str) -> None:
        if slug not in {option.slug for option in prompt.options}:
            self._settle_asked(None)
            self.outcome.shows.append(course.clarify(prompt, "choice", self.world))
            self.stack.active = self._ask_control(session)
            return
        label = next(option.label for option in prompt.options if option.slug == slug)
        self._settle_asked(label)
        match slug:
            case "~keep" | "~discard":
                self.stack.stop(session, keep=slug == "~keep")
            case "~take":
                self.stack.go_on(self._reworded(session) or replace(session, mode="", draft=None))
            case _ if slug.startswith("~edit-"):
                self.stack.go_on(controls.edit(session, run, slug) or replace(session, mode=""))
            case _:
                self.stack.go_on(replace(session, mode="", draft=None))

    def _reworded(self, session: Session) -> Session | None:
        """Answer the question of the edited message again, with the new words."""
        draft = session.draft if isinstance(session.draft, dict) else {}
        key, words = draft.get("key"), draft.get("text")
        if not isinstance(key, str) or key not in session.answers or not isinstance(words, str):
            return None
        before = session.answers
        session = session.reopen(key)
        prompt = course.run_session(session, self.world).prompt
        if prompt is None or prompt.key != key:
            return None
        reading = read_text(prompt, words, self.world.texts, self._today(session))
        if isinstance(reading, Unclear):
            return None
        answered = session.answer(key, Stored(reading.value, "person", prompt.about))
        return replace(answered, before=before)

    # --- the rest ----------------------------------------------------------------------------------------

    def _come_back(self, event: Returned) -> None:
        self.stack.note_outcome(event)

    def _explain(self, what: Line) -> None:
        """Say something and ask the open question again; nothing else changes."""
        self.outcome.shows.append(what)
        self._settle_asked(None)
        self.stack.show_again(otherwise=None)

    def _ask_anew(self, session: Session) -> None:
        """The reply belonged to a question that is not asked any more: store nothing, ask the new one."""
        self._settle_asked(None)
        self.stack.go_on(replace(session, mode="", draft=None))

    def _settle_asked(self, answer: Line | str | int | None) -> None:
        if self.stack.active is not None and self.outcome.settled is None:
            self.outcome.settled = course.settle(self.stack.active, answer)

    def _today(self, session: Session) -> date:
        return date.fromisoformat(session.today)
