"""Messages are brought into one plain form."""

from __future__ import annotations

import pytest

from conversations.safety.normalise import MAX_CHARACTERS, normalise


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("I'm FINE", "i am fine"),
        ("I’m dont cant ive", "i am do not can not i have"),
        ("wanna gonna", "want to going to"),
        ("k i l l  m y s e l f", "kill myself"),
        ("k i l l m y s e l f", "kill myself"),
        ("#iwanttodie", "i want to die"),
        ("d.i.e", "die"),
        ("su*cide k*ll", "suicide kill"),
        ("suicde sucide suiside sewerslide", "suicide suicide suicide suicide"),
        ("1 w4nt t0 d1e", "i want to die"),
        ("K!LL it!", "kill it ."),
        ("soooo tireddd", "so tired"),
        ("w\u0430nt t\u043e", "want to"),
        ("хочу", "хочу"),
        ("Não À É", "nao a e"),
        ("ölmek İSTİYORUM", "olmek istiyorum"),
        ("łódź", "lodz"),
        ("any more, no one", "anymore . noone"),
        ("wait... what", "wait what"),
        ("a\u200bb\u202ec", "abc"),
        ("🔫 myself", "gun myself"),
        ("self-harm", "self harm"),
        ("12 applications by 5pm", "12 applications by 5pm"),
    ],
)
def test_plain_form(said: str, plain: str) -> None:
    assert normalise(said) == f" {plain} "


def test_ordinary_words_are_left_alone() -> None:
    for word in ("diet", "skill", "killed", "immediately", "wishing", "alive", "committee", "mylife2024x"):
        assert normalise(word) == f" {word} "


def test_an_over_long_text_keeps_its_beginning_and_end() -> None:
    plain = normalise("first " + "x" * (MAX_CHARACTERS * 3) + " last")
    assert plain.startswith(" first ")
    assert plain.endswith(" last ")
    assert len(plain) <= MAX_CHARACTERS + 10
