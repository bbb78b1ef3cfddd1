"""Every rule of rules.toml keeps what its examples promise."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

import pytest

from conversations.feedback_request.letter import Ingredients, Purpose
from conversations.feedback_request.reading import Reading
from conversations.feedback_request.rules import Rule, load_rules

RULES = load_rules()
IDS = [rule.name for rule in RULES.rules]
ENOUGH = 4


def breaks(rule: Rule, example: Mapping[str, Any]) -> bool:
    given = dict(example)
    text = given.pop("text") * given.pop("times", 1)
    subject = given.pop("subject", None)
    given.setdefault("purpose", next(p for p in get_args(Purpose) if p in rule.purposes))
    given.setdefault("channel", "email")
    ingredients = Ingredients(**given)
    if not rule.applies(ingredients.purpose, ingredients.channel):
        return False
    return rule.broken(Reading(text, ingredients, subject, RULES.vocabulary)) is not None


@pytest.mark.parametrize("rule", RULES.rules, ids=IDS)
def test_a_rule_finds_what_it_must_and_spares_the_rest(rule: Rule) -> None:
    assert [e["text"][:80] for e in rule.must_fail if not breaks(rule, e)] == [], "missed"
    assert [e["text"][:80] for e in rule.must_pass if breaks(rule, e)] == [], "wrongly found"
    assert len(rule.must_pass) >= ENOUGH
    assert len(rule.must_fail) >= ENOUGH
