"""Keeps other web sites and other machines away from the sandbox."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

from aiohttp import web

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
_HERE = {"127.0.0.1", "localhost"}
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}


def _is_ours(request: web.Request) -> bool:
    """Tell whether a request comes from this page, from a program here, or from the address bar.

    The Host check stops DNS rebinding; Origin and Sec-Fetch-Site stop other sites' forms, images and scripts.
    """
    try:
        host = urlsplit(f"//{request.headers.get('Host', '')}")
    except ValueError:  # half an IPv6 address
        return False
    if host.hostname not in _HERE:
        return False
    origin = request.headers.get("Origin")
    if origin is not None:
        return origin == f"http://{host.netloc}"
    site = request.headers.get("Sec-Fetch-Site", "none")
    opens_page = request.method == "GET" and request.path == "/"
    return site in ("none", "same-origin") or opens_page


@web.middleware
async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Refuse strangers with 403."""
    if not _is_ours(request):
        return web.Response(status=403, text="This page is for this machine only.", headers=HEADERS)
    return await handler(request)


async def add_headers(request: web.Request, response: web.StreamResponse) -> None:
    """Forbid everything from outside (a signal handler: streams get the headers too)."""
    response.headers.update(HEADERS)
