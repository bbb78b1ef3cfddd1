"""Taps: what stays of a message whose button was tapped, and what an old button says."""

from __future__ import annotations

import pytest

from bot.sandbox.chats import Message
from conversations.lines import line
from conversations.texts import load_texts
from tests.faults.driver import Visitor, data_of
from tests.rebound import Rebound

OLD = load_texts().phrase(line("engine-old-button"))
ANSWERED = load_texts().phrase(line("engine-answered-already"))


def stands(sam: Visitor, message: Message) -> Message:
    return sam.chat.chat.messages[message.message_id]


async def test_a_tapped_answer_stays_visible_and_the_keyboard_goes(sam: Visitor) -> None:
    await sam.begins("/rejected")
    message, _ = sam.find("7")
    words = message.text
    await sam.taps("7")
    assert stands(sam, message).text == f"{words}\n\n▸ 7"
    assert stands(sam, message).keyboard == []
    bold = [entity for entity in stands(sam, message).entities if entity["type"] == "bold"]
    assert bold, "the choice stands out"


async def test_after_a_typed_answer_the_keyboard_goes_and_the_words_stay(sam: Visitor) -> None:
    await sam.begins("/rejected")
    message, _ = sam.find("7")
    words = message.text
    await sam.says("seven")
    assert (stands(sam, message).text, stands(sam, message).keyboard) == (words, [])


async def test_the_markup_of_the_question_is_kept_under_the_answer(sam: Visitor) -> None:
    await sam.begins("/wins")
    await sam.says("I asked <b>a</b> question & waited")
    await sam.taps("enough")
    await sam.says("/history")
    await sam.taps("win")
    await sam.taps("1")
    message, _ = sam.find("leave")
    before = [entity["type"] for entity in message.entities]
    assert "bold" in before
    await sam.taps("leave")
    after = stands(sam, message)
    assert "I asked <b>a</b> question & waited" in after.text
    assert [entity["type"] for entity in after.entities] == [*before, "bold"]


async def test_what_was_ticked_stays_visible_after_done(sam: Visitor) -> None:
    await sam.begins("/control")
    message, _ = sam.find("money")
    await sam.taps("money")
    await sam.taps("gap")
    assert [label for label in stands(sam, message).labels if label.startswith("✓")] == [
        "✓ Money",
        "✓ The gap in my CV",
    ]
    await sam.taps("~done")
    assert stands(sam, message).text.endswith("▸ Money, The gap in my CV")
    assert stands(sam, message).keyboard == []


async def test_a_fifth_tick_is_refused_with_a_word(sam: Visitor) -> None:
    await sam.begins("/control")
    message, _ = sam.find("money")
    for slug in ("money", "people", "why", "gap", "next"):
        await sam.taps(slug)
    assert sam.chat.notices == [load_texts().phrase(line("engine-most", most=4))]
    assert sum(label.startswith("✓") for label in stands(sam, message).labels) == 4


async def test_the_cards_lose_their_buttons_after_a_tap(sam: Visitor) -> None:
    await sam.says("/start")
    hello, data = sam.find("adult-else")
    await sam.presses(data, hello)
    home, data = sam.find("rejected")
    assert stands(sam, hello).keyboard == []
    await sam.presses(data, home)
    assert stands(sam, home).keyboard == []
    assert stands(sam, home).text.endswith("▸ I got a no")
    await sam.says("5")
    await sam.says("/later")
    await sam.says("/continue")
    aside, data = next((m, d) for m in sam.chat.sees for d in data_of(m) if ".go-" in d)
    await sam.presses(data, aside)
    assert stands(sam, aside).keyboard == []


async def test_the_welcome_loses_its_buttons_when_somebody_is_under_18(sam: Visitor) -> None:
    await sam.says("/start")
    hello, data = sam.find("minor")
    await sam.presses(data, hello)
    assert stands(sam, hello).keyboard == []
    assert stands(sam, hello).text.endswith("▸ Under 18")
    assert await sam.rows() == {}


@pytest.mark.parametrize("tap", ["go", "stop", "misread", "countries", "country-gb"])
async def test_the_crisis_card_keeps_its_buttons(sam: Visitor, tap: str) -> None:
    await sam.begins("/rejected")
    await sam.says("I want to kill myself")
    card, _ = sam.find("misread")
    keyboard = card.keyboard
    await sam.presses(f"sos.0.{tap}", card)
    assert sam.chat.sees, "a tap is followed"
    assert stands(sam, card).keyboard == keyboard


async def test_a_button_of_an_answered_question_says_so(sam: Visitor) -> None:
    await sam.begins("/rejected")
    message, data = sam.find("7")
    await sam.presses(data, message)
    await sam.presses(data, message)
    assert sam.chat.notices == [ANSWERED]


async def test_a_button_of_somebody_else_says_so(bot: Rebound, sam: Visitor) -> None:
    kim = Visitor(bot, "Kim")
    await sam.begins("/rejected")
    await kim.begins("/rejected")
    _, data = sam.find("7")
    await kim.presses(data)
    assert kim.chat.notices == [OLD]


async def test_a_button_from_before_the_consent_leads_to_the_welcome(sam: Visitor) -> None:
    await sam.says("/start")
    await sam.presses("aaaaaaaaaa.3.7")
    assert sam.chat.notices == [OLD]
    assert "18+, I just got a no" in sam.chat.buttons()


async def test_an_answer_under_a_message_as_long_as_can_be_only_takes_the_buttons(sam: Visitor) -> None:
    await sam.begins("/wins")
    await sam.says("w" * 4040)
    await sam.taps("enough")
    await sam.says("/history")
    await sam.taps("win")
    await sam.taps("1")
    message, _ = sam.find("leave")
    await sam.taps("leave")
    assert stands(sam, message).keyboard == []
