"""The moves that can be taken from the open question: answering, going back, editing, stopping."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from conversations import cards, controls, course
from conversations.answers import Stored
from conversations.catalog import World
from conversations.days import spoken_day
from conversations.lines import Json, Line, Prompt, excerpt, line
from conversations.outcome import Outcome
from conversations.replay import Run
from conversations.replies import Reading, Unclear, Understood, chosen_of, read_text
from conversations.session import Mode, Session
from conversations.stack import Stack
from conversations.texts import Texts

REPLIES = ("~skip", "~same", "~done")
"""Controls that answer the question: they belong to the one that was shown, like any reply."""


class Moves:
    """What can follow from the open question during one turn. Sessions are values; the stack holds them."""

    def __init__(self, stack: Stack, world: World, outcome: Outcome) -> None:
        self.stack = stack
        self.world = world
        self.outcome = outcome

    # --- answers -----------------------------------------------------------------------------------------

    def answer(self, session: Session, prompt: Prompt, value: Json, tapped: bool = False) -> None:
        """Store an answer to `prompt` and go on; a tapped one stays visible."""
        self.stack.settle(_visible(prompt, value, self.world.texts) if tapped else None)
        self.stack.go_on(session.answer(prompt.key, Stored(value, "person", prompt.about)))

    def ask_anew(self, session: Session) -> None:
        """The reply belonged to a question that is not asked any more: store nothing, ask the new one."""
        self.stack.settle()
        self.stack.go_on(replace(session, mode="", reword=None))

    def clarify(self, session: Session, run: Run, prompt: Prompt, unclear: Unclear) -> None:
        """Say what is expected and ask the question again."""
        self.stack.settle()
        hint = course.clarify(prompt, unclear.why, self.world)
        self.stack.active = course.ask(session, run, prompt, self.outcome, hint)

    def explain(self, what: Line) -> None:
        """Say something and ask the open question again; nothing else changes."""
        self.outcome.shows.append(what)
        self.stack.show_again(otherwise=None)

    def refuse(self) -> None:
        """Answer a button that means nothing now."""
        self.outcome.toast = line("engine-old-button")

    def today(self, session: Session) -> date:
        """Return the person's local date when the session began."""
        return date.fromisoformat(session.today)

    # --- controls ----------------------------------------------------------------------------------------

    def control(self, control: str) -> None:
        """Take a step that every conversation has for free."""
        session = self.stack.active
        if session is None:
            self._control_idle(control)
            return
        run = course.run_session(session, self.world)
        if control in REPLIES and (session.fronted or not session.belongs(run.prompt)):
            self.ask_anew(session)
            return
        match control:
            case "~more" | "~less":
                self._unfold(session, run, "more" if control == "~more" else "")
            case "~back":
                self._step(controls.go_back(session, run), "engine-no-back")
            case "~skip":
                self._step(controls.skip(session, run), "engine-no-skip")
            case "~undo":
                self._step(session.undo() if session.before is not None else None, "engine-no-undo")
            case "~done":
                self._finish_several(session, run)
            case "~same":
                self._keep_answer(session, run)
            case "~later":
                self._put_aside(session)
            case "~edit":
                self.ask_control(replace(session, mode="edit"), run, "engine-no-edit")
            case "~cancel":
                self._cancel(session, run)
            case _:
                self.refuse()

    def _control_idle(self, control: str) -> None:
        if control == "~undo" and self.stack.undo_ended():
            return
        if control == "~cancel" and self.stack.aside:
            self.stack.offer_aside(otherwise=None)
            return
        self.outcome.shows.append(cards.home_card(self.world, "engine-nothing-open"))

    def _unfold(self, session: Session, run: Run, mode: Mode) -> None:
        if run.prompt is None or not session.belongs(run.prompt):
            self.ask_anew(session)
            return
        self.stack.active = course.refresh(replace(session, mode=mode), run, run.prompt, self.outcome)

    def _step(self, session: Session | None, otherwise: str) -> None:
        if session is None:
            self.explain(line(otherwise))
            return
        self.stack.settle()
        self.stack.go_on(session)

    def _finish_several(self, session: Session, run: Run) -> None:
        chosen = chosen_of(session.draft)
        if run.prompt is None or run.prompt.kind != "several" or not chosen:
            self.explain(line("engine-no-done"))
            return
        self.answer(session, run.prompt, chosen, tapped=True)

    def _keep_answer(self, session: Session, run: Run) -> None:
        if run.prompt is None or not course.can_keep(run.prompt):
            self.explain(line("engine-no-same"))
            return
        self.answer(session, run.prompt, run.prompt.default, tapped=True)

    def _put_aside(self, session: Session) -> None:
        if self.stack.is_overlay(session):
            self._cancel(session, course.run_session(session, self.world))
            return
        self.stack.settle()
        self.stack.put_aside(asked_for=True)
        self.outcome.shows.append(line("engine-later"))

    def _cancel(self, session: Session, run: Run) -> None:
        if self.stack.is_overlay(session) or session.is_blank or not (session.spoken or session.slots):
            self.stack.settle()
            self.stack.close(session)
            return
        self.ask_control(replace(session, mode="cancel"), run, "engine-no-edit")

    # --- control questions -------------------------------------------------------------------------------

    def ask_control(self, session: Session, run: Run, otherwise: str) -> None:
        """Ask the control question of the session's mode; say `otherwise` if there is none to ask."""
        prompt = controls.control_prompt(session, run, self.world)
        if prompt is None:
            self.explain(line(otherwise))
            return
        self.stack.settle()
        self.stack.active = course.ask_control(session, prompt, self.outcome)

    def answer_control(self, session: Session, run: Run, prompt: Prompt, slug: str) -> None:
        """Follow the answer to a control question."""
        label = next((option.label for option in prompt.options if option.slug == slug), None)
        if label is None:
            self.outcome.shows.append(course.clarify(prompt, "choice", self.world))
            self.ask_control(session, run, "engine-no-edit")
            return
        self.stack.settle(label)
        if slug in ("~keep", "~discard"):
            self.stack.stop(session, keep=slug == "~keep")
            return
        after: Session | None = None
        if slug == "~take":
            after = self._reworded(session)
            if after is None:
                self.outcome.shows.append(line("engine-reworded-not"))
        elif slug.startswith("~edit-"):
            after = controls.edit(session, run, slug)
        self.stack.go_on(after or replace(session, mode="", reword=None))

    def _reworded(self, session: Session) -> Session | None:
        """Answer the question of the edited message again, with the new words."""
        key, words = session.reword or ("", "")
        if key not in session.answers:
            return None
        reopened = session.reopen(key)
        prompt = course.run_session(reopened, self.world).prompt
        if prompt is None or prompt.key != key:
            return None
        reading = read_text(prompt, words, self.world.texts, self.today(session))
        if isinstance(reading, Unclear):
            return None
        answered = reopened.answer(key, Stored(reading.value, "person", prompt.about))
        return replace(answered, before=session.answers)

    def read_option(self, session: Session, prompt: Prompt, reading: Reading) -> None:
        """Take a tapped option as the answer; one that the question does not offer changes nothing."""
        if isinstance(reading, Understood):
            self.answer(session, prompt, reading.value, tapped=True)
        else:
            self.refuse()


def _visible(prompt: Prompt, value: Json, texts: Texts) -> Line | str | int | None:
    """Return how an answer is shown under its question."""
    if isinstance(value, bool):
        value = "yes" if value else "no"
    if isinstance(value, list):
        shown = (_visible(prompt, item, texts) for item in value)
        return ", ".join(texts.phrase(one) if isinstance(one, Line) else str(one) for one in shown)
    if prompt.kind == "date" and isinstance(value, str):
        return spoken_day(date.fromisoformat(value))
    if isinstance(value, dict):
        value = value.get("slug") or value.get("option") or value.get("own")
    label = next((option.label for option in prompt.options if option.slug == value), None)
    if label is not None:
        return label
    return excerpt(value) if isinstance(value, str) else value if isinstance(value, int) else None
