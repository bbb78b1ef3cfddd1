"""Folds characters so that look-alikes, accents, invisible marks and emoji compare as plain letters."""

from __future__ import annotations

import re
import unicodedata

_PLAIN = {
    "ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ß": "ss", "þ": "th",
    # apostrophes vanish: "don't" and "dont" are one word
    "'": "", "\u2018": "", "\u2019": "", "\u02bc": "", "`": "", "\u00b4": "", "\u201b": "", "\u2032": "",
    "\u0640": "",  # Arabic tatweel
    "ى": "ي", "ة": "ه", "ٱ": "ا",
    "\u2026": " ", "/": " / ", "\n": " . ", "\r": " . ", "\u2028": " . ", "\u2029": " . ",
    "¿": "", "¡": "", "。": " . ", "，": " . ", "！": " . ", "？": " . ", "、": " . ", "؟": " . ", "،": " . ",
    "।": " . ",
    # emoji that carry the meaning of a phrase
    "🔫": " gun ", "🔪": " knife ", "🗡": " knife ", "💊": " pills ", "💀": " skull ", "☠": " skull ",
    "⚰": " coffin ", "🪦": " grave ", "🌉": " bridge ", "🩸": " blood ",
}  # fmt: skip

_CYRILLIC_LOOKALIKES = str.maketrans("аеорсухіјѕԁмткнвɡ", "aeopcyxijsdmtkhbg")
_GREEK_LOOKALIKES = str.maketrans("αειοκνρτυχ", "aeioknptux")
_LATIN = re.compile(r"[a-z]")
_MIXED = re.compile(r"[a-z\u0370-\u03ff\u0400-\u04ff\u0500-\u052f]+")
_OTHER_SCRIPT = re.compile(r"[\u0370-\u052f]")


def _fold_one(char: str) -> str:
    if char in _PLAIN:
        return _PLAIN[char]
    out: list[str] = []
    for part in unicodedata.normalize("NFKD", char).casefold():
        for piece in unicodedata.normalize("NFKD", part):
            out.append(_PLAIN.get(piece, piece if _kept(piece) else ""))
    return "".join(out)


def _kept(char: str) -> bool:
    """Whether a decomposed character stays: accents, bidi marks, zero-width and control characters go."""
    code = ord(char)
    if 0x300 <= code <= 0x36F or 0x64B <= code <= 0x65F or code in (0x670, 0x3099, 0x309A):
        return False
    if 0xFE00 <= code <= 0xFE0F or 0x1F3FB <= code <= 0x1F3FF:  # emoji variation and skin tone
        return False
    return unicodedata.category(char) not in ("Cf", "Cs", "Cn") and (code >= 32 or char in "\t ")


class _FoldTable(dict[int, str]):
    """A translation table that works out a character the first time it is met."""

    def __missing__(self, key: int) -> str:
        folded = _fold_one(chr(key))
        if len(self) < 20_000:  # bounded, whatever people paste
            self[key] = folded
        return folded


_TABLE = _FoldTable()


def fold(text: str) -> str:
    """Return `text` in lower case, without accents, apostrophes, invisible marks and look-alikes."""
    folded = text.translate(_TABLE)
    if _OTHER_SCRIPT.search(folded):
        folded = _MIXED.sub(_unmix, folded)
    return folded


def _unmix(match: re.Match[str]) -> str:
    word = match.group()
    if not (_LATIN.search(word) and _OTHER_SCRIPT.search(word)):
        return word
    return word.translate(_CYRILLIC_LOOKALIKES).translate(_GREEK_LOOKALIKES)
