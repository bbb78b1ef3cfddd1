"""Making an if-then plan, in taps and in words, corrected kindly, whatever is typed."""

from __future__ import annotations

import pytest

from conversations.all import CATALOG
from conversations.catalog import Definition
from conversations.dialogue import Dialogue
from conversations.facts import Facts
from conversations.lines import Json
from conversations.plans.making import make_plan
from tests.conversations.plan_talk import LINES, WALK, due_now, open_one, plans, with_plans
from tests.conversations.talk import NOON, Memory, Talk

# --- making one


def test_from_nothing_to_a_dated_plan_in_five_taps() -> None:
    talk = Talk("plan").taps("CV or cover letter", LINES, "After breakfast", "Tomorrow")
    talk.sees(f"When it is Thursday (26 Nov) after breakfast, then I will {LINES}.").taps(
        "Keep it"
    ).sees_end()
    assert talk.turns == 5
    assert talk.written("plan") == [
        {"cue": "after-breakfast", "action": "cv-lines", "due": "2026-11-26", "area": "cv", "state": "open"}
    ]
    assert due_now(talk) == {"plan:1/plan": "2026-11-26"}


def test_a_whole_sentence_is_all_it_takes() -> None:
    talk = Talk("plan").says("When it is Tuesday after breakfast, I will call Anna about the course.")
    talk.sees("When it is Tuesday (1 Dec) after breakfast, then I will call Anna about the course.").taps(
        "Keep it"
    )
    assert talk.turns == 2
    assert plans(talk, "cue", "action", "due") == [
        ("after breakfast", "call Anna about the course", "2026-12-01")
    ]


def test_what_a_sentence_leaves_out_is_asked() -> None:
    talk = Talk("plan").says("I will call Anna").sees("I will call Anna …", "When or where")
    talk.says("Friday").sees("Friday (27 Nov), then").says("when I get home").sees(
        "Friday (27 Nov) and I get home"
    ).says("keep it")
    assert plans(talk, "cue", "due", "state") == [("I get home", "2026-11-27", "open")]


def test_my_own_words_have_a_button() -> None:
    talk = Talk("plan").taps("My own words").says("Call the job centre tomorrow at 10").taps("Keep it")
    assert plans(talk, "cue", "action", "due") == [("at 10", "call the job centre", "2026-11-26")]


def test_every_day_is_said_with_its_date() -> None:
    talk = Talk("plan").taps("A skill", "do one lesson of a free course", "After lunch").says("12 December")
    talk.sees("When it is Saturday (12 Dec) after lunch").taps("Another day").says("in a year").sees("day")
    talk.says("3 January").sees("Sunday (3 Jan)").taps("Keep it")
    assert plans(talk, "due") == [("2027-01-03",)]


@pytest.mark.parametrize(
    "area",
    ["CV or cover letter", "A skill", "A mentor", "People and events", "Applications", "Where I want to go"],
)
def test_every_area_has_five_things_to_do(area: str) -> None:
    talk = Talk("plan").taps(area)
    assert len([label for label in talk.buttons if not label.startswith("~")]) == 5


def test_nothing_is_open_before_it_is_kept() -> None:
    talk = Talk("plan").taps("A skill").says("read one chapter").taps("After lunch", "Today")
    assert plans(talk, "action", "state") == [("read one chapter", None)]
    assert due_now(talk) == {}
    Talk("plan", diary=talk.diary).sees("What should the plan be about").sees_not("read one chapter")


# --- grown from something


def with_reply(change: str = "Learn SQL joins") -> Memory:
    """Return a diary with a reply that led to a change, and an interview."""
    diary = Memory()
    diary.add("reply", {"words": "Your SQL was thin", "change": change}, NOON - 9e5)
    told: dict[str, Json] = {"recall": "x", "keep": "Draw the case first", "badly": "I rambled"}
    diary.add("interview", told, NOON - 8e5)
    return diary


def test_a_change_and_the_journal_are_quoted_back() -> None:
    talk = Talk("plan", diary=with_reply()).sees("“Learn SQL joins”", "“Draw the case first”", "“I rambled”")
    talk.taps("What they told me").sees("“Learn SQL joins”").taps("learn SQL joins", "After lunch", "Today")
    talk.taps("Keep it")
    assert plans(talk, "action", "source", "area") == [("learn SQL joins", "Learn SQL joins", None)]


def test_what_went_badly_is_no_action_of_its_own() -> None:
    talk = Talk("plan", diary=with_reply()).taps("What didn't go well").sees("“I rambled”")
    assert "I rambled" not in talk.buttons
    talk.taps("practise one interview answer out loud", "After lunch", "Today", "Keep it")
    assert plans(talk, "source") == [("I rambled",)]


def test_earlier_words_can_be_left_aside() -> None:
    talk = Talk("plan", diary=with_reply()).taps("Something else", "Applications", "set up one job alert")
    talk.taps("After lunch", "Today", "Keep it")
    assert talk.turns == 6
    assert plans(talk, "source", "area") == [(None, "applications")]


def test_another_conversation_can_hand_over_what_it_found() -> None:
    def found(ask: Dialogue, facts: Facts) -> None:
        ask.follow("plan", area="direction", source="Work with people")

    def chosen(ask: Dialogue, facts: Facts) -> None:
        with ask.within("plan", "1", texts="plan"):
            make_plan(ask, facts, area="skills", action="do one lesson of SQL", under=3)

    catalog = {**CATALOG, "found": Definition("found", found), "chosen": Definition("chosen", chosen)}
    talk = Talk("found", catalog=catalog).sees("“Work with people”", "ask somebody what their job is like")
    talk.says("talk to Lea tomorrow at 10").taps("Keep it")
    assert plans(talk, "source", "area") == [("Work with people", "direction")]
    given = Talk("chosen", catalog=catalog).sees("I will do one lesson of SQL …", "When or where")
    given.taps("After lunch", "Today", "Keep it")
    assert [entry.parent for entry in given.diary.entries.values()] == [3]


def test_without_earlier_words_none_are_mentioned() -> None:
    Talk("plan").sees_not("reply", "interview", "“”")


# --- the corrections: each once, kind, with a proposal, and never forced


@pytest.mark.parametrize(
    ("typed", "says", "button", "action"),
    [
        ("rewrite my CV and then send it to Acme", "Which one first", "rewrite my CV", "rewrite my CV"),
        ("get the job", "up to others", "send one application I care about", "apply-send"),
        ("impress the panel", "learn or practise", "practise one interview answer out loud", "skill-answer"),
        ("always answer mails at once", "just this once", "answer mails at once", "answer mails at once"),
        ("be more confident", "could mean many things", "pick one advert that fits me", "apply-advert"),
        ("work on my CV", "could mean many things", LINES, "cv-lines"),
        ("never be nervous again", "just this once", "breathe out slowly before I go in", "calm-breathe"),
        ("learn SQL someday", "could mean many things", "do one lesson of a free course", "skill-lesson"),
        (
            "try to network more",
            "could mean many things",
            "message one person I used to work with",
            "people-message",
        ),
        ("😀 …", "could mean many things", "pick one advert that fits me", "apply-advert"),
    ],
)
def test_a_correction_proposes_and_can_be_declined(typed: str, says: str, button: str, action: str) -> None:
    for label, kept in ((button, action), ("keep", typed)):
        talk = Talk("plan").says(typed).sees(says)
        talk.says("keep") if label == "keep" else talk.taps(label)
        talk.sees("When or where").taps("After lunch", "Today", "Keep it").sees_end()
        assert plans(talk, "action") == [(kept,)]


def test_a_cue_that_may_never_come_is_asked_about_once() -> None:
    talk = Talk("plan").says("When I feel ready, I will call Anna").sees("“I feel ready” may come or not")
    talk.says("when I am motivated").sees("On which day").taps("Today").sees(") and I am motivated")
    other = (
        Talk("plan")
        .says("call Anna")
        .says("every morning after coffee")
        .sees("Once is enough")
        .taps("after coffee")
    )
    other.taps("Today", "Keep it")
    assert plans(other, "cue") == [("after coffee",)]


def test_a_long_plan_is_offered_up_to_its_reason() -> None:
    long = "write to the head of the department, " + "because " + "my years at the harbour office count " * 4
    talk = Talk("plan").says(long).taps("After lunch", "Today").sees("long plan")
    talk.taps("write to the head of the department").taps("Keep it")
    assert plans(talk, "action") == [("write to the head of the department",)]


def test_one_plan_is_corrected_twice_at_most() -> None:
    talk = (
        Talk("plan")
        .says("get the job; always be the best")
        .says("get the job")
        .says("impress them all always")
    )
    talk.sees("When or where")


LOST = ("i don't know", "nothing", "I should apply more but I can't", "you choose", "no")


@pytest.mark.parametrize("words", LOST)
def test_who_does_not_know_gets_three_easy_things_or_nothing(words: str) -> None:
    for talk in (Talk("plan").says(words), Talk("plan").taps("A skill").says(words)):
        talk.sees(WALK, "Not today").says("i can't").sees("That's fine").sees_end()
        assert plans(talk, "state") in ([], [(None,)])
    easy = Talk("plan").says(words).taps(WALK).says("dunno").sees("by itself").taps("After lunch", "Today")
    easy.taps("Keep it")
    assert plans(easy, "cue", "action") == [("after-lunch", "care-walk")]


# --- going back, changing, undoing


def test_the_whole_can_be_changed_part_by_part_and_typed_anew() -> None:
    talk = Talk("plan").taps("A mentor", "write down two people I could ask", "After lunch", "Today")
    talk.taps("Change what I do").says("ask Leo").sees("then I will ask Leo")
    talk.taps("Change the moment").says("at 3 pm").sees("at 3 pm").taps("Another day").taps("Tomorrow")
    talk.sees("Thursday (26 Nov) at 3 pm, then I will ask Leo").says("On Friday at noon I will ask Lea").sees(
        "ask Lea"
    )
    talk.taps("Keep it")
    assert plans(talk, "cue", "action", "due", "area") == [("at noon", "ask Lea", "2026-11-27", "mentors")]
    assert len(talk.written("plan")) == 1


def test_back_edit_and_undo() -> None:
    talk = Talk("plan").taps(
        "A skill", "look up one course that fills a gap", "After lunch", "Today", "~back"
    )
    talk.sees("day").taps("Tomorrow").sees("Thursday").taps("~more", "~edit")
    talk.taps("What it is about: A skill", "Taking care of myself").sees(WALK).taps(WALK)
    talk.sees(f"When it is Thursday (26 Nov) after lunch, then I will {WALK}").taps("Keep it").sees_end()
    assert plans(talk, "action", "area", "state") == [("care-walk", "care", "open")]
    talk.commands("undo").sees("Thursday (26 Nov) after lunch")
    assert plans(talk, "state") == [(None,)]


def test_stopping_and_throwing_away_leaves_nothing() -> None:
    talk = Talk("plan").taps("A skill", "look up one course that fills a gap", "After lunch").taps("~more")
    talk.taps("~cancel", "Stop, throw it away").sees_end()
    assert talk.written("plan") == []


# --- what people paste in


@pytest.mark.parametrize(
    "words", ["word " * 2400, "🙂" * 12_000, "<b>bold</b> & <script>x</script>", "…", "🙂", "1" * 30]
)
def test_nothing_typed_breaks_it(words: str) -> None:
    for talk in (Talk("plan"), Talk("plan").taps("A skill"), Talk("plan").says("call Anna")):
        talk.says(words)
        assert talk.question is not None
        talk.says(words)
        assert talk.question is not None
    done = open_one(with_plans("call Anna"))
    done.says(words).taps("Make it smaller").says(words)
    for _ in range(3):
        if done.question is not None:
            done.says("keep")
    assert len(done.written("plan")) == 1


def test_markup_of_a_persons_own_is_kept_as_typed() -> None:
    talk = Talk("plan").says("After lunch I will read <b>one</b> page & rest my eyes").taps("Today")
    assert plans(talk, "action") == [("read <b>one</b> page & rest my eyes",)]
