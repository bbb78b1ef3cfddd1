"""A broken rules file is refused by file and rule; every rule can be reached by its words."""

from __future__ import annotations

import importlib
import random
from pathlib import Path
from typing import Any

import pytest

from conversations.content import ContentError
from conversations.safety.rules import FILES, Rule, load_rules

GOOD = """
[[rules]]
id = "a-rule"
group = "explicit"
needs = ["die"]
pattern = ['want to die']
must_match = ["a", "b", "c"]
must_not_match = ["d", "e"]
reviewed = { by = "us", on = 2026-11-22 }
"""


def load_from(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rules: str) -> None:
    package = tmp_path / "brokenrules"
    package.mkdir()
    (package / "__init__.py").write_text("")
    for file in FILES:
        (package / file).write_text(rules if file == "rules.toml" else "")
    monkeypatch.syspath_prepend(str(tmp_path))
    importlib.invalidate_caches()
    monkeypatch.delitem(__import__("sys").modules, "brokenrules", raising=False)
    load_rules("brokenrules")


def test_a_good_file_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    load_from(tmp_path, monkeypatch, GOOD)


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        (('id = "a-rule"', 'id = "A Rule"'), r"rules\.toml: A Rule: id must be a slug"),
        (('group = "explicit"', 'group = "other"'), r"rules\.toml: a-rule: group must be"),
        (('needs = ["die"]', "needs = []"), r"rules\.toml: a-rule: needs needs at least 1"),
        (("want to die", "want (to die"), r"rules\.toml: a-rule: pattern does not compile"),
        (("want to die", "want .* die"), r"rules\.toml: a-rule: pattern uses"),
        (("want to die", "{wish} die"), r"rules\.toml: a-rule: \{wish\} is not in \[words\]"),
        (('["a", "b", "c"]', '["a", "b"]'), r"rules\.toml: a-rule: must_match needs at least 3"),
        (('["d", "e"]', '["d"]'), r"rules\.toml: a-rule: must_not_match needs at least 2"),
        (("reviewed =", "review ="), r"rules\.toml: a-rule: reviewed must say"),
        (("[[rules]]", "[[rules"), r"rules\.toml: file:"),
        (("", GOOD), r"rules\.toml: a-rule: id is used twice"),
    ],
)
def test_a_broken_file_is_refused_by_file_and_rule(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: tuple[str, str], complaint: str
) -> None:
    with pytest.raises(ContentError, match=complaint):
        load_from(tmp_path, monkeypatch, GOOD.replace(change[0], change[1], 1))


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match=r"rules\.toml: file: is missing"):
        load_rules("conversations.knowledge")


@pytest.mark.parametrize("rule", [r for b in [load_rules()] for r in (*b.masks, *b.rules) if not r.unspaced])
def test_every_way_through_a_pattern_holds_one_of_the_words_it_needs(rule: Rule) -> None:
    """A rule is tried only when one of `needs` is there: a gap would silence a part of its pattern."""
    chance = random.Random(7)
    parser = importlib.import_module("re._parser")
    tree = parser.parse(rule.pattern.pattern)
    gaps = {
        text for text in (_spell(tree, chance) for _ in range(1500)) if not set(text.split()) & rule.needs
    }
    assert len(gaps) <= 1, f"{rule.file}: {rule.id}: add a word of these to needs: {sorted(gaps)[:5]}"


def _spell(tree: Any, chance: random.Random) -> str:
    """Return one text a parsed pattern stands for, look-arounds left out."""
    out = ""
    for operation, value in tree:
        match str(operation):
            case "LITERAL":
                out += chr(value)
            case "IN":
                out += "w" if str(value[0][0]) == "NEGATE" else _one_of(value, chance)
            case "BRANCH":
                out += _spell(chance.choice(value[1]), chance)
            case "SUBPATTERN":
                out += _spell(value[3], chance)
            case "MAX_REPEAT":
                low, high, body = value
                out += "".join(_spell(body, chance) for _ in range(chance.choice([low, min(high, low + 1)])))
            case "ANY" | "NOT_LITERAL":
                out += "w"
    return out


def _one_of(value: Any, chance: random.Random) -> str:
    operation, what = chance.choice(value)
    return chr(what if str(operation) == "LITERAL" else what[0])
