"""What every test stands on: no network beyond this machine, and one loud line when a browser is missing."""

from __future__ import annotations

import ipaddress
import os
import shutil
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
BROWSERLESS = "no Chromium"


def find_chromium() -> str | None:
    """Return the path of the machine's Chromium, or None."""
    named = os.environ.get("REBOUND_TEST_CHROMIUM", "")
    places = [named, *(shutil.which(name) or "" for name in BROWSERS)]
    return next((place for place in places if place and Path(place).is_file()), None)


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of Chromium, for tests marked `browser`."""
    found = find_chromium()
    assert found, "a test that needs Chromium must be marked `browser`"
    return found


def pytest_configure(config: pytest.Config) -> None:
    """Refuse to begin where a browser was promised and is not there."""
    if os.environ.get("REBOUND_TEST_BROWSER") == "required" and not find_chromium():
        raise pytest.UsageError("REBOUND_TEST_BROWSER=required, and there is no Chromium")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip the tests of the page where there is no browser."""
    if find_chromium():
        return
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.skip(reason=BROWSERLESS))


@pytest.hookimpl(trylast=True)
def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say loudly, in one line, that the page was not tested; the skips may come from several workers."""
    skipped = terminalreporter.stats.get("skipped", [])
    missing = sum(BROWSERLESS in str(report.longrepr) for report in skipped)
    if missing:
        terminalreporter.write_line(
            f"!!! NO CHROMIUM: {missing} page tests DID NOT RUN. Install it: apt-get install chromium !!!",
            red=True,
            bold=True,
        )


class NetworkRefused(AssertionError):
    """A test tried to leave this machine."""


def _is_here(address: object) -> bool:
    if not isinstance(address, tuple):
        return True  # a Unix socket
    host = str(address[0]).split("%")[0]
    if host in ("", "localhost"):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


@pytest.fixture(scope="session", autouse=True)
def _no_network() -> Iterator[None]:
    """Refuse connections and look-ups that leave this machine, in every test."""
    patch = pytest.MonkeyPatch()

    def guard(name: str, position: int) -> None:
        real = getattr(socket.socket, name)

        def guarded(self: socket.socket, *args: Any) -> Any:
            if self.family in (socket.AF_INET, socket.AF_INET6) and not _is_here(args[position]):
                raise NetworkRefused(f"a test tried to reach {args[position]!r}")
            return real(self, *args)

        patch.setattr(socket.socket, name, guarded)

    for method, position in (("connect", 0), ("connect_ex", 0), ("sendto", -1)):
        guard(method, position)

    look_up = socket.getaddrinfo

    def guarded_look_up(host: Any, *args: Any, **named: Any) -> Any:
        if host is not None and not _is_here((host.decode() if isinstance(host, bytes) else host,)):
            raise NetworkRefused(f"a test tried to look up {host!r}")
        return look_up(host, *args, **named)

    patch.setattr(socket, "getaddrinfo", guarded_look_up)
    yield
    patch.undo()
