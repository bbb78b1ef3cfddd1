"""Thinking traps are suggested, three at most, and real problems are not explained away."""

from __future__ import annotations

from pathlib import Path

import pytest

from conversations.safety.normalise import normalise
from conversations.texts import load_texts
from conversations.understanding.cues import Cue, load_cues
from conversations.understanding.traps import discrimination, may_be_true, suggest_traps, trap_slugs

HERE = Path(__file__).parent
TRAP_CUES = load_cues("trap_cues.toml", "trap", frozenset(trap_slugs()))
REALITY_CUES = load_cues("reality_cues.toml", "kind", frozenset({"problem", "discrimination"}))


def labelled(name: str) -> list[tuple[str, str]]:
    raw = (HERE / name).read_text("utf-8").splitlines()
    pairs = [one.split("\t", 1) for one in raw if one and not one.startswith("#")]
    return [(label, text) for label, text in pairs]


@pytest.mark.parametrize("cue", [*TRAP_CUES, *REALITY_CUES], ids=lambda cue: cue.id)
def test_a_cue_holds_on_its_own_examples(cue: Cue) -> None:
    assert all(cue.found(normalise(text)) for text in cue.must_match)
    assert not any(cue.found(normalise(text)) for text in cue.must_not_match)


def test_every_trap_has_a_cue() -> None:
    assert {cue.label for cue in TRAP_CUES} == set(trap_slugs())


def test_suggestions_on_the_written_list_keep_their_level() -> None:
    """A floor against losing what works; the hand that wrote the list wrote the cues: no more is proved."""
    lines = [(label.split(","), text) for label, text in labelled("thoughts.tsv")]
    found = [label[0] in suggest_traps(text) for label, text in lines if label != ["none"]]
    assert sum(found) / len(found) >= 0.95
    quiet = [not suggest_traps(text) for label, text in lines if label == ["none"]]
    assert sum(quiet) / len(quiet) >= 0.9


@pytest.mark.parametrize(("kind", "text"), labelled("real_problems.tsv"))
def test_real_problems_and_discrimination_are_told_apart(kind: str, text: str) -> None:
    assert discrimination(text) is (kind == "discrimination")
    if kind != "discrimination":
        assert may_be_true(text) is (kind == "problem")


def test_three_at_most_and_each_once() -> None:
    for _, text in labelled("thoughts.tsv"):
        slugs = suggest_traps(text)
        assert len(slugs) <= 3
        assert len(set(slugs)) == len(slugs)
        assert set(slugs) <= set(trap_slugs())


def test_a_sad_fact_gets_no_suggestion() -> None:
    assert suggest_traps("They chose someone with more experience") == ()
    assert suggest_traps("") == ()


def test_every_trap_has_all_its_words() -> None:
    texts = load_texts("en")
    for slug in trap_slugs():
        id = f"trap-{slug.replace('_', '-')}"
        assert texts.attributes(id) >= {"meaning", "example", "question"}
    assert len(trap_slugs()) == 14
