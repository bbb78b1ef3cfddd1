"""python -m conversations <name>: talks through a conversation in the terminal, without Telegram."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Sequence
from datetime import date, datetime

from conversations.all import CATALOG
from conversations.events import Commanded
from conversations.terminal import Terminal
from conversations.texts import load_texts

ABOUT = "Talk through a conversation without Telegram. Nothing is kept after it ends."
KEYS = (
    "Type a number to choose, or words. Commands: /back /skip /undo /edit /later /continue /cancel /help, "
    "and every other command of the bot. Ctrl-D ends."
)


def main(arguments: Sequence[str] | None = None, lines: Iterable[str] | None = None) -> int:
    """Run the terminal; return the exit code.

    Args:
        arguments: those of the command line if None.
        lines: what is typed, line by line; standard input if None.
    """
    parser = argparse.ArgumentParser(prog="python -m conversations", description=ABOUT, epilog=KEYS)
    parser.add_argument("name", nargs="?", help="the conversation; without it, the bot's very first message")
    parser.add_argument("--list", action="store_true", help="list the conversations")
    options = parser.parse_args(arguments)
    if options.list:
        print("\n".join(CATALOG))
        return 0
    if options.name is not None and options.name not in CATALOG:
        print(f"There is no conversation {options.name!r}. There are: {', '.join(CATALOG)}.", file=sys.stderr)
        return 2
    talk(options.name, sys.stdin if lines is None else lines)
    return 0


def talk(name: str | None, lines: Iterable[str]) -> None:
    """Talk until the conversation has ended or nothing more is typed; then show what was written down."""
    terminal = Terminal(CATALOG, load_texts(), print, _today(), consented=name is not None)
    if name is None:
        print(KEYS)
    terminal.take(Commanded(name or "start"))
    for words in lines if terminal.open else ():
        terminal.hear(words)
        if not terminal.open:
            break
    for entry in terminal.diary.entries.values():
        print(f"[{entry.kind}] " + "; ".join(f"{part}: {words}" for part, words in entry.data.items()))


def _today() -> date:
    return datetime.now().astimezone().date()


if __name__ == "__main__":
    raise SystemExit(main())
