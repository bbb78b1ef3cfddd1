"""The chat page's server side: who may speak to it, what it serves, time travel, ports."""

from __future__ import annotations

from importlib.resources import files

import aiohttp
import pytest

from bot.clock import ShiftedClock
from bot.sandbox import Sandbox, start_sandbox
from bot.sandbox.chats import FIRST_PERSON_ID
from bot.sandbox.methods import Upload
from bot.sandbox.page import _FILES
from tests.sandbox.conftest import DAY, free_port


async def test_page_and_bot_api_share_a_port_on_loopback(
    sandbox: Sandbox, session: aiohttp.ClientSession
) -> None:
    assert sandbox.page_url == f"http://127.0.0.1:{sandbox.port}/"
    async with session.get(f"{sandbox.api_url}/bot{sandbox.token}/getMe") as answer:
        assert (await answer.json())["ok"]
    async with session.get(sandbox.page_url) as answer:
        assert "Sandbox: everything stays on this machine." in await answer.text()
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


async def test_a_taken_port_leads_to_the_next(clock: ShiftedClock) -> None:
    port = free_port()
    first = await start_sandbox(clock, port)
    second = await start_sandbox(clock, port)
    try:
        assert (first.port, first.port < second.port) == (port, True)
    finally:
        await first.stop()
        await second.stop()


@pytest.mark.parametrize(
    ("headers", "allowed"),
    [
        ({}, True),
        ({"Origin": "self"}, True),
        ({"Sec-Fetch-Site": "same-origin"}, True),
        ({"Host": "localhost:{port}"}, True),
        ({"Host": "evil.example"}, False),
        ({"Host": "127.0.0.1.evil.example:{port}"}, False),
        ({"Host": ""}, False),
        ({"Host": "["}, False),
        ({"Origin": "http://evil.example"}, False),
        ({"Origin": "null"}, False),
        ({"Origin": "http://127.0.0.1:1"}, False),
        ({"Sec-Fetch-Site": "cross-site"}, False),
        ({"Sec-Fetch-Site": "same-site"}, False),
    ],
)
@pytest.mark.parametrize("path", ["/api/say", "/bot{token}/getMe"])
async def test_who_may_speak(
    path: str, headers: dict[str, str], allowed: bool, sandbox: Sandbox, session: aiohttp.ClientSession
) -> None:
    own = sandbox.api_url
    sent = {k: own if v == "self" else v.format(port=sandbox.port) for k, v in headers.items()}
    address = own + path.format(token=sandbox.token)
    body = {"chat_id": FIRST_PERSON_ID, "text": "hello"} if "api" in path else {}
    async with session.post(address, json=body, headers=sent) as answer:
        assert (answer.status == 200) is allowed, await answer.text()
    said = len(sandbox.server.visible(FIRST_PERSON_ID))
    assert said == (1 if allowed and "api" in path else 0)


async def test_a_form_is_not_an_action(sandbox: Sandbox, session: aiohttp.ClientSession) -> None:
    async with session.post(f"{sandbox.api_url}/api/say", data={"text": "x"}) as answer:
        assert answer.status == 415


@pytest.mark.parametrize(
    ("action", "body"),
    [
        ("say", []),
        ("say", {}),
        ("say", {"chat_id": 1, "text": "x"}),
        ("edit", {"chat_id": FIRST_PERSON_ID, "message_id": 9, "text": "x"}),
        ("tap", {"chat_id": FIRST_PERSON_ID, "message_id": 9, "data": "x"}),
        ("send", {"chat_id": FIRST_PERSON_ID, "kind": "elephant"}),
        ("person", {"name": "  "}),
        ("travel", {"seconds": "soon"}),
        ("travel", {"seconds": 1e12}),
        ("travel", {"seconds": float("nan")}),
    ],
)
async def test_nonsense_is_refused(
    action: str, body: object, sandbox: Sandbox, session: aiohttp.ClientSession
) -> None:
    async with session.post(f"{sandbox.api_url}/api/{action}", json=body) as answer:
        assert answer.status == 400
    assert sandbox.server.visible(FIRST_PERSON_ID) == []


async def test_time_travel(sandbox: Sandbox, session: aiohttp.ClientSession, clock: ShiftedClock) -> None:
    before = clock.now()
    address = f"{sandbox.api_url}/api/travel"
    async with session.post(address, json={"seconds": 3600}) as answer:
        assert await answer.json() == {"notice": "arrived"}
    assert clock.now() - before == pytest.approx(3600, abs=3)
    async with session.post(address, json={"to": "next"}) as answer:
        assert await answer.json() == {"notice": "arrived"}
    assert clock.now() - before == pytest.approx(1.5 * DAY + 1, abs=3)
    async with session.post(address, json={"to": "next"}) as answer:
        assert await answer.json() == {"notice": "nothing"}
    async with session.post(address, json={"seconds": -DAY}) as answer:
        assert await answer.json() == {"notice": "due"}
    assert clock.now() - before >= 1.5 * DAY, "time never goes back"


async def test_only_pictures_are_shown_in_place(sandbox: Sandbox, session: aiohttp.ClientSession) -> None:
    page = Upload('a"<b>\r\n.html', "text/html", b"<script>alert(1)</script>")
    file_id = sandbox.server.world.keep_file(page)
    async with session.get(f"{sandbox.api_url}/files/{file_id}") as answer:
        assert answer.content_type == "application/octet-stream"
        assert answer.headers["Content-Disposition"] == 'attachment; filename="a__b___.html"'
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
    for path in ("/files/none", "/page/none.js", "/page/..%2fpage.py"):
        async with session.get(sandbox.api_url + path) as answer:
            assert answer.status == 404


def test_the_page_is_whole_and_asks_for_nothing_outside() -> None:
    folder = files("bot.sandbox").joinpath("page")
    assert {entry.name for entry in folder.iterdir()} == set(_FILES)
    for name in _FILES:
        text = folder.joinpath(name).read_text("utf-8")
        addresses = text.replace("http://www.w3.org/2000/svg", "").replace("https?:", "")
        assert "://" not in addresses, name
        for unsafe in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval("):
            assert unsafe not in text, name
