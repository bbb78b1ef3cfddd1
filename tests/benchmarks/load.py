"""The load: chats that each wait for their answer before they write again, or write at a fixed rate."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import cycle

import psutil

from bot.sandbox.chats import Message
from bot.sandbox.people import Person
from bot.sandbox.server import BotApiServer, Request


@dataclass(slots=True)
class Figures:
    """What was measured.

    Args:
        rate: updates answered per second.
        latencies: seconds from an update to the bot's message having acted, API delay included.
        cpu: milliseconds of the bot's CPU per update.
        memory: peak resident set in MB.
    """

    rate: float = 0.0
    latencies: list[float] = field(default_factory=list)
    cpu: float = 0.0
    memory: float = 0.0

    def percentile(self, share: float) -> float:
        """Return the latency in milliseconds below which `share` of the answers lie."""
        ranked = sorted(self.latencies)
        return ranked[min(len(ranked) - 1, int(len(ranked) * share))] * 1000 if ranked else float("nan")


class Load:
    """Drives chats against the bot behind `server` and measures it.

    Args:
        process: the bot's process.
        script: what each chat says, over and over.
    """

    def __init__(self, server: BotApiServer, process: psutil.Process, script: Sequence[str]) -> None:
        self.server = server
        self.process = process
        self.script = script
        self.people: dict[int, Person] = {}
        self._asked: dict[int, float] = {}
        self._waiting: dict[int, asyncio.Event] = {}
        self._lines: dict[int, Iterator[str]] = {}
        self._closed = False
        self.figures = Figures()
        server.on_answer(self._answered, "sendMessage")

    def add(self, person: Person) -> None:
        """Let a person take part."""
        self.people[person.chat_id] = person
        self._lines[person.chat_id] = cycle(self.script)

    def say(self, chat: int, text: str | None = None) -> None:
        """Let a chat write its next line, or `text`."""
        self._asked.setdefault(chat, time.perf_counter())
        self.people[chat].says(next(self._lines[chat]) if text is None else text)

    async def settle(self, chat: int, text: str, seconds: float = 60.0) -> None:
        """Write once and wait for the answer; not measured."""
        await self._wait(chat, lambda: self.say(chat, text), seconds)

    async def tap(self, chat: int, message: Message, data: str, seconds: float = 60.0) -> None:
        """Tap once and wait for the answer; not measured."""
        self._asked[chat] = time.perf_counter()
        await self._wait(chat, lambda: self.people[chat].taps(message, data), seconds)

    async def _wait(self, chat: int, act: Callable[[], object], seconds: float) -> None:
        answered = self._waiting[chat] = asyncio.Event()
        act()
        await asyncio.wait_for(answered.wait(), seconds)

    async def run_closed(self, seconds: float) -> Figures:
        """Let every chat write again as soon as it was answered."""
        self._closed = True
        for chat in self.people:
            self.say(chat)
        return await self._measure(seconds)

    async def run_open(self, seconds: float, rate: float) -> Figures:
        """Let the chats write in turn, `rate` messages a second in all."""
        chats = cycle(self.people)
        self._closed = False

        async def feed() -> None:
            start = time.perf_counter()
            for number in range(int(seconds * rate)):
                await asyncio.sleep(max(0.0, start + number / rate - time.perf_counter()))
                self.say(next(chats))

        feeding = asyncio.create_task(feed())
        figures = await self._measure(seconds + 1.0)
        await feeding
        return figures

    async def _measure(self, seconds: float) -> Figures:
        self.figures = Figures()
        before, start = _cpu(self.process), time.perf_counter()
        while time.perf_counter() - start < seconds:
            await asyncio.sleep(0.1)
            self.figures.memory = max(self.figures.memory, self.process.memory_info().rss / 1e6)
        spent, elapsed = _cpu(self.process) - before, time.perf_counter() - start
        self._closed = False
        answered = len(self.figures.latencies)
        self.figures.rate = answered / elapsed
        self.figures.cpu = spent * 1000 / max(1, answered)
        return self.figures

    def _answered(self, request: Request) -> None:
        chat = request.chat_id
        asked = self._asked.pop(chat, None) if chat is not None else None
        if chat is None or asked is None:
            return
        if chat in self._waiting:
            self._waiting.pop(chat).set()
            return
        self.figures.latencies.append(time.perf_counter() - asked)
        if self._closed:
            self.say(chat)


def _cpu(process: psutil.Process) -> float:
    times = process.cpu_times()
    return float(times.user + times.system)
