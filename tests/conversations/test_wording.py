"""The gentle checks: each rule with what it must and must not notice; lists as people type them."""

from __future__ import annotations

import pytest

from conversations.content import read_toml
from conversations.understanding.lists import split_list
from conversations.understanding.wording import is_thought, judgement, remark_on

RULES = read_toml("conversations.knowledge", "wording.toml")
FACTS = ("I stumbled over the budget question", "They interviewed me twice")


@pytest.mark.parametrize("words", RULES["situation"]["match"])
def test_a_judging_scene_is_noticed(words: str) -> None:
    assert judgement(words)


@pytest.mark.parametrize("words", RULES["situation"]["no_match"])
def test_a_plain_scene_passes(words: str) -> None:
    assert judgement(words) is None


@pytest.mark.parametrize("words", RULES["mood"]["match"])
def test_a_thought_given_as_a_mood_is_noticed(words: str) -> None:
    assert is_thought(words)


@pytest.mark.parametrize("words", RULES["mood"]["no_match"])
def test_a_mood_passes(words: str) -> None:
    assert not is_thought(words)


@pytest.mark.parametrize(
    ("balanced", "kind"),
    [
        ("I will never stumble at interviews", "absolute"),
        ("Everyone stumbles at interviews", "absolute"),
        ("Everything will be fine, the budget question was one", "promise"),
        ("The sun comes up tomorrow", "fact"),
        ("I stumbled, and I don't always stumble", None),
        ("Not everyone who interviews me says no", None),
        ("I had two interviews, so one no isn't the end", None),
    ],
)
def test_one_remark_at_most_on_a_balanced_thought(balanced: str, kind: str | None) -> None:
    found = remark_on(balanced, FACTS)
    assert (found[0] if found else None) == kind


def test_who_gave_no_fact_is_not_asked_for_one() -> None:
    assert remark_on("The sun comes up tomorrow", ()) is None


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("rent\nmy mum", ("rent", "my mum")),
        ("1. rent 2. my mum", ("rent", "my mum")),
        ("- rent\n- rent\n- my mum", ("rent", "my mum")),
        ("rent, my mum, and the car", ("rent", "my mum", "the car")),
        ("rent; that he told my mum, who told everyone", ("rent", "that he told my mum, who told everyone")),
        (
            "I am late with the rent for the flat, and it is due",
            ("I am late with the rent for the flat, and it is due",),
        ),
        ("  ", ()),
    ],
)
def test_a_list_is_read_as_people_type_it(text: str, items: tuple[str, ...]) -> None:
    assert split_list(text) == items
