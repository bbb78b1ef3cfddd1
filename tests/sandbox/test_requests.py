"""Every request is checked against the published parameters, in whatever way it is sent."""

from __future__ import annotations

import json
from typing import Any

import pytest

from bot.clock import ShiftedClock
from bot.sandbox.methods import METHODS, TYPES
from bot.sandbox.people import Person
from bot.sandbox.server import METHODS as SERVED
from bot.sandbox.server import BotApiServer
from tests.sandbox.conftest import Api

OWN = {"getUpdates", "setWebhook", "deleteWebhook", "getWebhookInfo"}


def test_facts_and_methods_agree() -> None:
    assert set(METHODS) == set(SERVED) | OWN
    for fields in [*METHODS.values(), *TYPES.values()]:
        for field in fields.values():
            for kind in field.types:
                plain = kind.replace("Array of ", "")
                assert plain in {"Integer", "String", "Boolean", "InputFile"} | set(TYPES), kind


async def test_four_ways_to_send_a_request(api: Api, sam: Person) -> None:
    fields = {"chat_id": str(sam.chat_id), "text": "hé", "disable_notification": "true"}
    markup = json.dumps({"inline_keyboard": [[{"text": "A", "callback_data": "a"}]]})
    fields["reply_markup"] = markup
    address = api.address("sendMessage")
    native = {**fields, "reply_markup": json.loads(markup), "chat_id": sam.chat_id}
    native["disable_notification"] = True
    for answer in (
        await api.session.get(address, params=fields),
        await api.session.post(address, data=fields),
        await api.session.post(address, json=native),
        await api.session.post(address.replace("sendMessage", "SENDMESSAGE"), json=fields),
    ):
        assert answer.status == 200, await answer.text()
    assert [(one.text, one.labels) for one in sam.chat.visible()[1:]] == [("hé", ["A"])] * 4


@pytest.mark.parametrize(
    ("method", "parameters", "reason"),
    [
        ("sendMessage", {"text": "x"}, "chat_id is empty"),
        ("sendMessage", {"chat_id": 5001}, "message text is empty"),
        ("sendMessage", {"chat_id": 5001, "text": "x", "txt": 1}, 'unknown parameter "txt"'),
        ("sendMessage", {"chat_id": 5001, "text": 5}, "String expected"),
        ("sendMessage", {"chat_id": 5001, "text": None}, "String expected"),
        ("sendMessage", {"chat_id": True, "text": "x"}, "Integer expected"),
        ("sendMessage", {"chat_id": 5001, "text": "x", "disable_notification": "maybe"}, "Boolean expected"),
        ("sendMessage", {"chat_id": 5001, "text": "x", "reply_markup": "{"}, "JSON object"),
        ("sendMessage", {"chat_id": 5001, "text": "x", "parse_mode": "Loud"}, "unsupported parse_mode"),
        ("sendMessage", {"chat_id": 5001, "text": "\ud800"}, "strings must be encoded in UTF-8"),
        ("sendMessage", {"chat_id": 5001, "text": "x", "link_preview_options": {"off": True}}, '"off"'),
        ("answerCallbackQuery", {"text": "x"}, 'parameter "callback_query_id" is required'),
        ("deleteMessages", {"chat_id": 5001, "message_ids": ["1"]}, "Integer expected"),
        ("getUpdates", {"timeout": -1}, "timeout"),
        ("setMyCommands", {"commands": [{"command": "a"}]}, 'Can\'t find field "description"'),
    ],
)
async def test_requests_that_are_refused(
    method: str, parameters: dict[str, Any], reason: str, api: Api, sam: Person
) -> None:
    assert reason in await api.refused(method, **parameters)


@pytest.mark.parametrize("body", [b"{", b"[]", b"\xff", b"[" * 100_000])
async def test_a_body_that_is_not_an_object(body: bytes, api: Api) -> None:
    headers = {"Content-Type": "application/json"}
    async with api.session.post(api.address("getMe"), data=body, headers=headers) as answer:
        assert answer.status == 400
        assert "can't parse request" in (await answer.json())["description"]


async def test_wrong_token_and_unknown_method(api: Api, server: BotApiServer) -> None:
    for address, code, description in (
        (f"{server.base_url}/bot1:wrong/getMe", 401, "Unauthorized"),
        (api.address("flyToTheMoon"), 404, "Not Found: method not found"),
    ):
        async with api.session.get(address) as answer:
            body = {"ok": False, "error_code": code, "description": description}
            assert (answer.status, await answer.json()) == (code, body)


async def test_the_menu_and_the_descriptions(api: Api, sam: Person) -> None:
    commands = [{"command": "help", "description": "Help"}]
    await api.ok("setMyCommands", commands=commands)
    scope = {"type": "all_private_chats"}
    assert await api.ok("getMyCommands") == commands
    assert await api.ok("getMyCommands", scope=scope) == []
    await api.ok("deleteMyCommands")
    assert await api.ok("getMyCommands") == []
    for bad in ("Help", "a" * 33, "", "a b"):
        refused = await api.refused("setMyCommands", commands=[{"command": bad, "description": "x"}])
        assert refused == "BOT_COMMAND_INVALID"
    long = [{"command": "a", "description": "x" * 257}]
    assert await api.refused("setMyCommands", commands=long) == "BOT_COMMAND_DESCRIPTION_INVALID"
    await api.ok("setMyDescription", description="d" * 512)
    assert await api.ok("getMyDescription") == {"description": "d" * 512}
    assert "too long" in await api.refused("setMyDescription", description="d" * 513)
    assert "too long" in await api.refused("setMyShortDescription", short_description="d" * 121)


async def test_getting_a_chat(api: Api, sam: Person) -> None:
    chat = await api.ok("getChat", chat_id=sam.chat_id)
    assert (chat["type"], chat["first_name"]) == ("private", "Sam")


async def test_the_log_of_requests(api: Api, server: BotApiServer, clock: ShiftedClock, sam: Person) -> None:
    await api.ok("sendMessage", chat_id=sam.chat_id, text="x")
    await api.refused("sendMessage", chat_id=999, text="x")
    assert [(one.status, one.description) for one in server.calls("sendMessage")] == [
        (200, ""),
        (400, "Bad Request: chat not found"),
    ]
    assert abs(server.calls("sendMessage", 999)[0].date - clock.now()) < 5
