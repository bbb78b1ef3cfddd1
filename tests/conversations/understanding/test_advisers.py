"""Who names discrimination is believed and pointed to an adviser."""

from __future__ import annotations

from conversations.texts import load_texts
from conversations.understanding.advisers import adviser_lines, advisers_for


def words(country: str | None) -> str:
    texts = load_texts("en")
    return "\n".join(texts.render(one) for one in adviser_lines(country))


def test_a_country_has_its_own_advisers() -> None:
    assert "acas.org.uk" in words("GB")
    assert "eeoc.gov" in words("us")


def test_the_european_list_stands_where_there_is_no_own_one() -> None:
    assert [one.url for one in advisers_for("GR")] == ["equineteurope.org"]
    assert "antidiskriminierungsstelle.de" in words("DE")


def test_elsewhere_a_union_or_a_legal_advice_centre() -> None:
    assert advisers_for(None) == ()
    for country in (None, "XX"):
        assert "union or a local legal-advice centre" in words(country)
