"""A wanderer: goes through conversations by itself, with given words wherever words can be written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from random import Random

from bot.telegram.buttons import pack
from tests.faults.driver import Open, Visitor

CONVERSATIONS = ("rejected", "reframe", "control", "wins", "journal", "history", "settings", "idle")
FREE = ("text", "pick", "several", "review")


class Wanderer:
    """Answers each open question, writing wherever it can, and likes best what it has not seen yet.

    Args:
        visitor: somebody who has consented.
        random: what it decides by.
        words: makes the words to be written.
    """

    def __init__(self, visitor: Visitor, random: Random, words: Callable[[], str]) -> None:
        self.visitor = visitor
        self.random = random
        self.words = words
        self.taken: Counter[str] = Counter()
        self.slots: set[str] = set()
        """The texts of the questions at which words were written."""
        self._reviewed: tuple[str, int] = ("", 0)

    async def walk(self, name: str, most: int = 45) -> None:
        """Go through one conversation and those that follow it, `most` steps at the most."""
        await self.visitor.says(self.words() if name == "idle" else f"/{name}")
        for _ in range(most):
            asked = await self.visitor.open()
            if asked is None:
                return
            await self._answer(asked)
        await self.visitor.says("/cancel")
        if (asked := await self.visitor.open()) is not None and asked.prompt.key == "~cancel":
            await self.visitor.taps("~keep")

    async def _answer(self, asked: Open) -> None:
        prompt = asked.prompt
        key = prompt.text.id
        if prompt.kind == "text" or (prompt.kind in FREE and self._likes_to_write(key)):
            self.slots.add(key)
            self.taken[f"{key} words"] += 1
            await self.visitor.says(self.words())
        elif prompt.kind == "scale":
            await self._taps(asked, str(self.random.randrange(prompt.low, prompt.high + 1, prompt.step)))
        else:
            least = min(self.taken[f"{key} {o.slug}"] for o in prompt.options)
            slugs = [o.slug for o in prompt.options if self.taken[f"{key} {o.slug}"] == least]
            slug = self.random.choice(slugs)
            self.taken[f"{key} {slug}"] += 1
            await self._taps(asked, f"+{slug}" if prompt.kind == "several" else slug)
            if prompt.kind == "several" and (after := await self.visitor.open()) and after.turn == asked.turn:
                await self._taps(asked, "~done")

    def _likes_to_write(self, key: str) -> bool:
        return self.taken[f"{key} words"] == 0 or self.random.random() < 0.3

    async def _taps(self, asked: Open, slug: str) -> None:
        await self.visitor.presses(pack(asked.session, asked.turn, slug))
