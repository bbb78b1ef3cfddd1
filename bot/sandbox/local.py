"""Starts the sandbox: the Bot API and the chat page on one port of this machine."""

from __future__ import annotations

import errno

from aiohttp import web

from bot.clock import ShiftedClock
from bot.sandbox.guard import add_headers, guard
from bot.sandbox.page import ChatPage, NextDue, Notify
from bot.sandbox.server import BODY_BYTES, BotApiServer

LOOPBACK = "127.0.0.1"
FIRST_UPDATE_ID = 1_000
_PORTS_TRIED = 50


class Sandbox:
    """A running sandbox."""

    def __init__(self, server: BotApiServer, page: ChatPage, runner: web.AppRunner, port: int) -> None:
        self.server = server
        self.page = page
        self.port = port
        self._runner = runner

    @property
    def token(self) -> str:
        """The token the bot must come with."""
        return self.server.token

    @property
    def api_url(self) -> str:
        """Where the bot finds the Bot API, in place of https://api.telegram.org."""
        return self.server.base_url

    @property
    def page_url(self) -> str:
        """Where a person finds the chat page."""
        return f"{self.server.base_url}/"

    async def stop(self) -> None:
        """End every stream and poll, and close the port."""
        self.page.close()
        await self.server.close()
        await self._runner.cleanup()


async def start_sandbox(
    clock: ShiftedClock,
    port: int = 8080,
    *,
    next_due: NextDue | None = None,
    travelled: Notify | None = None,
    first_person: str = "Sam",
    run: int = 0,
) -> Sandbox:
    """Start the sandbox on this machine's loopback address.

    Args:
        clock: the clock of the bot, too: time travel moves it.
        port: where to listen; if it is taken, the next free one after it.
        next_due: when (UTC epoch seconds) the next unasked message is due, or None if none is.
        travelled: awaited after each journey in time, so that the bot looks at once what is due.
        first_person: name of the person who is there from the start.
        run: counts on from run to run, say UTC epoch seconds. The chats here end with the process, a bot's
            database does not: with it, updates are new ones to the bot, and people are strangers.

    Raises:
        OSError: when no port is free.
    """
    server = BotApiServer(clock, first_update_id=FIRST_UPDATE_ID + run)
    server.world.first_person += run
    page = ChatPage(server, clock, next_due, travelled)
    page.add_person(first_person)
    app = web.Application(client_max_size=BODY_BYTES, middlewares=[guard])
    app.on_response_prepare.append(add_headers)
    server.add_routes(app)
    page.add_routes(app)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.5)
    await runner.setup()
    found = await _listen(runner, port)
    server.base_url = f"http://{LOOPBACK}:{found}"
    return Sandbox(server, page, runner, found)


async def _listen(runner: web.AppRunner, port: int) -> int:
    for candidate in range(port, min(port + _PORTS_TRIED, 65_536)):
        try:
            await web.TCPSite(runner, LOOPBACK, candidate).start()
        except OSError as trouble:
            if trouble.errno != errno.EADDRINUSE:
                raise
        else:
            return int(runner.addresses[0][1])
    await runner.cleanup()
    raise OSError(errno.EADDRINUSE, f"no free port from {port} to {port + _PORTS_TRIED - 1}")
