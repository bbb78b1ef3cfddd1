"""The HTTP client under python-telegram-bot: aiohttp, one pool of connections, no token in any error."""

from __future__ import annotations

import json
from typing import Any

import aiohttp
from telegram.error import NetworkError
from telegram.request import BaseRequest, RequestData
from yarl import URL

from bot.telegram.errors import NoAnswerInTime, NotSent, OutcomeUnknown

CONNECTIONS = 128  # 64 messages and 48 answers to taps at once, the long poll, the rest for crisis cards
JSON_TYPE = "application/json"
# Shorter than the servers' own, so that a message seldom meets a connection that is just being closed.
_IDLE_SECONDS = 30.0

Body = bytes | aiohttp.FormData


class AiohttpRequest(BaseRequest):
    """Carries requests; one object serves as both of a Bot's, and its own callers.

    Args:
        connections: how many may be open at once.
        connect_timeout: seconds for a free connection and, apart from that, for making one.
        read_timeout: seconds to wait for the next bytes of an answer.
        write_timeout: seconds that sending may take on top.
    """

    def __init__(
        self,
        connections: int = CONNECTIONS,
        *,
        connect_timeout: float = 10.0,
        read_timeout: float = 15.0,
        write_timeout: float = 20.0,
    ) -> None:
        self._connections = connections
        self._connect = connect_timeout
        self._read = read_timeout
        self._write = write_timeout
        self._usual = self._limits(read_timeout)
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float | None:
        """Seconds to wait for the next bytes of an answer."""
        return self._read

    async def initialize(self) -> None:
        """Open the pool; doing it twice does nothing."""
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(limit=self._connections, keepalive_timeout=_IDLE_SECONDS),
                cookie_jar=aiohttp.DummyCookieJar(),
                headers={"User-Agent": self.USER_AGENT},
            )

    async def shutdown(self) -> None:
        """Close the pool; it can be opened again."""
        session, self._session = self._session, None
        if session is not None:
            await session.close()

    async def send(
        self, url: str | URL, body: Body, content_type: str | None = None, read_timeout: float | None = None
    ) -> tuple[int, bytes]:
        """Post a body and return the status and body of the answer.

        Args:
            url: where to.
            body: bytes, or a form with files.
            content_type: of bytes; a form brings its own.
            read_timeout: seconds to wait for the answer; None for the usual ones.

        Raises:
            NotSent: no connection came about.
            OutcomeUnknown: something happened after that.
        """
        limits = self._usual if read_timeout is None else self._limits(read_timeout)
        headers = {"Content-Type": content_type} if content_type else None
        return await self._exchange("POST", url, body, headers, limits)

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Carry a request of python-telegram-bot's (see BaseRequest.do_request). Raises as `send`."""
        limits = self._limits(
            _given(read_timeout, self._read),
            _given(write_timeout, self._write),
            _given(connect_timeout, self._connect),
            _given(pool_timeout, self._connect),
        )
        if request_data is None:
            return await self._exchange(method, url, None, None, limits)
        if request_data.contains_files:
            return await self._exchange(method, url, _form(request_data), None, limits)
        body = json.dumps(request_data.parameters).encode()
        return await self._exchange(method, url, body, {"Content-Type": JSON_TYPE}, limits)

    def _limits(
        self,
        read: float | None,
        write: float | None = None,
        connect: float | None = None,
        pool: float | None = None,
    ) -> aiohttp.ClientTimeout:
        write = self._write if write is None else write
        connect = self._connect if connect is None else connect
        pool = self._connect if pool is None else pool
        return aiohttp.ClientTimeout(
            total=None if read is None else pool + connect + write + read,
            connect=pool + connect,
            sock_connect=connect,
            sock_read=read,
        )

    async def _exchange(
        self,
        method: str,
        url: str | URL,
        body: Body | None,
        headers: dict[str, str] | None,
        limits: aiohttp.ClientTimeout,
    ) -> tuple[int, bytes]:
        session = self._session
        if session is None:
            raise NotSent("the client is not open")
        problem: NetworkError
        try:
            # A redirect would hand the token, which is part of the address, to somebody else.
            async with session.request(
                method, url, data=body, headers=headers, timeout=limits, allow_redirects=False
            ) as answer:
                return answer.status, await answer.read()
        except Exception as error:
            problem = _translate(error)
        # Raised out here, so that it does not carry aiohttp's error, which shows the address.
        raise problem


def _translate(error: Exception) -> NetworkError:
    kind = type(error).__name__
    if isinstance(error, aiohttp.ClientConnectorError | aiohttp.ConnectionTimeoutError | aiohttp.InvalidURL):
        return NotSent(kind)
    if isinstance(error, TimeoutError):
        return NoAnswerInTime(kind)
    return OutcomeUnknown(kind)


def _given(value: Any, default: float) -> float | None:
    return default if value is BaseRequest.DEFAULT_NONE else value


def _form(request_data: RequestData) -> aiohttp.FormData:
    form = aiohttp.FormData(quote_fields=False)
    for name, value in request_data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, media_type) in request_data.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=media_type)
    return form


def make_form(parameters: dict[str, Any], files: dict[str, tuple[str, bytes, str]]) -> aiohttp.FormData:
    """Return a form of parameters and files (name, content, media type), as the Bot API takes uploads."""
    form = aiohttp.FormData(quote_fields=False)
    for name, value in parameters.items():
        form.add_field(name, value if isinstance(value, str) else json.dumps(value))
    for name, (filename, content, media_type) in files.items():
        form.add_field(name, content, filename=filename, content_type=media_type)
    return form
