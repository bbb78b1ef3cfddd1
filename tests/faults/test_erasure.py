"""/delete: nothing of a person is left, a crash in it loses nothing, and whoever comes back is a stranger."""

from __future__ import annotations

import asyncio
import signal
import time
from pathlib import Path

import pytest

from bot.sandbox.server import BotApiServer
from tests.chat import ChatPerson
from tests.faults.driver import Visitor, at_rest, count_rows, data_of
from tests.faults.killable_bot import VARIABLE
from tests.faults.ledgers import Copy
from tests.faults.processes import KILLABLE, Process
from tests.faults.test_privacy import CANARY, everything, files_with, leave_canaries
from tests.rebound import Rebound


async def erase(visitor: Visitor) -> None:
    """Ask to be erased, and mean it."""
    await visitor.says("/delete")
    asked = await visitor.open()
    assert asked
    await visitor.presses(f"{asked.session}.{asked.turn}.yes")


async def traces_of(bot: Rebound) -> list[bytes]:
    """Return every sealed value there is."""
    kept = await bot.look(everything)
    return [value for name, rows in kept.items() if name != "erasures" for row in rows for value in row
            if isinstance(value, bytes) and len(value) > 20]  # fmt: skip


@pytest.mark.fault("whole-bot-delete")
async def test_after_delete_no_byte_is_left_and_start_meets_a_stranger(bot: Rebound) -> None:
    visitor, _ = await leave_canaries(bot)
    ben = Visitor(bot, "Ben")
    await ben.begins("/wins")
    await ben.says("I kept going")
    theirs = await ben.answers()
    traces = [trace[-40:] for trace in await traces_of(bot)]
    assert len(traces) > 10
    assert files_with(bot.data, *traces)
    await visitor.says("/rejected")
    await erase(visitor)
    left = [trace[-40:] for trace in await traces_of(bot)]
    gone = [trace for trace in traces if trace not in left]
    assert len(gone) > 10
    assert files_with(bot.data, *gone, CANARY.encode()) == set()
    kept = await bot.look(everything)
    assert [row[1] for row in kept["persons"]] == [ben.id]
    assert not [row for row in kept["outbox"] if visitor.id in row]
    assert not bot.bot.service.crisis.knows(visitor.id)
    assert await ben.answers() == theirs
    said = [m for m in visitor.chat.chat.visible() if m.from_bot]
    assert len(said) == 1
    assert not said[0].keyboard
    await visitor.says("/start")
    assert any("hello.0.adult-no" in data_of(message) for message in visitor.chat.sees)
    await visitor.presses("hello.0.adult-else")
    await visitor.says("/history")
    rows = await visitor.rows()
    assert "entries" not in rows
    assert CANARY not in str(rows)


@pytest.mark.fault("delete-unsure")
async def test_no_at_the_question_whether_to_delete_keeps_everything(visitor: Visitor) -> None:
    await visitor.begins("/wins")
    await visitor.says("I kept going")
    before = (await visitor.rows())["entries"]
    await visitor.says("/delete")
    asked = await visitor.open()
    assert asked
    await visitor.presses(f"{asked.session}.{asked.turn}.no")
    assert (await visitor.rows())["entries"] == before


@pytest.mark.fault("delete-while-sending")
async def test_delete_while_an_answer_is_on_its_way_leaves_nothing(bot: Rebound) -> None:
    visitor = Visitor(bot)
    await visitor.begins("/delete")
    asked = await visitor.open()
    assert asked
    bot.server.delay = 0.3
    message = next(m for m in reversed(visitor.chat.chat.visible()) if m.keyboard)
    visitor.chat.person.taps(message, f"{asked.session}.{asked.turn}.yes")
    visitor.chat.person.says("/help")
    await at_rest(bot)
    kept = await bot.look(count_rows)
    assert kept["entries"] == kept["sessions"] == 0


@pytest.mark.fault("kill-9-while-deleting")
@pytest.mark.parametrize("point", ["in-erasure", "after-erasure"])
async def test_kill_9_while_deleting_erases_all_the_same_and_says_so(
    server: BotApiServer, data: Path, processes: list[Process], point: str
) -> None:
    person = ChatPerson(server)
    bot = Process(server, data, KILLABLE, **{VARIABLE: f"{point}:1"})
    processes.append(bot)
    await bot.start()
    for step in ("/start", "hello.0.adult-else", "/wins", f"I kept going, {CANARY}", "/delete"):
        await (person.taps_data(step) if step.startswith("hello.") else person.says(step))
        await person.sees_next()
    sure = next(d for m in reversed(person.chat.visible()) for d in data_of(m) if d.endswith(".yes"))
    await person.taps_data(sure)
    assert await bot.ended(10) == -signal.SIGKILL
    again = Process(server, data, KILLABLE)
    processes.append(again)
    await again.start()
    deadline = time.monotonic() + 8
    while server.updates.waiting or not person.sees:
        assert time.monotonic() < deadline, f"{person.transcript()}\n{again.output}"
        await asyncio.sleep(0.02)
    again.stop()
    assert await again.ended(10) == 0
    copy = Copy(data, data.parent / "copy")
    assert copy.is_sound()
    for table in ("persons", "entries", "sessions", "messages", "outbox"):
        assert copy.rows(f"SELECT * FROM {table}") == [], table
    assert len(copy.rows("SELECT * FROM erasures")) == 1
    assert not files_with(data, CANARY.encode())
