"""Loads the screening rules and refuses a broken one by file and rule id."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from conversations.content import ContentError, read_toml, texts
from conversations.safety.characters import fold

GROUPS = frozenset(
    {"explicit", "passive_death_wish", "plan_or_preparation", "goodbye_or_burden", "self_harm",
     "abuse_at_home", "means", "other_language", "mask"}
)  # fmt: skip
FILES = ("rules.toml", "softer.toml", "languages.toml")

_SLUG = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_PIECE = re.compile(r"\{([a-z_]+)\}")
_UNBOUNDED = re.compile(r"(?<!\\)[*+]|\{\d+,\}")


@dataclass(frozen=True)
class Rule:
    """One phrase rule: tried when a word of `needs` occurs, it matches anywhere in a normalised message."""

    id: str
    group: str
    tier: int
    needs: frozenset[str]
    unspaced: bool
    pattern: re.Pattern[str]
    must_match: tuple[str, ...]
    must_not_match: tuple[str, ...]
    file: str


@dataclass(frozen=True)
class RuleBook:
    """All rules: harmless phrases to take out first, then what brings up help (tier 1 before tier 2)."""

    masks: tuple[Rule, ...]
    rules: tuple[Rule, ...]


def load_rules(package: str = "conversations.safety") -> RuleBook:
    """Read and check every rule file of `package`.

    Raises:
        ContentError: names the file and the rule.
    """
    pieces: dict[str, str] = {}
    masks: list[Rule] = []
    rules: list[Rule] = []
    for file in FILES:
        data = read_toml(package, file)
        pieces |= _expand_pieces(data.get("words", {}), file)
        masks += [_read(entry, 0, pieces, file) for entry in _entries(data, "masks", file)]
        tier = 2 if file == "softer.toml" else 1
        rules += [_read(entry, tier, pieces, file) for entry in _entries(data, "rules", file)]
    _refuse_doubles([*masks, *rules])
    return RuleBook(tuple(masks), tuple(sorted(rules, key=lambda rule: rule.tier)))


def _entries(data: Mapping[str, Any], key: str, file: str) -> list[Mapping[str, Any]]:
    found = data.get(key, [])
    if not isinstance(found, list) or not all(isinstance(entry, dict) for entry in found):
        raise ContentError(file, key, f"must be written as [[{key}]]")
    return found


def _expand_pieces(words: Mapping[str, str], file: str) -> dict[str, str]:
    """Expand pieces that use earlier pieces."""
    done: dict[str, str] = {}
    for name, pattern in words.items():
        done[name] = _fill(str(pattern), done, file, f"[words] {name}")
    return done


def _fill(pattern: str, pieces: Mapping[str, str], file: str, label: str) -> str:
    def piece(match: re.Match[str]) -> str:
        if match.group(1) not in pieces:
            raise ContentError(file, label, f"{match.group()} is not in [words]")
        return pieces[match.group(1)]

    return _PIECE.sub(piece, pattern)


def _read(entry: Mapping[str, Any], tier: int, pieces: Mapping[str, str], file: str) -> Rule:
    label = str(entry.get("id", "a rule without an id"))
    if not _SLUG.fullmatch(label):
        raise ContentError(file, label, "id must be a slug such as want-to-die")
    group = "mask" if tier == 0 else str(entry.get("group", ""))
    if group not in GROUPS:
        raise ContentError(file, label, f"group must be one of {', '.join(sorted(GROUPS - {'mask'}))}")
    reviewed = entry.get("reviewed")
    if not isinstance(reviewed, dict) or not reviewed.get("by") or not reviewed.get("on"):
        raise ContentError(file, label, "reviewed must say by whom and on which day")
    unspaced = entry.get("script") == "unspaced"
    patterns = texts(entry, "pattern", file, label, at_least=1)
    return Rule(
        id=label,
        group=group,
        tier=tier,
        needs=frozenset(_folded(word) for word in texts(entry, "needs", file, label, at_least=1)),
        unspaced=unspaced,
        pattern=_compile((_fill(one, pieces, file, label) for one in patterns), unspaced, file, label),
        must_match=texts(entry, "must_match", file, label, at_least=3),
        must_not_match=texts(entry, "must_not_match", file, label, at_least=2),
        file=file,
    )


def _compile(patterns: Iterable[str], unspaced: bool, file: str, label: str) -> re.Pattern[str]:
    """Join the alternatives of a rule, on whole words unless the script has no spaces."""
    one = "|".join(_folded(pattern) for pattern in patterns)
    if _UNBOUNDED.search(one):
        raise ContentError(file, label, "pattern uses * or + or {n,}: bound every repeat, for speed")
    try:
        return re.compile(f"(?:{one})" if unspaced else f"(?:(?<= )|^)(?:{one})(?= )")
    except re.error as broken:
        raise ContentError(file, label, f"pattern does not compile: {broken}") from broken


def _folded(text: str) -> str:
    """Fold what is not ASCII, so that patterns may be written with accents."""
    return "".join(char if char.isascii() else fold(char) for char in text)


def _refuse_doubles(rules: Iterable[Rule]) -> None:
    seen: set[str] = set()
    for rule in rules:
        if rule.id in seen:
            raise ContentError(rule.file, rule.id, "id is used twice")
        seen.add(rule.id)
