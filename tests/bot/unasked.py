"""Somebody for whom things are due: written into the database, so that a test can begin where it matters."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.sandbox.chats import Message
from bot.storage import due, entries, persons
from bot.storage.transaction import Transaction
from conversations.lines import Json
from tests.faults.driver import Visitor, until

HOUR, DAY = 3600.0, 86_400.0
LISBON = ZoneInfo("Europe/Lisbon")
THOUGHT: Mapping[str, Json] = {
    "thought": "I am a fraud",
    "mood": "ashamed",
    "belief_before": 80,
    "balanced": "One no is one no",
}
ABOUT: Mapping[str, tuple[str, Mapping[str, Json]]] = {
    "re_rate_24h": ("thought_record", THOUGHT),
    "re_rate_7d": ("thought_record", THOUGHT),
    "send_request": ("request", {"body": "Dear Priya", "state": "drafted"}),
    "follow_up": ("request", {"body": "Dear Priya", "state": "sent", "sent_on": "2026-01-05"}),
    "waiting_over": ("waiting", {"until": "2026-01-05", "state": "waiting"}),
    "plan": ("plan", {"cue": "after-lunch", "action": "call Anna", "area": "cv", "state": "open"}),
}
"""What each kind is about: the kind of its entry, and what stands in it."""


async def settles(visitor: Visitor, zone: str | None = "Europe/Lisbon", hour: int = 12) -> None:
    """Come in, live somewhere, and let it become `hour` o'clock there on the next day."""
    await visitor.consents()

    def live(tx: Transaction) -> None:
        person = persons.find(tx, visitor.id)
        assert person is not None
        persons.change(tx, person.id, zone=zone)

    await visitor.bot.bot.database.transact(live)
    await until_hour(visitor, hour, ZoneInfo(zone or "UTC"))


async def until_hour(visitor: Visitor, hour: int, zone: ZoneInfo = LISBON) -> None:
    """Let it become the next `hour` o'clock of another day, twenty past."""
    clock = visitor.bot.clock
    now = datetime.fromtimestamp(clock.now(), zone)
    today = now.replace(hour=hour, minute=20, second=0, microsecond=0)
    await visitor.bot.travel(today.timestamp() + DAY - clock.now())


async def write(
    visitor: Visitor, kind: str, after: float = 0.0, data: Mapping[str, Json] | None = None
) -> int:
    """Let something be due in `after` seconds; return the entry it is about."""
    about, fields = ABOUT[kind]

    def work(tx: Transaction) -> int:
        person = persons.find(tx, visitor.id)
        assert person is not None
        parent = (
            entries.insert(tx, person.id, "application", {"role": "clerk"}) if about == "waiting" else None
        )
        entry = entries.insert(tx, person.id, about, {**fields, **(data or {})}, parent_id=parent)
        due.schedule(tx, person.id, kind, tx.now + after, entry)
        return entry

    return await visitor.bot.bot.database.transact(work)


async def comes(visitor: Visitor, seconds: float = 0.0) -> list[Message]:
    """Let time go by, and return the messages of the bot that are new then."""
    before = {message.message_id for message in visitor.chat.chat.visible()}
    await visitor.bot.travel(seconds)
    await until(lambda: visitor.bot.bot.idle)
    return [m for m in visitor.chat.chat.visible() if m.from_bot and m.message_id not in before]


async def states(visitor: Visitor) -> dict[str, str]:
    """Return what became of what was due, by kind."""
    return {row["kind"]: row["state"] for row in (await visitor.rows()).get("due", [])}
