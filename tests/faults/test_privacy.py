"""No person's words and no token anywhere but in sealed fields; nothing but id and time before consent."""

from __future__ import annotations

import asyncio
import logging
import tempfile
from io import StringIO
from itertools import count
from pathlib import Path
from random import Random
from typing import Any

import pytest
from sqlalchemy import select

from bot.storage import dead_letters, tables
from bot.storage.transaction import Transaction
from tests.faults.driver import Visitor, at_rest, count_rows
from tests.faults.processes import TOKEN, Process
from tests.faults.test_turns_fail import break_turns
from tests.faults.wander import CONVERSATIONS, Wanderer
from tests.rebound import Rebound

CANARY = "zebracanary"


def everything(tx: Transaction) -> dict[str, list[Any]]:
    """Return every row of every table, as it is stored."""
    return {
        table.name: [tuple(row) for row in tx.connection.execute(select(table))]
        for table in tables.metadata.sorted_tables
    }


async def leave_canaries(bot: Rebound) -> tuple[Visitor, set[str]]:
    """Let somebody write a canary wherever words can be written; return them and where it was."""
    visitor, numbers = Visitor(bot, f"Anna {CANARY}"), count()
    await visitor.consents()
    wanderer = Wanderer(visitor, Random(5), lambda: f"I am {CANARY}{next(numbers):04}.")
    for conversation in (*CONVERSATIONS, "rejected"):
        await wanderer.walk(conversation, 25)
    return visitor, wanderer.slots


def files_with(folder: Path, *traces: bytes) -> set[str]:
    """Return the files of a folder that hold, or are named after, one of these."""
    found = set()
    for path in (p for p in folder.rglob("*") if p.is_file()):
        content = path.read_bytes() + str(path).encode()
        if any(trace in content for trace in traces):
            found.add(path.name)
    return found


@pytest.mark.fault("canary")
async def test_a_canary_in_every_slot_shows_up_in_no_log_file_or_process_list(
    bot: Rebound, log: StringIO, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture,
) -> None:  # fmt: skip
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    logging.getLogger().setLevel(logging.DEBUG)
    visitor, slots = await leave_canaries(bot)
    assert len(slots) > 12, slots
    with monkeypatch.context() as broken:
        break_turns(broken, visitor.id)
        await visitor.says(f"/wins {CANARY}")
        await visitor.says(f"This fails: {CANARY}")
    bot.server.faults.add("400-entities", method="sendMessage")
    await visitor.says("/wins")
    await visitor.says(f"And this is refused: {CANARY}")
    bot.server.faults.add("reset-after", method="sendMessage", times=2)
    await visitor.says(f"And this is cut: {CANARY}")
    told = log.getvalue() + "".join(capfd.readouterr())
    assert "an update failed" in told
    assert "Telegram refused a message" in told
    for secret in (CANARY, TOKEN, TOKEN.split(":")[1]):
        assert secret not in told
        assert not files_with(folder, secret.encode())
        assert not files_with(bot.data, secret.encode())
        assert secret not in Path("/proc/self/cmdline").read_text()
    assert CANARY in str(await visitor.rows())


@pytest.mark.fault("token-in-the-process-list")
async def test_the_token_is_in_no_command_line_and_no_log(
    server: Any, data: Path, processes: list[Process]
) -> None:
    bot = Process(server, data, REBOUND_LOG_LEVEL="DEBUG")
    processes.append(bot)
    await bot.start()
    server.faults.add("reset", times=5)
    server.add_person().says("/start")
    await asyncio.sleep(1)
    assert TOKEN.split(":")[1] not in Path(f"/proc/{bot.pid}/cmdline").read_text()
    bot.stop()
    assert await bot.ended(10) == 0
    assert "ready" in bot.output
    assert TOKEN.split(":")[1] not in bot.output


@pytest.mark.fault("before-consent")
async def test_before_the_consent_nothing_is_kept_but_id_and_time(bot: Rebound) -> None:
    visitor = Visitor(bot, f"Anna {CANARY}")
    person = visitor.chat.person
    commands = ("/start", f"/rejected {CANARY}", "/help", "/privacy", "/sos", f"/{CANARY}")
    for text in (f"hello {CANARY}", *commands):
        await visitor.says(text)
    await visitor.presses("hello.0.kept")
    await visitor.presses("home.0.rejected")
    await visitor.presses("sos.0.country-gb")
    await visitor.chat.edits(f"I want to kill myself {CANARY}")
    await visitor.chat.sees_next()
    await visitor.chat.sends_photo(CANARY)
    await visitor.chat.sees_next()
    person.sends_update({"message": {"chat": {"id": visitor.id, "type": "private"}, "text": CANARY}})
    await visitor.says("hello again")
    await at_rest(bot)
    letters = await bot.look(dead_letters.newest)
    assert [letter.payload for letter in letters] == [None]
    kept = await bot.look(everything)
    person_row = kept["persons"][0]
    assert {type(value) for value in person_row} <= {int, float, str, type(None)}
    assert [value for value in person_row if isinstance(value, str)] == ["en"]
    rows = await visitor.rows()
    assert rows["persons"][0]["country"] is None
    assert rows["persons"][0]["quiet_until"] is None
    holding = {name for name, found in kept.items() if found}
    assert holding <= {"persons", "messages", "outbox", "updates", "dead_letters", "variants", "meta"}
    assert all(row["payload"] is None for row in rows["outbox"])
    assert all({"person_id", "message_id", "outgoing", "at"} == set(row) for row in rows["messages"])
    assert CANARY not in str(rows)


@pytest.mark.fault("under-18")
async def test_under_18_nothing_is_kept_at_all(bot: Rebound) -> None:
    visitor = Visitor(bot)
    await visitor.says("/start")
    await visitor.presses("hello.0.minor")
    assert "sos" not in str(visitor.chat.buttons())
    kept = await bot.look(count_rows)
    kept.pop("updates"), kept.pop("meta"), kept.pop("erasures")
    assert set(kept.values()) == {0}, kept
