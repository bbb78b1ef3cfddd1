"""Wordings: which one a person got is logged, and the next time it is another."""

from __future__ import annotations

from itertools import pairwise

from tests.faults.driver import Visitor
from tests.rebound import Rebound


async def wordings(sam: Visitor, text: str) -> list[int]:
    return [row["variant"] for row in (await sam.rows()).get("variants", []) if row["text_id"] == text]


async def test_nobody_reads_the_same_wording_twice_in_a_row(sam: Visitor) -> None:
    await sam.begins("/wins")
    read = []
    for _ in range(4):
        read.append(next(message.text for message in sam.chat.sees if message.keyboard))
        await sam.says("I asked a good question")
        await sam.taps("another")
    assert len(set(read)) == 3
    assert all(one != other for one, other in pairwise(read))
    assert await wordings(sam, "wins-win") == [0, 1, 2, 0, 1]


async def test_each_person_has_a_turn_of_their_own(bot: Rebound, sam: Visitor) -> None:
    kim = Visitor(bot, "Kim")
    await sam.begins("/wins")
    await kim.begins("/wins")
    assert await wordings(sam, "wins-win") == await wordings(kim, "wins-win") == [0]


async def test_a_refused_tap_uses_no_wording_up(sam: Visitor) -> None:
    await sam.begins("/wins")
    await sam.presses("zzzzzzzzzz.1.x")
    assert await wordings(sam, "wins-win") == [0]
