"""One turn: routes what happened to what is open: crisis, command, overlay, open question, idle, in order.

Pure: state and event in, outcome out. The Telegram bot, the terminal runner and the tests call `take_turn`.
"""

from __future__ import annotations

from conversations import cards, crisis
from conversations.catalog import World
from conversations.events import Commanded, Corrected, Event, Other, Returned, Said, Tapped
from conversations.lines import line
from conversations.moves import Moves
from conversations.outcome import Outcome
from conversations.safety.card import NAME as SOS
from conversations.safety.card import youth_card
from conversations.session import State
from conversations.stack import Stack
from conversations.taps import open_named, take_tap
from conversations.words import correct, hear

CONTROLS = ("back", "skip", "edit", "undo", "later", "cancel")
"""Commands that are moves of the open conversation."""


def take_turn(state: State, event: Event, world: World) -> Outcome:
    """Return what follows from `event`.

    Raises:
        BrokenConversation: if a conversation breaks the engine's contract.
    """
    outcome = Outcome(state)
    stack = Stack(state, world, outcome)
    moves = Moves(stack, world, outcome)
    if not isinstance(event, Tapped | Returned) and event.crisis:
        crisis.heed(moves, event)
    elif not world.consented:
        _meet(moves, event)
    else:
        _route(moves, event)
    outcome.state = stack.state()
    return outcome


def _route(moves: Moves, event: Event) -> None:
    match event:
        case Commanded(name=name):
            _command(moves, name)
        case Tapped():
            take_tap(moves, event)
        case Said():
            hear(moves, event)
        case Corrected():
            correct(moves, event)
        case Other():
            moves.explain(line("engine-words-please"))
        case Returned():
            moves.stack.note_outcome(event)


def _command(moves: Moves, name: str) -> None:
    if name == "start":
        moves.outcome.shows.append(line("engine-hello-again"))
        moves.stack.offer_aside(otherwise=cards.home_card(moves.world))
    elif name == "help":
        moves.outcome.shows.append(cards.help_card(moves.world))
        moves.stack.show_again(otherwise=None)
    elif name == "sos":
        crisis.show_sos(moves)
    elif name == "continue":
        moves.stack.offer_aside(otherwise=cards.home_card(moves.world, "engine-nothing-aside"))
    elif name in CONTROLS:
        moves.control(f"~{name}")
    elif name in moves.world.catalog:
        open_named(moves, name)
    else:
        moves.explain(line("engine-unknown-command"))


def _meet(moves: Moves, event: Event) -> None:
    """Before the 18+ tap: nothing is stored, and everything leads to the welcome."""
    outcome = moves.outcome
    match event:
        case Tapped(session="hello", option="adult-no" | "adult-else" as option):
            outcome.person["consented"] = True
            open_named(moves, cards.ANSWERS[option])
        case Tapped(session="hello", option="minor"):
            outcome.shows.append(youth_card(None))
            outcome.person["minor"] = True
        case Tapped(session="hello", option="kept") | Commanded(name="privacy"):
            outcome.shows.append(cards.kept_card())
        case Tapped(session=session, option=option) if session == SOS:
            crisis.tap_card(moves, option)
        case Commanded(name="sos"):
            crisis.show_sos(moves)
        case Commanded(name="help"):
            outcome.shows.append(cards.help_card(moves.world))
        case Returned():
            pass
        case _:
            if isinstance(event, Tapped):
                moves.refuse()
            wrote = isinstance(event, Said | Corrected | Other)
            outcome.shows.append(cards.welcome_card("welcome-first" if wrote else None))
