"""Markup: long texts are cut into messages Telegram takes, and nothing of them is lost."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.sandbox.markup import parse_html
from bot.telegram.markup import TAG, TEXT_LIMIT, escape, length, sendable, split

TAGS = ("b", "i", "code", "pre", "blockquote")
WORDS = st.text(alphabet=st.sampled_from("a<&>\"' \n\u202e🙂é;"), max_size=60)
RUNS = st.tuples(st.sampled_from(("", *TAGS)), WORDS)


def visible(markup: str) -> str:
    """What a person reads, blanks aside: a cut may fall on them."""
    return re.sub(r"\s", "", html.unescape(TAG.sub("", markup)))


def test_a_text_of_exactly_the_limit_is_one_message() -> None:
    assert split("x" * TEXT_LIMIT) == ["x" * TEXT_LIMIT]
    assert [length(piece) for piece in split("x" * (TEXT_LIMIT + 1))] == [TEXT_LIMIT, 1]


def test_the_limit_counts_utf_16_units() -> None:
    assert length("🙂") == 2
    pieces = split("🙂" * (TEXT_LIMIT // 2 + 1))
    assert [length(piece) for piece in pieces] == [TEXT_LIMIT, 2]


def test_markup_does_not_count() -> None:
    text = f"<b>{'&amp;' * TEXT_LIMIT}</b>"
    assert split(text) == [text]


def test_a_tag_open_at_the_cut_is_closed_and_opened_again() -> None:
    first, second = split(f"<blockquote>{'word ' * 1000}<i>{'x ' * 100}</i></blockquote>")
    assert first.startswith("<blockquote>word")
    assert first.endswith("word</blockquote>")
    assert second.startswith("<blockquote>word")
    assert second.endswith("</i></blockquote>")


def test_it_is_cut_between_paragraphs_if_it_can() -> None:
    first, second = split(f"{'a ' * 1500}end.\n\n{'b ' * 1000}")
    assert first.endswith("end.")
    assert second.startswith("b ")


def test_blanks_at_the_end_make_no_empty_message() -> None:
    assert split("x" * TEXT_LIMIT + " \n\n ") == ["x" * TEXT_LIMIT]
    assert split(f"<b>{'x' * TEXT_LIMIT} </b>") == [f"<b>{'x' * TEXT_LIMIT}</b>"]


@pytest.mark.parametrize("over", range(16))
@pytest.mark.parametrize("part", ["</blockquote>", "<blockquote>", "&quot;", "&#x27;"])
def test_no_tag_or_entity_is_cut_through(part: str, over: int) -> None:
    opened = "" if part != "</blockquote>" else "<blockquote>"
    closed = "</blockquote>" if part == "<blockquote>" else ""
    text = opened + "x" * (TEXT_LIMIT - over) + part + "y" * 40 + closed
    pieces = split(text)
    for piece in pieces:
        parse_html(piece)
        assert 0 < length(piece) <= TEXT_LIMIT
    assert "".join(map(visible, pieces)) == visible(text)


@settings(max_examples=150, deadline=None)
@given(st.lists(RUNS, max_size=12), st.integers(20, 60))
def test_whatever_is_cut_each_piece_is_whole_and_no_word_is_lost(
    runs: list[tuple[str, str]], limit: int
) -> None:
    text = "".join(f"<{tag}>{escape(words)}</{tag}>" if tag else escape(words) for tag, words in runs)
    pieces = split(text, limit)
    for piece in pieces:
        assert length(piece) <= limit
        parse_html(piece)
    if visible(text):
        assert all(visible(piece) for piece in pieces), "Telegram refuses an empty message"
    assert "".join(map(visible, pieces)) == visible(text)


@pytest.mark.parametrize("words", ["\ud800", "a\x00b", "\udfff\ud800"])
def test_what_cannot_be_sent_is_taken_out(words: str) -> None:
    sendable(words).encode()
    assert "\x00" not in sendable(words)


def test_a_persons_words_stand_there_as_they_wrote_them() -> None:
    assert escape('<b>"A" & B</b>') == '&lt;b&gt;"A" &amp; B&lt;/b&gt;'
    turned = escape("\u202eevil\u202c")
    assert "\u202e" not in turned
    assert turned.startswith("\u2068")
    assert turned.endswith("\u2069")
