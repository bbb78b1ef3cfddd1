"""kill -9 under twenty people talking: nothing lost, nothing doubled, nobody stuck."""

from __future__ import annotations

import asyncio
import os
import signal
import time
from collections import Counter
from itertools import cycle, islice
from pathlib import Path
from random import Random

import pytest

from bot.clock import SystemClock
from bot.sandbox.server import BotApiServer, Request
from tests.faults.crowd import Crowd, Talker, Turn
from tests.faults.driver import refused
from tests.faults.killable_bot import VARIABLE
from tests.faults.ledgers import Copy
from tests.faults.processes import KILLABLE, TOKEN, Process

KILLS = int(os.environ.get("REBOUND_KILLS", "10"))
SEED = int(os.environ.get("REBOUND_SEED", "20261122"))
PEOPLE = 20
OUTSIDE = "outside"
"""The test itself kills, between what Telegram did and its answer."""
POINTS = (
    "before-turn", "in-transaction", "before-commit", "after-commit", "before-sending", "after-200", OUTSIDE,
    "in-mark", "in-set-aside",
)  # fmt: skip

LATEST = {"in-set-aside": 2, "in-mark": 15}
"""The latest pass at which each point kills; 120 for the rest."""


class Killing:
    """A crowd, a bot that is killed again and again, and the account of what came of it."""

    def __init__(self, server: BotApiServer, folder: Path, random: Random) -> None:
        self.server = server
        self.random = random
        self.crowd = Crowd(server, PEOPLE, random)
        self.data = folder / "data"
        self.data.mkdir()
        self.copies = folder / "copy"
        self.unmarked: set[Turn] = set()
        """Questions that had been sent at the last kill, and that the outbox did not know to be sent."""
        self.before: Counter[Turn] = Counter()
        self.twice = 0
        self._outside: tuple[int, Process] | None = None
        server.on_answer(self._kill_outside, "sendMessage")

    async def kill(self, number: int, point: str) -> None:
        """Run the bot until the fault point is reached, and look at what is left."""
        nth = self.random.randint(1, LATEST.get(point, 120))
        named = {} if point == OUTSIDE else {VARIABLE: f"{point}:{nth}"}
        bot = Process(self.server, self.data, KILLABLE, **named)
        self._outside = (nth, bot) if point == OUTSIDE else None
        began, before = time.monotonic(), sum(t.inputs for t in self.crowd.talkers.values())
        self.crowd.bot_starts()
        await bot.launch()
        try:
            code = await bot.ended(30)
        except TimeoutError:
            stuck = f"{point}:{nth} was not reached\n{self.crowd.waiting}\n{bot.output}"
            raise AssertionError(stuck) from None
        finally:
            await bot.close()
        assert code == -signal.SIGKILL, f"{point}:{nth}: {code}\n{bot.output}"
        self.check_questions()
        unmarked = self._look()
        inputs = sum(t.inputs for t in self.crowd.talkers.values()) - before
        print(f"kill {number:3}: {point}:{nth}, {inputs} inputs, {len(unmarked)} unmarked,"
              f" {time.monotonic() - began:.1f} s")  # fmt: skip

    def _look(self) -> set[Turn]:
        copy = Copy(self.data, self.copies)
        assert copy.is_sound()
        self.unmarked = {turn for turn in copy.open_questions() if self.crowd.questions[turn]}
        return self.unmarked

    def check_questions(self, last: bool = False) -> None:
        """A question came twice only where the last kill fell between Telegram's 200 and our mark.

        Args:
            last: whether the bot had time to send everything.
        """
        asked = self.crowd.questions
        again = {turn: asked[turn] - count for turn, count in self.before.items() if asked[turn] > count}
        assert again.keys() <= self.unmarked
        assert set(again.values()) <= {1}
        assert not last or again.keys() == self.unmarked
        assert all(count == 1 for turn, count in asked.items() if turn not in self.before)
        self.twice += len(again)
        self.before = asked.copy()

    def _kill_outside(self, request: Request) -> None:
        if self._outside is None or request.status != 200:
            return
        left, bot = self._outside
        self._outside = (left - 1, bot)
        if left == 1:
            os.kill(bot.pid, signal.SIGKILL)


@pytest.mark.fault("kill-9-under-twenty-people")
async def test_kill_9_under_twenty_people_talking(tmp_path: Path) -> None:
    async with BotApiServer(SystemClock(), token=TOKEN) as server:
        killing = Killing(server, tmp_path, Random(SEED))
        print(f"seed {SEED}, {KILLS} kills")
        killing.crowd.begin()
        points = list(islice(cycle(POINTS), KILLS))
        killing.random.shuffle(points)
        for number, point in enumerate(points, 1):
            await killing.kill(number, point)
        await _finish(killing)
        copy = Copy(killing.data, killing.copies)
        assert copy.is_sound()
        killing.check_questions(last=True)
        print(f"{killing.before.total()} questions, {killing.twice} of them came again")
        _check_answers(killing.crowd, copy)
        _check_poison(killing.crowd, copy)
        # An edit or the answer to a tap may go out twice as well: Telegram says so, and nothing changes.
        # And it ends the poll of the killed process with a 409.
        again = ("message is not modified", "query is too old", "getUpdates: 409")
        assert not [line for line in refused(server) if not any(words in line for words in again)]


async def _finish(killing: Killing) -> None:
    """Start the bot once more, whole: everybody gets the answer they wait for, and one more."""
    bot = Process(killing.server, killing.data, KILLABLE)
    killing.crowd.bot_starts()
    await bot.launch()
    try:
        for talker in killing.crowd.talkers.values():
            talker.inputs = 0
        await _until(lambda: all(t.inputs > 1 for t in killing.crowd.talkers.values()), killing, bot)
        killing.crowd.rest()
        await _until(lambda: not killing.crowd.waiting and not killing.server.updates.waiting, killing, bot)
        await asyncio.sleep(0.3)
        bot.stop()
        assert await bot.ended(10) == 0, bot.output
    finally:
        await bot.close()


async def _until(condition: object, killing: Killing, bot: Process) -> None:
    deadline = time.monotonic() + 20
    while not condition():  # type: ignore[operator]
        assert time.monotonic() < deadline, f"stuck: {killing.crowd.waiting}\n{bot.output}"
        await asyncio.sleep(0.02)


def _check_answers(crowd: Crowd, copy: Copy) -> None:
    """All that was said is there, in one entry of a kind (or waits in an open session), and nowhere else."""
    kept, waiting = copy.entries(), copy.sessions()
    said = 0
    for chat, talker in crowd.talkers.items():
        for words in talker.words:
            kinds = [kind for owner, kind, fields in kept if words in fields and owner == chat]
            said += 1
            assert kinds or any(owner == chat and words in state for owner, state in waiting), (
                f"{words} is lost\n{transcript(talker)}"
            )
            # Other kinds may quote what was said before.
            assert all(kinds.count(kind) <= 1 for kind in ("win", "note", "step")), (chat, words, kinds)
        others = [fields for owner, _, fields in kept if owner != chat and f"words {chat} " in fields]
        assert not others
    wins = [fields for _, kind, fields in kept if kind == "win"]
    assert len(wins) == len(set(wins))
    assert said > PEOPLE
    print(f"{said} answers in words, {len(wins)} wins")


def transcript(talker: Talker) -> str:
    """Return what stands in somebody's chat."""
    messages = talker.person.chat.visible()
    return "\n".join(f"{'Bot' if m.from_bot else 'Me'}: {m.text} {m.labels}" for m in messages)


def _check_poison(crowd: Crowd, copy: Copy) -> None:
    """Each poison update was set aside once and its person told."""
    numbers = [number for (number,) in copy.rows("SELECT update_id FROM dead_letters")]
    assert len(numbers) == len(set(numbers)) == sum(talker.poisoned for talker in crowd.talkers.values()) > 0
    for talker in crowd.talkers.values():
        assert talker.apologies >= talker.poisoned
