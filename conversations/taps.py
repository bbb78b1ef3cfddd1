"""Taps: what a button means. It names its session and turn, and means nothing elsewhere."""

from __future__ import annotations

from dataclasses import replace

from conversations import cards, controls, course, crisis
from conversations.events import Tapped
from conversations.lines import Json, Prompt, line
from conversations.moves import Moves
from conversations.replay import Run
from conversations.replies import chosen_of, read_option
from conversations.safety.card import NAME as SOS
from conversations.safety.card import youth_card
from conversations.session import Session
from conversations.unasked.card import DOORS, PAUSE
from conversations.unasked.card import NAME as DUE

LONGEST_NUMBER = 15
"""Digits of an entry's number in a button; no database holds more entries."""


def take_tap(moves: Moves, tap: Tapped) -> None:
    """Follow a tap on a question's button or a card's."""
    session = moves.stack.active
    if tap.session == SOS:
        crisis.tap_card(moves, tap.option)
    elif tap.session == "aside":
        moves.stack.tap_aside(tap.option)
    elif tap.session == DUE:
        _tap_due(moves, tap.option)
    elif tap.session in ("home", "hello"):
        _tap_home(moves, tap.option)
    elif session is None or session.id != tap.session or session.asked is None:
        moves.refuse()
    elif session.asked.turn != tap.turn:
        moves.outcome.toast = line("engine-answered-already")
    else:
        _tap_question(moves, session, tap.option)


def open_named(moves: Moves, name: str) -> None:
    """Open a conversation, or show what there is to open."""
    if name in moves.world.catalog:
        moves.stack.settle()
        moves.stack.open(name)
    else:
        moves.stack.show_again(otherwise=cards.home_card(moves.world))


def _tap_home(moves: Moves, option: str) -> None:
    name = cards.ANSWERS.get(option, option)
    if name in cards.OFFERED:
        open_named(moves, name)
    elif name == "minor":
        card = youth_card(moves.world.country)
        moves.outcome.shows.append(replace(card, lines=(line("welcome-minor-late"), *card.lines[1:])))
    else:
        moves.refuse()


def _tap_due(moves: Moves, option: str) -> None:
    """Open what a message that came unasked was about; what is gone meanwhile is said to be gone."""
    word, _, number = option.partition("-")
    door = DOORS.get(word)
    if option == PAUSE:
        open_named(moves, PAUSE)
    elif door is None or not number.isdecimal() or len(number) > LONGEST_NUMBER:
        moves.refuse()
    elif (entry := moves.world.diary.get(int(number))) is None or entry.kind != door.kind:
        moves.explain(line("due-gone"))
    else:
        moves.stack.settle()
        moves.stack.open(door.conversation, {door.given: number})


def _tap_question(moves: Moves, session: Session, option: str) -> None:
    run = course.run_session(session, moves.world)
    control = controls.control_prompt(session, run, moves.world)
    prompt = run.prompt
    if control is not None:
        if option in {o.slug for o in control.options}:
            moves.answer_control(session, run, control, option)
        else:
            moves.refuse()
    elif option.startswith("~"):
        moves.control(option)
    elif prompt is None or not session.belongs(prompt):
        moves.ask_anew(session)
    elif prompt.kind == "several" and option[:1] in ("+", "-"):
        _tick(moves, session, run, prompt, option)
    elif prompt.kind == "text":
        _start_sentence(moves, session, run, prompt, option)
    else:
        moves.read_option(session, prompt, read_option(prompt, option, moves.today(session), session.draft))


def _tick(moves: Moves, session: Session, run: Run, prompt: Prompt, option: str) -> None:
    """Tick an option, or take the tick off; one that stands alone answers at once."""
    named = next((o for o in prompt.options if o.slug == option[1:]), None)
    item: Json = {"slug": option[1:]}
    if named is None:
        moves.refuse()
        return
    if named.alone:
        moves.answer(session, prompt, [item], tapped=True)
        return
    chosen = [c for c in chosen_of(session.draft) if c != item]
    if option[0] == "+":
        if len(chosen) >= prompt.most:
            moves.outcome.toast = line("engine-most", most=prompt.most)
            return
        chosen.append(item)
    ticked = replace(session, draft={"chosen": chosen})
    moves.stack.active = course.refresh(ticked, run, prompt, moves.outcome)


def _start_sentence(moves: Moves, session: Session, run: Run, prompt: Prompt, slug: str) -> None:
    """Take a sentence starter: the next words go on from it."""
    option = next((o for o in prompt.options if o.slug == slug), None)
    if option is None:
        moves.refuse()
        return
    words = moves.world.texts.label(option).rstrip("… .")
    moves.stack.settle(words)
    session = replace(session, draft={"words": words})
    lead = line("engine-starter", words=words)
    moves.stack.active = course.ask(session, run, prompt, moves.outcome, lead)
