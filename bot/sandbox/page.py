"""The chat page's own server side: the page, its stream of events, and what a person does there."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from importlib.resources import files
from typing import Any

from aiohttp import web

from bot.clock import ShiftedClock
from bot.sandbox.chats import Chat, Message, Press
from bot.sandbox.errors import Json
from bot.sandbox.people import Person
from bot.sandbox.profile import menu_for
from bot.sandbox.sending import image_type
from bot.sandbox.server import BotApiServer

BEAT_SECONDS = 2.0  # how often the page hears the time and what is due
NAME_LENGTH = 40
TRAVEL_SECONDS = 366 * 24 * 3600.0
_AFTER_DUE = 1.0  # "to the next message" arrives this many seconds after it is due
_FILES = {
    "index.html": "text/html",
    "icon.svg": "image/svg+xml",
    "style.css": "text/css",
    "layout.css": "text/css",
    "main.js": "text/javascript",
    "messages.js": "text/javascript",
    "formatting.js": "text/javascript",
    "composer.js": "text/javascript",
    "controls.js": "text/javascript",
    "server.js": "text/javascript",
}
NextDue = Callable[[], Awaitable[float | None]]
Notify = Callable[[], Awaitable[None]]


class ChatPage:
    """A page that shows the chats of a server and lets people act in them.

    Args:
        server: whose chats are shown.
        clock: what time travel moves.
        next_due: tells when (UTC epoch seconds) the next unasked message is due, or None.
        travelled: called after each journey in time, so that the bot looks at once what is due.
    """

    def __init__(
        self,
        server: BotApiServer,
        clock: ShiftedClock,
        next_due: NextDue | None = None,
        travelled: Notify | None = None,
    ) -> None:
        self.server = server
        self.clock = clock
        self.next_due = next_due
        self.travelled = travelled
        self.people: dict[int, Person] = {}
        self._streams: set[asyncio.Queue[tuple[str, Any] | None]] = set()
        server.world.listen(self._heard)

    def add_person(self, name: str) -> Person:
        """Add a person who can be played on the page."""
        person = self.server.add_person(name)
        self.people[person.chat_id] = person
        self._tell("person", self._person_view(person))
        self._tell("bot", self._bot_view())
        return person

    def add_routes(self, app: web.Application) -> None:
        """Serve the page in an application."""
        app.router.add_get("/", self._file)
        app.router.add_get("/page/{name}", self._file)
        app.router.add_get("/events", self._events)
        app.router.add_get("/files/{file_id}", self._download)
        for name in ("person", "say", "edit", "tap", "send", "travel"):
            app.router.add_post(f"/api/{name}", self._action)

    def close(self) -> None:
        """End every stream."""
        for stream in self._streams:
            stream.put_nowait(None)

    # -- what is shown

    def _person_view(self, person: Person) -> Json:
        chat = person.chat
        return {
            "id": person.chat_id,
            "name": chat.title,
            "messages": [_message_view(message) for message in chat.visible()],
        }

    def _bot_view(self) -> Json:
        world = self.server.world
        commands = {
            number: menu_for(world, number, person.user["language_code"])
            for number, person in self.people.items()
        }
        return {
            "name": world.bot["first_name"],
            "description": world.profile["description"],
            "commands": commands,
        }

    async def _clock_view(self) -> Json:
        due = await self.next_due() if self.next_due else None
        return {"now": self.clock.now(), "due": due, "can_travel_to_due": self.next_due is not None}

    def _heard(self, kind: str, chat_id: int, subject: Any) -> None:
        if kind == "commands":
            self._tell("bot", self._bot_view())
        elif chat_id not in self.people:
            return
        elif isinstance(subject, Message):
            event = "delete" if kind == "delete" else "message"
            self._tell(event, {"chat_id": chat_id, **_message_view(subject)})
        elif isinstance(subject, Press) and kind == "answer":
            answer = {"query_id": subject.query_id, "text": subject.text, "alert": subject.alert}
            self._tell("answer", {"chat_id": chat_id, **answer})
        elif isinstance(subject, Chat) and kind == "typing":
            self._tell("typing", {"chat_id": chat_id, "seconds": subject.typing_until - self.clock.now()})

    def _tell(self, event: str, data: Any) -> None:
        for stream in self._streams:
            stream.put_nowait((event, data))

    # -- requests

    async def _file(self, request: web.Request) -> web.Response:
        name = request.match_info.get("name", "index.html")
        if name not in _FILES:
            raise web.HTTPNotFound
        text = files("bot.sandbox").joinpath("page", name).read_text("utf-8")
        return web.Response(text=text, content_type=_FILES[name], headers={"Cache-Control": "no-store"})

    async def _download(self, request: web.Request) -> web.Response:
        upload = self.server.world.files.get(request.match_info["file_id"])
        if upload is None:
            raise web.HTTPNotFound
        picture = image_type(upload.content)
        response = web.Response(body=upload.content, content_type=picture or "application/octet-stream")
        if not picture:
            quoted = "".join(c if c.isalnum() or c in "-_. " else "_" for c in upload.name)
            ascii_name = quoted.encode("ascii", "replace").decode().replace("?", "_")
            response.headers["Content-Disposition"] = f'attachment; filename="{ascii_name}"'
        return response

    async def _events(self, request: web.Request) -> web.StreamResponse:
        stream: asyncio.Queue[tuple[str, Any] | None] = asyncio.Queue()
        response = web.StreamResponse(headers={"Cache-Control": "no-store"})
        response.content_type = "text/event-stream"
        await response.prepare(request)
        state = {"people": [self._person_view(person) for person in self.people.values()]}
        stream.put_nowait(("state", state | {"bot": self._bot_view()}))
        self._streams.add(stream)
        try:
            await self._feed(response, stream)
        except ConnectionError:
            pass  # the page was closed
        finally:
            self._streams.discard(stream)
        return response

    async def _feed(
        self, response: web.StreamResponse, stream: asyncio.Queue[tuple[str, Any] | None]
    ) -> None:
        beat = 0.0
        loop = asyncio.get_running_loop()
        while True:
            if loop.time() >= beat:
                await _write(response, "clock", await self._clock_view())
                beat = loop.time() + BEAT_SECONDS
            try:
                item = await asyncio.wait_for(stream.get(), max(beat - loop.time(), 0.01))
            except TimeoutError:
                continue
            if item is None:
                return
            if item[0] == "travelled":
                beat = 0.0
            else:
                await _write(response, *item)

    async def _action(self, request: web.Request) -> web.Response:
        if request.content_type != "application/json":
            raise web.HTTPUnsupportedMediaType
        try:
            body = await request.json()
            done = await self._do(request.path.removeprefix("/api/"), body)
        except (KeyError, TypeError, ValueError, LookupError):
            return web.json_response({"problem": "That did not work."}, status=400)
        return web.json_response(done)

    async def _do(self, action: str, body: Json) -> Json:
        if action == "person":
            name = str(body["name"]).strip()[:NAME_LENGTH]
            if not name:
                raise ValueError("a person needs a name")
            return {"id": self.add_person(name).chat_id}
        if action == "travel":
            return await self._travel(body)
        person = self.people[body["chat_id"]]
        if action == "say":
            text = str(body["text"]).strip()
            return {"message_id": person.says(text).message_id} if text else {}
        if action == "edit":
            return {"message_id": person.edits(str(body["text"]).strip(), body["message_id"]).message_id}
        if action == "tap":
            message = person.chat.messages[body["message_id"]]
            return {"query_id": person.taps(message, str(body["data"])).query_id}
        return {
            "message_id": self._send(person, body["kind"], str(body.get("caption", "")).strip()).message_id
        }

    def _send(self, person: Person, kind: str, caption: str) -> Message:
        if kind == "photo":
            return person.sends_photo(caption)
        simple: dict[str, Callable[[], Message]] = {
            "sticker": person.sends_sticker,
            "voice": person.sends_voice,
            "location": person.sends_location,
        }
        return simple[kind]()

    async def _travel(self, body: Json) -> Json:
        if body.get("to") == "next":
            due = await self.next_due() if self.next_due else None
            if due is None:
                return {"notice": "nothing"}
            seconds = due - self.clock.now() + _AFTER_DUE
        else:
            seconds = float(body["seconds"])
        if not seconds <= TRAVEL_SECONDS:
            raise ValueError("too far")
        if seconds > 0:
            self.clock.travel(seconds)
        self._tell("travelled", None)
        if self.travelled:
            await self.travelled()
        return {"notice": "arrived" if seconds > 0 else "due"}


def _message_view(message: Message) -> Json:
    return {"payload": message.payload, "from_bot": message.from_bot}


async def _write(response: web.StreamResponse, event: str, data: Any) -> None:
    await response.write(f"event: {event}\ndata: {json.dumps(data)}\n\n".encode())
