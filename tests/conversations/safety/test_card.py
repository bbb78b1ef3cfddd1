"""The cards: people first, nothing asserted, nothing asked about risk, nothing needed but package data."""

from __future__ import annotations

import re
from importlib import resources

import pytest

from conversations.lines import Card
from conversations.safety.card import OFFERED, crisis_card, softer_card, sos_card, tapped_card, youth_card
from conversations.safety.helplines import countries
from conversations.texts import load_texts

TEXTS = load_texts("en")
CARDS = [make(code) for make in (crisis_card, sos_card, youth_card) for code in (None, "XX", *countries())]


def words(card: Card) -> str:
    return "\n".join(TEXTS.render(one) for one in card.lines)


def options(card: Card) -> list[str]:
    return [button.option for row in card.rows for button in row]


def test_people_come_before_everything_else() -> None:
    said = words(crisis_card("GB"))
    assert said.index("116 123") < said.index("findahelpline.com") < said.index("999")
    assert "your local emergency number" in said


def test_without_a_country_the_finder_stands_and_countries_are_offered() -> None:
    card = crisis_card(None)
    assert "findahelpline.com" in words(card)
    assert "your local emergency number" in words(card)
    assert sum(option.startswith("country-") for option in options(card)) == OFFERED
    assert options(card)[-4:] == ["countries", "go", "stop", "misread"]


def test_every_country_can_be_had() -> None:
    card = crisis_card(None, every_country=True)
    assert {f"country-{code.lower()}" for code in countries()} <= set(options(card))
    assert "countries" not in options(card)


def test_a_known_country_can_be_changed() -> None:
    card = crisis_card("DE")
    assert options(card) == ["go", "stop", "misread", "countries"]
    assert "country-gb" in options(crisis_card("DE", every_country=True))


def test_under_18_is_shown_young_peoples_lines_of_a_country_and_nothing_to_go_on_with() -> None:
    assert options(youth_card(None))[-1] == "youth-all"
    assert "youth-pl" in options(youth_card(None, every_country=True))
    shown = tapped_card("youth-gb", None)
    assert shown is not None
    assert "Childline" in words(shown)
    for code in (None, *countries()):
        card = tapped_card("youth-all" if code is None else f"youth-{code.lower()}", "GB")
        assert card is not None
        assert all(option.startswith("youth-") for option in options(card))


@pytest.mark.parametrize("option", ["", "go", "stop", "misread", "youth-", "country-", "xx", "youth"])
def test_a_button_that_brings_no_card_brings_none(option: str) -> None:
    assert tapped_card(option, None) is None


def test_abuse_at_home_puts_its_lines_first() -> None:
    said = words(crisis_card("GB", abuse=True))
    assert said.index("0808 2000 247") < said.index("116 123")
    assert "0808 2000 247" not in words(crisis_card("GB"))


def test_the_gentle_question_asks_one_thing_and_nothing_about_risk() -> None:
    said = words(softer_card())
    assert said.count("?") == 1
    assert options(softer_card()) == ["show", "go", "stop"]


@pytest.mark.parametrize("card", [*CARDS, softer_card()])
def test_cards_are_short_and_their_buttons_have_labels(card: Card) -> None:
    assert len(words(card)) < 1500
    for row in card.rows:
        for button in row:
            label = button.label if isinstance(button.label, str) else TEXTS.phrase(button.label)
            assert 0 < len(label) <= 24
            assert len(button.option) <= 20


FORBIDDEN = (
    r"you(?:'re| are) (?:feeling |in (?:a )?crisis|suicidal|depressed|at risk)", r"you feel", r"risk",
    r"are you (?:safe|thinking)", r"do you have a plan", r"how (?:would|will) you", r"diagnos", r"promise",
    r"everything will be", r"great!", r"i feel", r"i understand how", r"someone (?:is reading|reads)",
    r"selfish", r"think of your family", r"don't do it", r"streak", r"as an ai", r"!!",
)  # fmt: skip


def test_no_safety_text_says_what_must_not_be_said() -> None:
    for id in (one for one in TEXTS if one.startswith("safety-")):
        source = " ".join(str(part) for part in _wordings(id))
        for pattern in FORBIDDEN:
            assert not re.search(pattern, source, re.IGNORECASE), (id, pattern)


def _wordings(id: str) -> list[str]:
    source = (resources.files("conversations") / "locales" / "en" / "safety.ftl").read_text("utf-8")
    block = re.search(rf"^{id} =(.*(?:\n .*)*)", source, re.MULTILINE)
    return [block.group(1)] if block else []
