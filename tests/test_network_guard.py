"""The guard of conftest.py: tests reach this machine and nothing else."""

from __future__ import annotations

import asyncio
import socket

import aiohttp
import pytest

# An address that documentation may use and nobody answers (RFC 5737).
ELSEWHERE = "192.0.2.1"


@pytest.mark.parametrize("method", ["connect", "connect_ex"])
def test_a_connection_elsewhere_is_refused(method: str) -> None:
    with socket.socket() as sock, pytest.raises(AssertionError, match="tried to reach"):
        getattr(sock, method)((ELSEWHERE, 80))


def test_a_datagram_elsewhere_is_refused() -> None:
    with socket.socket(type=socket.SOCK_DGRAM) as sock, pytest.raises(AssertionError, match="tried to reach"):
        sock.sendto(b"x", (ELSEWHERE, 53))


async def test_a_name_is_not_looked_up_by_the_http_client() -> None:
    async with aiohttp.ClientSession() as session:
        with pytest.raises(AssertionError, match="tried to look up"):
            await session.get("https://api.telegram.org/")


async def test_this_machine_can_be_reached() -> None:
    server = await asyncio.start_server(lambda _reader, writer: writer.close(), "127.0.0.1", 0)
    async with server:
        port = server.sockets[0].getsockname()[1]
        reader, writer = await asyncio.open_connection("localhost", port)
        assert await reader.read() == b""
        writer.close()
        await writer.wait_closed()
