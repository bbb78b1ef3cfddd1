"""Scheduling: a job that comes late, because the machine slept, is still run, and once."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

from bot.scheduling import HOUR, make_scheduler


async def test_a_late_job_runs_once_and_then_every_hour() -> None:
    runs: list[int] = []
    ran = asyncio.Event()

    async def tidy() -> None:
        runs.append(1)
        ran.set()

    scheduler = make_scheduler(tidy)
    scheduler.start()
    try:
        now = datetime.now(UTC)
        (job,) = scheduler.get_jobs()
        assert job.next_run_time - now > timedelta(seconds=HOUR - 60)
        job.modify(next_run_time=now - timedelta(hours=4, minutes=30))
        await asyncio.wait_for(ran.wait(), 5)
        await asyncio.sleep(0.1)
        assert runs == [1]
        assert timedelta(0) < job.next_run_time - now <= timedelta(seconds=HOUR)
    finally:
        scheduler.shutdown(wait=False)
