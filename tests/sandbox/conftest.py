"""A running local Bot API server, the chat page in a browser, and ways to speak to them."""

from __future__ import annotations

import socket
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest
from playwright.async_api import Page as BrowserPage
from playwright.async_api import async_playwright, expect

from bot.clock import ShiftedClock
from bot.sandbox import Sandbox, start_sandbox
from bot.sandbox.people import Person
from bot.sandbox.server import BotApiServer
from tests.sandbox.echo import EchoBot

ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
DAY = 86_400.0


class Api:
    """Calls methods over HTTP, as a bot's library does."""

    def __init__(self, session: aiohttp.ClientSession, server: BotApiServer) -> None:
        self.session = session
        self.server = server

    def address(self, method: str) -> str:
        """Return the address of a method."""
        return f"{self.server.base_url}/bot{self.server.token}/{method}"

    async def answer(self, method: str, **parameters: Any) -> tuple[int, dict[str, Any]]:
        """Return the status and the body."""
        async with self.session.post(self.address(method), json=parameters) as answer:
            return answer.status, await answer.json()

    async def ok(self, method: str, **parameters: Any) -> Any:
        """Return the result of a call that must succeed."""
        status, body = await self.answer(method, **parameters)
        assert (status, body["ok"]) == (200, True), body
        return body["result"]

    async def refused(self, method: str, **parameters: Any) -> str:
        """Return the description of a call that must be refused with 400."""
        status, body = await self.answer(method, **parameters)
        assert (status, body["ok"], body["error_code"]) == (400, False, 400), body
        assert body["description"].startswith("Bad Request: ")
        return str(body["description"]).removeprefix("Bad Request: ")


@pytest.fixture
def clock() -> ShiftedClock:
    """The server's clock."""
    return ShiftedClock()


@pytest.fixture
async def server(clock: ShiftedClock) -> AsyncIterator[BotApiServer]:
    """A server on a free port."""
    async with BotApiServer(clock) as running:
        yield running


@pytest.fixture
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    """An HTTP client."""
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=10)) as open_session:
        yield open_session


@pytest.fixture
def api(server: BotApiServer, session: aiohttp.ClientSession) -> Api:
    """The methods of the server."""
    return Api(session, server)


@pytest.fixture
def sam(server: BotApiServer) -> Person:
    """A person who has written to the bot."""
    person = server.add_person("Sam")
    person.says("/start")
    return person


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
async def sandbox(clock: ShiftedClock) -> AsyncIterator[Sandbox]:
    """A running sandbox with a message due in a day and a half."""
    due = clock.now() + 1.5 * DAY

    async def next_due() -> float | None:
        return due if clock.now() < due else None

    running = await start_sandbox(clock, free_port(), next_due=next_due)
    yield running
    await running.stop()


@pytest.fixture
async def echo(sandbox: Sandbox) -> AsyncIterator[EchoBot]:
    """A bot that talks to the sandbox."""
    async with EchoBot(sandbox.api_url, sandbox.token) as bot:
        yield bot


@pytest.fixture
async def page(sandbox: Sandbox, echo: EchoBot, chromium: str) -> AsyncIterator[BrowserPage]:
    """The page on a phone; a script error or a request that leaves the machine fails the test."""
    troubles: list[str] = []
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        context = await browser.new_context(
            viewport={"width": 390, "height": 844},
            permissions=["clipboard-read", "clipboard-write"],
            reduced_motion="reduce",
        )
        opened = await context.new_page()
        opened.on("pageerror", lambda error: troubles.append(str(error)))
        opened.on("console", lambda said: troubles.append(said.text) if said.type == "error" else None)
        opened.on(
            "request",
            lambda request: None if request.url.startswith(sandbox.api_url) else troubles.append(request.url),
        )
        await opened.goto(sandbox.page_url)
        await expect(opened.locator("#start")).to_be_visible()
        yield opened
        await browser.close()
    assert troubles == []
