"""What is due is delivered: at a decent hour, once, as one message, and not when it should not."""

from __future__ import annotations

from datetime import datetime

import pytest

from bot.storage import due, entries, persons
from bot.storage.transaction import Transaction
from tests.bot.test_reminders import rates
from tests.bot.unasked import DAY, HOUR, LISBON, comes, settles, states, until_hour, write
from tests.faults.driver import Visitor, data_of


async def test_a_second_look_comes_after_a_day_at_a_decent_hour_and_once(sam: Visitor) -> None:
    await settles(sam, hour=21)
    await rates_again(sam)
    assert await comes(sam, DAY) == []
    assert len(await comes(sam, 12 * HOUR)) == 1
    hour = datetime.fromtimestamp(sam.bot.clock.now(), LISBON).hour
    assert 9 <= hour < 20
    assert await comes(sam, HOUR) == []
    assert (await states(sam))["re_rate_24h"] == "done"


async def rates_again(sam: Visitor) -> None:
    """Look at a thought and end it."""
    await sam.says("/cancel")
    await rates(sam)
    await sam.taps("enough")


async def test_its_button_leads_to_the_ratings_and_what_is_said_is_kept(sam: Visitor) -> None:
    await settles(sam)
    record = await write(sam, "re_rate_24h")
    (message,) = await comes(sam)
    assert message.labels == ["Take a second look", "Pause these"]
    await sam.taps(f"rerate-{record}")
    assert "I am a fraud" in sam.chat.reads
    await sam.taps("30")
    assert "ashamed" in sam.chat.reads
    await sam.taps("~skip")
    assert "One no is one no" in sam.chat.reads
    await sam.taps("not-today")
    rows = (await sam.rows())["entries"]
    kept = [row for row in rows if row["kind"] == "rerating"]
    assert [(row["parent_id"], row["payload"]) for row in kept] == [
        (record, {"held": "not-today", "belief_after": 30})
    ]
    await sam.taps("look")
    asked = await sam.open()
    assert asked is not None
    assert asked.conversation == "reframe"


@pytest.mark.parametrize(
    ("kind", "word", "conversation"),
    [
        ("send_request", "request", "feedback"),
        ("follow_up", "request", "feedback"),
        ("waiting_over", "waiting", "waiting"),
        ("plan", "plan", "plan"),
    ],
)
async def test_each_button_goes_directly_into_its_entry(
    sam: Visitor, kind: str, word: str, conversation: str
) -> None:
    await settles(sam)
    entry = await write(sam, kind)
    assert len(await comes(sam)) == 1
    await sam.taps(f"{word}-{entry}")
    asked = await sam.open()
    assert asked is not None
    assert asked.conversation == conversation
    assert asked.prompt.key.rpartition("/")[2] in ("drafted", "due", "over", "what")


async def test_a_button_of_something_that_is_gone_is_answered_kindly(sam: Visitor) -> None:
    await settles(sam)
    entry = await write(sam, "plan")
    (message,) = await comes(sam)
    await sam.bot.bot.database.transact(lambda tx: entries.remove(tx, person_of(tx, sam), entry))
    await sam.presses(f"due.0.plan-{entry}", message)
    assert await sam.open() is None
    assert "nothing" in sam.chat.reads.casefold()
    await sam.presses("due.0.plan-99999999999999999999", message)
    await sam.presses("due.0.rejected", message)
    assert sam.chat.notices


def person_of(tx: Transaction, sam: Visitor) -> int:
    """Return the person's id."""
    person = persons.find(tx, sam.id)
    assert person is not None
    return person.id


async def test_several_things_are_one_message(sam: Visitor) -> None:
    await settles(sam)
    for kind in ("re_rate_24h", "plan", "plan", "follow_up"):
        await write(sam, kind)
    (message,) = await comes(sam)
    assert message.labels == [
        "Take a second look", "Plan 1", "Plan 2", "See where it stands", "Pause these",
    ]  # fmt: skip


async def test_at_most_two_a_day_and_the_third_on_the_next_morning(sam: Visitor) -> None:
    await settles(sam, hour=10)
    counts = []
    for _ in range(4):
        await write(sam, "plan")
        counts.append(len(await comes(sam, HOUR)))
    assert counts == [1, 1, 0, 0]
    assert len(await comes(sam, 20 * HOUR)) == 1


async def test_nothing_comes_into_an_open_conversation_until_it_has_rested(sam: Visitor) -> None:
    await settles(sam)
    await sam.says("/reframe")
    await sam.says("Nobody wants me")
    await write(sam, "plan")
    assert await comes(sam, HOUR) == []
    assert len(await comes(sam, HOUR + 60)) == 1


async def test_on_the_day_of_a_rejection_only_care_comes(sam: Visitor) -> None:
    await settles(sam)
    await sam.bot.bot.database.transact(
        lambda tx: entries.insert(tx, person_of(tx, sam), "status", {"status": "rejected"})
    )
    await write(sam, "re_rate_24h")
    await write(sam, "plan")
    care = await write(sam, "plan", data={"area": "care"})
    (message,) = await comes(sam)
    assert [one for one in data_of(message) if "pause" not in one] == [f"due.0.plan-{care}"]
    assert len(await comes(sam, 22 * HOUR)) == 1


async def test_nothing_about_applying_within_72_hours_of_crisis_help(sam: Visitor) -> None:
    await settles(sam)
    await sam.says("I want to kill myself")
    await write(sam, "follow_up")
    await write(sam, "re_rate_24h")
    (message,) = await comes(sam, 3 * HOUR)
    assert message.labels == ["Take a second look", "Pause these"]
    assert await comes(sam, 2 * DAY) == []
    assert len(await comes(sam, DAY)) == 1


@pytest.mark.fault("downtime-of-three-days")
@pytest.mark.parametrize("down", [60.0, 3 * HOUR, 3 * DAY - HOUR])
async def test_after_downtime_one_message_comes(sam: Visitor, down: float) -> None:
    await settles(sam)
    for after, kind in ((10.0, "re_rate_24h"), (20.0, "plan"), (30.0, "waiting_over")):
        await write(sam, kind, after)
    (message,) = await comes(sam, down)
    assert len(message.labels) == 4
    assert await comes(sam, HOUR) == []


async def test_what_comes_too_late_is_dropped(sam: Visitor) -> None:
    await settles(sam)
    for kind in ("re_rate_24h", "re_rate_7d", "send_request", "follow_up", "plan", "waiting_over"):
        await write(sam, kind)
    (message,) = await comes(sam, 8 * DAY)
    assert await states(sam) == {
        "re_rate_24h": "dropped", "re_rate_7d": "dropped", "send_request": "dropped", "plan": "dropped",
        "follow_up": "done", "waiting_over": "done",
    }  # fmt: skip
    assert message.labels == ["See where it stands", "Look at the waiting", "Pause these"]


async def test_without_a_zone_it_comes_near_the_hour_of_the_day_one_was_last_seen(sam: Visitor) -> None:
    await settles(sam, zone=None)
    await write(sam, "plan", 6 * HOUR)

    def seen_at(tx: Transaction) -> float:
        person = persons.find(tx, sam.id)
        assert person is not None
        return person.last_seen_at % DAY

    seen = await sam.bot.look(seen_at)
    for _ in range(60):
        if await comes(sam, HOUR / 2):
            break
    apart = abs(sam.bot.clock.now() % DAY - seen)
    assert min(apart, DAY - apart) <= 3 * HOUR
    assert "done" in (await states(sam)).values()


async def test_the_next_due_time_of_the_sandbox_is_when_the_message_comes(sam: Visitor) -> None:
    await settles(sam, hour=21)
    await write(sam, "plan", HOUR)
    at = await sam.bot.bot.next_due()
    assert at is not None
    assert 11.5 * HOUR < at - sam.bot.clock.now() < 13 * HOUR
    assert len(await comes(sam, at - sam.bot.clock.now() + 1)) == 1
    assert await sam.bot.bot.next_due() is None


async def test_somebody_who_blocked_the_bot_is_left_alone_until_they_are_back(sam: Visitor) -> None:
    await settles(sam)
    await write(sam, "waiting_over")
    await sam.chat.does(sam.chat.person.blocks)
    await sam.bot.bot.database.transact(lambda tx: persons.mark_blocked(tx, sam.id))
    assert await comes(sam, 2 * DAY) == []
    await sam.chat.does(sam.chat.person.unblocks)
    await sam.says("/start")
    assert len(await comes(sam)) == 1


async def test_a_zone_that_is_set_moves_the_mornings_and_says_what_is_next(sam: Visitor) -> None:
    await settles(sam, hour=22)
    await write(sam, "plan", HOUR)

    def to_morning(tx: Transaction) -> None:
        person = person_of(tx, sam)
        (row,) = due.waiting(tx, person)
        morning = datetime.fromtimestamp(tx.now + DAY, LISBON).replace(
            hour=9, minute=0, second=0, microsecond=0
        )
        due.settle(tx, [row.id], "cancelled")
        due.schedule(tx, person, "plan", morning.timestamp(), row.entry_id)

    await sam.bot.bot.database.transact(to_morning)
    await sam.says("/settings")
    await sam.taps("zone")
    await sam.says("Tokyo")
    assert "around 09:" in sam.chat.reads, sam.chat.reads
    assert "(Tokyo)" in sam.chat.reads
    at = await sam.bot.bot.next_due()
    assert at is not None
    assert len(await comes(sam, at - sam.bot.clock.now() + 1)) == 1


async def test_a_clock_that_jumps_back_says_nothing_twice(sam: Visitor) -> None:
    await settles(sam)
    await write(sam, "plan")
    assert len(await comes(sam)) == 1
    assert await comes(sam, -2 * HOUR) == []
    assert await comes(sam, 2 * HOUR) == []
    await until_hour(sam, 12)
    assert await comes(sam) == []
