"""Markup: a person's words made safe for Telegram's HTML, and long texts cut where they may be cut."""

from __future__ import annotations

import html
import re

TEXT_LIMIT = 4096
"""UTF-16 units of a message, counted after entity parsing (Bot API, sendMessage)."""
BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")
LONE = re.compile(r"&(?!(?:amp|lt|gt|quot|#\d{1,7});)")
TAG = re.compile(r"<(/?)([a-z]+)>")


def sendable(words: str) -> str:
    """Return words without what cannot be sent at all: lone surrogates and NUL."""
    return words.encode("utf-16", "surrogatepass").decode("utf-16", "replace").replace("\x00", "")


def escape(words: str) -> str:
    """Return a person's words so that Telegram shows them literally; direction overrides end with them."""
    clean = sendable(words)
    if BIDI.search(clean):
        clean = f"\u2068{BIDI.sub('', clean)}\u2069"
    return html.escape(clean, quote=False)


def complete(markup: str) -> str:
    """Return markup with every "&" that stands alone in a sentence of ours written as Telegram wants it."""
    return LONE.sub("&amp;", markup)


def length(markup: str) -> int:
    """Return how many UTF-16 units `markup` has once its tags and entities are read."""
    text = html.unescape(TAG.sub("", markup))
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def split(markup: str, limit: int = TEXT_LIMIT) -> list[str]:
    """Cut a text into pieces of at most `limit` UTF-16 units, at paragraphs, lines or words if it can.

    Tags that are open at a cut are closed there and opened again in the next piece.
    """
    pieces: list[str] = []
    rest = markup
    while length(rest) > limit:
        cut = _find_cut(rest, limit)
        head, rest = rest[:cut], rest[cut:].lstrip()
        still_open = _open_tags(head)
        pieces.append(head.rstrip() + "".join(f"</{tag}>" for tag in reversed(still_open)))
        rest = "".join(f"<{tag}>" for tag in still_open) + rest
    # A piece of blanks alone would be refused: "message text is empty".
    return [piece for piece in (*pieces, rest) if TAG.sub("", piece).strip()] or [markup]


def _find_cut(markup: str, limit: int) -> int:
    low, high = 0, len(markup)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if length(markup[:middle]) <= limit else (low, middle - 1)
    window = markup[:low]
    for mark in ("\n\n", "\n", " "):
        place = window.rfind(mark)
        if place > low // 2:
            return place
    return _outside_tag(window, low)


def _outside_tag(window: str, cut: int) -> int:
    for opening, closing in (("<", ">"), ("&", ";")):
        start = window.rfind(opening)
        if start > max(0, cut - 12) and closing not in window[start:]:
            return start
    return cut


def _open_tags(markup: str) -> list[str]:
    stack: list[str] = []
    for closing, tag in TAG.findall(markup):
        if not closing:
            stack.append(tag)
        elif stack and stack[-1] == tag:
            stack.pop()
    return stack
