"""Helplines are dated and sourced, and there is always somebody to turn to."""

from __future__ import annotations

import re
from datetime import date

import pytest

from conversations.safety.helplines import countries, country_of, directory, helplines_for

WANTED = (
    "GB IE US CA AU NZ IN NG PH ZA KE SG DE AT CH FR ES PT BR MX NL BE PL IT SE NO DK FI TR UA JP".split()
)


def test_every_wanted_country_is_there() -> None:
    assert set(WANTED) <= set(countries())


@pytest.mark.parametrize("code", [*countries(), None, "XX", "", "gb", " uk "])
def test_the_international_finder_is_always_there_and_last(code: str | None) -> None:
    assert helplines_for(code)[-1].url == "findahelpline.com"


@pytest.mark.parametrize("code", countries())
def test_lines_are_sourced_dated_and_dialable(code: str) -> None:
    country = country_of(code)
    assert country is not None
    assert re.fullmatch(r"\d{3}", country.emergency)
    for one in country.lines:
        assert one.source.startswith(("https://", "http://"))
        assert date(2026, 11, 22) <= one.checked
        assert one.phone is None or re.fullmatch(r"[\d +-]{3,20}", one.phone)
        assert one.text_to is None or re.fullmatch(r"[\d ]{3,14}", one.text_to)
        assert one.url is None or re.fullmatch(r"[a-z0-9.-]+(/[a-z0-9/-]*)?", one.url)


def test_samaritans_answer_in_the_uk_however_the_country_is_written() -> None:
    for code in ("GB", "gb", "UK", " Gb "):
        assert helplines_for(code)[0].phone == "116 123"


def test_young_people_have_lines_of_their_own() -> None:
    assert "Childline" in [one.name for one in helplines_for("GB", "youth")]
    assert directory().finder in helplines_for("TR", "youth")
