"""sendMessage, sendPhoto, sendDocument, sendChatAction: their limits and what becomes visible."""

from __future__ import annotations

from typing import Any

import aiohttp
import pytest

from bot.clock import ShiftedClock
from bot.sandbox.people import Person
from bot.sandbox.server import BotApiServer
from tests.sandbox.conftest import Api
from tests.sandbox.echo import PNG


def keyboard(**button: Any) -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": "A", **button}]]}


@pytest.mark.parametrize("text", ["x", "x" * 4096, "😀" * 2048, "<b>" + "x" * 4096 + "</b>"])
async def test_texts_that_fit(text: str, api: Api, sam: Person) -> None:
    sent = await api.ok("sendMessage", chat_id=sam.chat_id, text=text, parse_mode="HTML")
    assert len(sent["text"].encode("utf-16-le")) // 2 <= 4096


@pytest.mark.parametrize("text", ["x" * 4097, "😀" * 2049, "<b>" + "x" * 4097 + "</b>"])
async def test_texts_that_are_too_long(text: str, api: Api, sam: Person) -> None:
    reason = await api.refused("sendMessage", chat_id=sam.chat_id, text=text, parse_mode="HTML")
    assert reason == "message is too long"
    assert len(sam.chat.visible()) == 1


@pytest.mark.parametrize("text", ["", "  \n ", "<b></b>", "<i> </i>"])
async def test_texts_without_a_word(text: str, api: Api, sam: Person) -> None:
    reason = await api.refused("sendMessage", chat_id=sam.chat_id, text=text, parse_mode="HTML")
    assert reason == "message text is empty"


async def test_a_message_stands_in_the_chat(
    api: Api, server: BotApiServer, sam: Person, clock: ShiftedClock
) -> None:
    clock.travel(86_400)
    sent = await api.ok("sendMessage", chat_id=sam.chat_id, text=" <b>Hi</b> /help ", parse_mode="HTML")
    [_, shown] = server.visible(sam.chat_id)
    assert (shown.text, shown.from_bot, shown.payload) == ("Hi /help", True, sent)
    assert [entity["type"] for entity in shown.entities] == ["bold", "bot_command"]
    assert abs(shown.date - clock.now()) < 3, "the date is the sandbox's"
    [request] = server.calls("sendMessage", sam.chat_id)
    assert (request.status, request.parameters["text"]) == (200, " <b>Hi</b> /help ")


async def test_a_chat_is_found_only_after_the_person_has_written(api: Api, server: BotApiServer) -> None:
    stranger = server.add_person("Stranger")
    for number in (stranger.chat_id, 999, "@nobody"):
        assert await api.refused("sendMessage", chat_id=number, text="x") == "chat not found"
    stranger.says("/start")
    await api.ok("sendMessage", chat_id=stranger.chat_id, text="x")


BAD_BUTTONS = [
    ({"callback_data": "x" * 65}, "BUTTON_DATA_INVALID"),
    ({"callback_data": "é" * 33}, "BUTTON_DATA_INVALID"),
    ({"callback_data": ""}, "BUTTON_DATA_INVALID"),
    ({"copy_text": {"text": "x" * 257}}, "BUTTON_COPY_TEXT_INVALID"),
    ({"copy_text": {"text": ""}}, "BUTTON_COPY_TEXT_INVALID"),
    ({"url": "javascript:alert(1)"}, "BUTTON_URL_INVALID"),
    ({"text": " ", "callback_data": "x"}, "Text of the button must be non-empty"),
    ({}, "Text buttons are unallowed in the inline keyboard"),
    ({"callback_data": "x", "url": "https://example.org"}, "Exactly one"),
    ({"callback_data": "x", "style": "loud"}, "Invalid button style"),
    ({"callback_data": 5}, "String expected"),
    ({"callback": "x"}, 'Unknown field "callback"'),
]


@pytest.mark.parametrize(("button", "reason"), BAD_BUTTONS)
async def test_buttons_that_are_refused(button: dict[str, Any], reason: str, api: Api, sam: Person) -> None:
    markup = keyboard(**button)
    assert reason in await api.refused("sendMessage", chat_id=sam.chat_id, text="x", reply_markup=markup)


@pytest.mark.parametrize(
    "button",
    [{"callback_data": "x" * 64}, {"callback_data": "é" * 32}, {"copy_text": {"text": "x" * 256}}],
)
async def test_buttons_that_are_shown(button: dict[str, Any], api: Api, sam: Person) -> None:
    await api.ok("sendMessage", chat_id=sam.chat_id, text="x", reply_markup=keyboard(**button))
    assert sam.chat.visible()[-1].labels == ["A"]


@pytest.mark.parametrize("markup", [{"inline_keyboard": [{"text": "A"}]}, {"inline_keyboard": "A"}, [], 3])
async def test_keyboards_of_another_shape(markup: Any, api: Api, sam: Person) -> None:
    reason = await api.refused("sendMessage", chat_id=sam.chat_id, text="x", reply_markup=markup)
    assert reason.startswith("can't parse reply markup")


async def test_a_reply_needs_its_message(api: Api, sam: Person) -> None:
    question = sam.chat.visible()[0].message_id
    sent = await api.ok(
        "sendMessage", chat_id=sam.chat_id, text="x", reply_parameters={"message_id": question}
    )
    assert sent["reply_to_message"]["message_id"] == question
    lost = {"message_id": 999}
    reason = await api.refused("sendMessage", chat_id=sam.chat_id, text="x", reply_parameters=lost)
    assert reason == "message to be replied not found"
    lost["allow_sending_without_reply"] = True
    await api.ok("sendMessage", chat_id=sam.chat_id, text="x", reply_parameters=lost)


async def upload(api: Api, method: str, **fields: Any) -> tuple[int, dict[str, Any]]:
    form = aiohttp.FormData(quote_fields=False)
    for key, value in fields.items():
        if isinstance(value, bytes):
            form.add_field(key, value, filename="../../a.bin")
        else:
            form.add_field(key, str(value))
    async with api.session.post(api.address(method), data=form) as answer:
        return answer.status, await answer.json()


async def test_pictures_and_files(api: Api, server: BotApiServer, sam: Person) -> None:
    _, photo = await upload(api, "sendPhoto", chat_id=sam.chat_id, photo=PNG, caption="c" * 1024)
    assert photo["result"]["photo"][0]["width"] == 8
    attached = {"document": "attach://one", "one": b"all of it"}
    _, document = await upload(api, "sendDocument", chat_id=sam.chat_id, **attached)
    kept = document["result"]["document"]
    assert (kept["file_name"], kept["file_size"]) == ("a.bin", 9)
    assert server.world.files[kept["file_id"]].content == b"all of it"
    await api.ok("sendDocument", chat_id=sam.chat_id, document=kept["file_id"])


@pytest.mark.parametrize(
    ("method", "fields", "reason"),
    [
        ("sendPhoto", {"photo": b"not a picture"}, "IMAGE_PROCESS_FAILED"),
        ("sendPhoto", {"photo": PNG, "caption": "c" * 1025}, "message caption is too long"),
        ("sendPhoto", {}, "there is no photo in the request"),
        ("sendDocument", {"document": b""}, "file must be non-empty"),
        ("sendDocument", {"document": "file-99"}, "wrong file identifier/HTTP URL specified"),
        ("sendDocument", {"document": "attach://none"}, "file was not attached to the request"),
    ],
)
async def test_files_that_are_refused(
    method: str, fields: dict[str, Any], reason: str, api: Api, sam: Person
) -> None:
    status, body = await upload(api, method, chat_id=sam.chat_id, **fields)
    assert (status, body["description"]) == (400, f"Bad Request: {reason}")


async def test_typing_shows_until_the_next_message(api: Api, sam: Person, clock: ShiftedClock) -> None:
    await api.ok("sendChatAction", chat_id=sam.chat_id, action="typing")
    assert sam.chat.typing_until > clock.now()
    await api.ok("sendMessage", chat_id=sam.chat_id, text="done")
    assert sam.chat.typing_until < clock.now()
    assert "action" in await api.refused("sendChatAction", chat_id=sam.chat_id, action="dancing")
