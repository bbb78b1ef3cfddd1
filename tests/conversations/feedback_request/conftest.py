"""Letters by the thousand are slow: they run once, on the main interpreter."""

from __future__ import annotations

from pathlib import Path

import pytest

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of this folder as slow."""
    for item in items:
        if item.path.parent == HERE:
            item.add_marker(pytest.mark.slow)
