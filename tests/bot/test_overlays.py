"""Overlays in the middle of a talk, and what they leave: help, export, delete, under 18."""

from __future__ import annotations

import io
import json
import zipfile

from sqlalchemy import select

from bot.export import make_export
from bot.storage import entries, persons, tables
from bot.storage.transaction import Transaction
from tests.faults.driver import Visitor
from tests.rebound import Rebound


async def test_the_commands_in_the_help_stand_line_by_line(sam: Visitor) -> None:
    await sam.begins("/help")
    told = next(m.text for m in sam.chat.sees if "/history" in m.text)
    assert "entries\n/settings - " in told


async def test_a_persons_brackets_stay_in_a_label_made_of_their_words(sam: Visitor) -> None:
    await sam.begins("/wins")
    await sam.says("kept <b>calm</b> & quiet")
    await sam.says("/history")
    await sam.taps("win")
    assert any(label.startswith("kept <b>calm</b> & quiet · ") for label in sam.chat.buttons())


async def test_the_diary_speaks_in_words_and_leaves_out_what_is_empty(bot: Rebound, sam: Visitor) -> None:
    await sam.begins("/wins")

    def write(tx: Transaction) -> int:
        person = persons.look_up(tx, sam.id)
        assert person is not None
        job = entries.insert(tx, person.id, "application", {"company": "Acme"})
        empty = entries.insert(tx, person.id, "application", {})
        fields = {"status": "rejected", "stage": "final", "news": "in-person", "feeling": "gutted"}
        entries.insert(tx, person.id, "status", fields, parent_id=job)
        entries.insert(tx, person.id, "status", {"status": "rejected", "taken": "yes"}, parent_id=empty)
        thought = {"thought": "two\nlines", "traps": ["mind-reading", "own word"], "lens": "two-way"}
        entries.insert(tx, person.id, "thought_record", thought)
        return person.id

    person = await bot.bot.database.transact(write)
    made = await bot.look(lambda tx: make_export(tx, person))
    assert made is not None
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        diary = archive.read("diary.md").decode()
        data = json.loads(archive.read("rebound.json"))
    assert len(data["entries"]) == 5
    assert diary.count("· A job I applied for\n") == 1
    assert diary.count("- **Company**: Acme\n") == 2, "with the job and with the news about it"
    assert "turned down" in diary
    for slug in ("rejected", "in-person", "mind-reading", "final\n"):
        assert slug not in diary, diary
    assert "; own word\n" in diary
    assert "- **The thought**: two\n  lines\n" in diary


async def test_delete_takes_the_crisis_card_back_too(sam: Visitor) -> None:
    await sam.begins("/wins")
    await sam.says("I want to kill myself")
    assert any("findahelpline" in m.text for m in sam.chat.chat.visible())
    await sam.says("/delete")
    await sam.taps("yes")
    assert not any("findahelpline" in m.text for m in sam.chat.chat.visible())
    assert "is erased" in sam.chat.chat.visible()[-1].text


async def test_under_18_can_look_for_lines_by_country_and_nobody_is_kept(bot: Rebound, sam: Visitor) -> None:
    await sam.says("/start")
    await sam.taps("minor")
    await sam.taps("youth-gb")
    assert any("Childline" in m.text for m in sam.chat.sees)
    assert await bot.look(lambda tx: tx.connection.execute(select(tables.persons)).all()) == []


async def test_words_before_the_18_tap_are_said_not_to_be_kept(sam: Visitor) -> None:
    await sam.says("I got rejected")
    assert sam.chat.sees[-1].text.startswith("Before we talk")


async def test_after_the_card_what_was_put_aside_is_offered_again(sam: Visitor) -> None:
    await sam.begins("/wins")
    await sam.says("I managed it")
    await sam.says("I want to die")
    await sam.taps("stop")
    await sam.says("I want to die")
    await sam.taps("go")
    assert any(label.startswith("Go on:") for label in sam.chat.buttons())
