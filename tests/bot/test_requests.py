"""A request to an employer in the whole bot: the draft as Telegram shows it, its dates, its page, its end."""

from __future__ import annotations

from datetime import UTC, date, datetime
from html import unescape
from typing import Any
from urllib.parse import parse_qs, urlsplit
from zoneinfo import ZoneInfo

from bot.sandbox.chats import Message
from bot.storage import due, persons
from bot.storage.transaction import Transaction
from conversations.asking.working_days import add_working_days
from tests.faults.driver import Visitor

DETAIL = 'the tour, <b>and</b> "Jo\'s" cake & tea'


async def drafts(sam: Visitor, channel: str = "email") -> Message:
    """Go from nothing to a draft; return the message that shows it."""
    await sam.begins("/feedback")
    await sam.says("night nurse")
    await sam.says("St Mary's")
    await sam.taps("yesterday")
    await sam.taps("interview")
    await sam.taps("interviewer")
    await sam.says("Priya")
    await sam.taps(channel)
    await sam.taps("usual")
    await sam.taps("warm")
    await sam.says(DETAIL)
    await sam.says("Sam")
    return sam.chat.chat.visible()[-1]


async def kept(sam: Visitor, kind: str) -> dict[str, Any]:
    """Return the newest entry of a kind."""
    entries = [row for row in (await sam.rows())["entries"] if row["kind"] == kind]
    found: dict[str, Any] = entries[-1]["payload"]
    return found


async def due_days(sam: Visitor, zone: str = "UTC") -> dict[str, datetime]:
    """Return what is due for somebody, and when where they live."""

    def look(tx: Transaction) -> list[due.DueRow]:
        person = persons.find(tx, sam.id)
        assert person is not None
        return due.waiting(tx, person.id)

    rows = await sam.bot.look(look)
    return {row.kind: datetime.fromtimestamp(row.due_at, ZoneInfo(zone)) for row in rows}


def today(sam: Visitor, zone: str = "UTC") -> date:
    return datetime.fromtimestamp(sam.bot.clock.now(), UTC).astimezone(ZoneInfo(zone)).date()


async def test_subject_and_body_stand_apart_to_be_copied_and_hold_what_was_typed(sam: Visitor) -> None:
    message = await drafts(sam)
    copied = [e for e in message.entities if e["type"] == "pre"]
    subject, body = (
        message.text.encode("utf-16-le")[e["offset"] * 2 : (e["offset"] + e["length"]) * 2] for e in copied
    )
    request = await kept(sam, "request")
    assert subject.decode("utf-16-le") == request["subject"]
    assert body.decode("utf-16-le") == request["body"]
    assert DETAIL in request["body"]


async def test_the_page_opens_the_letter_in_the_mail_program(sam: Visitor) -> None:
    await drafts(sam)
    await sam.taps("change")
    await sam.taps("mail")
    sent = next(m for m in reversed(sam.chat.chat.visible()) if "document" in m.payload)
    page = sam.bot.server.world.files[sent.payload["document"]["file_id"]].content.decode()
    link = unescape(page.split('href="')[1].split('"')[0])
    request = await kept(sam, "request")
    assert parse_qs(urlsplit(link).query)["body"] == [request["body"].replace("\n", "\r\n")]
    assert (await sam.open()) is not None


async def test_once_sent_its_days_are_due_in_the_morning_where_the_person_lives(sam: Visitor) -> None:
    await sam.begins("/settings")
    await sam.taps("zone")
    await sam.says("Sydney")
    await sam.says("/cancel")
    await drafts(sam)
    await sam.taps("sent")
    place = "Australia/Sydney"
    days = await due_days(sam, place)
    assert days["follow_up"].date() == add_working_days(today(sam, place), 6)
    assert days["waiting_over"].date() == add_working_days(today(sam, place), 15)
    assert {when.hour for when in days.values()} == {9}


async def test_closed_nothing_is_due_any_more(sam: Visitor) -> None:
    await drafts(sam)
    await sam.taps("later")
    assert set(await due_days(sam)) == {"send_request"}
    await sam.says("/feedback")
    request = next(row for row in (await sam.rows())["entries"] if row["kind"] == "request")
    await sam.taps(str(request["id"]))
    await sam.taps("sent")
    assert set(await due_days(sam)) == {"follow_up", "waiting_over"}
    await sam.says("/feedback")
    await sam.taps(str(request["id"]))
    await sam.taps("close")
    assert await due_days(sam) == {}
    assert (await kept(sam, "request"))["state"] == "closed"


async def test_undo_takes_the_sending_back_with_its_days(sam: Visitor) -> None:
    await drafts(sam)
    await sam.taps("sent")
    await sam.says("/undo")
    assert await due_days(sam) == {}
    assert (await kept(sam, "request"))["state"] == "drafted"


async def test_a_no_after_a_journal_goes_to_the_job_that_is_there(sam: Visitor) -> None:
    await sam.begins("/journal")
    await sam.taps("short")
    await sam.says("baker")
    await sam.says("Two people, one oven")
    await sam.says("/cancel")
    await sam.taps("~keep")
    await sam.says("/rejected")
    for _ in range(3):
        await sam.taps("~skip")
    await sam.taps("write")
    await sam.says("It stays with me")
    await sam.taps("details")
    await sam.taps("mail")
    await sam.taps("interview")
    job = next(row for row in (await sam.rows())["entries"] if row["kind"] == "application")
    await sam.taps(str(job["id"]))
    await sam.taps("unsure")
    await sam.taps("enough")
    entries = (await sam.rows())["entries"]
    assert [row["id"] for row in entries if row["kind"] == "application"] == [job["id"]]
    assert [row["parent_id"] for row in entries if row["kind"] == "status"] == [job["id"]]


async def test_nothing_of_it_is_left_after_delete(sam: Visitor) -> None:
    await drafts(sam)
    await sam.taps("sent")
    await sam.says("/delete")
    await sam.taps("yes")
    assert await sam.rows() == {}
