"""Brings a message into the one form that the screening rules are written for."""

from __future__ import annotations

import re

from conversations.safety.characters import fold
from conversations.safety.spelling import respell, split_run

MAX_CHARACTERS = 12_000

# A word may hold leet signs; "!" and "|" count only between letters, otherwise they end a clause.
_TOKEN = re.compile(
    r"(?P<dotted>(?<!\w)[^\W\d_](?:[.\-_*][^\W\d_]){1,200}(?!\w))"
    r"|(?P<word>[\w@$€\u0900-\u0dff](?:[\w@$€\u0900-\u0dff]|[!|*](?=\w))*)"
    r"|(?P<dots>\.{2,})"
    r"|(?P<stop>[.,;:!?()\"\u201c\u201d\u2013\u2014|]+)"
)
_NOT_LETTERS = re.compile(r"[\W_]+")
_JOINED = {
    "any more": "anymore", "any longer": "anymore", "no longer": "do not", "no one": "noone",
    "nobody": "noone", "for ever": "forever", "every one": "everyone", "some one": "someone",
    "my self": "myself", "in to": "into",
}  # fmt: skip
_JOINING = re.compile(r"(?<= )(?:" + "|".join(_JOINED) + r")(?= )")


def normalise(text: str) -> str:
    """Return `text` as plain lower-case words set apart by one space, clauses set apart by " . ".

    The result starts and ends with a space, so that " word " finds whole words. Work is linear in the length;
    what goes beyond MAX_CHARACTERS (Telegram allows 4,096) is kept by its beginning and its end.
    """
    if len(text) > MAX_CHARACTERS:
        half = MAX_CHARACTERS // 2
        text = f"{text[:half]} . {text[-half:]}"
    words: list[str] = []
    letters: list[str] = []
    gap_end = 0
    folded = fold(text)
    for match in _TOKEN.finditer(folded):
        token = match.group()
        if match.lastgroup == "word" and len(token) == 1 and token.isalpha() and token.isascii():
            if letters and match.start() - gap_end > 1:
                letters.append(" ")
            letters.append(token)
        else:
            if letters:
                words.append(_close_letters(letters))
                letters = []
            words.append(_read(match.lastgroup or "", token))
        gap_end = match.end()
    if letters:
        words.append(_close_letters(letters))
    joined = " " + " ".join(" ".join(words).split()) + " "
    return _JOINING.sub(lambda found: _JOINED[found.group()], joined)


def _read(kind: str, token: str) -> str:
    if kind == "dotted":
        return _run(_NOT_LETTERS.sub("", token))
    if kind == "word":
        return respell(token)
    return "" if kind == "dots" else "."


def _close_letters(letters: list[str]) -> str:
    """Join single letters that spell a word; one or two of them are words of their own ("i", "a", "u")."""
    spelt = "".join(letters)
    if sum(map(len, spelt.split())) < 3:
        return " ".join(respell(letter) for letter in letters if letter != " ")
    return (
        _run(spelt.replace(" ", ""))
        if split_run(spelt.replace(" ", ""))
        else " ".join(map(_run, spelt.split()))
    )


def _run(letters: str) -> str:
    return split_run(letters) or respell(letters)
