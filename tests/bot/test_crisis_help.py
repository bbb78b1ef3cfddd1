"""Crisis help of the whole bot: it waits in the outbox when it cannot be sent, and knows the country."""

from __future__ import annotations

from tests.faults.driver import Visitor
from tests.rebound import Rebound

WORDS = "I want to kill myself"


async def sets_country(sam: Visitor, slug: str) -> None:
    await sam.says("/settings")
    await sam.taps("country")
    await sam.taps(slug)


async def test_a_card_that_cannot_be_sent_now_waits_in_the_outbox(bot: Rebound, sam: Visitor) -> None:
    await sam.begins("/rejected")
    # Longer than an immediate message waits, so that only the outbox is left.
    bot.server.faults.add("429", method="sendMessage", chat_id=sam.id, retry_after=6)
    await sam.chat.says(WORDS)
    await sam.chat.sees_next(20)
    assert sum("findahelpline" in message.text for message in sam.chat.sees) == 1
    tries = [r.status for r in bot.server.requests if r.method == "sendMessage"][-2:]
    assert tries == [429, 200]


async def test_the_country_set_a_moment_ago_counts_at_once(sam: Visitor) -> None:
    await sam.begins("/rejected")
    await sets_country(sam, "gb")
    await sam.says(WORDS)
    assert "116 123" in sam.chat.reads


async def test_a_country_taken_back_is_asked_for_again(sam: Visitor) -> None:
    await sam.begins("/rejected")
    await sets_country(sam, "gb")
    await sets_country(sam, "other")
    await sam.says(WORDS)
    assert "116 123" not in sam.chat.reads
    assert any(".country-gb" in str(b) for m in sam.chat.sees for row in m.keyboard for b in row)


async def test_the_country_tapped_on_a_card_counts_for_the_next_one(sam: Visitor) -> None:
    await sam.begins("/rejected")
    await sam.says(WORDS)
    await sam.taps("country-gb")
    await sam.says(WORDS)
    assert "116 123" in sam.chat.reads


async def test_after_a_restart_the_country_is_looked_up(bot: Rebound, sam: Visitor) -> None:
    await sam.begins("/rejected")
    await sets_country(sam, "gb")
    bot.bot.service.crisis.forget(sam.id)
    await sam.says(WORDS)
    assert "116 123" in sam.chat.reads


async def test_words_that_called_for_help_are_not_played_back(sam: Visitor) -> None:
    await sam.begins("/rejected")
    await sam.taps("9")
    await sam.says(WORDS)
    await sam.taps("go")
    assert WORDS not in sam.chat.reads
