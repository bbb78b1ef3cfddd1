"""Turns Telegram's HTML into text and entities, and counts as Telegram counts: in UTF-16 code units."""

from __future__ import annotations

import re
from typing import Any

from bot.sandbox.errors import ApiError, bad_request

Entity = dict[str, Any]

# Tags and entity types of "HTML style", core.telegram.org/bots/api#html-style.
_ENTITY_OF = {
    "a": "text_link", "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline",
    "ins": "underline", "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough",
    "span": "spoiler", "tg-spoiler": "spoiler", "tg-emoji": "custom_emoji", "code": "code", "pre": "pre",
    "blockquote": "blockquote",
}  # fmt: skip
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_REFERENCE = re.compile(r"&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]+));?")
_ATTRIBUTE = re.compile(
    r"""\s*([^\s=>/"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([A-Za-z0-9.\-]+)(?=[\s>]|$)))?"""
)
_ENTITY_TYPES = {
    *_ENTITY_OF.values(), "expandable_blockquote", "mention", "hashtag", "cashtag", "bot_command", "url",
    "email", "phone_number", "text_mention", "date_time",
}  # fmt: skip
_FOUND = re.compile(
    r"(?P<bot_command>(?<![\w/<>@])/[A-Za-z0-9_]{1,32}(?![\w/]))"
    r"|(?P<url>https?://[^\s<>\"]+[^\s<>\".,;:!?)])"
)


def utf16_length(text: str) -> int:
    """Return the length of `text` in UTF-16 code units, the unit of Telegram's limits."""
    return len(text) + sum(1 for character in text if ord(character) > 0xFFFF)


def _refuse(reason: str) -> ApiError:
    return bad_request(f"can't parse entities: {reason}")


class _Parser:
    """One pass over an HTML text. Wording of the refusals follows Telegram's own parser (td, parse_html)."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.pieces: list[str] = []
        self.length = 0
        self.entities: list[Entity] = []
        self.open: list[tuple[str, int, Entity]] = []

    def byte(self, position: int) -> int:
        return len(self.source[:position].encode("utf-8"))

    def parse(self) -> tuple[str, list[Entity]]:
        position = 0
        for found in re.finditer(r"[<&]", self.source):
            if found.start() < position:
                continue
            self.add(self.source[position : found.start()])
            step = self.reference if found.group() == "&" else self.tag
            position = step(found.start())
        self.add(self.source[position:])
        if self.open:
            raise _refuse(f'Can\'t find end tag corresponding to start tag "{self.open[-1][0]}"')
        return "".join(self.pieces), self.entities

    def add(self, text: str) -> None:
        self.pieces.append(text)
        self.length += utf16_length(text)

    def reference(self, at: int) -> int:
        found = _REFERENCE.match(self.source, at)
        if found:
            decimal, hexadecimal, name = found.groups()
            code = int(decimal) if decimal else int(hexadecimal, 16) if hexadecimal else 0
            if name in _NAMED or (0 < code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF):
                self.add(_NAMED[name] if name else chr(code))
                return found.end()
        # Telegram shows a stray "&" as it is, but its description asks for "&amp;": here it is an error,
        # because it means that somebody's words went out unescaped.
        raise _refuse(f"Unsupported or unescaped HTML entity at byte offset {self.byte(at)}")

    def tag(self, at: int) -> int:
        if self.source.startswith("</", at):
            return self.end_tag(at)
        found = re.compile(r"<([^\s>]*)").match(self.source, at)
        name = found.group(1).lower() if found else ""
        end = at + 1 + len(name)
        if end >= len(self.source):
            raise _refuse(f"Unclosed start tag at byte offset {self.byte(at)}")
        if name not in _ENTITY_OF:
            raise _refuse(f'Unsupported start tag "{name}" at byte offset {self.byte(at)}')
        attributes, end = self.attributes(name, at, end)
        self.open.append((name, self.length, self.entity(name, attributes, at)))
        return end

    def attributes(self, name: str, at: int, position: int) -> tuple[dict[str, str], int]:
        attributes: dict[str, str] = {}
        while True:
            rest = re.compile(r"\s*>").match(self.source, position)
            if rest:
                return attributes, rest.end()
            if not self.source[position:].strip():
                raise _refuse(f'Unclosed start tag "{name}" at byte offset {self.byte(at)}')
            found = _ATTRIBUTE.match(self.source, position)
            if not found:
                raise _refuse(f'Empty attribute name in the tag "{name}" at byte offset {self.byte(at)}')
            attributes[found[1].lower()] = unescape(found[2] or found[3] or found[4] or "")
            position = found.end()

    def entity(self, name: str, attributes: dict[str, str], at: int) -> Entity:
        if name == "span" and attributes.get("class") != "tg-spoiler":
            raise _refuse(f'Tag "span" must have class "tg-spoiler" at byte offset {self.byte(at)}')
        entity: Entity = {"type": _ENTITY_OF[name]}
        if name == "a":
            entity["url"] = attributes.get("href", "")
        if name == "tg-emoji":
            entity["custom_emoji_id"] = attributes.get("emoji-id", "")
        if name == "blockquote" and "expandable" in attributes:
            entity["type"] = "expandable_blockquote"
        language = attributes.get("class", "").removeprefix("language-") if name == "code" else ""
        if language and self.open and self.open[-1][0] == "pre":
            self.open[-1][2]["language"] = language
        return entity

    def end_tag(self, at: int) -> int:
        if not self.open:
            raise _refuse(f"Unexpected end tag at byte offset {self.byte(at)}")
        found = re.compile(r"</([^\s>]*)\s*>").match(self.source, at)
        if not found:
            raise _refuse(f"Unclosed end tag at byte offset {self.byte(at)}")
        name, start, entity = self.open.pop()
        if found[1] and found[1].lower() != name:
            raise _refuse(
                f"Unmatched end tag at byte offset {self.byte(at)}, "
                f'expected "</{name}>", found "</{found[1].lower()}>"'
            )
        code_in_pre = name == "code" and bool(self.open) and self.open[-1][0] == "pre"
        if self.length > start and not code_in_pre and entity.get("url") != "":
            self.entities.append({"offset": start, "length": self.length - start, **entity})
        return found.end()


def unescape(value: str) -> str:
    """Return an attribute's value with its character references resolved."""

    def one(found: re.Match[str]) -> str:
        decimal, hexadecimal, name = found.groups()
        code = int(decimal) if decimal else int(hexadecimal, 16) if hexadecimal else 0
        return _NAMED.get(name) or (chr(code) if 0 < code < 0xD800 else found.group())

    return _REFERENCE.sub(one, value)


def parse_html(source: str) -> tuple[str, list[Entity]]:
    """Return the plain text and the entities of a text in Telegram's HTML.

    Raises:
        ApiError: 400 "can't parse entities: ..." for an unsupported, unclosed or crossed tag, or a bare "&".
    """
    text, entities = _Parser(source).parse()
    return text, sorted(entities, key=lambda entity: (entity["offset"], -entity["length"]))


def check_entities(text: str, entities: list[Entity]) -> list[Entity]:
    """Return the given entities; raise a 400 if one is of an unknown type or lies outside the text."""
    size = utf16_length(text)
    for entity in entities:
        if entity["type"] not in _ENTITY_TYPES:
            raise _refuse(f'Unsupported entity type "{entity["type"]}"')
        if entity["offset"] < 0 or entity["length"] <= 0 or entity["offset"] + entity["length"] > size:
            raise _refuse("entity lies outside the text")
    return sorted(entities, key=lambda entity: (entity["offset"], -entity["length"]))


def find_entities(text: str, known: list[Entity]) -> list[Entity]:
    """Return `known` with the bot commands and links that Telegram finds by itself outside code and links."""
    taken = [
        range(entity["offset"], entity["offset"] + entity["length"])
        for entity in known
        if entity["type"] in {"code", "pre", "text_link"}
    ]
    found = list(known)
    for match in _FOUND.finditer(text):
        offset = utf16_length(text[: match.start()])
        if not any(offset in span for span in taken):
            found.append({"type": match.lastgroup, "offset": offset, "length": utf16_length(match.group())})
    return sorted(found, key=lambda entity: (entity["offset"], -entity["length"]))


def trim(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """Return the text without white space at its ends, as Telegram stores it, and the entities moved."""
    trimmed = text.strip()
    if trimmed == text:
        return text, entities
    lead = utf16_length(text) - utf16_length(text.lstrip())
    size = utf16_length(trimmed)
    kept = []
    for entity in entities:
        start = max(entity["offset"] - lead, 0)
        end = min(entity["offset"] + entity["length"] - lead, size)
        if end > start:
            kept.append({**entity, "offset": start, "length": end - start})
    return trimmed, kept
