"""The whole bot in this process, and somebody who has not said anything yet."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.faults.driver import Visitor
from tests.rebound import Rebound, rebound


@pytest.fixture
async def bot(tmp_path: Path) -> AsyncIterator[Rebound]:
    """The running bot."""
    async with rebound(tmp_path) as bot:
        yield bot


@pytest.fixture
def sam(bot: Rebound) -> Visitor:
    """Somebody who has not said anything yet."""
    return Visitor(bot)
