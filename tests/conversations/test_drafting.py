"""The review of a letter: each way of changing it, the check, the fixes, and the person's own words."""

from __future__ import annotations

from conversations.effects import SendLetter
from tests.conversations.requests import (
    draft_of,
    drafted,
)

# --- the review


def test_each_way_changes_the_draft_and_keeps_what_the_person_wrote() -> None:
    talk = drafted()
    own = "The way Jo explained the shift rota has stayed with me all week."
    edited = draft_of(talk).replace("\n\n", f"\n\n{own} ", 1)
    talk.says(edited)
    assert draft_of(talk) == edited
    for way in ("another one", "warmer", "plainer", "shorter"):
        before = draft_of(talk)
        talk.says(way)
        assert own in draft_of(talk), way
        assert draft_of(talk) != before or "wording" in talk.reads or "touching" in talk.reads, way


def test_an_edit_is_kept_to_the_byte_and_saved() -> None:
    talk = drafted()
    words = draft_of(talk).replace("Priya", "Priya K.") + "\n\nPS: no rush  at all"
    talk.says(words)
    assert draft_of(talk) == words
    assert talk.written("request")[0]["body"] == words


def test_a_few_words_are_not_taken_for_the_letter_unasked() -> None:
    talk = drafted()
    before = draft_of(talk)
    talk.says("can you make it funnier").sees("whole message", "can you make it funnier").taps(
        "No, keep the draft"
    )
    assert draft_of(talk) == before


def test_what_fails_is_named_in_plain_words_and_can_be_kept() -> None:
    talk = drafted()
    bad = draft_of(talk).replace("\n\n", "\n\nI think I was more qualified than the person you hired. ", 1)
    talk.says(bad).sees("“I think I was more qualified")
    talk.taps("I've sent it").sees("Noted as sent")
    assert talk.written("request")[0]["body"] == bad


def test_a_fix_drops_the_sentence_and_touches_nothing_else() -> None:
    talk = drafted()
    good = draft_of(talk)
    talk.says(good.replace("\n\n", "\n\nI think I was more qualified than the person you hired. ", 1))
    talk.taps("Drop “I think I was…”")
    assert draft_of(talk).split() == good.split()


def test_an_ingredient_is_changed_and_own_words_stay() -> None:
    talk = drafted().taps("Change it ⋯", "What it asks").taps("My CV", "~done")
    assert "CV" in draft_of(talk)
    talk.taps("Change it ⋯", "The subject").says("A short question")
    assert talk.written("request")[0]["subject"] == "A short question"
    talk.taps("Another one")
    assert talk.written("request")[0]["subject"] == "A short question"


def test_nothing_after_all_changes_nothing() -> None:
    talk = drafted()
    before = draft_of(talk)
    talk.taps("Change it ⋯", "Nothing after all")
    assert draft_of(talk) == before


def test_it_opens_in_the_mail_program_by_a_page() -> None:
    talk = drafted().taps("Change it ⋯", "Open in mail").sees("mail program")
    assert any(isinstance(effect, SendLetter) for _, _, effect in talk.effects)
    talk.taps("I've sent it").sees("Noted as sent")


def test_back_and_undo_go_through_the_versions() -> None:
    talk = drafted()
    first = draft_of(talk)
    talk.taps("Another one")
    assert draft_of(talk) != first
    talk.taps("~back")
    assert draft_of(talk) == first


def test_an_edited_ingredient_far_back_gives_a_new_draft() -> None:
    talk = (
        drafted()
        .commands("edit")
        .taps(*[b for b in drafted().commands("edit").buttons if b.startswith("Tone")])
    )
    before = draft_of(talk)
    talk.taps("Brief").sees("I've sent it")
    assert draft_of(talk) != before
