"""The local Bot API server: Telegram's side of the conversation, over real HTTP."""

from __future__ import annotations

import asyncio
import inspect
import json
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from bot.clock import Clock
from bot.sandbox import editing, profile, sending
from bot.sandbox.chats import Chat, Message, World
from bot.sandbox.errors import ApiError, Json, bad_request
from bot.sandbox.faults import Fault, Faults
from bot.sandbox.methods import Upload, check_parameters, published_name
from bot.sandbox.people import Person
from bot.sandbox.requests import read_parameters
from bot.sandbox.updates import UpdateQueue
from bot.sandbox.webhook import Webhook

BOT: Json = {
    "id": 100_001,
    "is_bot": True,
    "first_name": "Rebound",
    "username": "rebound_sandbox_bot",
    "can_join_groups": True,
    "can_read_all_group_messages": False,
    "supports_inline_queries": False,
}
TOKEN = f"{BOT['id']}:local-sandbox"  # opens nothing: the server listens on this machine only
BODY_BYTES = 60 * 1024 * 1024
MAX_POLL_SECONDS = 50
_KEPT_REQUESTS = 200_000
_SILENCE_SECONDS = 600.0  # how long "no answer ever" lasts at most

Method = Callable[[World, Json], Any]
METHODS: dict[str, Method] = {
    "getMe": profile.get_me,
    "sendMessage": sending.send_message,
    "sendPhoto": sending.send_photo,
    "sendDocument": sending.send_document,
    "sendChatAction": sending.send_chat_action,
    "editMessageText": editing.edit_message_text,
    "editMessageCaption": editing.edit_message_caption,
    "editMessageReplyMarkup": editing.edit_message_reply_markup,
    "deleteMessage": editing.delete_message,
    "deleteMessages": editing.delete_messages,
    "answerCallbackQuery": profile.answer_callback_query,
    "setMyCommands": profile.set_my_commands,
    "deleteMyCommands": profile.delete_my_commands,
    "getMyCommands": profile.get_my_commands,
    "setMyDescription": profile.set_my_description,
    "getMyDescription": profile.get_my_description,
    "setMyShortDescription": profile.set_my_short_description,
    "getMyShortDescription": profile.get_my_short_description,
    "setChatMenuButton": profile.set_chat_menu_button,
    "getChat": profile.get_chat,
    "leaveChat": profile.leave_chat,
}


@dataclass
class Request:
    """One request of the bot's, for the log and for hooks."""

    method: str
    parameters: Json
    date: float
    status: int | None = None
    description: str = ""
    result: Any = field(default=None, repr=False)

    @property
    def chat_id(self) -> int | None:
        """The chat it is about, if it names one."""
        chat_id = self.parameters.get("chat_id")
        return chat_id if isinstance(chat_id, int) else None


Hook = Callable[[Request], Awaitable[None] | None]


class BotApiServer:
    """A Bot API for one bot.

    Args:
        clock: gives all dates and limits, so that time travel moves them.
        token: what the bot must come with; anything else is a 401.
        first_update_id: number of the first update.
        delay: seconds that every call takes besides its work, half before and half after acting.
    """

    def __init__(
        self, clock: Clock, *, token: str = TOKEN, first_update_id: int = 1_000, delay: float = 0.0
    ) -> None:
        self.clock = clock
        self.token = token
        self.delay = delay
        self.world = World(clock, BOT)
        self.updates = UpdateQueue(clock, first_update_id)
        self.webhook = Webhook(self.updates)
        self.faults = Faults()
        self.requests: deque[Request] = deque(maxlen=_KEPT_REQUESTS)
        self.base_url = ""
        self._before: list[tuple[str | None, Hook]] = []
        self._after: list[tuple[str | None, Hook]] = []
        self._stopping = asyncio.Event()
        self._runner: web.AppRunner | None = None

    # -- the test's or page's side

    def add_person(self, name: str = "Sam", language: str = "en") -> Person:
        """Add a person; they can write to the bot at once."""
        return Person(self.world, self.updates, self.world.add_person(name, language))

    def add_group(self, title: str = "Job seekers") -> Chat:
        """Add a group with the bot in it; a Person writes there by `says(text, group)`."""
        return self.world.add_group(title)

    def visible(self, chat_id: int) -> list[Message]:
        """Return the messages that stand in a chat, oldest first."""
        return self.world.chats[chat_id].visible()

    def on_request(self, hook: Hook, method: str | None = None) -> None:
        """Call `hook(request)` when a valid request (of this method) has arrived, before anything is done."""
        self._before.append((method, hook))

    def on_answer(self, hook: Hook, method: str | None = None) -> None:
        """Call `hook(request)` when a request (of this method) has acted, before its answer goes out."""
        self._after.append((method, hook))

    def calls(self, method: str, chat_id: int | None = None) -> list[Request]:
        """Return the logged requests of a method (about a chat), oldest first."""
        return [
            request
            for request in self.requests
            if request.method == method and chat_id in (None, request.chat_id)
        ]

    async def start(self, port: int = 0) -> None:
        """Listen on 127.0.0.1 at this port (0: any free one) and set `base_url`."""
        app = web.Application(client_max_size=BODY_BYTES)
        self.add_routes(app)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.5)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", port).start()
        self.base_url = f"http://127.0.0.1:{self._runner.addresses[0][1]}"

    async def stop(self) -> None:
        """Answer nobody any more and close the port."""
        await self.close()
        if self._runner:
            await self._runner.cleanup()

    async def close(self) -> None:
        """End what waits: polls, silences, deliveries. For a server whose routes run in another's app."""
        self._stopping.set()
        self.updates.wake()
        await self.webhook.stop()

    async def __aenter__(self) -> BotApiServer:
        await self.start()
        return self

    async def __aexit__(self, *exception: object) -> None:
        await self.stop()

    # -- the bot's side

    def add_routes(self, app: web.Application) -> None:
        """Serve `/bot<token>/<method>` in an application."""
        app.router.add_route("*", "/bot{token}/{method}", self._handle)

    async def _handle(self, http: web.Request) -> web.StreamResponse:
        try:
            if http.match_info["token"] != self.token:
                raise ApiError(401, "Unauthorized")
            name = published_name(http.match_info["method"])
            if name is None or http.method not in ("GET", "POST"):
                raise ApiError(404, "Not Found: method not found")
            given = await read_parameters(http)
            request = Request(name, _loggable(given), self.clock.now())
            self.requests.append(request)
            return await self._serve(http, request, given)
        except ApiError as error:
            return web.json_response(error.body(), status=error.code)

    async def _serve(self, http: web.Request, request: Request, given: Json) -> web.StreamResponse:
        try:
            parameters = check_parameters(request.method, given)
            request.parameters = _loggable(parameters)
            await _call(self._before, request)
            await asyncio.sleep(self.delay / 2) if self.delay else None
            fault = self.faults.strike(request.method, parameters.get("chat_id"))
            if fault and not fault.kind.endswith("-after"):
                return await self._fail(http, request, fault)
            request.result = await self._act(request.method, parameters)
            request.status = 200
        except ApiError as error:
            request.status, request.description = error.code, error.description
            raise
        await asyncio.sleep(self.delay / 2) if self.delay else None
        await _call(self._after, request)
        if fault:
            return await self._fail(http, request, fault)
        return web.json_response({"ok": True, "result": request.result}, dumps=_dumps)

    async def _act(self, method: str, parameters: Json) -> Any:
        if method in METHODS:
            return METHODS[method](self.world, parameters)
        if method == "getUpdates":
            return await self._get_updates(parameters)
        if method == "getWebhookInfo":
            return self.webhook.info()
        if parameters.get("drop_pending_updates"):
            self.updates.waiting.clear()
        if "allowed_updates" in parameters:
            self.updates.allowed = parameters["allowed_updates"]
        await self.webhook.set({"url": "", **parameters})
        return True

    async def _get_updates(self, parameters: Json) -> list[Json]:
        if self.webhook.url:
            raise ApiError(
                409,
                "Conflict: can't use getUpdates method while webhook is active; "
                "use deleteWebhook to delete the webhook first",
            )
        if "allowed_updates" in parameters:
            self.updates.allowed = parameters["allowed_updates"]
        limit = parameters.get("limit", 100)
        timeout = parameters.get("timeout", 0)
        if timeout < 0:
            raise bad_request("timeout must be non-negative")
        return await self.updates.poll(
            parameters.get("offset", 0),
            limit if 1 <= limit <= 100 else 100,
            min(timeout, MAX_POLL_SECONDS),
            self._stopping,
        )

    async def _fail(self, http: web.Request, request: Request, fault: Fault) -> web.StreamResponse:
        if fault.refusal:
            raise fault.refusal
        request.description = fault.kind
        if fault.kind == "502-html":
            request.status = 502
            page = "<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>"
            return web.Response(status=502, text=page, content_type="text/html")
        if fault.kind.startswith("timeout"):
            await _wait_for_end(self._stopping, http)
        if http.transport:
            http.transport.abort()
        return web.Response(status=500)


async def _wait_for_end(stopping: asyncio.Event, http: web.Request) -> None:
    """Keep silent until the server stops or the client has hung up."""
    deadline = asyncio.get_running_loop().time() + _SILENCE_SECONDS
    while not stopping.is_set() and asyncio.get_running_loop().time() < deadline:
        if http.transport is None or http.transport.is_closing():
            return
        await asyncio.sleep(0.05)


async def _call(hooks: list[tuple[str | None, Hook]], request: Request) -> None:
    for method, hook in hooks:
        if method in (None, request.method):
            outcome = hook(request)
            if inspect.isawaitable(outcome):
                await outcome


def _loggable(parameters: Json) -> Json:
    return {
        name: f"<file {value.name}, {len(value.content)} bytes>" if isinstance(value, Upload) else value
        for name, value in parameters.items()
    }


def _dumps(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
