"""Starts that cannot be, ends that must be seen, stops with work waiting, restarts: the bot as a process."""

from __future__ import annotations

import asyncio
import signal
import time
from pathlib import Path

import pytest

from bot.clock import ShiftedClock
from bot.sandbox.server import BotApiServer
from tests.chat import ChatPerson
from tests.faults.driver import data_of
from tests.faults.ledgers import NAME, Copy
from tests.faults.processes import KILLABLE, TOKEN, Process


def line_of(bot: Process) -> str:
    """Return the one line for the operator, the last of the output; there is no traceback."""
    assert "Traceback" not in bot.output
    assert TOKEN not in bot.output
    lines = [line for line in bot.output.splitlines() if line.startswith("rebound: ")]
    assert len(lines) == 1, bot.output
    assert bot.output.rstrip().splitlines()[-1] == lines[0]
    return lines[0]


@pytest.mark.fault("whole-bot-second-instance")
async def test_a_second_instance_on_the_same_data_says_so_and_ends(
    server: BotApiServer, data: Path, processes: list[Process]
) -> None:
    first, second = Process(server, data), Process(server, data)
    processes += [first, second]
    await first.start()
    await second.launch()
    assert await second.ended(10) == 1
    assert "another process" in line_of(second)
    person = ChatPerson(server)
    await person.says("/start")
    assert await person.sees_next()


@pytest.mark.fault("whole-bot-not-a-database")
@pytest.mark.parametrize("content", [b"this is not a database" * 100, b"SQLite format 3\x00" + b"x" * 5000])
async def test_a_file_that_is_no_database_is_left_alone(
    server: BotApiServer, data: Path, processes: list[Process], content: bytes
) -> None:
    (data / NAME).write_bytes(content)
    bot = Process(server, data)
    processes.append(bot)
    await bot.launch()
    assert await bot.ended(10) == 1
    assert NAME in line_of(bot)
    assert (data / NAME).read_bytes() == content


@pytest.mark.fault("whole-bot-no-folder")
async def test_a_database_in_a_missing_folder_is_one_line(
    server: BotApiServer, data: Path, processes: list[Process]
) -> None:
    bot = Process(server, data, REBOUND_DATABASE_URL=f"sqlite:///{data}/nowhere/x.sqlite3")
    processes.append(bot)
    await bot.launch()
    assert await bot.ended(10) == 1
    assert "folder" in line_of(bot)


@pytest.mark.fault("401-at-start")
async def test_an_unknown_token_at_the_start_is_one_line(
    server: BotApiServer, data: Path, processes: list[Process]
) -> None:
    server.token = "987654321:" + "A" * 35
    bot = Process(server, data, TELEGRAM_BOT_TOKEN=TOKEN)
    processes.append(bot)
    await bot.launch()
    assert await bot.ended(10) == 1
    assert "token" in line_of(bot)


@pytest.mark.fault("whole-bot-401-while-running")
async def test_a_token_taken_back_while_running_ends_it_with_one_line(
    server: BotApiServer, data: Path, processes: list[Process]
) -> None:
    bot = Process(server, data)
    processes.append(bot)
    await bot.start()
    server.token = "987654321:" + "A" * 35
    server.updates.push("message", {}, None)
    assert await bot.ended(10) == 1
    assert "token" in line_of(bot)


PARTS = {
    "sender": "bot.telegram.sender.Sender.run",
    "intake": "bot.telegram.receive.Intake.run",
    "loader": "bot.telegram.backlog.Backlog.keep_loading",
    "polling": "bot.telegram.receive.Intake._poll",
    "ledger": "bot.telegram.ledger._note",
}
RAISES = "raise RuntimeError('canary')"
DYING = """
import asyncio, pkgutil, sys
path, _, name = "{part}".rpartition(".")
owner = pkgutil.resolve_name(path)
def dies(*given, **named):
    raise RuntimeError("canary")
async def dies_later(*given, **named):
    await asyncio.sleep(0.2)
    {how}
setattr(owner, name, dies if name == "_note" else dies_later)
from bot.__main__ import main
sys.exit(main([]))
"""


@pytest.mark.fault("whole-bot-background-task-dies")
async def test_a_dead_part_ends_the_process(tmp_path: Path, processes: list[Process]) -> None:
    async def die(part: str, how: str) -> None:
        data = tmp_path / f"{part} {how[:6]}" / "data"
        data.mkdir(parents=True)
        async with BotApiServer(ShiftedClock(), token=TOKEN) as server:
            bot = Process(server, data, ("-c", DYING.format(part=PARTS[part], how=how)))
            processes.append(bot)
            server.add_person().says("/start")
            await bot.launch()
            assert await bot.ended(25) > 0, (part, how)
            assert "canary" not in bot.output

    ways = [*((part, RAISES) for part in PARTS), ("sender", "return"), ("polling", "return")]
    await asyncio.gather(*(die(part, how) for part, how in ways))


@pytest.mark.fault("sigterm-with-work-waiting")
async def test_sigterm_with_work_waiting_ends_in_time_and_loses_nothing(
    server: BotApiServer, data: Path, processes: list[Process]
) -> None:
    server.delay = 0.2
    people = [ChatPerson(server, f"P{number}") for number in range(30)]
    bot = Process(server, data)
    processes.append(bot)
    await bot.start()
    for person in people:
        for number in range(3):
            person.person.says(f"/start {number}")
    await asyncio.sleep(0.6)
    started = time.monotonic()
    bot.stop()
    assert await bot.ended(10) == 0
    assert time.monotonic() - started < 10
    assert Copy(data, data.parent / "copy").is_sound()
    server.delay = 0.0
    again = Process(server, data, KILLABLE)
    processes.append(again)
    await again.start()
    deadline = time.monotonic() + 10
    while any(len(answers(person)) < 3 for person in people):
        assert time.monotonic() < deadline, [len(answers(person)) for person in people]
        await asyncio.sleep(0.02)
    assert all(len(answers(person)) == 3 for person in people)


def answers(person: ChatPerson) -> list[str]:
    """Return what the bot said in a chat."""
    return [message.text for message in person.chat.visible() if message.from_bot]


@pytest.mark.fault("sigterm-while-telegram-is-silent")
async def test_sigterm_ends_it_in_time_while_telegram_keeps_silent(
    server: BotApiServer, data: Path, processes: list[Process]
) -> None:
    bot = Process(server, data)
    processes.append(bot)
    await bot.start()
    server.faults.add("timeout-before", times=1000)
    for number in range(5):
        server.add_person(f"P{number}").says("/start")
    await asyncio.sleep(0.3)
    started = time.monotonic()
    bot.stop()
    assert await bot.ended(10) == 0
    assert time.monotonic() - started < 10


@pytest.mark.fault("sigterm-before-telegram-is-reached")
async def test_sigterm_ends_it_while_telegram_cannot_be_reached_yet(
    server: BotApiServer, data: Path, processes: list[Process]
) -> None:
    server.faults.add("500", times=1000)
    bot = Process(server, data)
    processes.append(bot)
    await bot.launch()
    deadline = time.monotonic() + 10
    while not server.calls("getMe"):
        assert time.monotonic() < deadline
        await asyncio.sleep(0.02)
    bot.stop()
    assert await bot.ended(10) == 0
    assert "Traceback" not in bot.output


@pytest.mark.fault("restart-with-an-open-question")
@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGKILL], ids=["stopped", "killed"])
async def test_an_old_keyboard_works_after_a_restart(
    server: BotApiServer, data: Path, processes: list[Process], how: signal.Signals
) -> None:
    person = ChatPerson(server)
    bot = Process(server, data, KILLABLE)
    processes.append(bot)
    await bot.start()
    for step in ("/start", "hello.0.adult-else", "/rejected"):
        await (person.says(step) if step[0] == "/" else person.taps_data(step))
        await person.sees_next()
    message = next(m for m in reversed(person.chat.visible()) if any(d.endswith(".7") for d in data_of(m)))
    assert bot.process
    bot.process.send_signal(how)
    await bot.ended(10)
    again = Process(server, data, KILLABLE)
    processes.append(again)
    await again.start()
    await person.taps_data(next(d for d in data_of(message) if d.endswith(".7")), message)
    await person.sees_next()
    assert any(".~back" in data for m in person.sees for data in data_of(m))
    assert not message.keyboard


@pytest.mark.fault("a-days-outage")
async def test_after_a_days_outage_what_came_is_answered(data: Path, processes: list[Process]) -> None:
    clock = ShiftedClock()
    async with BotApiServer(clock, token=TOKEN) as server:
        person = ChatPerson(server)
        bot = Process(server, data, KILLABLE)
        processes.append(bot)
        await bot.start()
        for step in ("/start", "hello.0.adult-else", "/wins"):
            await (person.says(step) if step[0] == "/" else person.taps_data(step))
            await person.sees_next()
        outage = [server.faults.add(kind, times=20) for kind in ("500", "502-html", "reset")]
        await person.says("I asked a good question")
        clock.travel(23 * 3600)
        deadline = time.monotonic() + 20
        await asyncio.sleep(2)
        assert bot.process
        assert bot.process.returncode is None
        assert 0 < sum(fault.struck for fault in outage) < 40
        server.faults.clear()
        while not any("another" in str(data_of(m)) for m in person.chat.visible()):
            assert time.monotonic() < deadline, bot.output
            await asyncio.sleep(0.05)
        bot.stop()
        assert await bot.ended(10) == 0
        kept = Copy(data, data.parent / "copy").entries()
        assert [kind for _, kind, _ in kept] == ["win"]
