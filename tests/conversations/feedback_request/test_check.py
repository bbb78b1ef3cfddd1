"""The check on letters by hands that had not seen its rules, on hostile text, and what it promises.

The rules were shaped on all four lists. good_fresh.toml was measured unseen at 10.0 % faults and
26.7 % any finding before it was opened. Floors now: good.toml and good_fresh.toml each <= 5 % faults.
"""

from __future__ import annotations

import time
from functools import cache

import pytest

from conversations.feedback_request.check import check
from conversations.feedback_request.letter import Ingredients
from conversations.feedback_request.rules import load_rules

from .score import BAD, GOOD, Judged, judge, read, share

LISTS = (*BAD, *GOOD)
SECONDS = 3.0
HOSTILE = {
    "one word": "a" * 20_000,
    "no full stop": "why was i not chosen and " * 800,
    "questions": "? " * 10_000,
    "lines": "\n" * 20_000,
    "thanks": "thank you so much for " * 900,
    "open brackets": "[{<" * 6_700,
    "sentences": "I deserve better than you. " * 740,
    "nearly a rule": "i would really just so very truly honestly still also " * 370,
    "not Latin": "中文字元" * 5_000,
    "combining marks": "e\u0301\u0323" * 6_600,
}


@cache
def letters(name: str) -> list[Judged]:
    return judge(name)


@pytest.mark.parametrize("name", BAD)
def test_bad_letters_are_found(name: str) -> None:
    assert sum(bool(letter.findings) for letter in letters(name)) >= 0.95 * len(letters(name))


def test_guided_letters_have_a_finding_that_fits() -> None:
    fitting = [letter for letter in letters("bad_guided") if any(map(letter.met, letter.labels))]
    assert len(fitting) >= 0.95 * len(letters("bad_guided"))


def test_bad_letters_have_a_fault_and_not_only_hints() -> None:
    every = [letter for name in BAD for letter in letters(name)]
    assert sum(letter.faulty for letter in every) >= 0.9 * len(every)


@pytest.mark.parametrize("name", GOOD)
def test_good_letters_that_the_rules_were_shaped_on_are_left_alone(name: str) -> None:
    good = letters(name)
    assert sum(letter.faulty for letter in good) <= 0.05 * len(good)
    assert sum(bool(letter.findings) for letter in good) <= 0.1 * len(good)


def test_what_a_finding_quotes_stands_in_the_letter() -> None:
    for name in LISTS:
        for entry, ingredients in read(name):
            subject = entry.get("subject") or ""
            for finding in check(entry["text"], ingredients, subject):
                assert finding.sentence in entry["text"] or finding.sentence in subject, finding


def test_the_worst_comes_first_and_no_rule_speaks_twice() -> None:
    for name in LISTS:
        for letter in letters(name):
            severities = [finding.severity for finding in letter.findings]
            assert severities == sorted(severities)
            rules = [finding.rule for finding in letter.findings]
            assert len(rules) == len(set(rules))


def test_a_subject_is_replaced_and_never_dropped() -> None:
    subject = "Why was I not hired?"
    body = "Hi Ms Weber,\n\nthank you for the talk about the nurse job. What could I do better?\n\nTom"
    quoted = [
        finding for finding in check(body, Ingredients(role="nurse"), subject) if finding.sentence == subject
    ]
    assert "why-not-me" in {finding.rule for finding in quoted}
    assert {finding.fix for finding in quoted} == {"new-subject"}


def test_an_empty_letter_has_findings_and_no_error() -> None:
    assert check("", Ingredients())
    assert check(" \n ", Ingredients(purpose="thanks", channel="linkedin"))


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_twenty_thousand_hostile_characters_are_read_in_time(text: str) -> None:
    load_rules()
    for purpose in ("request", "thanks"):
        begun = time.process_time()
        check(text[:20_000], Ingredients(purpose=purpose))
        assert time.process_time() - begun < SECONDS


def test_figures_are_printed(capsys: pytest.CaptureFixture[str]) -> None:
    """They are for people; what must hold is asserted above."""
    begun = time.process_time()
    judged = {name: judge(name) for name in LISTS}
    number = sum(map(len, judged.values()))
    each = (time.process_time() - begun) / number
    with capsys.disabled():
        for name, found in judged.items():
            faulty = share(sum(letter.faulty for letter in found), len(found))
            some = share(sum(bool(letter.findings) for letter in found), len(found))
            print(f"\n{name}: a finding {some}, a fault {faulty}")
        print(f"{1000 * each:.1f} ms a letter")
    assert number >= 300
