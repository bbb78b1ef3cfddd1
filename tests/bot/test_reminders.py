"""Due times: a finished thought record is to be looked at again after 24 hours and 7 days, and only then."""

from __future__ import annotations

from bot.storage import due, persons
from bot.storage.transaction import Transaction
from tests.faults.driver import Visitor

DAY = 86_400.0


async def rates(sam: Visitor) -> None:
    """Go through /reframe to the last rating, one default at a time, whatever it asks on the way."""
    await sam.begins("/reframe")
    for _ in range(30):
        asked = await sam.open()
        assert asked is not None
        key = asked.prompt.key.rpartition("/")[2]
        if key in ("next", "first"):
            return
        match asked.prompt.kind:
            case "scale":
                await sam.taps("40" if "after" in key else "70")
            case "several":
                await sam.taps("none")
            case "choice":
                await sam.taps(asked.prompt.options[-1].slug if key != "check" else "check")
            case "pick":
                await sam.taps(asked.prompt.options[0].slug)
            case _ if key == "thought" or not asked.prompt.skippable:
                await sam.says("They will find out that I am a fraud")
            case _:
                await sam.taps("~skip")
    raise AssertionError(sam.chat.transcript())


async def waiting(sam: Visitor) -> dict[str, float]:
    """Return what is due for somebody: kind, and in how many days from the clock's now."""

    def look(tx: Transaction) -> dict[str, float]:
        person = persons.find(tx, sam.id)
        assert person is not None
        return {row.kind: round((row.due_at - tx.now) / DAY, 2) for row in due.waiting(tx, person.id)}

    return await sam.bot.look(look)


RERATINGS = {"re_rate_24h": 1.0, "re_rate_7d": 7.0}


async def test_a_record_is_due_again_after_a_day_and_a_week(sam: Visitor) -> None:
    await rates(sam)
    assert await waiting(sam) == RERATINGS
    assert await sam.bot.bot.next_due() is not None


async def test_nothing_is_due_before_the_last_rating(sam: Visitor) -> None:
    await sam.begins("/reframe")
    await sam.says("They will find out that I am a fraud")
    assert await waiting(sam) == {}


async def test_undo_calls_them_off_and_the_answer_again_sets_them_anew(sam: Visitor) -> None:
    await rates(sam)
    await sam.says("/undo")
    assert await waiting(sam) == {}
    sam.bot.clock.travel(3600)
    await sam.taps("50")
    assert await waiting(sam) == RERATINGS


async def test_an_edit_that_asks_again_calls_them_off(sam: Visitor) -> None:
    await rates(sam)
    await sam.says("/back")
    assert await waiting(sam) == {}
    await sam.taps("~same")
    assert await waiting(sam) == RERATINGS


async def test_an_edit_of_something_else_leaves_them(sam: Visitor) -> None:
    await rates(sam)
    sam.bot.clock.travel(DAY / 2)
    await sam.says("/edit")
    asked = await sam.open()
    assert asked is not None
    await sam.taps("~stay")
    assert await waiting(sam) == {"re_rate_24h": 0.5, "re_rate_7d": 6.5}


async def test_a_discarded_record_takes_them_along_and_undo_brings_them_back(sam: Visitor) -> None:
    await rates(sam)
    await sam.says("/cancel")
    await sam.taps("~discard")
    assert await waiting(sam) == {}
    assert "entries" not in await sam.rows()
    await sam.says("/undo")
    assert [entry["kind"] for entry in (await sam.rows())["entries"]] == ["thought_record"]
    assert await waiting(sam) == RERATINGS


async def test_what_is_kept_stays_due(sam: Visitor) -> None:
    await rates(sam)
    await sam.says("/cancel")
    await sam.taps("~keep")
    assert await waiting(sam) == RERATINGS


async def test_they_go_with_the_entry(sam: Visitor) -> None:
    await rates(sam)
    await sam.taps("enough")
    await sam.says("/history")
    await sam.taps("thought-record")
    await sam.taps("1")
    await sam.taps("delete")
    await sam.taps("yes")
    assert await waiting(sam) == {}
    assert "due" not in await sam.rows()


async def test_undo_after_the_end_goes_back_one_step(sam: Visitor) -> None:
    await rates(sam)
    await sam.taps("enough")
    assert await sam.open() is None
    await sam.says("/undo")
    asked = await sam.open()
    assert asked is not None
    assert asked.prompt.key.endswith("next")
    assert await waiting(sam) == RERATINGS
