"""Hostile words in every free text of every conversation: shown literally, exported byte for byte."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator
from random import Random
from typing import Any

import pytest

from bot.sandbox import server as local
from tests.faults.driver import Visitor, count_rows
from tests.faults.wander import CONVERSATIONS, Wanderer
from tests.rebound import Rebound

HOSTILE = {
    "markup": "Q1<b>x</b></a><i><u>&lt; { $x } {0.__class__} %s {{7*7}} ${x} \\n <tg-spoiler>",
    "sql": 'Q2\' OR 1=1 UNION SELECT -- "); DROP TABLE persons; <a href="tg://user?id=5001">y</a> `x` tg://user?id=1',
    "unicode": "Q3\u202eabc\u2066d\u200be\u200df\x07g\x1b[31mh\x00i\u2029j\U0001f468\u200d\U0001f4bb",
    "surrogates": "Q4 \ud800 left \udfff right \udc00\ud800",
}
ENOUGH = 18
"""Characters that must be shown as they are; after them a text may be cut short."""


def shown(words: str) -> str:
    """Return words as Telegram can show them: no NUL, no lone surrogates, no overrides, on one line."""
    for gone in "\x00\u202e\u2066":
        words = words.replace(gone, "")
    return " ".join("".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in words).split())


@pytest.fixture(autouse=True)
def _ascii_updates(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the local server write JSON in ASCII, as Telegram does: the only way a lone surrogate can come."""
    monkeypatch.setattr(local, "_dumps", lambda value: json.dumps(value, separators=(",", ":")))


@pytest.mark.fault("injection")
@pytest.mark.parametrize("name", HOSTILE)
async def test_hostile_words_are_shown_literally_and_exported_as_they_are(bot: Rebound, name: str) -> None:
    words = HOSTILE[name]
    visitor = Visitor(bot)
    await visitor.consents()
    before = await bot.look(count_rows)
    wanderer = Wanderer(visitor, Random(3), lambda: words)
    for conversation in CONVERSATIONS:
        await wanderer.walk(conversation, 25)
    await wanderer.walk("rejected", 25)
    assert len(wanderer.slots) > 12, wanderer.slots
    mark, expected, seen = words[:2], shown(words), 0
    for text in _texts(visitor):
        for place in _places(text, mark):
            assert " ".join(text[place:].split()).startswith(expected[:ENOUGH]), text
            seen += 1
    assert seen > 10
    assert not [m for m in visitor.chat.chat.visible() if m.from_bot and "text_link" in str(m.entities)]
    assert (await bot.look(count_rows))["persons"] == before["persons"]
    assert (await bot.look(count_rows))["dead_letters"] == 0
    kept = [value for value in _strings(await _export(visitor)) if mark in value]
    assert all(value in words or words in value for value in kept), kept
    assert kept.count(words) > 5


def _texts(visitor: Visitor) -> Iterator[str]:
    for message in visitor.chat.chat.visible():
        if message.from_bot:
            yield message.text
            yield from message.labels
            yield from (str(version.get("text", "")) for version in message.versions)


def _places(text: str, mark: str) -> Iterator[int]:
    place = text.find(mark)
    while place >= 0:
        yield place
        place = text.find(mark, place + 1)


async def _export(visitor: Visitor) -> Any:
    await visitor.says("/export")
    asked = await visitor.open()
    assert asked
    await visitor.presses(f"{asked.session}.{asked.turn}.yes")
    document = next(m for m in reversed(visitor.chat.chat.visible()) if "document" in m.payload)
    content = visitor.bot.server.world.files[document.payload["document"]["file_id"]].content
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.read("diary.md").decode("utf-8")
        return json.loads(archive.read("rebound.json"))


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from _strings(item)
    elif isinstance(value, list):
        for item in value:
            yield from _strings(item)
