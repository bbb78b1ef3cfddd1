"""Transcripts: whole visits over HTTP, each a text file that can be read - and played.

A line `> ...` is what the person does: `> words` are typed, `> [slug]` is a tap. What follows is what they
then see: the ids of the texts (see `conversations/locales`), the buttons by their slugs, `▸` before a tapped
answer that stays visible. A letter stands there as "(copy)". To write the files anew:
REBOUND_WRITE_TRANSCRIPTS=1 pytest tests/transcripts
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.sandbox.chats import Message
from tests.faults.driver import Visitor
from tests.rebound import rebound
from tests.transcripts.wordless import name_texts

FOLDER = Path(__file__).resolve().parent
PATHS = sorted(FOLDER.glob("*.txt"))
INDENT = " " * 6
DAY = re.compile(
    r"\b\d{4}-\d\d-\d\d\b|\b\d{1,2} [A-Z][a-z]{2}( \d{4})?\b"
    r"|\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b( \(\d{1,2} [A-Z][a-z]{2}( \d{4})?\))?"
)
"""The day of an entry or a plan, counted from that of the test."""
COPIED = "(copy)"
"""Stands for a text to copy; the buttons that copy it come and go with its length."""
PASSED = re.compile(r"(?:a day passes|(\d+) days pass)")


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
async def test_a_visit_goes_as_it_is_written_down(path: Path, tmp_path: Path) -> None:
    written = path.read_text("utf-8")
    async with rebound(tmp_path) as bot:
        played = await play(Visitor(bot), written)
    if os.environ.get("REBOUND_WRITE_TRANSCRIPTS"):
        path.write_text(played, "utf-8")
    assert played.splitlines() == written.splitlines()


async def play(visitor: Visitor, script: str) -> str:
    """Do what the person does in a transcript; return the transcript with what they really see."""
    lines = [line for line in script.splitlines() if line.startswith("#")]
    for line in script.splitlines():
        if line.startswith("> "):
            before = {message.message_id for message in visitor.chat.chat.visible()}
            await act(visitor, line[2:])
            lines += [line, *seen(visitor, before)]
    return "\n".join(lines) + "\n"


async def act(visitor: Visitor, what: str) -> None:
    """Do what one line says, and wait for the answer."""
    verb, _, words = what.partition(": ")
    tap = re.fullmatch(r"\[(\S+)\]", what)
    if tap:
        message, data = find(visitor, tap[1])
        await visitor.presses(data, message)
        return
    match verb:
        case "edits":
            await visitor.chat.edits(words)
        case "forwards":
            await visitor.chat.forwards(words)
        case "sends a sticker":
            await visitor.chat.sends_sticker()
        case _ if passed := PASSED.fullmatch(what):
            visitor.bot.clock.travel(86_400 * int(passed[1] or 1))
            return
        case _:
            await visitor.chat.says(what)
    await visitor.chat.sees_next()


def find(visitor: Visitor, wanted: str) -> tuple[Message, str]:
    """Return the newest button of this slug, as transcripts write it."""
    for message in reversed(visitor.chat.chat.visible()):
        for button in (button for row in message.keyboard for button in row):
            if slug(button).lstrip("+") == wanted.lstrip("+"):
                return message, str(button["callback_data"])
    raise AssertionError(f"no button {wanted!r}\n{visitor.chat.transcript()}")


def seen(visitor: Visitor, before: set[int]) -> Iterator[str]:
    """Describe what came, changed and went since the person did something."""
    for notice in visitor.chat.notices:
        yield f"  notice: {' '.join(name_texts(notice))}"
    for message in visitor.chat.sees:
        kind = "changed" if message.message_id in before else "Rebound"
        yield from describe(kind, message)
    gone = before - {message.message_id for message in visitor.chat.chat.visible()}
    if gone:
        yield f"  gone: {len(gone)} messages"


def describe(kind: str, message: Message) -> Iterator[str]:
    """Describe one message by its text ids and slugs."""
    document = message.payload.get("document")
    if document:
        yield f"  {kind}: a file, {document['file_name']}"
        return
    text, _, chosen = _without_copies(message).partition("\n\n▸ ")
    named = (name_texts(part) if part.strip() else [] for part in text.split(COPIED))
    words = f" {COPIED} ".join(" ".join(part) for part in named).strip()
    yield DAY.sub("(day)", f"  {kind}: {words}{f' ▸ {chosen}' if chosen else ''}")
    for row in message.keyboard:
        buttons = [f"[{slug(button)}]" for button in row if "copy_text" not in button]
        if buttons:
            yield INDENT + " ".join(buttons)


def _without_copies(message: Message) -> str:
    """Return the text without what is there to be copied: a letter is worded anew for everybody."""
    units = message.text.encode("utf-16-le")
    for entity in reversed(message.entities):
        if entity["type"] == "pre":
            start, end = entity["offset"] * 2, (entity["offset"] + entity["length"]) * 2
            units = units[:start] + COPIED.encode("utf-16-le") + units[end:]
    return units.decode("utf-16-le")


def slug(button: dict[str, object]) -> str:
    """Return what a button stands for: its option, its copied text or its link."""
    if "callback_data" in button:
        option = str(button["callback_data"]).split(".", 2)[2]
        return re.sub(r"^(go|new)-[a-z0-9]{10}$", r"\1", option)
    return next(f"{kind}: {button[kind]}" for kind in ("copy_text", "url") if kind in button)
