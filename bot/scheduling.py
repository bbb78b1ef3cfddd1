"""Scheduling: a handful of fixed jobs. Due times live in the database, never here."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.interval import IntervalTrigger

HOUR = 3600
OFTEN = 20
"""Seconds between two looks at what is due."""


def make_scheduler(
    tidy: Callable[[], Awaitable[None]], dispatch: Callable[[], Awaitable[None]]
) -> AsyncIOScheduler:
    """Return the scheduler, not yet started.

    A job that comes late is still run, and once (`misfire_grace_time=None`, `coalesce`): APScheduler's
    default grace of one second silently drops jobs.

    Args:
        tidy: forgets what need not be kept any longer; run every hour.
        dispatch: sees to what is due; run every 20 seconds.
    """
    scheduler = AsyncIOScheduler(
        job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None}, timezone="UTC"
    )
    scheduler.add_job(tidy, IntervalTrigger(seconds=HOUR), id="tidy")
    scheduler.add_job(dispatch, IntervalTrigger(seconds=OFTEN), id="dispatch")
    return scheduler
