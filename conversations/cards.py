"""Cards: messages that need no session, so that their buttons mean the same at any time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from conversations.catalog import World, commands_of
from conversations.lines import Button, Card, Line, line
from conversations.session import Session
from conversations.texts import Texts

HOME = (
    ("rejected", "reframe"),
    ("feedback", "reply"),
    ("journal", "plan"),
    ("control", "wins"),
    ("waiting", "history"),
)
"""The conversations on the home card; tapping one is the same as its command."""
APPLYING = ("feedback", "reply", "journal", "plan", "waiting")
"""Those about applying: not offered within 72 hours of crisis help (PRODUCT.md, section 5)."""


def welcome_card(lead: str | None = None) -> Card:
    """Return the first message: what this is and is not; the 18+ tap is the consent. `lead` stands above."""
    return Card(
        "hello",
        (*([line(lead)] if lead else []), line("welcome")),
        (
            (_button("welcome", "adult-no"),),
            (_button("welcome", "adult-else"),),
            (_button("welcome", "minor"), _button("welcome", "kept")),
        ),
    )


def kept_card() -> Card:
    """Return what is kept, with the way on for who has not decided yet."""
    return Card(
        "hello",
        (line("privacy"),),
        (
            (_button("welcome", "adult-no"),),
            (_button("welcome", "adult-else"),),
            (_button("welcome", "minor"),),
        ),
    )


def home_card(world: World, lead: str = "home") -> Card:
    """Return what can be done here, one tap each; `lead` is the text above."""
    offered = [[name for name in row if not (world.quiet and name in APPLYING)] for row in HOME]
    rows = tuple(tuple(Button(name, line(f"{name}-title")) for name in row) for row in offered if row)
    return Card("home", (line(lead),), rows)


def help_card(world: World) -> Card:
    """Return the help: what this is, and every command with its meaning."""
    listed = tuple(
        line("help-command", command=f"/{name}", meaning=command_line(name, world.texts))
        for name in commands_of(world.catalog, world.texts)
    )
    return Card("help", (line("help"), *listed, line("help-end")))


def command_line(name: str, texts: Texts) -> Line:
    """Return what the command `name` does, at most 40 characters: for the menu, /help and the README."""
    if texts.has(f"{name}-title", "command"):
        return Line(f"{name}-title", (), "command")
    return Line(f"command-{name}")


def again_card(session: Session) -> Card:
    """Return the choice between going on with a conversation put aside and beginning it anew."""
    title = line(f"{session.conversation}-title")
    return Card(
        "aside",
        (line("engine-again", title=title),),
        (
            (
                _button("engine-again", "go", f"go-{session.id}"),
                _button("engine-again", "new", f"new-{session.id}"),
            ),
        ),
    )


def aside_card(aside: Sequence[Session]) -> Card:
    """Return the offer to go on with what was put aside."""
    title = line(f"{aside[0].conversation}-title")
    rows = tuple(
        (Button(f"go-{session.id}", line("engine-aside-go", title=line(f"{session.conversation}-title"))),)
        for session in aside
    )
    return Card("aside", (line("engine-aside", title=title),), (*rows, (_button("engine-aside", "drop"),)))


def _button(owner: str, slug: str, option: str | None = None) -> Button:
    return Button(option or slug, Line(owner, (), f"o-{slug}"))


ANSWERS: Mapping[str, str] = {"adult-no": "rejected", "adult-else": "home", "kept": "privacy"}
"""Where the buttons of the welcome lead."""
OFFERED = frozenset({"home", "privacy", *(name for row in HOME for name in row)})
"""What a button of the home card or the welcome may open."""
