"""A tiny bot for the sandbox's own tests: it echoes, and answers a few words in a special way."""

from __future__ import annotations

import asyncio
import json
import struct
import zlib
from typing import Any

import aiohttp


def draw_png(width: int, height: int) -> bytes:
    """Return a plain picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = (b"\0" + b"\x90" * width) * height
    body = chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


PNG = draw_png(8, 6)


class EchoBot:
    """Polls a Bot API and answers.

    Args:
        base_url: of the server.
        token: the bot's.
    """

    def __init__(self, base_url: str, token: str) -> None:
        self.address = f"{base_url}/bot{token}"
        self._task: asyncio.Task[None] | None = None

    async def __aenter__(self) -> EchoBot:
        self._session = aiohttp.ClientSession()
        self._task = asyncio.create_task(self._run())
        return self

    async def __aexit__(self, *exception: object) -> None:
        if self._task:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
        await self._session.close()

    async def call(self, method: str, **parameters: Any) -> Any:
        """Call a method and return its result."""
        async with self._session.post(f"{self.address}/{method}", json=parameters) as answer:
            body = await answer.json()
        assert body["ok"], body
        return body["result"]

    async def upload(self, method: str, field: str, name: str, content: bytes, **parameters: Any) -> None:
        """Call a method with a file."""
        form = aiohttp.FormData()
        for key, value in parameters.items():
            form.add_field(key, value if isinstance(value, str) else json.dumps(value))
        form.add_field(field, content, filename=name)
        async with self._session.post(f"{self.address}/{method}", data=form) as answer:
            assert answer.status == 200, await answer.text()

    async def _run(self) -> None:
        commands = [{"command": "start", "description": "Begin"}, {"command": "help", "description": "Help"}]
        await self.call("setMyCommands", commands=commands)
        await self.call("setMyDescription", description="I say what you say.")
        offset = 0
        while True:
            for update in await self.call("getUpdates", offset=offset, timeout=20):
                await self._handle(update)
                offset = update["update_id"] + 1

    async def _handle(self, update: dict[str, Any]) -> None:
        if "callback_query" in update:
            await self._pressed(update["callback_query"])
        elif "message" in update or "edited_message" in update:
            await self._said(update)

    async def _said(self, update: dict[str, Any]) -> None:
        message = update.get("message") or update["edited_message"]
        chat = message["chat"]["id"]
        text = message.get("text", message.get("caption", ""))
        if "edited_message" in update:
            await self.call("sendMessage", chat_id=chat, text=f"you changed it to {text}")
        elif text == "/start":
            copying = {"text": "Copy it", "copy_text": {"text": "copied words"}}
            rows = [[_key("Yes", "yes"), _key("No", "no")], [_key("Warn me", "alert")], [copying]]
            markup = {"inline_keyboard": rows}
            await self.call("sendMessage", chat_id=chat, text="Shall we?", reply_markup=markup)
        elif text == "picture":
            await self.upload("sendPhoto", "photo", "dot.png", PNG, chat_id=chat, caption="a picture")
        elif text == "file":
            await self.upload("sendDocument", "document", "notes.txt", b"all of it.", chat_id=chat)
        elif text == "typing":
            await self.call("sendChatAction", chat_id=chat, action="typing")
        elif text.startswith("format "):
            await self.call("sendMessage", chat_id=chat, text=text[7:], parse_mode="HTML")
        else:
            await self.call("sendMessage", chat_id=chat, text=f"you said {text}")

    async def _pressed(self, query: dict[str, Any]) -> None:
        data = query["data"]
        target = {"chat_id": query["message"]["chat"]["id"], "message_id": query["message"]["message_id"]}
        if data == "alert":
            await self.call(
                "answerCallbackQuery", callback_query_id=query["id"], text="Care!", show_alert=True
            )
            return
        await self.call("answerCallbackQuery", callback_query_id=query["id"], text=f"noted: {data}")
        await self.call("editMessageText", **target, text=f"Shall we?\n\nYou chose {data}.")
        rows = [[_key("Again", "again"), _key("Enough", "enough")]]
        markup = {"inline_keyboard": rows}
        await self.call("sendMessage", chat_id=target["chat_id"], text="And now?", reply_markup=markup)


def _key(label: str, data: str) -> dict[str, Any]:
    return {"text": label, "callback_data": data}
