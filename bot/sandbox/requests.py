"""Reads the parameters of a Bot API request: query string, form, multipart or JSON."""

from __future__ import annotations

import json
from typing import Any

from aiohttp import web
from aiohttp.web_request import FileField

from bot.sandbox.errors import bad_request
from bot.sandbox.methods import Upload


async def read_parameters(request: web.Request) -> dict[str, Any]:
    """Return the parameters as they were sent: strings from forms, native values from JSON, files as Upload.

    Raises:
        ApiError: 400 when the body cannot be read.
    """
    given: dict[str, Any] = dict(request.query)
    if request.method != "POST" or not request.can_read_body:
        return given
    if request.content_type == "application/json":
        return given | await _read_json(request)
    try:
        form = await request.post()
    except (UnicodeDecodeError, ValueError):
        raise bad_request("strings must be encoded in UTF-8") from None
    for name, value in form.items():
        given[name] = _upload(value) if isinstance(value, FileField) else value
    return given


async def _read_json(request: web.Request) -> dict[str, Any]:
    try:
        body = json.loads(await request.read())
    except (ValueError, RecursionError):
        raise bad_request("can't parse request as JSON object") from None
    if not isinstance(body, dict):
        raise bad_request("can't parse request as JSON object")
    return body


def _upload(field: FileField) -> Upload:
    name = field.filename.replace("\\", "/").rsplit("/", 1)[-1] or "file"
    return Upload(name, field.content_type or "application/octet-stream", field.file.read())
