"""The HTTP client: python-telegram-bot runs on it, and its errors tell what matters and nothing more."""

from __future__ import annotations

import asyncio
import socket
import traceback

import pytest
from telegram import Bot, BotCommand, InlineKeyboardButton, InlineKeyboardMarkup

from bot.sandbox.server import BotApiServer
from bot.telegram.api import BotApi, Upload
from bot.telegram.errors import NoAnswerInTime, NotSent, OutcomeUnknown, ServerTrouble, TooManyRequests
from bot.telegram.transport import AiohttpRequest
from tests.telegram.post import TOKEN


@pytest.fixture
def chat_id(server: BotApiServer) -> int:
    person = server.add_person()
    person.says("hello")
    return person.chat_id


async def test_python_telegram_bot_runs_on_it(server: BotApiServer, chat_id: int) -> None:
    request = AiohttpRequest()
    bot = Bot(TOKEN, base_url=f"{server.base_url}/bot", request=request, get_updates_request=request)
    async with bot:
        keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("Yes", callback_data="y")]])
        sent = await bot.send_message(chat_id, "Ünï <b>x</b>", parse_mode="HTML", reply_markup=keyboard)
        await bot.send_document(chat_id, b"PK\x03\x04 zip", filename="your data.zip", caption="All of it")
        await bot.set_my_commands([BotCommand("start", "Begin")])
        assert (await bot.get_updates(timeout=0))[0].message.text == "hello"  # type: ignore[union-attr]
        assert await BotApi.of(bot).call("getMe", {}) == server.world.bot
    text, document = server.visible(chat_id)[1:]
    assert (text.message_id, text.text, text.labels) == (sent.message_id, "Ünï x", ["Yes"])
    assert document.payload["document"]["file_name"] == "your data.zip"
    assert server.world.files[document.payload["document"]["file_id"]].content == b"PK\x03\x04 zip"


async def test_a_file_goes_out_with_its_name_and_its_other_parameters(
    server: BotApiServer, api: BotApi, chat_id: int
) -> None:
    await api.call(
        "sendDocument",
        {"chat_id": chat_id, "caption": "Hi", "reply_markup": {"inline_keyboard": []}},
        {"document": Upload("../etc/x.zip", b"bytes", "application/zip")},
    )
    document = server.visible(chat_id)[-1]
    assert (document.text, document.payload["document"]["mime_type"]) == ("Hi", "application/zip")


async def test_long_polls_wait_longer_than_other_requests(server: BotApiServer, api: BotApi) -> None:
    """The client's usual limit in these tests is one second."""
    assert await api.call("getUpdates", {"timeout": 2}, read_timeout=4.0) == []


@pytest.mark.fault("connection-refused")
async def test_a_refused_connection_was_not_sent(request_: AiohttpRequest) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(NotSent):
        await BotApi(request_, f"http://127.0.0.1:{port}/bot{TOKEN}").call("getMe", {})


@pytest.mark.fault("connection-refused")
async def test_a_pool_without_a_free_connection_has_not_sent(server: BotApiServer) -> None:
    request = AiohttpRequest(connections=1, connect_timeout=0.2)
    await request.initialize()
    api = BotApi(request, f"{server.base_url}/bot{TOKEN}")
    poll = asyncio.create_task(api.call("getUpdates", {"timeout": 5}, read_timeout=9.0))
    await asyncio.sleep(0.1)
    with pytest.raises(NotSent):
        await api.call("getMe", {})
    poll.cancel()
    await request.shutdown()


@pytest.mark.fault("timeout-after-acting")
@pytest.mark.parametrize(
    ("kind", "error"),
    [
        ("reset", OutcomeUnknown),
        ("reset-after", OutcomeUnknown),
        ("timeout-before", NoAnswerInTime),
        ("timeout-after", NoAnswerInTime),
        ("502-html", OutcomeUnknown),
        ("500", ServerTrouble),
        ("429", TooManyRequests),
    ],
)
async def test_after_the_request_is_written_the_outcome_is_unknown_unless_telegram_answers(
    server: BotApiServer, api: BotApi, kind: str, error: type[Exception]
) -> None:
    server.faults.add(kind, method="getMe")
    with pytest.raises(error) as caught:
        await api.call("getMe", {})
    assert type(caught.value) is error


@pytest.mark.fault("token-in-errors")
@pytest.mark.parametrize(
    "kind", ["reset", "timeout-before", "502-html", "500", "401", "refused", "closed", "full"]
)
@pytest.mark.parametrize("by_library", [False, True])
async def test_no_error_knows_the_token(server: BotApiServer, kind: str, by_library: bool) -> None:
    request = AiohttpRequest(1, connect_timeout=0.5, read_timeout=0.5)
    await request.initialize()
    bot = Bot(TOKEN, base_url=f"{server.base_url}/bot", request=request, get_updates_request=request)
    if kind == "refused":
        await server.stop()
    elif kind == "closed":
        await request.shutdown()
    elif kind == "full":  # no free connection: aiohttp's error shows the address
        poll = BotApi.of(bot).call("getUpdates", {"timeout": 5}, read_timeout=9.0)
        polling = asyncio.create_task(poll)
        await asyncio.sleep(0.1)
    else:
        server.faults.add(kind)
    with pytest.raises(Exception) as caught:  # noqa: PT011
        await (bot.get_me() if by_library else BotApi.of(bot).call("getMe", {}))
    await request.shutdown()
    if kind == "full":
        await asyncio.wait({polling})
        polling.exception()
    link: BaseException | None = caught.value
    told = "".join(traceback.format_exception(caught.value))
    while link is not None:  # suppressed links, too
        told += f"{link} {link!r} {link.args}"
        link = link.__cause__ or link.__context__
    assert TOKEN.split(":")[1] not in told
