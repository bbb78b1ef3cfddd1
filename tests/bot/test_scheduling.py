"""Scheduling: a job that comes late, because the machine slept, is still run, and once."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

from bot.scheduling import HOUR, OFTEN, make_scheduler


async def test_a_late_job_runs_once_and_then_in_its_turn() -> None:
    runs: list[str] = []
    ran = asyncio.Event()

    async def tidy() -> None:
        runs.append("tidy")

    async def dispatch() -> None:
        runs.append("dispatch")
        ran.set()

    scheduler = make_scheduler(tidy, dispatch)
    scheduler.start()
    try:
        now = datetime.now(UTC)
        hourly, often = (scheduler.get_job(id) for id in ("tidy", "dispatch"))
        assert hourly.next_run_time - now > timedelta(seconds=HOUR - 60)
        for job in (hourly, often):
            job.modify(next_run_time=now - timedelta(hours=4, minutes=30))
        await asyncio.wait_for(ran.wait(), 5)
        await asyncio.sleep(0.1)
        assert sorted(runs) == ["dispatch", "tidy"]
        assert timedelta(0) < hourly.next_run_time - now <= timedelta(seconds=HOUR)
        assert timedelta(0) < often.next_run_time - now <= timedelta(seconds=OFTEN)
    finally:
        scheduler.shutdown(wait=False)
