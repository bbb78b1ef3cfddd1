"""Fact, guess, empty phrase and courtesy are told apart, and no word of the employer is changed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conversations.understanding.cues import Cue
from conversations.understanding.reply_cues import plain_words, statement_cues
from conversations.understanding.statements import Statement, sort_statement, split_statements

REPLY = (
    "Dear Ana,\n\nThank you for coming in. You seemed nervous; you gave no example "
    "when we asked about conflict. We had a strong field of candidates.\n\nKind regards,\nTom Bell"
)


@pytest.mark.parametrize("cue", statement_cues(), ids=lambda cue: cue.id)
def test_a_cue_holds_on_its_own_examples(cue: Cue) -> None:
    assert [text for text in cue.must_match if not cue.found(plain_words(text))] == []
    assert [text for text in cue.must_not_match if cue.found(plain_words(text))] == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("You did not ask any questions.", "fact"),
        ("The role needs a forklift licence.", "fact"),
        ("We had 230 applications.", "fact"),
        ("The position was cancelled.", "fact"),
        ("Your answers were over five minutes long.", "fact"),
        ("You seemed nervous.", "guess"),
        ("I felt you were not that interested.", "guess"),
        ("She thought I came across as arrogant.", "guess"),
        ("Maybe you would be bored here.", "guess"),
        ("We had a strong field of candidates.", "empty"),
        ("We have decided to proceed with others.", "empty"),
        ("We will keep your CV on file.", "empty"),
        ("You are not the right fit at this time.", "empty"),
        ("Thank you for your time.", "courtesy"),
        ("We wish you every success.", "courtesy"),
        ("Dear Ana,", "courtesy"),
        ("Tom Bell", "courtesy"),
    ],
)
def test_what_sort_a_sentence_is(text: str, kind: str) -> None:
    assert sort_statement(text) == kind


def test_a_whole_letter() -> None:
    assert split_statements(REPLY) == (
        Statement("Dear Ana,", "courtesy"),
        Statement("Thank you for coming in.", "courtesy"),
        Statement("You seemed nervous", "guess"),
        Statement("you gave no example when we asked about conflict.", "fact"),
        Statement("We had a strong field of candidates.", "empty"),
        Statement("Kind regards,", "courtesy"),
        Statement("Tom Bell", "courtesy"),
    )


def test_halves_that_stand_alone_are_cut_and_others_are_not() -> None:
    cut = [one.text for one in split_statements("Your experience was great, but you were too quiet.")]
    assert cut == ["Your experience was great", "you were too quiet."]
    assert len(split_statements("You were friendly but quiet.")) == 1
    assert len(split_statements("Nothing but praise for you.")) == 1


@given(
    st.text(max_size=300)
    | st.lists(st.sampled_from([*REPLY.split(), "but", "; ", "\n", "..."])).map(" ".join)
)
def test_every_statement_stands_in_the_reply_word_for_word_and_in_order(text: str) -> None:
    place = 0
    for statement in split_statements(text):
        place = text.index(statement.text, place) + len(statement.text)


def test_no_word_is_lost() -> None:
    kept = " ".join(one.text for one in split_statements(REPLY)).split()
    assert [word.strip(";") for word in REPLY.split()] == kept
