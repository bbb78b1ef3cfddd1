"""The export: one zip with everything we hold about a person, as data and as a diary."""

from __future__ import annotations

import io
import json
import zipfile
from typing import Any

from bot.storage import entries, persons
from bot.storage.registry import REGISTRY
from bot.storage.transaction import Transaction
from tests.faults.driver import Visitor
from tests.rebound import Rebound


async def export(sam: Visitor) -> tuple[dict[str, Any], str]:
    """Ask for the export; return the data and the diary."""
    await sam.says("/export")
    await sam.taps("yes")
    document = next(m.payload["document"] for m in sam.chat.sees if "document" in m.payload)
    assert document["file_name"] == "rebound-export.zip"
    upload = sam.bot.server.world.files[document["file_id"]]
    with zipfile.ZipFile(io.BytesIO(upload.content)) as archive:
        assert sorted(archive.namelist()) == ["diary.md", "rebound.json"]
        return json.loads(archive.read("rebound.json")), archive.read("diary.md").decode()


async def test_it_is_complete_and_names_its_schema(sam: Visitor) -> None:
    await sam.begins("/rejected")
    await sam.taps("7")
    await sam.taps("sad")
    await sam.says("I will never find <b>a job</b> \U0001f642 \u202e “x”")
    rows = await sam.rows()
    data, diary = await export(sam)
    assert (data["format"], data["schema"]) == ("rebound-export", 1)
    assert data["made"].endswith("+00:00")
    assert all(len(data[name]) >= len(found) for name, found in rows.items())
    assert set(data) - {"format", "schema", "made"} <= {personal.table.name for personal in REGISTRY}
    assert [entry["payload"] for entry in data["entries"]] == [entry["payload"] for entry in rows["entries"]]
    assert "I will never find <b>a job</b> \U0001f642 \u202e “x”" in diary


async def test_every_registered_table_with_rows_of_the_person_is_in_it(sam: Visitor) -> None:
    await sam.begins("/wins")
    await sam.says("I asked a good question")
    rows = await sam.rows()
    data, _ = await export(sam)
    assert set(rows) <= set(data)
    assert {"persons", "sessions", "entries", "messages", "outbox", "variants"} <= set(data)


async def test_it_holds_nothing_of_anybody_else(bot: Rebound, sam: Visitor) -> None:
    kim = Visitor(bot, "Kim")
    await kim.begins("/wins")
    await kim.says("canary5150")
    await sam.begins("/wins")
    data, diary = await export(sam)
    assert "canary5150" not in json.dumps(data) + diary
    assert str(kim.id) not in json.dumps(data)


async def test_the_days_of_the_diary_are_those_of_the_persons_zone(sam: Visitor) -> None:
    await sam.begins("/wins")
    await sam.says("I asked a good question")
    midnight = 1_795_651_200.0 - 1800  # 2026-11-25 23:30 UTC, the 26th in Auckland

    def move(tx: Transaction) -> None:
        person = persons.find(tx, sam.id)
        assert person is not None
        persons.change(tx, person.id, zone="Pacific/Auckland")
        entries.insert(tx, person.id, "win", {"win": "late in the evening"}, at=midnight)

    await sam.bot.bot.database.transact(move)
    _, diary = await export(sam)
    assert "## 2026-11-26 · A win" in diary
    await sam.bot.bot.database.transact(lambda tx: persons.change(tx, 1, zone="Nowhere/Else"))
    _, diary = await export(sam)
    assert "## 2026-11-25 · A win" in diary, "a zone nobody knows is UTC"


async def test_a_diary_of_many_pages_is_whole_and_newest_first(sam: Visitor) -> None:
    await sam.consents()

    def write(tx: Transaction) -> None:
        for number in range(450):
            entries.insert(tx, 1, "win", {"win": f"win {number:03}"}, at=tx.now + number // 3)

    await sam.bot.bot.database.transact(write)
    _, diary = await export(sam)
    found = [line.rpartition("win ")[2] for line in diary.splitlines() if "win " in line and "**" in line]
    assert found == [f"{number:03}" for number in reversed(range(450))]


async def test_chosen_answers_read_as_words_and_put_off_details_do_not_show(sam: Visitor) -> None:
    await sam.begins("/rejected")
    await sam.taps("7")
    await sam.taps("sad")
    await sam.taps("~skip")
    await sam.taps("write")
    await sam.says("Enough for today")
    await sam.taps("details")
    await sam.taps("tomorrow")
    _, diary = await export(sam)
    assert "sad" in diary
    assert "tomorrow" not in diary
    await sam.taps("enough")
    await sam.says("/rejected")
    await sam.taps("drop")
    _, diary = await export(sam)
    assert "None" not in diary


async def test_a_file_that_telegram_refuses_is_not_met_with_silence(bot: Rebound, sam: Visitor) -> None:
    bot.server.faults.add("400", method="sendDocument")
    await sam.begins("/export")
    await sam.taps("yes")
    assert "did not get through" in sam.chat.reads


async def test_a_question_of_an_interview_names_its_job_and_not_the_whole_interview(sam: Visitor) -> None:
    await sam.begins("/journal")
    await sam.taps("full")
    await sam.says("Night porter")
    for _ in range(3):
        await sam.taps("~skip")
    await sam.says("A hot room")
    for _ in range(5):
        await sam.taps("~skip")
    await sam.taps("yes")
    await sam.says("Why us?")
    _, diary = await export(sam)
    asked = next(part for part in diary.split("\n## ") if "Why us?" in part)
    assert "A question they asked" in asked
    assert "Night porter" in asked
    assert diary.count("A hot room") == 1
