"""The supervisor: a part that ends by itself is noticed, whatever it ended of."""

from __future__ import annotations

import asyncio

import pytest

from bot.telegram.supervision import PartEnded, Supervisor


async def _forever() -> None:
    await asyncio.Event().wait()


async def _die() -> None:
    await asyncio.sleep(0.01)
    raise ZeroDivisionError


@pytest.mark.fault("background-task-dies")
async def test_a_part_that_dies_is_raised() -> None:
    supervisor = Supervisor()
    supervisor.start("good", _forever())
    supervisor.start("bad", _die())
    with pytest.raises(ZeroDivisionError):
        await asyncio.wait_for(supervisor.watch(asyncio.Event()), 1)
    await supervisor.cancel()


@pytest.mark.fault("background-task-dies")
async def test_a_part_that_just_ends_is_an_error_too() -> None:
    supervisor = Supervisor()
    supervisor.start("good", _forever())
    supervisor.start("short", asyncio.sleep(0.01))
    with pytest.raises(PartEnded, match="short"):
        await asyncio.wait_for(supervisor.watch(asyncio.Event()), 1)
    await supervisor.cancel()


async def test_parts_live_on_after_the_signal_until_they_are_cancelled() -> None:
    supervisor = Supervisor()
    supervisor.start("good", _forever())
    signal = asyncio.Event()
    asyncio.get_running_loop().call_later(0.01, signal.set)
    await asyncio.wait_for(supervisor.watch(signal), 1)
    (part,) = [task for task in asyncio.all_tasks() if task.get_name() == "good"]
    assert not part.done()
    await supervisor.cancel()
    assert part.cancelled()
