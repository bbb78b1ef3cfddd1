"""Puts misspelt, abbreviated, disguised and run-together words of a message into one spelling."""

from __future__ import annotations

import re

from conversations.content import ContentError, read_toml, texts

_LEET = str.maketrans("013457@$!|€", "oieastasiie")
_LEET_MARK = re.compile(r"[0134578@$!|€]")
_MEASURE = re.compile(r"\d+(?:am|pm|st|nd|rd|th|k|h|x|m|km|kms|mg|ml|yrs?|hrs?|mins?)")
_REPEATED = re.compile(r"(.)\1{2,}")
_STARRED = re.compile(r"^[a-z]+[*#_.\-]+[a-z]+$")

_FILE = "spelling.toml"
_DATA = read_toml("conversations.safety", _FILE)
_FUZZY_WORDS = texts(_DATA, "fuzzy", _FILE, "file", at_least=1)
_DISGUISED = texts(_DATA, "disguised", _FILE, "file", at_least=1)
_PIECES = frozenset(texts(_DATA, "pieces", _FILE, "file", at_least=1))
_LONGEST_PIECE = max(map(len, _PIECES))


def _slips(word: str) -> set[str]:
    """Spellings one dropped, doubled or swapped letter away from `word`."""
    dropped = {word[:i] + word[i + 1 :] for i in range(1, len(word))}
    doubled = {word[:i] + word[i] + word[i:] for i in range(len(word))}
    swapped = {word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in range(len(word) - 1)}
    return (dropped | doubled | swapped) - {word}


def _spellings() -> dict[str, str]:
    table = {slip: word for word in _FUZZY_WORDS for slip in _slips(word)}
    for name in ("contractions", "slang"):
        for said, meant in _DATA.get(name, {}).items():
            if not isinstance(meant, str):
                raise ContentError(_FILE, f"[{name}] {said}", "must be text")
            table[said] = meant
    return table


_SPELLINGS = _spellings()


def respell(word: str) -> str:
    """Return the usual spelling of one folded `word`; the result may be several words."""
    known = _SPELLINGS.get(word)
    if known is not None:
        return known
    if word.isalpha():
        if len(word) >= 3 and _REPEATED.search(word):
            word = _REPEATED.sub(r"\1", word)
            word = _SPELLINGS.get(word, word)
        if 6 <= len(word) <= 60:
            return split_run(word) or word
        return word
    return _undisguise(word)


def _undisguise(word: str) -> str:
    """Read digits and signs inside a word as the letters they stand for."""
    if _STARRED.match(word):
        for plain in _DISGUISED:
            if len(plain) == len(word) and all(
                a == b or not a.isalpha() for a, b in zip(word, plain, strict=True)
            ):
                return plain
    if _LEET_MARK.search(word) and any(c.isalpha() for c in word) and not _MEASURE.fullmatch(word):
        letters = word.translate(_LEET)
        if letters.isalpha():
            letters = _REPEATED.sub(r"\1", letters)
            return _SPELLINGS.get(letters, letters)
    return word


def split_run(letters: str) -> str:
    """Split `letters` into known words, or return "" when it is not made of them (linear in its length)."""
    if letters in _PIECES or len(letters) > 200:
        return ""
    reached: dict[int, str] = {0: ""}
    for start in range(len(letters)):
        if start not in reached:
            continue
        for end in range(start + 1, min(start + _LONGEST_PIECE, len(letters)) + 1):
            if end not in reached and letters[start:end] in _PIECES:
                reached[end] = f"{reached[start]} {letters[start:end]}"
    whole = reached.get(len(letters), "")
    return " ".join(_SPELLINGS.get(piece, piece) for piece in whole.split())
