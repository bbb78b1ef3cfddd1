"""Crisis help inside a turn: the card goes out beside it; the words are kept, and nothing more is asked."""

from __future__ import annotations

from dataclasses import replace

from conversations import cards, course
from conversations.answers import Stored
from conversations.events import Commanded, Corrected, Other, Said
from conversations.lines import Card, line
from conversations.moves import Moves
from conversations.outcome import Outcome
from conversations.replies import Unclear
from conversations.safety.card import sos_card, tapped_card
from conversations.safety.helplines import country_of
from conversations.session import Session
from conversations.words import read_answer, rest_of_paste

QUIET = 72 * 3600
"""Seconds without a word about applying after a crisis card (PRODUCT.md, section 5)."""


def heed(moves: Moves, event: Said | Corrected | Commanded | Other) -> None:
    """Keep the words as an answer, ask nothing more; before consent nothing is kept at all."""
    if not moves.world.consented:
        return
    moves.outcome.person["quiet_until"] = moves.world.now + QUIET
    session = moves.stack.active
    if session is None:
        return
    moves.stack.settle()
    if isinstance(event, Said):
        session = _keep_words(moves, session, event)
    # Its buttons go, and a later reply finds the question that is open then.
    turn = session.turn + 1
    asked = None if session.asked is None or session.fronted else replace(session.asked, turn=turn)
    moves.stack.active = replace(session, turn=turn, asked=asked, mode="", reword=None)


def _keep_words(moves: Moves, session: Session, said: Said) -> Session:
    """Return the session with the words as its answer, as far as they are one.

    Nothing is said about it, now or when it goes on: such words are not played back.
    """
    after = rest_of_paste(moves, said)
    if after is None:
        prompt = course.run_session(session, moves.world).prompt
        if prompt is None or session.fronted or not session.belongs(prompt):
            return session
        read, reading = read_answer(moves, session, prompt, said)
        if isinstance(reading, Unclear):
            return session
        after = read.answer(prompt.key, Stored(reading.value, "person", prompt.about))
    silent = Outcome(moves.outcome.state)
    after = course.collect(after, course.run_session(after, moves.world), silent)
    moves.outcome.saved += silent.saved
    moves.outcome.effects += silent.effects
    moves.outcome.cancelled += silent.cancelled
    return after


def show_sos(moves: Moves, card: Card | None = None) -> None:
    """Show people to talk to, unless the card goes out beside the turn."""
    if not moves.world.help_beside:
        moves.outcome.shows.append(card or sos_card(moves.world.country))


def tap_card(moves: Moves, option: str) -> None:
    """Follow a button of a crisis card."""
    if option == "stop":
        _stop(moves)
    elif option in ("go", "misread"):
        moves.outcome.shows.append(line("safety-going-on" if option == "go" else "safety-misread"))
        moves.stack.offer_aside(otherwise=_way_on(moves))
    else:
        _show_tapped(moves, option)


def _stop(moves: Moves) -> None:
    moves.stack.settle()
    moves.stack.put_aside()
    moves.outcome.shows.append(line("safety-stopped" if moves.world.consented else "welcome-stopped"))


def _way_on(moves: Moves) -> Card:
    return cards.home_card(moves.world, "safety-home") if moves.world.consented else cards.welcome_card()


def _show_tapped(moves: Moves, option: str) -> None:
    """Show the card a button asks for, and keep the country; of somebody under 18 nothing is kept."""
    card = tapped_card(option, moves.world.country)
    if card is None:
        moves.refuse()
        return
    kind, _, code = option.partition("-")
    if not moves.world.consented:
        moves.outcome.person.update({"minor": True} if kind == "youth" else {})
    elif kind == "country" and country_of(code) is not None:
        moves.outcome.person["country"] = code.upper()
    show_sos(moves, card)
