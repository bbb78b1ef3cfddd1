"""The rules for letters, read from rules.toml; a broken one is refused by name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, TypeAlias, get_args

from conversations.content import ContentError, read_toml, texts
from conversations.feedback_request.gauges import GAUGES
from conversations.feedback_request.letter import Channel, Purpose
from conversations.feedback_request.reading import Reading, Vocabulary, slips

Severity: TypeAlias = Literal["fault", "hint"]
Interval: TypeAlias = tuple[float, float]

_PACKAGE, _FILE = "conversations.feedback_request", "rules.toml"
_PIECE = re.compile(r"\{([a-z_]+)\}")
_KEYS = frozenset(
    (
        "name severity source purposes channels fix pattern weak unless missing gauge flags "
        "must_pass must_fail"
    ).split()
)


@dataclass(frozen=True)
class Rule:
    """One rule.

    Args:
        fix: slug of what could be done about a breach, None if only the person can tell.
        pattern: what breaks the rule, over a normalised text; with `missing` what keeps it.
        weak: what may well stand in a good letter: a hint where it is found and `pattern` is not.
        unless: what excuses a sentence in which `pattern` or `weak` is found.
        gauge: the measure that decides, in place of a pattern.
        flags: by purpose the ranges of values that break it, both ends included.
        must_pass, must_fail: example messages.
    """

    name: str
    severity: Severity
    source: str
    purposes: frozenset[str]
    channels: frozenset[str]
    fix: str | None
    pattern: re.Pattern[str] | None
    weak: re.Pattern[str] | None
    unless: re.Pattern[str] | None
    missing: bool
    gauge: Callable[[Reading, re.Pattern[str] | None], tuple[float, str]] | None
    flags: Mapping[str, tuple[Interval, ...]]
    must_pass: tuple[Mapping[str, Any], ...]
    must_fail: tuple[Mapping[str, Any], ...]

    def applies(self, purpose: str, channel: str) -> bool:
        """Return whether the rule speaks about letters of this purpose and channel."""
        return purpose in self.purposes and channel in self.channels

    def broken(self, reading: Reading) -> tuple[Severity, str] | None:
        """Return how bad a breach is and its sentence, "" for the letter as a whole; None if it is kept."""
        sentence = self._surely(reading)
        if sentence is not None:
            return self.severity, sentence
        hinted = None if self.weak is None else self._found(self.weak, reading)
        return None if hinted is None else ("hint", hinted)

    def _surely(self, reading: Reading) -> str | None:
        if self.gauge is not None:
            value, sentence = self.gauge(reading, self.pattern)
            ranges = self.flags[reading.ingredients.purpose]
            return sentence if any(low <= value <= high for low, high in ranges) else None
        assert self.pattern is not None
        found = self._found(self.pattern, reading)
        if self.missing:
            return "" if found is None else None
        return found

    def _found(self, pattern: re.Pattern[str], reading: Reading) -> str | None:
        excused: set[int] = set()
        for match in pattern.finditer(reading.plain):
            number = reading.which(match.start())
            if number in excused or reading.names.issuperset(match.group().split()):
                continue
            if self.unless is None or not self.unless.search(reading.plain_sentences[number]):
                return reading.sentences[number]
            excused.add(number)
        return None


@dataclass(frozen=True)
class Rules:
    """All rules, worst first, and what letters are read with."""

    rules: tuple[Rule, ...]
    vocabulary: Vocabulary


@cache
def load_rules() -> Rules:
    """Read rules.toml.

    Raises:
        ContentError: an entry is incomplete, has a word too many or a pattern that does not compile.
    """
    data = read_toml(_PACKAGE, _FILE)
    words: dict[str, str] = {}
    for name, piece in data["words"].items():
        words[name] = _fill(piece, words, name)
    rules = [_rule(entry, words) for entry in data["rules"]]
    names = [rule.name for rule in rules]
    if doubled := {name for name in names if names.count(name) > 1}:
        raise ContentError(_FILE, ", ".join(sorted(doubled)), "is there twice")
    ordered = sorted(rules, key=lambda rule: rule.severity)
    return Rules(tuple(ordered), _vocabulary(data, words))


def _vocabulary(data: Mapping[str, Any], words: dict[str, str]) -> Vocabulary:
    asks = data["asks"]
    words["askable"] = asks["askable"]
    ask, announce, thing = (_compile(asks[key], words, key) for key in ("ask", "announce", "thing"))
    assert ask
    assert announce
    assert thing
    return Vocabulary(_spellings(data), ask, announce, thing)


def _spellings(data: Mapping[str, Any]) -> dict[str, str]:
    table = {slip: word for word in data["fuzzy"] for slip in slips(word)}
    for word in data["fuzzy"]:
        table.pop(word, None)
    return table | {str(said): str(meant) for said, meant in data["spellings"].items()}


def _fill(pattern: str, words: Mapping[str, str], label: str) -> str:
    def piece(match: re.Match[str]) -> str:
        if match.group(1) not in words:
            raise ContentError(_FILE, label, f"knows no {{{match.group(1)}}}")
        return words[match.group(1)]

    return _PIECE.sub(piece, pattern)


def _compile(patterns: Iterable[str], words: Mapping[str, str], label: str) -> re.Pattern[str] | None:
    joined = "|".join(_fill(pattern, words, label) for pattern in patterns)
    if not joined:
        return None
    try:
        return re.compile(f" (?:{joined})(?= )")
    except re.error as wrong:
        raise ContentError(_FILE, label, f"pattern does not compile: {wrong}") from wrong


def _choice(entry: Mapping[str, Any], key: str, all_of: tuple[str, ...], label: str) -> frozenset[str]:
    chosen = frozenset(entry.get(key, all_of))
    if not chosen or chosen - frozenset(all_of):
        raise ContentError(_FILE, label, f"{key} must be some of {', '.join(all_of)}")
    return chosen


def _examples(entry: Mapping[str, Any], key: str) -> tuple[Mapping[str, Any], ...]:
    return tuple({"text": one} if isinstance(one, str) else one for one in entry.get(key, ()))


def _flags(entry: Mapping[str, Any], purposes: frozenset[str], label: str) -> dict[str, tuple[Interval, ...]]:
    given = entry.get("flags", [])
    by_purpose = given if isinstance(given, dict) else dict.fromkeys(purposes, given)
    if "gauge" in entry and set(by_purpose) != purposes:
        raise ContentError(_FILE, label, "flags must cover its purposes")
    return {
        purpose: tuple((float(low), float(high)) for low, high in ranges)
        for purpose, ranges in by_purpose.items()
    }


def _rule(entry: Mapping[str, Any], words: Mapping[str, str]) -> Rule:
    label = str(entry.get("name", entry))
    if unknown := set(entry) - _KEYS:
        raise ContentError(_FILE, label, f"has unknown keys: {', '.join(sorted(unknown))}")
    if entry.get("severity") not in get_args(Severity) or not entry.get("source"):
        raise ContentError(_FILE, label, "needs a severity (fault or hint) and a source")
    pattern = _compile(texts(entry, "pattern", _FILE, label), words, label)
    gauge = GAUGES.get(entry.get("gauge", ""))
    if (pattern is None and gauge is None) or (gauge is None and "gauge" in entry):
        raise ContentError(_FILE, label, "needs a pattern or a known gauge")
    purposes = _choice(entry, "purposes", get_args(Purpose), label)
    return Rule(
        name=label,
        severity=entry["severity"],
        source=entry["source"],
        purposes=purposes,
        channels=_choice(entry, "channels", get_args(Channel), label),
        fix=entry.get("fix"),
        pattern=pattern,
        weak=_compile(texts(entry, "weak", _FILE, label), words, label),
        unless=_compile(texts(entry, "unless", _FILE, label), words, label),
        missing=bool(entry.get("missing", False)),
        gauge=gauge,
        flags=_flags(entry, purposes, label),
        must_pass=_examples(entry, "must_pass"),
        must_fail=_examples(entry, "must_fail"),
    )
