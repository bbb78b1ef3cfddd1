"""The values exercise, as people use it in a minute, in a quarter of an hour, twice, and on a bad day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from conversations.lines import Json
from conversations.values import VALUES
from tests.conversations.talk import NOON, Memory, Talk

WHY = "My father fixed everything himself.\n<b>I liked watching</b> it & being asked to hold the lamp"


def with_no(**status: Json) -> Memory:
    """Return a diary with a rejection, of today if nothing else is said."""
    diary = Memory()
    diary.add("status", {"status": "rejected", **status}, NOON - 3600)
    return diary


def with_values(**words: str) -> Memory:
    """Return a diary with values of before: learning, and the sea."""
    diary = Memory()
    diary.add("values", {"chosen": ["learning", "the sea"], **words}, NOON - 9e5)
    return diary


# --- choosing and writing


def test_a_few_taps_are_enough() -> None:
    talk = Talk("values").taps("Being of use", "Learning", "~done").sees("Being of use and Learning")
    talk.taps("~skip").sees("plan").taps("Not today").sees_end()
    assert talk.turns == 5
    assert talk.written("values") == [{"chosen": ["use", "learning"]}]
    assert not talk.written("plan")


def test_writing_is_announced_once_and_kept_as_it_stands() -> None:
    talk = Talk("values").taps("Work done well", "~done").sees("ten", "fifteen", "Keep it", "~skip")
    talk.taps("Keep it").sees("Work done well").sees_not("fifteen").says(WHY).sees("lived")
    assert talk.written("values") == [{"chosen": ["craft"], "why": WHY}]
    talk.says("I sanded a table for a week").sees("/history").taps("Not today").sees_end()
    lived = "I sanded a table for a week"
    assert talk.written("values") == [{"chosen": ["craft"], "why": WHY, "lived": lived}]


def test_what_shall_not_be_kept_is_nowhere() -> None:
    talk = Talk("values").taps("Fairness", "~done", "Throw it away").sees("thrown away")
    talk.says(WHY).sees("Your message").taps("Not today").sees_end()
    assert talk.written("values") == [{"chosen": ["fairness"]}]
    assert talk.state.ended is not None
    assert WHY not in str(talk.state.ended)


def test_thirteen_to_choose_from_and_three_at_most() -> None:
    talk = Talk("values")
    assert len(VALUES) == 13
    assert len([label for label in talk.buttons if not label.startswith("~")]) == 13
    talk.taps("Family and home", "Good friends", "Learning", "Health").sees("up to 3").taps("~done")
    talk.sees("Family and home, Good friends and Learning")


def test_own_words_are_taken_apart_and_stand_beside_the_chips() -> None:
    talk = Talk("values").taps("Good friends").says("kindness, the sea, Kindness").sees("kindness", "the sea")
    talk.taps("~skip", "Not today")
    assert talk.written("values") == [{"chosen": ["friends", "kindness", "the sea"]}]


def test_all_of_it_can_be_skipped() -> None:
    talk = Talk("values").taps("~skip").sees("/values").sees_end()
    assert not talk.diary.entries
    skipping = Talk("values").taps("Learning", "~done", "Keep it", "~skip", "~skip").sees("plan")
    skipping.sees_not("/history").taps("Not today")
    assert skipping.written("values") == [{"chosen": ["learning"]}]


def test_nothing_is_promised() -> None:
    Talk("values").sees("a few, mostly people just out of work, felt worse").sees_not("First come people")
    talk = (
        Talk("values").taps("Learning", "~done", "Keep it").says("x").says("y").taps("Not today").sees_end()
    )
    for promise in ("hired", "chances", "nearly tripled", "you will"):
        assert promise not in talk.transcript()


def test_another_choice_asks_for_the_writing_again() -> None:
    talk = Talk("values").taps("Learning", "~done", "Keep it").says("I read at night")
    talk.taps("~back", "~back", "~back", "Fairness", "~done").sees("Fairness")
    talk.taps("Keep it").sees("“I read at night”", "Fairness")
    talk.says("We were five at the table").taps("~skip", "Not today")
    assert talk.written("values") == [{"chosen": ["fairness"], "why": "We were five at the table"}]


def test_it_can_lead_to_a_plan() -> None:
    talk = Talk("values").taps("Learning", "~done", "~skip", "Make a small plan").sees("“Learning”")
    assert talk.question is not None
    action = talk.question.prompt.options[0]
    talk.taps(talk.texts.label(action)).taps(talk.buttons[0], "Tomorrow")
    assert [plan["source"] for plan in talk.written("plan")] == ["learning"]
    assert [plan["area"] for plan in talk.written("plan")] == ["direction"]


# --- the second visit


def test_what_was_chosen_last_time_comes_first() -> None:
    talk = Talk("values", diary=with_values(why="I grew up there")).sees("I grew up there")
    talk.sees("Learning and the sea", "Choose anew").taps("Yes, still these").sees("Learning and the sea")
    talk.taps("Keep it").says("It has not changed").taps("~skip", "Not today")
    assert talk.written("values")[1] == {"chosen": ["learning", "the sea"], "why": "It has not changed"}


def test_the_same_again_without_a_word_is_not_written_down_twice() -> None:
    talk = Talk("values", diary=with_values()).taps("Yes, still these", "~skip", "Not today").sees_end()
    assert talk.turns == 3
    assert len(talk.written("values")) == 1


def test_choosing_anew_leaves_the_earlier_ones() -> None:
    talk = Talk("values", diary=with_values()).taps("Choose anew", "Fairness", "~done", "~skip", "Not today")
    assert [v["chosen"] for v in talk.written("values")] == [["learning", "the sea"], ["fairness"]]


# --- days on which it waits


def test_on_the_day_of_a_rejection_it_waits() -> None:
    for no in (with_no(), with_no(on="2026-11-25")):
        talk = Talk("values", diary=no).sees("a no today", "See what's in my hands").sees_not("Learning")
        talk.taps("That's enough").sees("/values").sees_end()
        assert not talk.written("values")
    Talk("values", diary=with_no()).taps("See what's in my hands").sees("worries")


def with_reply(**reply: Json) -> Memory:
    """Return a diary with an employer's reply, of today if nothing else is said."""
    diary = Memory()
    diary.add("reply", {"words": "You rambled.", **reply}, NOON - 3600)
    return diary


def test_on_the_day_of_a_reply_it_waits() -> None:
    for reply in (with_reply(), with_reply(on="2026-11-25"), with_reply(on="2026-11-20")):
        talk = Talk("values", diary=reply).sees("a reply from an employer today").sees_not("Learning", "a no")
        talk.taps("That's enough").sees("/values").sees_end()
    older = with_reply()
    older.entries[1] = replace(older.entries[1], day=date(2026, 11, 24))
    Talk("values", diary=older).sees("Learning")


def test_in_the_middle_of_telling_a_no_or_right_after_a_reply_it_waits() -> None:
    Talk("rejected").taps("7").commands("values").sees("a no today").sees_not("Learning")
    Talk("rejected").taps("~skip").commands("values").sees("a no today")
    for words in ("You rambled and seemed unsure of the basics.", "We wanted somebody younger."):
        Talk("reply").says(words).commands("values").sees("reply from an employer today")


def test_the_day_is_the_one_the_news_came_where_the_person_lives() -> None:
    Talk("values", diary=with_no(on="2026-11-20")).sees("Learning")
    diary = with_no()
    diary.entries[1] = replace(diary.entries[1], day=date(2026, 11, 24))
    Talk("values", diary=diary).sees("Learning")
    silent = Memory()
    silent.add("status", {"status": "silent"})
    Talk("values", diary=silent).sees("Learning")


def test_a_no_in_the_middle_of_it_ends_it_kindly() -> None:
    talk = Talk("values").taps("Learning", "~done")
    talk.diary.add("status", {"status": "rejected"})
    talk.taps("Keep it").sees("What you chose").sees_end()
    assert talk.written("values") == [{"chosen": ["learning"]}]


def test_quiet_days_keep_it_off() -> None:
    talk = Talk("values", quiet=True).sees("another day", "/sos").sees_not("Learning").sees_end()
    assert not talk.diary.entries
    Talk("values", diary=with_no(), quiet=True).sees("/sos").sees_end()


def test_a_hard_place_in_the_writing_ends_it_and_keeps_what_was_chosen() -> None:
    talk = Talk("values").taps("Learning", "~done", "Keep it").says("I want to die", crisis=True)
    talk.commands("continue").sees("What you chose").sees_end()
    assert talk.written("values") == [{"chosen": ["learning"], "why": "I want to die"}]


# --- what people type


def test_odd_words_do_not_break_it() -> None:
    for words in ("<b>", "{ $values }", "x" * 119, "🙂", "no", "1", "a, b, c, d, e"):
        talk = Talk("values").says(words)
        while talk.question is not None and talk.turns < 8:
            talk.taps(next(b for b in talk.buttons if b in ("~done", "~skip", "Not today")))
        talk.sees_end()
    Talk("values").says("x" * 500).sees("shorter")
