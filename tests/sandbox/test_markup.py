"""Telegram's HTML: what it becomes, and what is refused."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sandbox.errors import ApiError
from bot.sandbox.markup import check_entities, find_entities, parse_html, trim, utf16_length

GOOD: list[tuple[str, str, list[tuple[str, int, int]]]] = [
    ("plain", "plain", []),
    ("<b>a</b> <strong>b</strong>", "a b", [("bold", 0, 1), ("bold", 2, 1)]),
    ("<i>a</i><em>b</em><u>c</u>", "abc", [("italic", 0, 1), ("italic", 1, 1), ("underline", 2, 1)]),
    ("😀<code>é😀</code>", "😀é😀", [("code", 2, 3)]),
    ("<b>a<i>b</i>c</b>", "abc", [("bold", 0, 3), ("italic", 1, 1)]),
    ("a &lt;b&gt; &amp; &quot;c&quot; &#39;&#x1F600;", 'a <b> & "c" \'😀', []),
    ("&amp;lt;", "&lt;", []),
    ("<blockquote expandable>q</blockquote>", "q", [("expandable_blockquote", 0, 1)]),
    ('<a href="https://example.org/?a=1&amp;b=2">x</a>', "x", [("text_link", 0, 1)]),
    ("<span class='tg-spoiler'>x</span>", "x", [("spoiler", 0, 1)]),
    ('<pre><code class="language-python">x</code></pre>', "x", [("pre", 0, 1)]),
    ("<B>a</B>", "a", [("bold", 0, 1)]),
    ("1 > 0", "1 > 0", []),
    ("<b></b>x", "x", []),
]
BAD = [
    ("<div>x</div>", 'Unsupported start tag "div" at byte offset 0'),
    ("é<br>", 'Unsupported start tag "br" at byte offset 2'),
    ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
    ("x</b>", "Unexpected end tag at byte offset 1"),
    ("<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
    ("<b", "Unclosed start tag at byte offset 0"),
    ("<b>x</b", "Unclosed end tag at byte offset 4"),
    ('<a href="x', "in the tag"),
    ("1 < 2", 'Unsupported start tag ""'),
    ("fish & chips", "HTML entity at byte offset 5"),
    ("&copy;", "HTML entity at byte offset 0"),
    ("<span>x</span>", 'must have class "tg-spoiler"'),
]


@pytest.mark.parametrize(("source", "text", "entities"), GOOD)
def test_what_html_becomes(source: str, text: str, entities: list[tuple[str, int, int]]) -> None:
    plain, found = parse_html(source)
    assert plain == text
    assert [(one["type"], one["offset"], one["length"]) for one in found] == entities


@pytest.mark.parametrize(("source", "reason"), BAD)
def test_what_is_refused(source: str, reason: str) -> None:
    with pytest.raises(ApiError) as refusal:
        parse_html(source)
    assert refusal.value.code == 400
    assert refusal.value.description.startswith("Bad Request: can't parse entities: ")
    assert reason in refusal.value.description


@given(st.text())
def test_escaped_words_come_back_as_they_were(words: str) -> None:
    escaped = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    text, entities = parse_html(f"<b>{escaped}</b>")
    assert text == words
    assert [one["length"] for one in entities] == ([utf16_length(words)] if words else [])


@given(st.text(alphabet="<>/&;b i\"'=a#é😀", max_size=30))
def test_any_source_is_either_parsed_or_refused(source: str) -> None:
    with suppress(ApiError):  # any other exception would be a defect
        text, entities = parse_html(source)
        for one in entities:
            assert 0 <= one["offset"] < one["offset"] + one["length"] <= utf16_length(text)


def test_commands_and_links_are_found_outside_code() -> None:
    text = "/help or https://example.org/a. or 1/2 or /no"
    found = find_entities(text, [{"type": "code", "offset": 42, "length": 3}])
    assert [one["type"] for one in found] == ["bot_command", "url", "code"]
    assert text[found[1]["offset"] :][: found[1]["length"]] == "https://example.org/a"


def test_white_space_at_the_ends_goes_and_entities_move() -> None:
    entities: list[dict[str, Any]] = [{"type": "bold", "offset": 0, "length": 5}]
    assert trim(" \n ab ", entities) == ("ab", [{"type": "bold", "offset": 0, "length": 2}])


@pytest.mark.parametrize(("kind", "offset", "length"), [("loud", 0, 1), ("bold", 2, 2), ("bold", 0, 0)])
def test_given_entities_are_checked(kind: str, offset: int, length: int) -> None:
    with pytest.raises(ApiError):
        check_entities("abc", [{"type": kind, "offset": offset, "length": length}])
