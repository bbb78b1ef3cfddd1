"""Faults on request, delays, hooks and the webhook."""

from __future__ import annotations

import asyncio
import json

import aiohttp
import pytest
from aiohttp import web

from bot.sandbox.faults import REFUSALS
from bot.sandbox.people import Person
from bot.sandbox.server import BotApiServer, Request
from bot.sandbox.webhook import HEADER
from tests.sandbox.conftest import Api

CUT = (aiohttp.ServerDisconnectedError, aiohttp.ClientOSError)


@pytest.mark.parametrize("kind", REFUSALS)
async def test_a_refusal_does_nothing_and_strikes_as_often_as_asked(
    kind: str, api: Api, server: BotApiServer, sam: Person
) -> None:
    fault = server.faults.add(kind, method="sendMessage", times=2)
    for _ in range(2):
        status, body = await api.answer("sendMessage", chat_id=sam.chat_id, text="x")
        assert status == body["error_code"] == int(kind[:3])
    await api.ok("sendMessage", chat_id=sam.chat_id, text="x")
    assert (len(sam.chat.visible()), fault.struck) == (2, 2)


async def test_a_flood_says_how_long_to_wait(api: Api, server: BotApiServer, sam: Person) -> None:
    server.faults.add("429", retry_after=7)
    status, body = await api.answer("sendMessage", chat_id=sam.chat_id, text="x")
    assert (status, body["parameters"]) == (429, {"retry_after": 7})
    assert body["description"] == "Too Many Requests: retry after 7"


async def test_a_gateways_page(api: Api, server: BotApiServer, sam: Person) -> None:
    server.faults.add("502-html")
    async with api.session.post(api.address("sendMessage"), json={"chat_id": 5001, "text": "x"}) as answer:
        assert (answer.status, answer.content_type) == (502, "text/html")
        assert "502 Bad Gateway" in await answer.text()
    assert len(sam.chat.visible()) == 1


@pytest.mark.parametrize(("kind", "acts"), [("reset", 0), ("reset-after", 1)])
async def test_a_cut_connection(kind: str, acts: int, api: Api, server: BotApiServer, sam: Person) -> None:
    server.faults.add(kind, method="sendMessage")
    with pytest.raises(CUT):
        await api.answer("sendMessage", chat_id=sam.chat_id, text="x")
    assert len(sam.chat.visible()) == 1 + acts


@pytest.mark.parametrize(("kind", "acts"), [("timeout-before", 0), ("timeout-after", 1)])
async def test_no_answer_at_all(kind: str, acts: int, api: Api, server: BotApiServer, sam: Person) -> None:
    server.faults.add(kind, method="sendMessage")
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(api.answer("sendMessage", chat_id=sam.chat_id, text="x"), 0.3)
    assert len(sam.chat.visible()) == 1 + acts


async def test_a_fault_strikes_only_its_method_and_chat(api: Api, server: BotApiServer, sam: Person) -> None:
    kim = server.add_person("Kim")
    kim.says("/start")
    server.faults.add("500", method="sendMessage", chat_id=kim.chat_id, after=1, times=9)
    await api.ok("sendMessage", chat_id=sam.chat_id, text="x")
    await api.ok("sendMessage", chat_id=kim.chat_id, text="the first passes")
    assert (await api.answer("sendMessage", chat_id=kim.chat_id, text="x"))[0] == 500
    await api.ok("sendChatAction", chat_id=kim.chat_id, action="typing")
    server.faults.clear()
    await api.ok("sendMessage", chat_id=kim.chat_id, text="x")


def test_an_unknown_fault_is_an_error(server: BotApiServer) -> None:
    with pytest.raises(ValueError, match="unknown fault"):
        server.faults.add("earthquake")


async def test_delay(api: Api, server: BotApiServer) -> None:
    server.delay = 0.2
    loop = asyncio.get_running_loop()
    start = loop.time()
    await asyncio.gather(*(api.ok("getMe") for _ in range(5)))
    assert 0.2 <= loop.time() - start < 0.6


async def test_hooks_see_a_request_before_and_after_it_acts(
    api: Api, server: BotApiServer, sam: Person
) -> None:
    seen: list[tuple[str, int]] = []

    async def before(request: Request) -> None:
        seen.append((f"before {request.method}", len(sam.chat.visible())))

    server.on_request(before, "sendMessage")
    server.on_answer(lambda request: seen.append(("after", len(sam.chat.visible()))), "sendMessage")
    await api.ok("getMe")
    await api.ok("sendMessage", chat_id=sam.chat_id, text="x")
    assert seen == [("before sendMessage", 1), ("after", 2)]


async def test_a_webhook_gets_the_secret_and_is_tried_again(
    api: Api, server: BotApiServer, sam: Person
) -> None:
    got: list[tuple[str | None, str]] = []

    async def receive(request: web.Request) -> web.Response:
        update = json.loads(await request.read())
        got.append((request.headers.get(HEADER), update["message"]["text"]))
        return web.Response(status=500 if len(got) == 1 else 200)

    app = web.Application()
    app.router.add_post("/hook", receive)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    try:
        assert "unallowed" in await api.refused("setWebhook", url=url, secret_token="two words")
        await api.ok("setWebhook", url=url, secret_token="s-1")
        sam.says("two")
        for _ in range(100):
            await asyncio.sleep(0.03 if server.updates.pending() else 0)
        assert got == [("s-1", "/start"), ("s-1", "/start"), ("s-1", "two")]
        status, body = await api.answer("getUpdates")
        assert (status, "webhook is active" in body["description"]) == (409, True)
        assert (await api.ok("getWebhookInfo"))["url"] == url
        await api.ok("deleteWebhook")
        assert await api.ok("getUpdates") == []
    finally:
        await runner.cleanup()
