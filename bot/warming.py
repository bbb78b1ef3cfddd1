"""Warming up: content that nobody needs in the first second is read beside the work."""

from __future__ import annotations

import asyncio

import structlog

from conversations.check import check_letters
from conversations.content import ContentError

log = structlog.get_logger()


async def load_letters() -> None:
    """Read the content that the first hour does not need, beside the work; a broken file is named."""
    try:
        await asyncio.to_thread(check_letters)
    except ContentError as broken:
        log.critical(
            "a content file is broken: letters cannot be drafted", file=broken.file, entry=broken.entry
        )
