"""Crisis words bring up help, job idioms do not, wherever in a message they stand."""

from __future__ import annotations

import dataclasses
import random
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conversations.content import ContentError
from conversations.safety.normalise import normalise
from conversations.safety.rules import RuleBook, load_rules
from conversations.safety.screening import Screener, Screening, check_examples, screen
from tests.conversations.safety.lists import labelled, lines_of

ALARMING = [*lines_of("must_match.txt"), *(line for _, line in labelled("other_languages.txt"))]
QUIET = lines_of("must_not_match.txt")


@pytest.mark.parametrize("line", ALARMING)
def test_helplines_come_at_once(line: str) -> None:
    assert screen(line).tier == 1


@pytest.mark.parametrize("line", lines_of("softer.txt"))
def test_indirect_words_bring_at_least_the_gentle_question(line: str) -> None:
    assert screen(line).tier in (1, 2)


@pytest.mark.parametrize("line", QUIET)
def test_ordinary_words_stay_quiet(line: str) -> None:
    assert screen(line) == Screening(0)


@pytest.mark.parametrize("line", lines_of("borderline.txt"))
def test_the_borderline_never_gets_the_helplines_at_once(line: str) -> None:
    assert screen(line).tier in (0, 2)


@pytest.mark.parametrize("name", ["second_list.tsv", "third_list.tsv"])
def test_later_lists_keep_what_was_won(name: str) -> None:
    found = [(label, screen(line).tier) for label, line in labelled(name)]
    assert all(tier == 0 for label, tier in found if label == "opposite")
    missed = sum(tier == 0 for label, tier in found if label != "opposite")
    assert missed <= 3


def test_every_rule_holds_on_its_own_examples() -> None:
    check_examples(load_rules())


@given(st.sampled_from(ALARMING), st.lists(st.sampled_from(QUIET), min_size=1, max_size=6), st.randoms())
@settings(max_examples=200, deadline=None)
def test_a_phrase_is_found_inside_a_long_message(line: str, around: list[str], chance: random.Random) -> None:
    said = [*around, line]
    chance.shuffle(said)
    assert screen("\n".join(said)).tier == 1


@pytest.mark.parametrize(
    "changed",
    [
        str.upper,
        lambda line: "\u200f" + line.replace(" ", " \u200b"),
        lambda line: line.replace("a", "\u0430").replace("e", "\u0435"),
        lambda line: line.replace("i", "1").replace("e", "3"),
        lambda line: line + "😭😭",
        lambda line: line.replace(" ", "   "),
        lambda line: f"“{line}”",
        lambda line: line.replace("die", "dieeee").replace("kill", "kiiiill"),
    ],
)  # fmt: skip
def test_disguises_are_seen_through(changed: Callable[[str], str]) -> None:
    for line in ("i want to die", "i am going to kill myself", "better off dead", "thinking of suicide"):
        assert screen(changed(line)).tier == 1, changed(line)


def test_a_screening_never_holds_the_message() -> None:
    found = screen("I want to die, said Marmaduke Quillfeather")
    assert "Quillfeather" not in repr(found)
    assert found.rule == "want-to-die"


def test_abuse_at_home_is_told_apart() -> None:
    assert screen("my husband hits me").abuse
    assert not screen("I want to die").abuse


def test_an_empty_or_strange_text_is_quiet() -> None:
    for text in ("", " ", "\x00", "\ud800", "\u202e", "7", "😀" * 50, "\u0301" * 50):
        assert screen(text) == Screening(0)


@given(st.text(alphabet=st.characters(), max_size=400))
@settings(max_examples=300, deadline=None)
def test_any_text_can_be_screened(text: str) -> None:
    assert screen(text).tier in (0, 1, 2)


@pytest.mark.parametrize(
    "bit",
    ["i want to ", "a", "k.", "k i l ", "myself", "1@$!", "a\u0430", "💀", "e\u0301", "pills my life ", "想"],
)  # fmt: skip
def test_hostile_input_of_full_length_is_screened(bit: str) -> None:
    assert screen((bit * 12_000)[:12_000] + " . i want to die").tier == 1


class Unhurried(Screener):
    """Tries every rule, whatever words the message holds."""

    def __init__(self, book: RuleBook) -> None:
        super().__init__(book)
        self.book = book

    def screen(self, text: str) -> Screening:
        plain = normalise(text)
        for mask in self.book.masks:
            plain = mask.pattern.sub("#", plain)
        for rule in self.book.rules:
            if rule.pattern.search(plain):
                return Screening(rule.tier, rule.id, rule.group)
        return Screening(0)


def test_the_shortcut_changes_no_outcome() -> None:
    unhurried = Unhurried(load_rules())
    for line in [*ALARMING, *QUIET, *lines_of("softer.txt"), *lines_of("borderline.txt")]:
        assert screen(line) == unhurried.screen(line), line


def test_a_rule_that_misses_its_example_is_refused_by_name() -> None:
    book = load_rules()
    rule = next(one for one in book.rules if one.id == "kms")
    mute = dataclasses.replace(rule, needs=frozenset({"nothing"}))
    with pytest.raises(ContentError, match=r"rules\.toml: kms: must_match example 1"):
        check_examples(RuleBook(book.masks, (mute,)))
