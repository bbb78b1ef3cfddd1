"""Working days skip weekends."""

from __future__ import annotations

from datetime import date

import pytest

from conversations.asking.working_days import add_working_days


@pytest.mark.parametrize(
    ("day", "count", "then"),
    [
        ("2026-11-23", 1, "2026-11-24"),
        ("2026-11-27", 1, "2026-11-30"),
        ("2026-11-28", 1, "2026-11-30"),
        ("2026-11-25", 6, "2026-12-03"),
        ("2026-11-25", 15, "2026-12-16"),
        ("2026-11-28", 0, "2026-11-28"),
    ],
)
def test_weekends_do_not_count(day: str, count: int, then: str) -> None:
    assert add_working_days(date.fromisoformat(day), count).isoformat() == then
