"""The small conversations around the heart, as transcripts: idle, wins, history, settings, export, delete."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from zoneinfo import available_timezones

import pytest

from conversations.effects import ChangeEntry, ChangePerson, DeleteEntry, EraseEverything, SendExport
from conversations.entries import HIDDEN
from conversations.records import KINDS
from conversations.texts import load_texts
from conversations.zones import find_zone, offered_zones
from tests.conversations.talk import Memory, Talk


def effects_of(talk: Talk) -> list[object]:
    """Return what was wanted done, in order."""
    return [effect for _, _, effect in talk.effects]


def with_wins(*wins: str) -> Memory:
    """Return a diary with these wins, oldest first."""
    diary = Memory()
    for place, win in enumerate(wins):
        diary.add("win", {"win": win}, at=float(place))
    return diary


# --- somebody writes while nothing is open


def test_words_out_of_nowhere_are_offered_a_place() -> None:
    talk = (
        Talk().says("They turned me down again").sees("“They turned me down again”", "It was a no from a job")
    )
    talk.taps("Just keep it").sees_end()
    assert talk.written("note") == [{"note": "They turned me down again"}]


def test_words_can_be_a_win_or_nothing() -> None:
    assert Talk().says("I got a second interview").says("a win").written("win")
    nothing = Talk().says("a grey day").taps("Nothing, thanks").sees("not").sees_end()
    assert not nothing.diary.entries


def test_a_thought_is_carried_over_and_not_asked_again() -> None:
    talk = Talk().says("I will never find a job").taps("Look at this thought")
    assert talk.state.active is not None
    assert talk.state.active.conversation == "reframe"
    talk.sees("I will never find a job")


def test_a_no_from_a_job_leads_to_rejected_with_the_words() -> None:
    talk = Talk().says("I am not good enough").taps("It was a no from a job")
    assert talk.state.active is not None
    assert talk.state.active.conversation == "rejected"
    assert talk.state.active.given == {"thought": "I am not good enough"}


# --- wins


def test_earlier_wins_come_first_as_evidence_newest_first_three_at_most() -> None:
    talk = Talk("wins", diary=with_wins("one", "two", "three", "four"))
    talk.sees("“four”", "“three”", "“two”").sees_not("“one”")
    talk.says("five").sees_not("“four”").taps("That's enough").sees_end()
    assert talk.written("win")[-1] == {"win": "five"}


def test_a_sentence_starter_begins_the_win() -> None:
    talk = Talk("wins").taps("I managed to …").says("call them back")
    assert talk.written("win") == [{"win": "I managed to call them back"}]


def test_another_win_does_not_show_the_list_again() -> None:
    talk = (
        Talk("wins", diary=with_wins("one")).says("two").taps("Yes, one more").sees_not("“one”").says("three")
    )
    assert [win["win"] for win in talk.written("win")] == ["one", "two", "three"]


# --- history


def test_an_empty_history_says_so() -> None:
    Talk("history").sees("nothing here yet").sees_end()


def test_an_entry_is_found_opened_and_changed() -> None:
    talk = Talk("history", diary=with_wins("I asked a good question")).taps("Wins (1)")
    talk.taps("I asked a good question").sees("I asked a good question").taps("Change it")
    talk.says("I asked two good questions").sees_end()
    assert talk.written("win") == [{"win": "I asked two good questions"}]
    assert isinstance(effects_of(talk)[0], ChangeEntry)


def test_an_entry_is_deleted_after_one_question() -> None:
    talk = Talk("history", diary=with_wins("keep me", "lose me")).taps("Wins (2)", "lose me", "Delete it")
    talk.sees("cannot be brought back")
    assert len(talk.written("win")) == 2
    talk.taps("Delete it").sees("Deleted").sees_end()
    assert talk.written("win") == [{"win": "keep me"}]
    assert isinstance(effects_of(talk)[0], DeleteEntry)


def test_deleting_can_be_declined() -> None:
    talk = Talk("history", diary=with_wins("keep me")).taps("Wins (1)", "keep me", "Delete it", "Keep it")
    assert talk.written("win") == [{"win": "keep me"}]
    talk.taps("Close").sees_end()


def test_older_entries_are_a_page_further() -> None:
    diary = with_wins(*(f"win {place}" for place in range(10)))
    talk = Talk("history", diary=diary).taps("Wins (10)").sees("win 9").sees_not("win 3")
    talk.taps("Older ones ›").sees("win 3").taps("win 3").sees("win 3")


def test_a_word_finds_entries_of_every_kind() -> None:
    diary = with_wins("the Acme talk", "other")
    diary.add("note", {"note": "Acme was kind"})
    talk = Talk("history", diary=diary).taps("Search for a word").says("acme")
    talk.sees("the Acme talk", "Acme was kind").sees_not("other")


def test_a_word_that_is_nowhere_is_said_to_be_nowhere() -> None:
    Talk("history", diary=with_wins("one")).taps("Search for a word").says("zebra").sees(
        "zebra", "Search for a word"
    )


def test_an_entry_deleted_meanwhile_is_gone() -> None:
    diary = with_wins("one", "two")
    talk = Talk("history", diary=diary).taps("Wins (2)").taps("two")
    diary.entries.pop(2)
    talk.taps("Change it").sees("not there any more")


def test_every_part_of_every_kind_has_a_name() -> None:
    texts = load_texts()
    for record in KINDS:
        assert texts.has("history-kinds", f"o-{record.kind.replace('_', '-')}"), record.kind
        assert texts.has("delete-kinds", f"o-{record.kind.replace('_', '-')}"), record.kind
        for field in fields(record):
            if field.name in HIDDEN:
                continue
            assert f"diary-field-{field.name.replace('_', '-')}" in texts, field.name


# --- settings


def test_settings_show_what_is_set() -> None:
    Talk("settings", country="GB").sees("Country: UK", "Time zone: not set")


def test_a_country_is_tapped_or_typed() -> None:
    assert effects_of(Talk("settings").taps("Country").taps("Ireland")) == [ChangePerson("country", "IE")]
    assert effects_of(Talk("settings").says("country").says("japan")) == [ChangePerson("country", "JP")]
    other = (
        Talk("settings", country="GB").taps("Country").taps("Another country").sees("international finder")
    )
    assert effects_of(other) == [ChangePerson("country", None)]


@pytest.mark.parametrize(
    ("words", "zone"),
    [
        ("Lisbon", "Europe/Lisbon"),
        ("mumbai", "Asia/Kolkata"),
        ("America/New_York", "America/New_York"),
        ("São Paulo", "America/Sao_Paulo"),
        ("buenos aires", "America/Argentina/Buenos_Aires"),
        ("Berlin", "Europe/Berlin"),
    ],
)
def test_a_time_zone_is_named_by_city_or_by_its_name(words: str, zone: str) -> None:
    talk = Talk("settings").taps("Time zone").says(words).sees(zone)
    assert effects_of(talk) == [ChangePerson("zone", zone)]


def test_a_city_that_is_not_known_is_asked_for_once_more() -> None:
    talk = Talk("settings").taps("Time zone").says("Atlantis").sees("“Atlantis”").says("Madrid")
    assert effects_of(talk) == [ChangePerson("zone", "Europe/Madrid")]
    lost = (
        Talk("settings").taps("Time zone").says("Atlantis").says("Utopia").sees("stays as it was").sees_end()
    )
    assert effects_of(lost) == []


def test_the_countries_asked_for_most_are_buttons_and_all_of_them_can_be_typed() -> None:
    talk = Talk("settings").taps("Country").sees("Kenya", "More countries").sees_not("Japan")
    assert len(talk.buttons) <= 16
    more = talk.taps("More countries").sees("Japan").sees_not("Kenya")
    assert effects_of(more.taps("Japan")) == [ChangePerson("country", "JP")]
    for words, code in (("Scotland", "GB"), ("united states", "US"), ("Turkey", "TR"), ("philipines", "PH")):
        assert effects_of(Talk("settings").taps("Country").says(words)) == [ChangePerson("country", code)]
        again = Talk("settings").taps("Country", "More countries").says(words)
        assert effects_of(again) == [ChangePerson("country", code)]


def test_a_country_without_lines_is_told_the_way_on() -> None:
    talk = Talk("settings").taps("Country").says("Pakistan").sees("no helplines for that name")
    assert effects_of(talk.taps("Another country").sees_end()) == [ChangePerson("country", None)]


# --- privacy, export, delete


def test_privacy_says_what_is_kept_and_leads_on() -> None:
    talk = Talk("privacy").sees("encrypted", "Telegram").taps("Send me all of it").sees("zip").taps("Send it")
    assert effects_of(talk) == [SendExport()]


def test_an_export_can_be_declined() -> None:
    assert effects_of(Talk("export").taps("Not now").sees_end()) == []


def test_delete_shows_what_there_is_says_what_it_cannot_do_and_asks_once() -> None:
    diary = with_wins("one", "two")
    diary.add("note", {"note": "n"})
    talk = Talk("delete", diary=diary).sees("2 wins", "one note", "48 hours", "cannot be undone")
    talk.taps("Erase everything")
    assert effects_of(talk) == [EraseEverything()]


@pytest.mark.parametrize("words", ["no", "keep it", "zzz", "back"])
def test_delete_erases_nothing_without_a_clear_yes(words: str) -> None:
    assert effects_of(Talk("delete").says(words)) == []


def test_the_last_word_of_delete_says_what_is_gone_and_what_is_not() -> None:
    talk = Talk("delete").taps("Erase everything")
    talk.sees("erased", "48 hours", "Clear history", "/start").sees_end()


def test_privacy_tells_of_all_that_is_kept_without_being_written() -> None:
    Talk("privacy").sees("72 hours", "48 hours", "numbers", "code")


def test_a_list_of_entries_tells_their_days_apart() -> None:
    diary = with_wins("one")
    id = diary.add("status", {"status": "rejected", "feeling": "hurt"})
    diary.entries[id] = replace(diary.entries[id], day=date(2026, 11, 3))
    talk = Talk("history", diary=diary).taps("News (1)").sees("hurt · 3 Nov")
    talk.says("hurt").sees("3 Nov 2026", "turned down")


def test_why_goes_on_with_what_is_open() -> None:
    talk = Talk("wins").commands("why").sees("belong", "What")
    assert talk.state.active is not None
    assert talk.state.active.conversation == "wins"


def test_every_time_zone_that_can_be_named_exists() -> None:
    known = available_timezones()
    assert set(offered_zones().values()) <= known
    for city in ("Abidjan", "Chicago", "Kolkata", "Sydney", "utc", "san francisco", "MUNICH"):
        assert find_zone(city) in known, city
    assert {zone for name in known if (zone := find_zone(name)) is not None} <= known
