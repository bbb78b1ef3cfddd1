"""backup, restore and check as an operator runs them: processes, around a bot that people talk to."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.clock import ShiftedClock
from bot.sandbox.server import BotApiServer
from bot.storage.sqlite import connect
from tests.chat import ChatPerson
from tests.faults.processes import READY_SECONDS, TOKEN, Process


@pytest.fixture
async def server() -> AsyncIterator[BotApiServer]:
    """The local Bot API server."""
    async with BotApiServer(ShiftedClock(), token=TOKEN) as server:
        yield server


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The data folder."""
    folder = tmp_path / "data"
    folder.mkdir()
    return folder


async def operate(server: BotApiServer, data: Path, *words: str) -> tuple[int, str]:
    """Run one of the operator's commands; return its exit code and output."""
    process = Process(server, data, ("-m", "bot", *words))
    try:
        await process.launch()
        return await process.ended(30), process.output
    finally:
        await process.close()


def chats_in(data: Path) -> set[int]:
    """Return the chats of everybody in the database."""
    connection = connect(data / "rebound.sqlite3", mode="look")
    try:
        return {row[0] for row in connection.execute("SELECT chat_id FROM persons")}
    finally:
        connection.close()


async def test_backup_restore_and_check_end_to_end(server: BotApiServer, data: Path) -> None:
    target = data.parent / "today.backup"
    sam, kim = ChatPerson(server, "Sam"), ChatPerson(server, "Kim")
    bot = Process(server, data)
    started = time.monotonic()
    await bot.start()
    print(f"ready after {time.monotonic() - started:.2f} s (limit {READY_SECONDS:.0f} s)")
    try:
        for person in (sam, kim):
            await person.says("/start")
            await person.sees_next()
            await person.taps("18+, something else")
            await person.sees_next()
            await person.says("/wins")
            await person.sees_next()
            await person.says(f"{person.chat.title} asked a good question")
            await person.sees_next()

        code, said = await operate(server, data, "backup", str(target))
        assert (code, str(target) in said) == (0, True)
        assert target.stat().st_mode & 0o777 == 0o600
        assert b"good question" not in target.read_bytes()

        await kim.says("/delete")
        await kim.sees_next()
        await kim.taps("Erase everything")
        await kim.sees_next()
        await sam.taps("That's enough")
        await sam.sees_next()

        code, said = await operate(server, data, "restore", str(target))
        assert code == 1, "the bot is still running"
        assert "another process" in said
        bot.stop()
        assert await bot.ended(10) == 0
    finally:
        await bot.close()

    code, said = await operate(server, data, "restore", str(target))
    assert code == 0
    assert "Erased again: 1 people." in said
    assert chats_in(data) == {sam.chat_id}

    again = Process(server, data)
    sent = [m for chat in (sam, kim) for m in chat.chat.messages.values() if m.from_bot]
    try:
        await again.start()
        await sam.says("/history")
        await sam.sees_next()
        assert "Wins (1)" in sam.buttons()
        after = [m for chat in (sam, kim) for m in chat.chat.messages.values() if m.from_bot]
        assert len(after) - len(sent) == 1, "nothing was sent twice"
        await kim.says("hello")
        await kim.sees_next()
        assert "18+, I just got a no" in kim.buttons()
    finally:
        await again.close()


async def test_what_cannot_be_restored_is_one_line_and_changes_nothing(
    server: BotApiServer, data: Path
) -> None:
    code, said = await operate(server, data, "check")
    assert code == 0
    assert said.endswith("rebound: settings, key, texts and database are fine\n")
    before = (data / "rebound.sqlite3").read_bytes()
    junk = data.parent / "junk"
    junk.write_bytes(b"no database" * 1000)
    for words, expected in ((["restore", str(junk)], 1), (["restore"], 2)):
        code, said = await operate(server, data, *words)
        lines = [line for line in said.splitlines() if line.startswith("rebound: ")]
        assert (code, len(lines)) == (expected, 1), said
        assert "Traceback" not in said
    assert (data / "rebound.sqlite3").read_bytes() == before


async def test_a_backup_of_nothing_is_refused(server: BotApiServer, data: Path) -> None:
    code, said = await operate(server, data, "backup", str(data / "x"))
    assert code == 1
    assert "there is no such database" in said
    assert list(data.iterdir()) == []
