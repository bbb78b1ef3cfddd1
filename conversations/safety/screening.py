"""Screens one message for words that call for human help, before anything else looks at it.

Screening is not a judgement of risk (PRODUCT.md, section 5): it only decides whether to show where people
can be reached (tier 1), to ask one gentle question (tier 2), or to say nothing (tier 0).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from conversations.content import ContentError
from conversations.safety.normalise import normalise
from conversations.safety.rules import Rule, RuleBook, load_rules

_FIRST_UNSPACED = "\u0600"  # from Arabic on, words hold prefixes or no spaces: characters count as words


@dataclass(frozen=True)
class Screening:
    """What screening found. Never holds any of the message.

    Args:
        tier: 1 helplines at once, 2 one gentle question, 0 nothing.
        rule, group: the id of the rule that spoke and its group (see rules.GROUPS), None if none did.
    """

    tier: int
    rule: str | None = None
    group: str | None = None

    @property
    def abuse(self) -> bool:
        """Whether abuse at home was named, so that its helplines come first."""
        return self.group == "abuse_at_home"


QUIET = Screening(0)


class Screener:
    """The rules of one book, ready to screen messages."""

    def __init__(self, book: RuleBook) -> None:
        self._masks = book.masks
        self._rules = book.rules
        self._triggers = frozenset(word for rule in book.rules for word in rule.needs if not rule.unspaced)
        self._fragments = frozenset(word for rule in book.rules for word in rule.needs if rule.unspaced)

    def screen(self, text: str) -> Screening:
        """Return what `text` (any length; see normalise.MAX_CHARACTERS) calls for."""
        plain = normalise(text)
        words = frozenset(plain.split())
        unspaced = not plain.isascii() and max(plain) >= _FIRST_UNSPACED
        if words.isdisjoint(self._triggers) and not (
            unspaced and any(part in plain for part in self._fragments)
        ):
            return QUIET
        for mask in self._masks:
            if not words.isdisjoint(mask.needs):
                plain = mask.pattern.sub("#", plain)
        for rule in self._rules:
            if rule.unspaced:
                tried = unspaced and any(part in plain for part in rule.needs)
            else:
                tried = not words.isdisjoint(rule.needs)
            if tried and rule.pattern.search(plain):
                return Screening(rule.tier, rule.id, rule.group)
        return QUIET


@lru_cache(maxsize=1)
def screener() -> Screener:
    """Return the screener over the reviewed rules, built once.

    Raises:
        ContentError: a rule file is broken.
    """
    return Screener(load_rules())


def screen(text: str) -> Screening:
    """Return what one message calls for: tier 1 helplines at once, 2 one gentle question, 0 nothing."""
    return screener().screen(text)


def check_examples(book: RuleBook) -> None:
    """Try every rule on its own examples, as the tests and the start-up check do.

    Raises:
        ContentError: a rule misses one of its must_match lines or alarms on a must_not_match line.
    """
    whole = Screener(book)
    for rule in book.rules:
        alone = Screener(RuleBook(book.masks, (rule,)))
        _try(rule, rule.must_match, alone, found=True)
        _try(rule, rule.must_not_match, alone, found=False)
    for mask in book.masks:
        _try(mask, mask.must_match, whole, found=False)
        _try(mask, mask.must_not_match, whole, found=True)


def _try(rule: Rule, lines: Iterable[str], screener_of_rule: Screener, *, found: bool) -> None:
    for number, line in enumerate(lines, start=1):
        if (screener_of_rule.screen(line).tier > 0) is not found:
            key = "must_match" if found is (rule.group != "mask") else "must_not_match"
            raise ContentError(rule.file, rule.id, f"{key} example {number} does not hold")
