"""The course of a session: what running it once more says, asks, saves and ends."""

from __future__ import annotations

from dataclasses import replace

from conversations.catalog import World
from conversations.dialogue import run_conversation
from conversations.effects import BurnWords, EraseEverything, Remind, SendExport
from conversations.facts import Facts
from conversations.lines import Line, Prompt, line
from conversations.outcome import Outcome, Question, Refreshed, Saved, Settled
from conversations.replay import Run
from conversations.replies import chosen_of
from conversations.session import Asked, Session

MORE = ("~edit", "~undo", "~later", "~cancel", "~less")
SLOW = (BurnWords, SendExport, EraseEverything)
"""Effects that are carried out after the transaction and then come back."""


def run_session(session: Session, world: World) -> Run:
    """Run the session's conversation over its answers."""
    definition = world.catalog[session.conversation]
    facts = Facts(
        today=world.today.fromisoformat(session.today),
        country=world.country,
        zone=world.zone,
        quiet=world.now < world.quiet_until,
        given=session.given,
        diary=world.diary,
    )
    return run_conversation(
        definition.function, definition.name, session.answers, facts, session.effects
    )


def collect(session: Session, run: Run, outcome: Outcome) -> Session:
    """Put what a run said, saved and wants done into the outcome; return the session that knows of it."""
    marks = list(session.said)
    for said in run.said:
        if said.mark not in marks:
            outcome.shows.append(said.line)
            marks.append(said.mark)
    for slot, kept in run.records.items():
        outcome.saved.append(Saved(session.id, slot, kept))
    effects = dict(session.effects)
    for key, effect in run.effects.items():
        if effects.get(key) in (None, "cancelled"):
            outcome.effects.append((session.id, key, effect))
            effects[key] = "pending" if isinstance(effect, SLOW) else "done"
    for key in [k for k, status in effects.items() if k not in run.effects and status == "done"]:
        outcome.cancelled.append((session.id, key))
        effects[key] = "cancelled"
    slots = tuple(dict.fromkeys((*session.slots, *run.records)))
    answers = {**session.answers, **run.known}
    return replace(session, said=tuple(marks), effects=effects, slots=slots, answers=answers)


def ask(session: Session, run: Run, outcome: Outcome, unclear: Line | None = None) -> Session:
    """Show the open question of `run` in a new message; return the session that waits for its answer."""
    assert run.prompt is not None
    same = session.belongs(run.prompt)
    asked = Asked(run.prompt.key, run.prompt.signature, session.turn + 1)
    session = replace(
        session, turn=asked.turn, asked=asked, mode="", draft=session.draft if same else None, shown=""
    )
    outcome.shows.append(question_of(session, run, unclear))
    return session


def refresh(session: Session, run: Run, outcome: Outcome) -> Session:
    """Show changed buttons on the open question's message."""
    outcome.shows.append(Refreshed(question_of(session, run)))
    return session


def question_of(session: Session, run: Run, unclear: Line | None = None) -> Question:
    """Return the open question with the controls that make sense now."""
    assert run.prompt is not None
    controls = MORE if session.mode == "more" else ("~same", "~done", "~back", "~skip", "~more")
    return Question(
        session.id,
        session.turn,
        _with_draft(run.prompt, session),
        tuple(c for c in controls if _makes_sense(c, session, run)),
        tuple(chosen_of(session.draft)),
        unclear,
    )


def _with_draft(prompt: Prompt, session: Session) -> Prompt:
    draft = session.draft
    if prompt.kind == "review" and isinstance(draft, dict) and isinstance(draft.get("text"), str):
        return replace(prompt, draft=str(draft["text"]))
    return prompt


def _makes_sense(control: str, session: Session, run: Run) -> bool:
    assert run.prompt is not None
    answered = any(visit.by != "known" for visit in run.trail)
    return {
        "~back": answered,
        "~edit": answered,
        "~skip": run.prompt.skippable,
        "~same": run.prompt.default is not None and run.prompt.kind != "review" and run.prompt.keep,
        "~undo": session.before is not None,
        "~done": run.prompt.kind == "several" and bool(chosen_of(session.draft)),
    }.get(control, True)


def settle(session: Session, answer: Line | str | int | None = None) -> Settled | None:
    """Return what becomes of the open question's message, None if there is none."""
    if session.asked is None:
        return None
    return Settled(session.id, session.asked.turn, answer, session.shown)


def finish(session: Session, run: Run, outcome: Outcome) -> Session:
    """End the session: answers off its path and records it did not reach go."""
    on_path = {visit.key for visit in run.trail} | set(run.known)
    pinned = {key for key, stored in session.answers.items() if stored.by == "known"}
    outcome.dropped.append((session.id, tuple(s for s in session.slots if s not in run.records)))
    answers = {key: s for key, s in session.answers.items() if key in on_path | pinned}
    ended = replace(session, ended=True, asked=None, mode="", draft=None, answers=answers, shown="")
    outcome.finished.append(ended)
    return ended


def clarify(prompt: Prompt, why: str, world: World) -> Line:
    """Return the line that says what is expected: the question's own hint, or the one for its kind."""
    if why == prompt.kind and world.texts.has(prompt.text.id, "hint"):
        return Line(prompt.text.id, prompt.text.args, "hint")
    return line(f"engine-unclear-{why}", low=prompt.low, high=prompt.high)


def ask_control(session: Session, prompt: Prompt, outcome: Outcome) -> Session:
    """Show a control question in front of the open one, which keeps its signature."""
    turn = session.turn + 1
    asked = session.asked or Asked("", (), turn)
    outcome.shows.append(Question(session.id, turn, prompt))
    return replace(session, turn=turn, asked=replace(asked, turn=turn), shown="")
