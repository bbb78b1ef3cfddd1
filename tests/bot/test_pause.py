"""/pause and /resume: silence means silence, and nothing is lost that is still worth saying."""

from __future__ import annotations

import pytest

from bot.dispatch import dispatch
from tests.bot.unasked import DAY, HOUR, comes, settles, states, until_hour, write
from tests.faults.driver import Visitor, at_rest, until


@pytest.mark.parametrize(("choice", "days"), [("day", 1), ("week", 7)])
async def test_a_pause_silences_everything_and_then_it_comes(sam: Visitor, choice: str, days: int) -> None:
    await settles(sam)
    await sam.says("/pause")
    await sam.taps(choice)
    await write(sam, "re_rate_24h")
    await write(sam, "plan", HOUR)
    assert await comes(sam, days * DAY - 2 * HOUR) == []
    assert len(await comes(sam, 3 * HOUR)) == 1
    assert await states(sam) == {"re_rate_24h": "done", "plan": "done"}


async def test_a_pause_without_an_end_ends_with_resume_and_drops_what_got_too_late(sam: Visitor) -> None:
    await settles(sam)
    await sam.says("/pause")
    await sam.taps("open")
    await write(sam, "re_rate_24h")
    await write(sam, "waiting_over")
    assert await comes(sam, 30 * DAY) == []
    assert await sam.bot.bot.next_due() is None
    await sam.says("/settings")
    await sam.taps("zone")
    await sam.says("Lisbon")
    assert "Next" not in sam.chat.reads
    await until_hour(sam, 12)
    await sam.says("/resume")
    (message,) = await comes(sam)
    assert message.labels == ["Look at the waiting", "Pause these"]
    assert (await states(sam))["re_rate_24h"] == "dropped"


async def test_resume_brings_what_waits_and_without_a_pause_says_so(sam: Visitor) -> None:
    await settles(sam)
    await sam.says("/resume")
    assert "pause" in sam.chat.reads
    await sam.says("/pause")
    await sam.taps("week")
    await write(sam, "plan")
    assert await comes(sam, DAY) == []
    await sam.says("/resume")
    assert len(await comes(sam)) == 1


async def test_the_button_below_a_message_leads_to_the_pause(sam: Visitor) -> None:
    await settles(sam)
    await write(sam, "plan")
    await comes(sam)
    await sam.taps("pause")
    await sam.taps("open")
    await write(sam, "plan")
    assert await comes(sam, 2 * DAY) == []


async def test_settings_show_the_pause_and_lead_to_it(sam: Visitor) -> None:
    await settles(sam)
    await sam.says("/settings")
    assert "unasked: on" in sam.chat.reads
    await sam.taps("pause")
    await sam.taps("week")
    await sam.says("/settings")
    assert "paused until" in sam.chat.reads
    await sam.taps("pause")
    await sam.taps("end")
    await sam.says("/settings")
    assert "unasked: on" in sam.chat.reads


async def test_an_undone_pause_that_is_not_wanted_is_none(sam: Visitor) -> None:
    await settles(sam)
    await sam.says("/pause")
    await sam.taps("open")
    await sam.says("/undo")
    await sam.taps("leave")
    await write(sam, "plan")
    assert len(await comes(sam, HOUR)) == 1


@pytest.mark.fault("paused-between-claim-and-send")
async def test_what_is_written_and_not_sent_is_taken_back_and_comes_after_the_pause(sam: Visitor) -> None:
    await settles(sam)
    await write(sam, "waiting_over")
    await sam.bot.bot.database.transact(dispatch)  # and then it crashed: nobody was told of the message
    await sam.says("/pause")
    await sam.taps("day")
    assert await comes(sam, HOUR) == []
    assert (await states(sam))["waiting_over"] == "waiting"
    assert len(await comes(sam, DAY)) == 1


@pytest.mark.fault("crisis-between-claim-and-send")
async def test_what_is_on_its_way_is_taken_back_after_words_of_crisis(sam: Visitor) -> None:
    await settles(sam)
    await write(sam, "waiting_over")
    sam.bot.server.faults.add("429", method="sendMessage", chat_id=sam.id, times=1, retry_after=2)
    await sam.bot.travel(0)
    await until(lambda: any(request.status == 429 for request in sam.bot.server.requests))
    await sam.says("I want to kill myself")
    await at_rest(sam.bot)
    assert not any("Pause these" in message.labels for message in sam.chat.chat.visible())
    assert await comes(sam, HOUR) == []
