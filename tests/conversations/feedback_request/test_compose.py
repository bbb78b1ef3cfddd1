"""Drafts over all combinations: every rule kept, every word of the person there, no two alike."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conversations.feedback_request.blocks import load_blocks
from conversations.feedback_request.case import count_words
from conversations.feedback_request.check import check
from conversations.feedback_request.compose import compose, fits
from conversations.feedback_request.letter import NOTE_LIMIT, WANTS, Channel, Ingredients, Letter, Purpose
from conversations.feedback_request.measures import grade, subject_words

from .drafts import CHANNELS, PURPOSES, drawn, typed
from .variety import masked, shares

WORDS = {
    "request": (50, 125), "follow-up": (25, 80), "last-word": (15, 60), "thanks": (15, 80),
    "clarify": (20, 80), "contact": (40, 110),
}  # fmt: skip
FORMS = re.compile(
    r"checking in|touch(ing)? base|circl(e|ing) back|feedback|as soon as|by (mon|tues|fri)day|\bwhy\b"
)
DRAFTS = [(one, seed, compose(one, seed)) for one, seed in drawn(1440)]


def ours(letter: Letter) -> str:
    """The body without the person's words, so that only our own sentences are looked at."""
    body = letter.body
    one = letter.ingredients
    given = (one.name, one.role, one.company, one.detail, one.question, one.point, one.sign)
    for words in sorted(filter(None, given), key=len, reverse=True):
        body = body.replace(words, "Something")
    return body


def of(*purposes: str, channels: str = "email linkedin note call") -> Iterator[tuple[Ingredients, Letter]]:
    """The drafts for these purposes and channels."""
    for one, _, letter in DRAFTS:
        if one.purpose in purposes and one.channel in channels.split():
            yield one, letter


def test_the_same_ingredients_and_seed_give_the_same_letter() -> None:
    for one, seed, letter in DRAFTS[:100]:
        assert compose(one, seed) == letter


def test_another_seed_and_another_version_give_other_words() -> None:
    one = Ingredients(
        name="Anna", role="Nurse", company="Acme", stage="interview", wants=("strength", "change")
    )
    seeds = {compose(one, str(seed)).body for seed in range(100)}
    versions = {compose(one, "somebody", version).body for version in range(100)}
    assert len(seeds) == len(versions) == 100


@pytest.mark.parametrize("purpose", PURPOSES)
def test_a_letter_has_the_length_of_its_purpose(purpose: str) -> None:
    low, high = WORDS[purpose]
    for _, letter in of(purpose, channels="email linkedin"):
        assert low <= count_words(letter.body) <= high, letter.body


def test_a_note_never_passes_its_limit() -> None:
    for _, letter in of(*PURPOSES, channels="note"):
        assert len(letter.body) <= NOTE_LIMIT, letter.body


def test_what_the_person_typed_stands_there_byte_for_byte() -> None:
    for one, letter in of(*PURPOSES):
        for name, words in typed(one).items():
            assert words in letter.body or name in letter.left_out, (name, words, letter.body)
            assert one.channel == "note" or not letter.left_out


def test_nothing_is_unfilled_or_doubled() -> None:
    for one, letter in of(*PURPOSES):
        text = f"{letter.subject or ''}\n{ours(letter)}"
        assert not re.search(r"[{}\[\]|]|None|  |\.\.|[?!,] ?[.?!,]|\. [,?!]|\s[.,;!?]", text), text
        assert not re.search(r"(?i)\b(the|a|an|role|job|position|at|for|thank you) \1\b", text), text
        assert not re.search(r"(?i)\b(job|position|apprenticeship) role\b|\bthe (the|an?)\b", letter.body), (
            one
        )
        slots = [slot for part in letter.parts for slot in part.does if slot != "label"]
        assert len(slots) == len(set(slots)), slots


def test_questions_are_one_to_three_open_and_end_as_questions() -> None:
    for one, letter in of("request"):
        asked = [part for part in letter.parts if part.slot.startswith("question-")]
        most = {"note": 1, "call": 2}.get(one.channel, 3)
        assert 1 <= len(asked) <= most
        for part in asked:
            if part.slot != "question-own":
                assert re.match(
                    r"(And )?([Ww]hat|[Ww]hat's|[Ww]hich|[Ww]here|[Hh]ow|[Ii]n broad terms, what) .*\?$",
                    part.text,
                ), part.text


def test_each_want_is_asked_about() -> None:
    for one, letter in of("request", channels="email linkedin"):
        slots = {part.slot for part in letter.parts}
        if not one.question:
            assert {f"question-{want}" for want in one.wants} <= slots


def test_a_request_does_all_that_it_must() -> None:
    must = {"greeting", "opening", "thanks", "acceptance", "growth", "advice", "way-out", "closing"}
    for one, letter in of("request", channels="email linkedin"):
        does = {slot for part in letter.parts for slot in part.does}
        assert must <= does, must - does
        assert ("sign" in does) is (one.sign is not None)
        assert ("detail" in does) is (one.detail is not None)
        assert "!" not in ours(letter)
        assert not FORMS.search(ours(letter)), letter.body
    for _, letter in of("request", channels="note"):
        does = {slot for part in letter.parts for slot in part.does}
        assert {"thanks", "opening"} <= does


def test_a_subject_is_for_an_e_mail_and_has_three_or_four_words() -> None:
    for one, letter in of(*PURPOSES):
        assert (letter.subject is not None) is (one.channel == "email")
        if letter.subject:
            assert 3 <= subject_words(letter.subject) <= 4, letter.subject
    assert len({letter.subject for _, letter in of("request", channels="email")}) > 15


def test_the_words_are_plain() -> None:
    for _, letter in of("request", "follow-up", "contact", channels="email linkedin"):
        assert grade(ours(letter)) <= 7, letter.body


def test_the_tones_differ_in_length() -> None:
    means = []
    for tone in ("brief", "neutral", "warm"):
        sizes = [
            count_words(letter.body)
            for one, letter in of("request", channels="email linkedin")
            if one.tone == tone and not one.question and len(one.wants) < 3
        ]
        means.append(sum(sizes) / len(sizes))
    assert 50 <= means[0] <= 70
    assert means[0] < means[1] - 5 < means[2] - 10


def test_every_draft_passes_the_check() -> None:
    """A missing name at the end is the person's to give; their own words are theirs."""
    for one, letter in of(*PURPOSES):
        for finding in check(letter.body, one, letter.subject):
            allowed = finding.rule == "name-at-end" and not one.sign
            own = [words for words in (one.detail, one.point, one.question) if words]
            his = any(words in finding.sentence for words in own) or finding.rule == "exclamations"
            assert allowed or his, (finding, letter.body)


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("channels", [CHANNELS, ("email", "linkedin")])
def test_no_two_of_a_hundred_drafts_share_more_than_half_of_their_runs_of_five_words(
    seed: int, channels: tuple[str, ...]
) -> None:
    found = shares([body for _, body in masked(100, seed, channels)])
    assert found[0] <= 0.5
    assert found[len(found) // 100] < 0.3


def test_nothing_is_claimed_that_was_not_given() -> None:
    """A talk, an interview or a task is named only if there was one."""
    for one, letter in of("request"):
        text = (
            f"{letter.subject} {' '.join(p.text for p in letter.parts if not p.slot.startswith('question-'))}"
        )
        text = text.replace(one.detail or "\0", "").replace("my next interview", "")
        if one.stage not in ("screen", "interview", "final"):
            assert not re.search(r"\b(our talk|talking|spoke|interview|conversation|met|meeting)\b", text), (
                text
            )
        if one.stage != "task":
            assert not re.search(r"\btask\b", text), text
        if one.stage != "final":
            assert "last round" not in text
        assert not re.search(r"enjoy|impress|dream|honou?r|great team|wonderful", text), text
        assert ("late" in {part.slot for part in letter.parts}) <= one.late


def test_a_want_has_at_least_eight_questions() -> None:
    for want in WANTS:
        texts = [block.text for block in load_blocks() if block.slot == f"question-{want}"]
        assert len(texts) >= 8, want


def test_a_letter_keeps_to_one_way_of_writing_and_one_word_for_the_job() -> None:
    for one, letter in of("request", channels="email linkedin"):
        text = " ".join(part.text for part in letter.parts if not part.slot.startswith("question-own"))
        text = text.replace(one.detail or "\0", "")
        assert not (re.search(r"\bI'(m|d|ve|ll)\b", text) and re.search(r"\bI (am|would|will)\b", text)), text


def test_somebody_one_has_worked_with_is_not_greeted_as_a_stranger() -> None:
    for one, letter in of("contact"):
        if one.to == "worked":
            assert not re.search(r"first hello|not met|your name|came across|found you", ours(letter)), letter


def test_a_note_leaves_out_what_has_no_room_and_says_so() -> None:
    one = Ingredients(
        channel="note", name="Anna", role="Nurse", company="Acme", sign="Sam", wants=("change",)
    )
    long = replace(one, detail="the walk " * 40, question="What about " + "this and that " * 30)
    assert fits(one)
    assert not fits(long)
    letter = compose(long, "somebody")
    assert letter.left_out == ("detail", "question")
    assert letter.ingredients == long
    assert len(letter.body) <= NOTE_LIMIT
    assert {"thanks", "opening", "question-change"} <= {slot for part in letter.parts for slot in part.does}
    huge = replace(long, role="r" * 500, name="n" * 500, company="c" * 500, sign="s" * 500)
    assert len(compose(huge, "somebody").body) <= NOTE_LIMIT


def test_a_script_has_its_lines_and_two_questions() -> None:
    for _, letter in of("request", channels="call"):
        labels = [line.split(":")[0] for line in letter.body.split("\n\n")]
        wanted = ["Opening", "Thanks", "My request", "First question", "Second question", "Listen", "End"]
        assert labels == wanted, letter.body


TEXT = st.one_of(
    st.none(), st.text(max_size=60), st.sampled_from(["…", "a\nb", "Ph.D.", "{name}", "[x|y]", "you"])
)


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(PURPOSES), st.sampled_from(CHANNELS), TEXT, TEXT, TEXT, TEXT, TEXT, TEXT, TEXT,
    st.sampled_from(("interviewer", "friend", "somebody else")), st.sampled_from((None, "task", "other")),
)  # fmt: skip
def test_whatever_is_typed_stands_in_a_letter(
    purpose: Purpose, channel: Channel, name: str | None, role: str | None, company: str | None,
    detail: str | None, point: str | None, question: str | None, sign: str | None, to: str, stage: str | None,
) -> None:  # fmt: skip
    one = Ingredients(
        purpose=purpose, channel=channel, to=to, name=name, role=role, company=company, stage=stage,
        wants=("change", "cv"), detail=detail, point=point, question=question, sign=sign,
    )  # fmt: skip
    letter = compose(one, "somebody")
    for slot, words in typed(one).items():
        if slot in ("detail", "point", "question", "sign") and slot not in letter.left_out:
            assert words.strip() in letter.body
    assert channel != "note" or len(letter.body) <= NOTE_LIMIT
