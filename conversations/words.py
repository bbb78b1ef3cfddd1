"""Words: what typed text means where it arrives: a control, an answer, the rest of a long paste."""

from __future__ import annotations

from dataclasses import replace

from conversations import cards, controls, course
from conversations.answers import Stored
from conversations.effects import BurnWords
from conversations.events import Corrected, Said
from conversations.lines import Prompt, line
from conversations.moves import Moves
from conversations.replay import Run
from conversations.replies import LONGEST, Unclear, Understood, names_option, read_text
from conversations.session import Session, Typed

CONTROLS = ("back", "skip", "undo", "cancel", "edit", "later", "done", "same")
MESSAGE = 4096
"""Characters of one Telegram message; a longer paste arrives in several."""
PART, PAUSE = 4000, 2.0
"""Characters from which a message may be one part of a paste, and seconds within which the next one comes."""


def hear(moves: Moves, said: Said) -> None:
    """Follow typed words."""
    part = rest_of_paste(moves, said)
    if part is not None:
        _append(moves, part)
        return
    session = moves.stack.active
    control = _spoken_control(moves, said.text)
    if session is None:
        _hear_idle(moves, said, control)
        return
    run = course.run_session(session, moves.world)
    asked = controls.control_prompt(session, run, moves.world)
    prompt = run.prompt
    if asked is not None:
        _hear_control(moves, session, run, asked, said)
    elif prompt is None or not session.belongs(prompt):
        moves.ask_anew(session)
    elif control is not None and not names_option(prompt, said.text, moves.world.texts):
        moves.control(control)
    elif said.forwarded and not prompt.pasted:
        moves.clarify(session, run, prompt, Unclear("forwarded"))
    else:
        _hear_answer(moves, session, run, prompt, said)


def correct(moves: Moves, corrected: Corrected) -> None:
    """Follow an edited message: an unclear one is read again, an answer's new wording is offered."""
    session, words = moves.stack.active, corrected.text.strip()
    last = None if session is None else session.last
    if session is None or last is None or last.message != corrected.message or not words:
        moves.explain(line("engine-edited-old"))
        return
    run = course.run_session(session, moves.world)
    open_still = run.prompt is not None and run.prompt.key == last.key and not session.fronted
    if open_still:
        hear(moves, Said(corrected.text, corrected.message))
    else:
        words = f"{_earlier_parts(session)}{words}"
        session = replace(session, mode="reword", reword=(last.key, words))
        moves.ask_control(session, run, "engine-edited-old")


def _earlier_parts(session: Session) -> str:
    """Return what stands before the last message in a long answer that came in parts."""
    if session.last is None or session.last.key not in session.answers:
        return ""
    value = session.answers[session.last.key].value
    return value[: -session.last.length] if isinstance(value, str) and session.last.length else ""


def read_answer(
    moves: Moves, session: Session, prompt: Prompt, said: Said
) -> tuple[Session, Understood | Unclear]:
    """Return what `said` answers, and the session that remembers where the words came from."""
    reading = read_text(prompt, said.text, moves.world.texts, moves.today(session), session.draft)
    last = Typed(prompt.key, said.message, len(said.text.strip()), moves.world.now)
    return replace(session, last=last), reading


def rest_of_paste(moves: Moves, said: Said) -> Session | None:
    """Return the session with `said` added to the long answer it goes on from; None if it does not.

    Telegram cuts a paste into messages of 4,096 characters, which come within a second of each other.
    """
    session = moves.stack.active or moves.stack.ended
    if session is None or session.last is None:
        return None
    key, _, length, at = session.last
    stored = session.answers.get(key)
    if length < PART or not 0 <= moves.world.now - at <= PAUSE or stored is None or session.fronted:
        return None
    run = course.run_session(session, moves.world)
    if not isinstance(stored.value, str) or (key, "text") not in {(v.key, v.kind) for v in run.trail}:
        return None
    if session.ended and not run.ended:
        return None  # it was stopped before its end
    burnt = [k for k, effect in run.effects.items() if isinstance(effect, BurnWords) and effect.key == key]
    last = Typed(key, said.message, len(said.text.strip()), moves.world.now)
    effects = {k: status for k, status in session.effects.items() if k not in burnt}
    joined = f"{stored.value}{'' if length >= MESSAGE else ' '}{said.text.strip()}"
    value = joined[:LONGEST] if stored.value else ""
    answers = {**session.answers, key: Stored(value, "person", stored.about)}
    return replace(session, answers=answers, last=last, effects=effects)


def _append(moves: Moves, session: Session) -> None:
    key = session.last.key if session.last is not None else ""
    if session.answers[key].value:
        moves.outcome.shows.append(line("engine-appended"))
    moves.stack.settle()
    if session.ended:
        moves.stack.ended = None
    moves.stack.go_on(replace(session, ended=False))


def _hear_idle(moves: Moves, said: Said, control: str | None) -> None:
    if control is not None:
        moves.control(control)
    elif "idle" in moves.world.catalog:
        moves.stack.open("idle", {"words": said.text.strip()})
        opened = moves.stack.active
        if opened is not None:
            last = Typed("words", said.message, len(said.text), moves.world.now)
            moves.stack.active = replace(opened, last=last)
    else:
        moves.outcome.shows.append(cards.home_card(moves.world))


def _hear_control(moves: Moves, session: Session, run: Run, prompt: Prompt, said: Said) -> None:
    reading = read_text(prompt, said.text, moves.world.texts, moves.world.today)
    slug = reading.value if isinstance(reading, Understood) else None
    moves.answer_control(session, run, prompt, slug if isinstance(slug, str) else "")


def _hear_answer(moves: Moves, session: Session, run: Run, prompt: Prompt, said: Said) -> None:
    session, reading = read_answer(moves, session, prompt, said)
    if isinstance(reading, Understood):
        moves.answer(session, prompt, reading.value)
    elif prompt.kind == "review" and reading.why == "review":
        moves.stack.settle()
        session = replace(session, draft={"text": said.text.strip()})
        moves.stack.active = course.ask(session, run, prompt, moves.outcome)
    else:
        moves.clarify(session, run, prompt, reading)


def _spoken_control(moves: Moves, text: str) -> str | None:
    """Return the control that the whole message names, None if it names none."""
    words = text.strip().casefold().rstrip(".!")
    known = (c for c in CONTROLS if words in moves.world.texts.words("engine-controls", f"w-{c}"))
    return next((f"~{control}" for control in known), None)
