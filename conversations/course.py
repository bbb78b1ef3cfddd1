"""The course of a session: what running it once more says, asks, saves and ends."""

from __future__ import annotations

from dataclasses import replace

from conversations.catalog import World
from conversations.dialogue import run_conversation
from conversations.effects import BurnWords, EraseEverything, Remind, SendExport, SendLetter
from conversations.facts import Facts
from conversations.lines import Line, Prompt, digest, line
from conversations.outcome import Outcome, Question, Refreshed, Saved, Settled
from conversations.replay import Run
from conversations.replies import chosen_of
from conversations.session import Asked, Session

FRONT = ("~same", "~done", "~back", "~skip", "~more")
MORE = ("~edit", "~undo", "~later", "~cancel", "~less")
SLOW = (BurnWords, SendExport, SendLetter, EraseEverything)
"""Effects that are carried out after the transaction and then come back."""


def run_session(session: Session, world: World) -> Run:
    """Run the session's conversation over its answers."""
    definition = world.catalog[session.conversation]
    facts = Facts(
        today=world.today.fromisoformat(session.today),
        country=world.country,
        zone=world.zone,
        quiet=world.quiet,
        silence=world.silence,
        next_said=world.next_said,
        chance=session.id,
        given=session.given,
        diary=world.diary,
    )
    run = run_conversation(definition.function, definition.name, session.answers, facts, session.effects)
    if run.prompt is not None and run.prompt.drafted is not None:
        run.prompt = replace(run.prompt, draft=world.texts.render(run.prompt.drafted))
    return run


def collect(session: Session, run: Run, outcome: Outcome) -> Session:
    """Put what a run said, saved and wants done into the outcome; return the session that knows of it."""
    marks = list(session.said)
    for said in run.said:
        if said.mark not in marks:
            outcome.shows.append(said.line)
            marks.append(said.mark)
    slots = dict(session.slots)
    for slot, kept in run.records.items():
        mark = digest(kept)
        outcome.saved.append(Saved(session.id, slot, kept, changed=slots.get(slot) != mark))
        slots[slot] = mark
    session = _collect_effects(session, run, outcome)
    answers = {**session.answers, **run.known}
    return replace(session, said=tuple(marks), slots=slots, answers=answers)


def _collect_effects(session: Session, run: Run, outcome: Outcome) -> Session:
    effects, reminders = dict(session.effects), dict(session.reminders)
    for key in [k for k, status in effects.items() if k not in run.effects and status != "cancelled"]:
        effects[key] = "cancelled"
        if key in reminders:
            outcome.cancelled.append((session.id, reminders.pop(key)))
    for key, effect in run.effects.items():
        if effects.get(key) in (None, "cancelled"):
            outcome.effects.append((session.id, key, effect))
            effects[key] = "pending" if isinstance(effect, SLOW) else "done"
            if isinstance(effect, Remind):
                reminders[key] = effect
    return replace(session, effects=effects, reminders=reminders)


def ask(session: Session, run: Run, prompt: Prompt, outcome: Outcome, unclear: Line | None = None) -> Session:
    """Show the open question of `run` in a new message; return the session that waits for its answer."""
    same = session.belongs(prompt)
    asked = Asked(prompt.key, prompt.signature, session.turn + 1)
    draft = session.draft if same else None
    session = replace(session, turn=asked.turn, asked=asked, mode="", reword=None, draft=draft)
    outcome.shows.append(question_of(session, run, prompt, unclear))
    return session


def refresh(session: Session, run: Run, prompt: Prompt, outcome: Outcome) -> Session:
    """Show changed buttons on the open question's message."""
    outcome.shows.append(Refreshed(question_of(session, run, prompt)))
    return session


def question_of(session: Session, run: Run, prompt: Prompt, unclear: Line | None = None) -> Question:
    """Return the open question with the controls that make sense now."""
    controls = MORE if session.mode == "more" else FRONT
    return Question(
        session.id,
        session.turn,
        _with_draft(prompt, session),
        tuple(c for c in controls if _makes_sense(c, session, run, prompt)),
        tuple(chosen_of(session.draft)),
        unclear,
    )


def _with_draft(prompt: Prompt, session: Session) -> Prompt:
    draft = session.draft
    if prompt.kind == "review" and isinstance(draft, dict) and isinstance(draft.get("text"), str):
        return replace(prompt, draft=str(draft["text"]))
    return prompt


def _makes_sense(control: str, session: Session, run: Run, prompt: Prompt) -> bool:
    return {
        "~back": any(visit.by != "known" for visit in run.trail),
        "~edit": bool(run.trail),
        "~skip": prompt.skippable,
        "~same": can_keep(prompt),
        "~undo": session.before is not None,
        "~done": prompt.kind == "several" and bool(chosen_of(session.draft)),
    }.get(control, True)


def can_keep(prompt: Prompt) -> bool:
    """Return whether the answer given before can be kept as it is."""
    return prompt.default is not None and prompt.kind != "review" and prompt.keep


def settle(session: Session, answer: Line | str | int | None = None) -> Settled | None:
    """Return what becomes of the open question's message, None if there is none."""
    if session.asked is None:
        return None
    return Settled(session.id, session.asked.turn, answer)


def finish(session: Session, run: Run, outcome: Outcome) -> Session:
    """End the session: answers off its path and records it did not reach go."""
    on_path = {visit.key for visit in run.trail} | set(run.known)
    outcome.dropped.append((session.id, tuple(s for s in session.slots if s not in run.records)))
    answers = {key: s for key, s in session.answers.items() if key in on_path}
    slots = {slot: mark for slot, mark in session.slots.items() if slot in run.records}
    ended = replace(session, ended=True, asked=None, mode="", draft=None, reword=None)
    ended = replace(ended, answers=answers, slots=slots)
    outcome.finished.append(ended)
    return ended


def clarify(prompt: Prompt, why: str, world: World) -> Line:
    """Return the line that says what is expected: the question's own hint, or the one for its kind."""
    if why == prompt.kind and world.texts.has(prompt.text.id, "hint"):
        return Line(prompt.text.id, prompt.text.args, "hint")
    return line(f"engine-unclear-{why}", low=prompt.low, high=prompt.high, most=prompt.most)


def ask_control(session: Session, prompt: Prompt, outcome: Outcome) -> Session:
    """Show a control question in front of the open one, which keeps its signature."""
    turn = session.turn + 1
    asked = session.asked or Asked("", (), turn)
    outcome.shows.append(Question(session.id, turn, prompt))
    return replace(session, turn=turn, asked=replace(asked, turn=turn))
