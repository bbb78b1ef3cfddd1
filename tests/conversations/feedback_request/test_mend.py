"""Mending: the fix that was tapped does what it says, and every other sentence stays to the byte."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from conversations.feedback_request.adopt import adopt
from conversations.feedback_request.check import Finding, check
from conversations.feedback_request.compose import compose
from conversations.feedback_request.letter import Ingredients, Letter
from conversations.feedback_request.measures import sentences
from conversations.feedback_request.mend import drop, insert, mend
from conversations.texts import load_texts

HERE = Path(__file__).parent
JOB = Ingredients(
    to="interviewer", name="Priya", role="data analyst", company="Acme", stage="interview",
    wants=("strength", "change"), sign="Sam",
)  # fmt: skip


def findings(letter: Letter) -> tuple[Finding, ...]:
    return check(letter.body, letter.ingredients, letter.subject)


def letters() -> list[Letter]:
    """Return what people wrote, bad and good, as letters of their own."""
    found = []
    for name in ("bad_guided", "bad_unguided", "good"):
        for message in tomllib.loads((HERE / f"{name}.toml").read_text("utf-8"))["message"]:
            given = replace(
                JOB,
                purpose=message["purpose"] if message["purpose"] != "note" else "request",
                channel=message["channel"],
                role=message["role"],
                company=message["company"],
            )
            letter = replace(compose(given, "x"), subject=message.get("subject"))
            found.append(adopt(letter, message["text"].strip()))
    return found


LETTERS = letters()


@pytest.mark.parametrize("half", range(4))
def test_what_is_mended_is_gone_and_nothing_else_is_touched(half: int) -> None:
    for letter in LETTERS[half::4]:
        for finding in findings(letter):
            if finding.fix is None:
                continue
            mended = mend(letter, finding, "seed")
            assert mended.body.strip()
            if mended == letter:
                continue
            if finding.fix in ("drop-sentence", "one-question-less"):
                before, after = sentences(letter.body), list(sentences(mended.body))
                gone = [one for one in before if one not in after]
                assert len(gone) <= 1, (finding, gone)
            if finding.fix == "drop-sentence":
                assert mended.body.count(finding.sentence) == letter.body.count(finding.sentence) - 1
            elif finding.fix.startswith("add-"):
                assert all(one in mended.body for one in sentences(letter.body))
                assert finding not in findings(mended)


def test_every_fix_has_a_label_and_every_finding_a_reason() -> None:
    texts = load_texts()
    for letter in LETTERS:
        for finding in findings(letter):
            assert f"check-{finding.rule}" in texts, finding.rule
            assert finding.fix is None or texts.has("check-fix", f"o-{finding.fix}"), finding.fix


BAD = "I was more qualified than the person you hired."


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (f"Hi,\n\nThanks. {BAD} What next?\n\nSam", "Hi,\n\nThanks. What next?\n\nSam"),
        (f"Hi,\n\n{BAD}\n\nWhat next?\n\nSam", "Hi,\n\nWhat next?\n\nSam"),
        (f"Hi,\n\n{BAD} What next?\n\nSam", "Hi,\n\nWhat next?\n\nSam"),
        (f"Hi,\n\nWhat next? {BAD}\n\nSam", "Hi,\n\nWhat next?\n\nSam"),
        (f"{BAD} What next?", "What next?"),
        (f"What next? {BAD}", "What next?"),
        (f"What next?\n\n{BAD}", "What next?"),
        ("What next?", "What next?"),
    ],
)
def test_a_dropped_sentence_leaves_no_gap(text: str, left: str) -> None:
    assert drop(text, BAD) == left


@pytest.mark.parametrize(
    ("slot", "text"),
    [
        ("greeting", "NEW\n\nThanks for your time.\n\nSam"),
        ("sign", "Thanks for your time.\n\nSam\nNEW"),
        ("thanks", "NEW Thanks for your time.\n\nSam"),
        ("way-out", "Thanks for your time. NEW\n\nSam"),
    ],
)
def test_what_is_added_stands_where_it_belongs(slot: str, text: str) -> None:
    assert insert("Thanks for your time.\n\nSam", "NEW", slot) == text


def test_a_letter_of_one_sentence_is_not_emptied() -> None:
    letter = adopt(compose(JOB, "x"), BAD)
    for finding in findings(letter):
        assert mend(letter, finding, "x").body.strip()


def test_shouting_is_made_quiet_and_names_are_left_alone() -> None:
    letter = adopt(
        compose(JOB, "x"), compose(JOB, "x").body.replace("\n\n", "\n\nPLEASE tell me WHAT to do at IBM! ", 1)
    )
    finding = next(one for one in findings(letter) if one.fix == "no-capitals")
    mended = mend(letter, finding, "x")
    assert "Please tell me what to do at IBM!" in mended.body


def test_one_exclamation_mark_is_left() -> None:
    letter = adopt(compose(JOB, "x"), compose(JOB, "x").body + "\n\nThanks!! Really!! Bye!")
    finding = next(one for one in findings(letter) if one.fix == "fewer-exclamations")
    mended = mend(letter, finding, "x")
    assert mended.body.endswith("Thanks! Really. Bye.")


def test_a_letter_without_must_haves_can_be_mended_tap_by_tap() -> None:
    own = "I had an interview with you last week. What could I do in another way when I try again?"
    letter = adopt(compose(JOB, "x"), own)
    for _ in range(12):
        fixable = [one for one in findings(letter) if one.fix and mend(letter, one, "x") != letter]
        if not fixable:
            break
        letter = mend(letter, fixable[0], "x")
    assert own.split(". ")[0] in letter.body
    assert not [one for one in findings(letter) if one.severity == "fault"], letter.body
