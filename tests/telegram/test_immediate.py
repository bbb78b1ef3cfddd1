"""A message past every queue finds a connection, however many taps are being answered."""

from __future__ import annotations

import asyncio
import time

import pytest

from tests.telegram.post import Post


@pytest.mark.fault("card-behind-answers-to-taps")
async def test_a_card_does_not_wait_behind_answers_to_taps_while_telegram_is_slow(post: Post) -> None:
    (chat,) = post.people(1)
    sender = await post.sender()
    post.server.delay = 0.5
    for number in range(300):
        sender.send_soon(None, "answerCallbackQuery", {"callback_query_id": str(number)})
    await asyncio.sleep(0.1)  # they are on their way
    started = time.monotonic()
    assert await sender.send_now(chat, "sendMessage", {"text": "card"})
    assert time.monotonic() - started < 1.0
