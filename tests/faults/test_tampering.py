"""Presses that were never offered, are old, foreign, double or forged: a kind answer, and nothing changes."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from functools import partial
from random import Random
from typing import Any

import pytest

from bot.storage import entries
from conversations.all import CATALOG
from conversations.dialogue import Dialogue
from conversations.facts import Facts
from tests.faults.driver import Visitor, at_rest, data_of
from tests.rebound import Rebound

RANDOM_BYTES = Random(64).randbytes(64).decode("latin-1")
FORGED = {
    "empty": "",
    "never-issued": "zzzzzzzzzz.1.another",
    "random-bytes": RANDOM_BYTES,
    "over-long": "a" * 5000,
    "sql": "x'; DROP TABLE persons; --",
    "path": "../../etc/passwd",
    "newline": "home.0.rejected\n",
    "other-digits": "home.٣.rejected",
    "long-number": f"home.{'9' * 30}.rejected",
    "overlay-by-card": "home.0.delete",
    "unknown-card": "aside.0.go-zzzzzzzzzz",
}


async def _unchanged(visitor: Visitor, press: Any) -> None:
    before = await visitor.answers()
    await press()
    assert visitor.chat.notices
    assert all(p.answered for p in visitor.bot.server.world.presses.values())
    assert await visitor.answers() == before


@pytest.mark.fault("forged-callback-data")
async def test_data_that_was_never_issued_changes_nothing(visitor: Visitor) -> None:
    await visitor.begins("/wins")
    for forged in FORGED.values():
        await _unchanged(visitor, partial(visitor.presses, forged))


@pytest.mark.fault("option-not-offered")
async def test_an_option_that_is_not_offered_here_changes_nothing(visitor: Visitor) -> None:
    await visitor.begins("/wins")
    asked = await visitor.open()
    assert asked
    for slug in ("another", "nonsense", "+did", "-did", "99", "~edit-0000", "~nonsense"):
        await _unchanged(visitor, partial(visitor.presses, f"{asked.session}.{asked.turn}.{slug}"))
        assert await visitor.open() == asked


@pytest.mark.fault("another-persons-button")
async def test_another_persons_button_means_nothing(bot: Rebound) -> None:
    anna, ben = Visitor(bot, "Anna"), Visitor(bot, "Ben")
    await anna.begins("/rejected")
    await ben.begins("/rejected")
    asked, _ = await anna.open(), await anna.answers()
    assert asked
    theirs = await anna.answers()
    await _unchanged(ben, lambda: ben.presses(f"{asked.session}.{asked.turn}.7"))
    assert (await anna.open(), await anna.answers()) == (asked, theirs)


@pytest.mark.fault("last-weeks-button")
async def test_last_weeks_button_means_nothing_once_it_is_answered(visitor: Visitor) -> None:
    await visitor.begins("/rejected")
    message, data = visitor.find("7")
    await visitor.taps("7")
    visitor.bot.clock.travel(7 * 86400)
    await _unchanged(visitor, lambda: visitor.presses(data, message))


@pytest.mark.fault("button-of-an-ended-session")
async def test_a_button_of_a_session_that_ended_means_nothing(visitor: Visitor) -> None:
    await visitor.begins("/wins")
    await visitor.says("I asked a good question")
    message, data = visitor.find("enough")
    await visitor.taps("enough")
    assert await visitor.open() is None
    await _unchanged(visitor, lambda: visitor.presses(data, message))


@pytest.mark.fault("ten-taps-at-once")
async def test_ten_taps_in_50_ms_are_one_answer(visitor: Visitor) -> None:
    await visitor.begins("/rejected")
    message, data = visitor.find("7")
    for _ in range(10):
        await visitor.chat.taps_data(data, message)
        await asyncio.sleep(0.005)
    await visitor.chat.sees_next()
    presses = list(visitor.bot.server.world.presses.values())
    assert all(press.answered for press in presses)
    assert sum(bool(press.text) for press in presses) == 9
    found = await visitor.bot.look(lambda tx: entries.list_entries(tx, 1, "status"))
    assert [entry.payload["heaviness"] for entry in found if isinstance(entry.payload, dict)] == [7]
    questions = [m for m in visitor.chat.chat.visible() if any(".~skip" in d for d in data_of(m))]
    assert len(questions) == 1


@pytest.mark.fault("ten-taps-at-once")
async def test_ten_taps_do_not_answer_the_next_question_that_looks_alike(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    def twice(ask: Dialogue, facts: Facts) -> None:
        ask.scale("win")
        ask.scale("kept")

    turns = visitor.bot.bot.service.turns
    monkeypatch.setattr(turns, "catalog", {**CATALOG, "wins": replace(CATALOG["wins"], function=twice)})
    await visitor.begins("/wins")
    message, data = visitor.find("7")
    for _ in range(10):
        await visitor.chat.taps_data(data, message)
        await asyncio.sleep(0.005)
    await at_rest(visitor.bot)
    asked = await visitor.open()
    assert asked
    assert asked.prompt.key == "kept"
    await _unchanged(visitor, partial(visitor.presses, data, message))


@pytest.mark.fault("callback-without-message")
@pytest.mark.parametrize("way", ["nowhere", "gone"])
async def test_a_press_without_a_message_counts_like_any(visitor: Visitor, way: str) -> None:
    await visitor.begins("/rejected")
    _, data = visitor.find("7")
    person = visitor.chat.person
    await visitor.chat.does(lambda: (person.taps_nowhere if way == "nowhere" else person.taps_gone)(data))
    await visitor.chat.sees_next()
    assert all(press.answered for press in visitor.bot.server.world.presses.values())
    found = await visitor.bot.look(lambda tx: entries.list_entries(tx, 1, "status"))
    assert [entry.payload["heaviness"] for entry in found if isinstance(entry.payload, dict)] == [7]


@pytest.mark.fault("start-with-payload")
async def test_start_with_a_payload_is_start(visitor: Visitor) -> None:
    await visitor.says("/start")
    first = visitor.chat.reads
    for payload in ("ref_1", "x' OR 1=1", "../../x", "a" * 400, "adult-else"):
        await visitor.says(f"/start {payload}")
        assert visitor.chat.reads == first
    rows = await visitor.rows()
    assert rows["persons"][0]["consented_at"] is None
