"""Keyboards: how questions and cards are laid out, and that every button any of them makes is valid."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import count
from typing import Any

import pytest

from bot.people import new_session_id
from bot.telegram.buttons import LIMIT, pack, unpack
from bot.telegram.keyboards import COPY_LIMIT, LABEL_LIMIT, lay_out_card, lay_out_question
from bot.telegram.markup import length
from bot.telegram.render import Renderer
from conversations.all import CATALOG
from conversations.catalog import World
from conversations.events import Tapped
from conversations.lines import Button, Card, Line, Option, Prompt, line
from conversations.outcome import Outcome, Question, Refreshed
from conversations.safety.card import crisis_card, sos_card
from conversations.session import State
from conversations.texts import load_texts
from tests.conversations.walk import Walk

TEXTS = load_texts()
ASKED = line("wins-next")


def labels(question: Question) -> list[list[str]]:
    return [[button["text"] for button in row] for row in lay_out_question(question, TEXTS)]


def asked(kind: Any = "choice", *words: str, controls: tuple[str, ...] = (), **more: Any) -> Question:
    options = tuple(Option(f"o{number}", word) for number, word in enumerate(words))
    return Question("abcdefgh23", 7, Prompt("key", kind, ASKED, options=options, **more), controls)


def test_a_short_scale_stands_in_one_row_and_a_long_one_in_two_nearly_equal_ones() -> None:
    assert labels(asked("scale", low=1, high=5)) == [["1", "2", "3", "4", "5"]]
    assert [len(row) for row in labels(asked("scale", low=0, high=10))] == [6, 5]
    assert labels(asked("scale", low=0, high=100, step=10))[1] == ["60", "70", "80", "90", "100"]


@pytest.mark.parametrize(("word", "width"), [("x" * 7, 3), ("x" * 8, 2), ("x" * 16, 2), ("x" * 17, 1)])
def test_the_longest_label_says_how_many_stand_side_by_side(word: str, width: int) -> None:
    assert len(labels(asked("choice", word, "b", "c"))[0]) == width


def test_a_wide_question_has_one_option_a_row() -> None:
    assert labels(asked("choice", "a", "b", wide=True)) == [["a"], ["b"]]


def test_a_label_is_one_line_and_cut_at_its_limit() -> None:
    (first,), (second,), (third,) = labels(asked("choice", "w" * 300, "two\nlines", "\ud800"))
    assert (len(first), first[-1]) == (LABEL_LIMIT, "…")
    assert second == "two lines"
    assert third.encode()


def test_an_empty_label_is_never_sent() -> None:
    assert labels(asked("choice", "\n")) == [["…"]]


def test_several_ticks_each_show_and_each_tap_names_the_opposite() -> None:
    question = replace(asked("several", "Mind reading", "Labelling"), chosen=({"slug": "o1"}, {"own": "x"}))
    rows = lay_out_question(question, TEXTS)
    assert [button["text"] for row in rows for button in row] == ["Mind reading", "✓ Labelling"]
    datas = [unpack(button["callback_data"]) for row in rows for button in row]
    assert datas == [Tapped("abcdefgh23", 7, "+o0"), Tapped("abcdefgh23", 7, "-o1")]


def test_done_stands_above_the_other_controls() -> None:
    rows = labels(asked("several", "a", controls=("~done", "~back", "~skip", "~more")))
    assert [len(row) for row in rows[1:]] == [1, 3]
    assert rows[1] == ["Done ✓"]


@pytest.mark.parametrize(
    ("draft", "copies"), [("x" * COPY_LIMIT, True), ("x" * (COPY_LIMIT + 1), False), ("", False)]
)
def test_a_draft_that_fits_has_a_copy_button_and_always_a_block(draft: str, copies: bool) -> None:
    question = asked("review", "Fine", draft=draft)
    first = lay_out_question(question, TEXTS)[0][0]
    assert (first.get("copy_text") == {"text": draft}) is copies
    *_, made = Renderer(TEXTS, lambda id, count: 0).render(Outcome(State(), shows=[question]))
    assert f"<pre>{draft}</pre>" in made.params["text"]


def test_a_link_stays_a_link() -> None:
    card = Card("help", (ASKED,), ((Button("x", "Site", url="https://example.org"),),))
    assert lay_out_card(card, TEXTS) == [[{"text": "Site", "url": "https://example.org"}]]


@pytest.mark.parametrize("country", [None, "GB", "ZZ"])
def test_the_buttons_of_every_crisis_card_can_be_read_back(country: str | None) -> None:
    for card in (sos_card(country), crisis_card(country), crisis_card(country, every_country=True)):
        for button in (button for row in lay_out_card(card, TEXTS) for button in row):
            check(button)


@pytest.mark.parametrize(
    "data",
    ["", "x", "ab.1", "ab.1.", "ab.-1.x", "ab.1.x\n", "ab.1.x y", "AB.1.x", "ab.1.x.y", "ab.٣.x",
     "ab.1." + "x" * 60],
)  # fmt: skip
def test_what_we_never_make_means_nothing(data: str) -> None:
    assert unpack(data) is None


@pytest.mark.parametrize("option", ["", "x y", "ü", "x" * 60, "a.b", "a\nb"])
def test_a_button_that_could_not_be_read_back_is_not_made(option: str) -> None:
    with pytest.raises(ValueError, match="button"):
        pack("abcdefgh23", 1, option)


def check(button: dict[str, Any]) -> None:
    """Hold a button against what Telegram allows."""
    assert button["text"].strip()
    assert length(button["text"]) <= 64
    if "callback_data" in button:
        data = button["callback_data"]
        assert len(data.encode()) <= LIMIT
        assert unpack(data) is not None
        assert data == pack(*re.fullmatch(r"(\w+)\.(\d+)\.(.*)", data).groups())  # type: ignore[union-attr]
    elif "copy_text" in button:
        assert 1 <= len(button["copy_text"]["text"]) <= COPY_LIMIT
    else:
        assert button["url"].startswith("https://")


class LayingOut(Walk):
    """A walk that renders whatever is shown and checks each request."""

    requests = 0

    def world(self) -> World:
        self.names: dict[int, str] = getattr(self, "names", {})
        numbers = count(len(self.names))

        def make() -> str:
            return self.names.setdefault(next(numbers), new_session_id())

        return replace(super().world(), new_id=make)

    def _check_shows(self, outcome: Outcome) -> None:
        super()._check_shows(outcome)
        for made in Renderer(TEXTS, lambda id, count: self.requests).render(outcome):
            self.requests += 1
            if "text" in made.params:
                assert 0 < length(made.params["text"]) <= 4096
            keyboard = made.params.get("reply_markup", {}).get("inline_keyboard", [])
            assert sum(map(len, keyboard)) <= 100
            for row in keyboard:
                assert 0 < len(row) <= 8
                for button in row:
                    check(button)


def test_every_button_on_walks_through_every_conversation_is_valid() -> None:
    met: set[str] = set()
    requests = 0
    for seed in range(2 * len(CATALOG)):
        begun = [*CATALOG][seed % len(CATALOG)]
        walk = LayingOut(seed, [CATALOG], TEXTS, [begun] * 4 + [*CATALOG])
        walk.diary.add("win", {"win": "I asked a good question " * 20})
        walk.diary.add("thought_record", {"thought": "<b>\ud800", "balanced": "“x”", "lens": "hands"})
        for _ in range(60):
            walk.step()
        met |= set(walk.sessions.values())
        requests += walk.requests
    assert met == set(CATALOG)
    assert requests > 1000


def test_lines_of_a_text_id_are_rendered_with_their_words_escaped() -> None:
    what = Line("wins-one", (("win", "<b>& \ud800"),))
    assert "&lt;b&gt;&amp;" in Renderer(TEXTS, lambda id, count: 0).say(what)


def test_a_refreshed_question_changes_only_its_buttons() -> None:
    made = Renderer(TEXTS, lambda id, count: 0).render(
        Outcome(State(), shows=[Refreshed(asked("several", "a"))])
    )
    assert [one.method for one in made] == ["editMessageReplyMarkup"]
    assert made[0].edits == ("abcdefgh23", 7)
    assert set(made[0].params) == {"reply_markup"}
