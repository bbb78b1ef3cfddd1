"""Open plans are done, moved, made smaller and let go, three at most, and left alone in quiet days."""

from __future__ import annotations

from tests.conversations.plan_talk import LINES, WALK, due_now, open_one, plans, with_plans
from tests.conversations.talk import NOON, Talk

# --- the plans there are


def test_open_plans_are_shown_whole_and_done_ones_are_not() -> None:
    diary = with_plans("call Anna", "print my CV")
    diary.add("plan", {"cue": "at 10", "action": "eat", "due": "2026-11-20", "state": "done"}, NOON)
    talk = Talk("plan", diary=diary).sees(
        "When it is Friday (27 Nov) after lunch, then I will call Anna.", "print my CV"
    )
    talk.sees_not("eat").taps("That's enough").sees_end()
    assert talk.effects == []


def test_done_is_in_wins_and_one_next_step_is_offered() -> None:
    talk = open_one(with_plans("call Anna")).taps("Done").sees("/wins", "helped")
    assert plans(talk, "state", "done_on") == [("done", "2026-11-25")]
    assert due_now(talk) == {1: None}
    talk.says("I did it before my mail").sees("next").taps("Yes, a small one").sees(LINES)
    assert talk.written("note") == [{"note": "I did it before my mail"}]
    assert [entry.parent for entry in talk.diary.entries.values() if entry.kind == "note"] == [1]
    Talk("wins", diary=talk.diary).sees("Done: call Anna")


def test_done_can_end_without_another_word() -> None:
    talk = open_one(with_plans("call Anna")).says("done").taps("~skip", "That's enough").sees_end()
    talk.sees_not("Great", "!")


def test_moving_is_one_question_and_never_counted() -> None:
    diary = with_plans("call Anna", due="2026-11-20")
    talk = Talk("plan", diary=diary).sees("Friday (20 Nov)").taps("call Anna", "Another day")
    talk.says("next Monday").sees("Monday (30 Nov)").sees_end()
    assert plans(talk, "due", "state") == [("2026-11-30", "open")]
    assert due_now(talk) == {1: "2026-11-30"}
    again = open_one(diary).taps("Another day", "Tomorrow")
    assert plans(again, "due") == [("2026-11-26",)]
    assert diary.entries[1].data.keys() == with_plans("x").entries[1].data.keys()


def test_smaller_keeps_cue_and_day() -> None:
    talk = open_one(with_plans("call Anna")).taps("Make it smaller").sees("“call Anna”")
    talk.says("I will send Anna one text").sees(
        "When it is Friday (27 Nov) after lunch, then I will send Anna one text."
    )
    assert plans(talk, "action") == [("call Anna",)]
    talk.taps("Keep it").sees_end()
    assert plans(talk, "cue", "action", "due") == [("after lunch", "send Anna one text", "2026-11-27")]
    assert due_now(talk) == {}


def test_smaller_is_shown_until_it_is_kept_and_can_stay_as_it_was() -> None:
    talk = open_one(with_plans("call Anna")).taps("Make it smaller").says("text Anna").says("dial her number")
    talk.sees("then I will dial her number.").sees_not("text Anna").taps("Keep it").sees_end()
    assert plans(talk, "action") == [("dial her number",)]
    left = open_one(with_plans("call Anna")).taps("Make it smaller").says("text Anna")
    left.taps("Leave it as it was").sees_end()
    assert plans(left, "action", "due", "state") == [("call Anna", "2026-11-27", "open")]
    odd = (
        open_one(with_plans("call Anna"))
        .taps("Make it smaller")
        .says("😀 …")
        .sees("“😀", "see it's done", "Keep it as")
    )
    odd.says("find her number").taps("Keep it")
    assert plans(odd, "action") == [("find her number",)]


def test_smaller_after_its_day_asks_for_a_new_one() -> None:
    talk = (
        open_one(with_plans("call Anna", due="2026-11-20")).taps("Make it smaller").says("look up her number")
    )
    talk.sees("And which day").taps("Tomorrow").sees("Thursday (26 Nov)").taps("Keep it").sees_end()
    assert plans(talk, "action", "due") == [("look up her number", "2026-11-26")]
    assert due_now(talk) == {1: "2026-11-26"}


def test_letting_go_has_no_word_of_blame() -> None:
    talk = open_one(with_plans("call Anna")).taps("Let it go").sees_not("sorry", "pity", "should").sees_end()
    assert plans(talk, "state") == [("dropped",)]
    assert due_now(talk) == {1: None}
    Talk("plan", diary=talk.diary).sees_not("call Anna")
    Talk("wins", diary=talk.diary).sees_not("call Anna")


def test_second_thoughts_put_a_plan_back() -> None:
    talk = open_one(with_plans("call Anna")).taps("Done", "~back", "Leave it as it is").sees_end()
    assert plans(talk, "state", "done_on") == [("open", None)]
    assert due_now(talk) == {1: "2026-11-27"}
    moved = open_one(with_plans("call Anna")).taps("Another day", "Tomorrow").commands("undo").sees("day")
    assert plans(moved, "due") == [("2026-11-27",)]
    assert due_now(moved) == {1: "2026-11-27"}
    small = open_one(with_plans("call Anna")).taps("Make it smaller").says("dial").taps("Keep it")
    assert plans(small, "action") == [("dial",)]
    small.commands("undo")
    assert plans(small, "action") == [("call Anna",)]


def test_a_plan_that_was_deleted_meanwhile_is_gone() -> None:
    diary = with_plans("call Anna", "print my CV")
    talk = open_one(diary)
    diary.entries.pop(1)
    talk.taps("Done").sees("isn't there any more", "print my CV")


# --- three at most


def test_the_fourth_is_answered_with_a_choice() -> None:
    diary = with_plans("call Anna", "print my CV", "ask Tom")
    talk = Talk("plan", diary=diary).taps("A new plan").sees("Three plans are open", "Leave all three")
    talk.taps("print my CV").sees("print my CV").taps("It's done").sees("What should the plan be about")
    assert plans(talk, "state") == [("open",), ("done",), ("open",)]
    talk.says("Tomorrow after lunch I will call Lea").taps("Keep it").sees_end()
    assert plans(talk, "state") == [("open",), ("done",), ("open",), ("open",)]
    left = Talk("plan", diary=diary).taps("A new plan", "Leave all three").sees("the three stay").sees_end()
    assert len(left.written("plan")) == 4


def test_at_three_a_plan_that_was_opened_can_be_kept() -> None:
    diary = with_plans("call Anna", "print my CV", "ask Tom")
    talk = Talk("plan", diary=diary).taps("A new plan", "print my CV", "Keep it").sees("the three stay")
    talk.sees_end()
    assert plans(talk, "state") == [("open",)] * 3
    again = Talk("plan", diary=diary).taps("A new plan", "print my CV", "It's done", "~back", "Keep it")
    assert plans(again.sees_end(), "state", "done_on")[1] == ("open", None)


def test_with_two_there_is_room() -> None:
    Talk("plan", diary=with_plans("call Anna", "ask Tom")).taps("A new plan").sees("What should the plan")


# --- quiet days


def test_quiet_days_offer_only_care_and_show_no_other_plan() -> None:
    talk = Talk("plan", diary=with_plans("send my CV"), quiet=True).sees("can wait", "/sos", "only about you")
    talk.sees_not("send my CV", "CV or cover letter").taps("Yes, a small one").sees(WALK).sees_not(LINES)
    talk.taps(WALK, "After lunch", "Today", "Keep it").sees_end()
    assert plans(talk, "area", "state") == [("cv", "open"), ("care", "open")]
    again = Talk("plan", diary=talk.diary, quiet=True).sees(WALK).sees_not("send my CV")
    again.taps(WALK, "Done", "~skip", "That's enough")
    Talk("wins", diary=talk.diary, quiet=True).sees(WALK).sees_not("send my CV")


def test_quiet_days_take_a_no() -> None:
    Talk("plan", quiet=True).says("not today").sees_end().sees("Nothing has to be planned")


def test_a_plan_half_made_before_the_quiet_days_waits() -> None:
    talk = Talk("plan").taps("Applications").says("I want to die", crisis=True).commands("continue")
    talk.sees("pressing").sees_not("advert").sees_end()
    looked = open_one(with_plans("send my CV"), "send my CV").says("I want to die", crisis=True)
    looked.commands("continue").sees("pressing").sees_not("Done").sees_end()
    care = Talk("plan").taps("Taking care of myself").commands("sos").commands("continue").taps(WALK)
    care.sees("When or where")


def test_words_that_call_for_help_are_kept_and_never_quoted_or_planned() -> None:
    cue = Talk("plan").taps("Taking care of myself", WALK)
    smaller = open_one(with_plans("call Anna", area="care")).taps("Make it smaller")
    mended = open_one(with_plans("call Anna", area="care")).taps("Make it smaller").says("be better")
    shown = open_one(with_plans("call Anna", area="care")).taps("Make it smaller").says("text Anna")
    for talk in (Talk("plan"), cue, smaller, mended, shown):
        before = len(plans(talk, "state"))
        talk.says("I want to die", crisis=True).commands("continue").sees("pressing").sees_end()
        talk.sees_not("want to die")
        assert {"note": "I want to die"} in talk.written("note")
        assert len(plans(talk, "state")) <= before
        assert "I want to die" not in str(talk.written("plan"))
