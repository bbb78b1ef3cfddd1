"""The composition root: the only module that knows everybody, and puts the parts together."""

from __future__ import annotations

import asyncio
import gc
import signal
import sys
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import structlog
from telegram.error import TelegramError

from bot import housekeeping
from bot.clock import Clock, ShiftedClock, SystemClock
from bot.crisis import CrisisHelp
from bot.dispatch import Dispatch
from bot.effects import EXPORT, LETTER
from bot.export import FILE_NAME
from bot.letters import FILE_NAME as LETTER_NAME
from bot.logs import watch_loop
from bot.scheduling import make_scheduler
from bot.service import Service
from bot.settings import Settings
from bot.storage.database import Database, StorageError, open_database
from bot.storage.encryption import Vault
from bot.storage.keys import load_or_create_key
from bot.telegram.api import BotApi, Upload
from bot.telegram.errors import AnotherInstance, Unauthorized
from bot.telegram.menu import set_menu
from bot.telegram.pace import Pace
from bot.telegram.receive import Intake
from bot.telegram.sender import Sender
from bot.telegram.supervision import PartEnded, Supervisor
from bot.telegram.timing import Timer
from bot.telegram.transport import AiohttpRequest
from bot.turns import Turns
from bot.warming import load_letters
from conversations.all import CATALOG
from conversations.check import check_content
from conversations.content import ContentError

log = structlog.get_logger()

STOP_SECONDS = 8.0
"""Seconds that work in hand gets at a stop; supervisors kill after ten or more."""


def run_bot(settings: Settings) -> int:
    """Run the bot on Telegram until it is told to stop; return the exit code."""
    return guarded(_run(settings))


def run_sandbox(settings: Settings) -> int:
    """Run the bot against a Bot API server of its own, with a chat page; return the exit code."""
    return guarded(_run_sandbox(settings))


def guarded(work: Coroutine[Any, Any, int]) -> int:
    """Run to the end; what an operator has to mend is one line and a non-zero code."""
    try:
        return asyncio.run(_watched(work))
    except (StorageError, ContentError, AnotherInstance, Unauthorized) as error:
        print(f"rebound: {error}", file=sys.stderr)  # noqa: T201  for the operator
    except PartEnded as error:
        print(f"rebound: a part of the program ended: {error}", file=sys.stderr)  # noqa: T201
    except StoppedEarly:
        return 0
    return 1


async def _watched(work: Coroutine[Any, Any, int]) -> int:
    watch_loop(asyncio.get_running_loop())
    return await work


def open_vault(settings: Settings) -> Vault:
    """Return the vault with the keys of the settings, or with the key file, made if there is none."""
    if settings.encryption_keys:
        return Vault(settings.encryption_keys)
    loaded = load_or_create_key(settings.key_file)
    if loaded.created:
        log.warning("made a key file; back it up apart from the data: without it the data is lost",
                    file=str(settings.key_file))  # fmt: skip
    return Vault(loaded.keys)


async def open_storage(settings: Settings, clock: Clock) -> Database:
    """Open the database of the settings.

    Raises:
        StorageError: one line that says what is wrong.
    """
    vault = open_vault(settings)
    return await open_database(
        settings.database_url,
        vault,
        clock,
        data_dir=settings.data_dir,
        log=lambda what: log.info("database", note=what),
    )


@dataclass(slots=True)
class Bot:
    """The running bot: its parts, for the sandbox and for tests."""

    database: Database
    service: Service
    sender: Sender
    intake: Intake
    dispatch: Dispatch
    supervisor: Supervisor

    @property
    def idle(self) -> bool:
        """Whether every update that came is answered."""
        return self.intake.idle and self.sender.idle and self.service.idle and self.dispatch.idle

    async def next_due(self) -> float | None:
        """Return when the next unasked message will come, UTC epoch seconds, as far as can be told now."""
        return await self.dispatch.next_said()

    async def look_again(self) -> None:
        """See at once to what is due and what waits: after time travel."""
        await self.dispatch.look()
        self.sender.look_again()


@asynccontextmanager
async def running(
    settings: Settings,
    api_url: str,
    token: str,
    clock: Clock,
    pace: Pace | None = None,
    stop: asyncio.Event | None = None,
) -> AsyncIterator[Bot]:
    """Put the bot together and run it as long as the context lasts.

    Args:
        pace: how fast messages may go; Telegram's limits if None.
        stop: set when the bot is to stop, also before it has started.

    Raises:
        StorageError, ContentError: what an operator has to mend.
        Unauthorized: Telegram does not know the token.
        StoppedEarly: it was stopped before Telegram could be reached.
    """
    check_content()
    database = await open_storage(settings, clock)
    request = AiohttpRequest()
    try:
        await request.initialize()
        api = BotApi(request, f"{api_url}/bot{token}")
        bot = assemble(database, api, await _reach(api, stop), clock, pace or Pace(Timer().now))
        await bot.sender.start()
        await _tidy(database)
        bot.supervisor.start("sender", bot.sender.run())
        bot.supervisor.start("intake", bot.intake.run())
        scheduler = make_scheduler(lambda: _tidy(database), bot.dispatch.look)
        scheduler.start()
        # Nobody waits for these.
        menu = asyncio.get_running_loop().create_task(set_menu(api, CATALOG))
        first_look = asyncio.get_running_loop().create_task(bot.dispatch.look())
        await asyncio.sleep(0)
        # What was loaded stays for good: a full collection need not walk it, and nobody waits for that.
        gc.collect()
        gc.freeze()
        log.info("ready")
        letters = asyncio.get_running_loop().create_task(load_letters())
        try:
            yield bot
        finally:
            menu.cancel()
            await letters
            scheduler.shutdown(wait=False)
            await bot.dispatch.stop()
            await first_look
            await bot.intake.stop(STOP_SECONDS / 2)
            await bot.sender.stop(STOP_SECONDS / 2)
            await bot.supervisor.cancel()
    finally:
        await request.shutdown()
        await database.close()


def assemble(database: Database, api: BotApi, username: str, clock: Clock, pace: Pace) -> Bot:
    """Wire the parts; nothing runs yet."""
    holder: list[Service] = []

    async def produce_export(row: Any) -> Upload | None:
        content = await holder[0].make_export(row.person_id)
        return None if content is None else Upload(FILE_NAME, content, "application/zip")

    async def produce_letter(row: Any) -> Upload | None:
        content = await holder[0].make_letter(row.person_id, row.payload["entry"])
        return None if content is None else Upload(LETTER_NAME, content, "text/html")

    def on_sent(row: Any, result: Any, outcome: str) -> None:
        holder[0].take_back(row, outcome)

    producers = {EXPORT: produce_export, LETTER: produce_letter}
    sender = Sender(api, database, clock, pace, producers=producers, on_sent=on_sent)
    crisis = CrisisHelp(sender.send_now)
    service = Service(database, Turns(CATALOG), sender, crisis, username)
    holder.append(service)
    intake = Intake(api, service.handle, service.set_aside, queued=service.help_early)
    return Bot(database, service, sender, intake, Dispatch(database, sender, clock), Supervisor())


class StoppedEarly(Exception):
    """The bot was told to stop before it had started."""


async def _reach(api: BotApi, stop: asyncio.Event | None) -> str:
    """Return who we are, as soon as Telegram answers."""
    asking = asyncio.get_running_loop().create_task(_find_username(api))
    stopped = asyncio.get_running_loop().create_task((stop or asyncio.Event()).wait())
    try:
        await asyncio.wait({asking, stopped}, return_when=asyncio.FIRST_COMPLETED)
        if not asking.done():
            raise StoppedEarly
        return asking.result()
    finally:
        asking.cancel()
        stopped.cancel()


async def _find_username(api: BotApi) -> str:
    """Ask Telegram who we are, until it answers.

    Raises:
        Unauthorized: it does not know the token.
    """
    pause = 1.0
    while True:
        try:
            return str((await api.call("getMe", {}))["username"])
        except Unauthorized:
            raise
        except TelegramError as error:
            log.warning("Telegram cannot be reached yet", error=type(error).__name__)
            await asyncio.sleep(pause)
            pause = min(pause * 2, 30.0)


async def _tidy(database: Database) -> None:
    gone = await database.transact(housekeeping.tidy)
    log.info("tidied", rows=gone)


async def _run(settings: Settings) -> int:
    stop = _listen_for_stop()
    async with running(settings, settings.api_url, settings.bot_token or "", SystemClock(), stop=stop) as bot:
        await bot.supervisor.watch(stop)
    return 0


async def _run_sandbox(settings: Settings) -> int:
    from bot.sandbox.local import start_sandbox  # late: the real bot needs no server

    stop = _listen_for_stop()
    clock = ShiftedClock()
    bots: list[Bot] = []

    async def next_due() -> float | None:
        return await bots[0].next_due() if bots else None

    async def travelled() -> None:
        if bots:
            await bots[0].look_again()

    run = int(clock.now())
    sandbox = await start_sandbox(
        clock, settings.sandbox_port, next_due=next_due, travelled=travelled, run=run
    )
    try:
        async with running(settings, sandbox.api_url, sandbox.token, clock) as bot:
            bots.append(bot)
            print(f"\n  Rebound is here to try: {sandbox.page_url}\n", flush=True)  # noqa: T201
            await bot.supervisor.watch(stop)
    finally:
        await sandbox.stop()
    return 0


def _listen_for_stop() -> asyncio.Event:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    return stop
