"""Revisions keep the person's own words, and an edited text is taken over byte for byte."""

from __future__ import annotations

import random
import time
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conversations.feedback_request.case import count_words
from conversations.feedback_request.check import check
from conversations.feedback_request.compose import compose
from conversations.feedback_request.letter import NOTE_LIMIT, Ingredients, Letter
from conversations.feedback_request.measures import grade
from conversations.feedback_request.revise import Way, adopt, adopt_subject, change, revise

from .drafts import drawn, typed
from .variety import runs

WAYS: tuple[Way, ...] = ("shorter", "warmer", "plainer", "another")
LETTERS = [(compose(one, seed), seed) for one, seed in drawn(72, seed=7)]
ANNA = Ingredients(
    to="interviewer", name="Anna", role="Senior Nurse", company="Acme", stage="interview", sign="Sam",
    wants=("strength", "change"), detail="the tour of the lab",
)  # fmt: skip
MINE = "I sang in the lift, by the way!"


def own_texts(letter: Letter) -> list[str]:
    return [part.text for part in letter.parts if part.own]


def does(letter: Letter) -> set[str]:
    return {slot for part in letter.parts for slot in part.does}


def part_of(letter: Letter, slot: str) -> str:
    return next(part.text for part in letter.parts if slot in part.does)


@pytest.mark.parametrize("way", WAYS)
def test_a_revision_keeps_what_the_person_typed(way: Way) -> None:
    for letter, seed in LETTERS:
        revised = revise(letter, way, seed, 1)
        for name, words in typed(letter.ingredients).items():
            if words in letter.body and name not in revised.left_out:
                assert words in revised.body, (name, letter.body, revised.body)
        if letter.ingredients.channel == "note":
            assert len(revised.body) <= NOTE_LIMIT
        assert revise(letter, way, seed, 1) == revised


@pytest.mark.parametrize("way", WAYS)
def test_a_revised_draft_passes_the_check_as_far_as_it_is_ours(way: Way) -> None:
    for letter, seed in LETTERS:
        revised = revise(letter, way, seed, 1)
        one = revised.ingredients
        own = [words for words in (one.detail, one.point, one.question) if words]
        for finding in check(revised.body, one, revised.subject):
            theirs = finding.rule in ("exclamations", "name-at-end", "short")
            assert theirs or any(words in finding.sentence for words in own), (finding, revised.body)


def test_shorter_is_shorter_until_nothing_of_ours_can_be() -> None:
    for letter, seed in LETTERS:
        sizes = [(count_words(letter.body), len(letter.body))]
        for _ in range(30):
            shorter = revise(letter, "shorter", seed)
            if shorter == letter:
                break
            letter = shorter
            sizes.append((count_words(letter.body), len(letter.body)))
        assert sizes == sorted(set(sizes), reverse=True)
        assert len(sizes) > 1
        assert revise(letter, "shorter", seed) == letter


def test_shorter_takes_about_a_fifth_and_nothing_that_must_be_there() -> None:
    letter = compose(replace(ANNA, tone="warm"), "somebody")
    shorter = revise(letter, "shorter", "somebody")
    assert 0.6 < count_words(shorter.body) / count_words(letter.body) < 0.9
    assert {"opening", "thanks", "detail", "acceptance", "growth", "advice", "way-out"} <= does(shorter)


def test_shorter_takes_no_time_that_one_would_notice() -> None:
    start = time.process_time()
    for letter, seed in LETTERS:
        revise(letter, "shorter", seed)
    assert (time.process_time() - start) / len(LETTERS) < 0.03


def test_plainer_is_never_harder_and_mostly_easier() -> None:
    easier = 0
    for letter, seed in LETTERS:
        plainer = revise(letter, "plainer", seed)
        assert grade(plainer.body) <= grade(letter.body)
        easier += grade(plainer.body) < grade(letter.body)
    assert easier > 0.8 * len(LETTERS)


def test_warmer_is_the_warm_tone() -> None:
    for tone in ("brief", "neutral"):
        letter = compose(replace(ANNA, tone=tone), "somebody")
        warmer = revise(letter, "warmer", "somebody")
        assert warmer.ingredients.tone == "warm"
        assert count_words(warmer.body) > count_words(letter.body)


def test_another_has_other_words() -> None:
    for letter, seed in LETTERS:
        if letter.ingredients.purpose == "request":
            other = revise(letter, "another", seed, 1)
            first, second = runs(letter.body), runs(other.body)
            assert len(first & second) <= 0.6 * min(len(first), len(second)), (letter.body, other.body)


@pytest.mark.parametrize("way", WAYS)
def test_own_sentences_stay_and_what_was_taken_out_stays_out(way: Way) -> None:
    letter = compose(ANNA, "somebody")
    body = letter.body.replace(part_of(letter, "acceptance"), MINE).replace(part_of(letter, "way-out"), "")
    edited = adopt(letter, body)
    assert edited.body == body
    assert own_texts(edited) == [MINE]
    assert "way-out" in edited.removed
    for version in range(5):
        edited = revise(edited, way, "somebody", version)
        assert own_texts(edited) == [MINE]
        assert "way-out" not in does(edited)
        assert edited.body.count("lab") == 1


def test_an_own_sentence_keeps_its_place() -> None:
    letter = compose(ANNA, "somebody")
    greeting = letter.parts[0].text
    edited = adopt(letter, letter.body.replace(greeting, f"{greeting}\n\n{MINE}"))
    for way in WAYS:
        revised = revise(edited, way, "somebody", 3)
        assert [part.own for part in revised.parts][:3] == [False, True, False]
        assert f"\n\n{MINE}\n\n" in revised.body


def test_an_unchanged_text_stays_ours() -> None:
    for letter, _ in LETTERS:
        assert adopt(letter, letter.body) == letter


def test_only_what_was_touched_becomes_own() -> None:
    dice = random.Random(3)
    for letter, _ in LETTERS:
        index = dice.randrange(len(letter.parts))
        part = letter.parts[index]
        edited = adopt(letter, letter.body.replace(part.text, part.text + " Really so."))
        assert edited.body == letter.body.replace(part.text, part.text + " Really so.")
        kept = {one.text for one in edited.parts if not one.own}
        lost = [one.text for one in letter.parts if one.text not in kept]
        assert len(lost) <= 2, (part.text, edited.parts)


EDITS = st.sampled_from(
    ["", " ", "\n", "\n\n", "Hm.", " — no", "?", "\t", "Thank you.", " \n Ä", "e.g. this", "\r\n"]
)


@settings(max_examples=150, deadline=None)
@given(
    st.integers(0, len(LETTERS) - 1),
    st.lists(st.tuples(st.floats(0, 1), st.floats(0, 0.3), EDITS), max_size=5),
)
def test_adopting_is_exact_to_the_byte(number: int, edits: list[tuple[float, float, str]]) -> None:
    letter, seed = LETTERS[number]
    body = letter.body
    for start, length, text in edits:
        at = int(start * len(body))
        body = body[:at] + text + body[at + int(length * len(body)) :]
    edited = adopt(letter, body)
    assert edited.body == body
    again = adopt(edited, letter.body)
    assert again.body == letter.body
    for way in WAYS:
        revised = revise(edited, way, seed, 2)
        assert own_texts(revised) == own_texts(edited)


@settings(max_examples=100, deadline=None)
@given(st.integers(0, len(LETTERS) - 1), st.text(max_size=200))
def test_any_text_can_be_adopted(number: int, body: str) -> None:
    letter, seed = LETTERS[number]
    edited = adopt(letter, body)
    assert edited.body == body
    revised = revise(edited, "shorter", seed)
    assert own_texts(revised) == own_texts(edited)


def test_a_subject_of_ones_own_stays() -> None:
    letter = adopt_subject(compose(ANNA, "somebody"), "My own words")
    for way in WAYS:
        assert revise(letter, way, "somebody", 2).subject == "My own words"
    assert change(letter, replace(ANNA, tone="warm"), "somebody").subject == "My own words"
    assert change(letter, replace(ANNA, channel="linkedin"), "somebody").subject is None


def test_a_changed_ingredient_changes_the_letter_and_keeps_the_edits() -> None:
    letter = compose(ANNA, "somebody")
    edited = adopt(letter, letter.body.replace(part_of(letter, "acceptance"), MINE))
    changed = change(edited, replace(ANNA, detail="the tea", wants=("cv",), sign="Sam Lee"), "somebody")
    assert own_texts(changed) == [MINE]
    assert "the tea" in changed.body
    assert "the tour of the lab" not in changed.body
    assert "CV" in changed.body
    assert changed.body.endswith("Sam Lee")
    assert "acceptance" not in {slot for part in changed.parts if not part.own for slot in part.does}
    assert {"question-strength", "question-change"}.isdisjoint(does(changed))


@pytest.mark.parametrize("channel", ["linkedin", "note", "call"])
def test_another_channel_keeps_the_edits(channel: str) -> None:
    letter = compose(ANNA, "somebody")
    edited = adopt(letter, letter.body.replace(part_of(letter, "acceptance"), MINE))
    moved = change(edited, replace(ANNA, channel=channel), "somebody")  # type: ignore[arg-type]
    assert own_texts(moved) == [MINE]
    assert moved.body.count(MINE) == 1
    assert ("listen" in does(moved)) is (channel == "call")


def test_without_edits_a_change_is_a_new_letter() -> None:
    letter = compose(ANNA, "somebody")
    other = replace(ANNA, tone="brief")
    assert change(letter, other, "somebody", 4) == compose(other, "somebody", 4)
