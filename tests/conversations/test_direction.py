"""Looking anew at where one aims: with time, in a hurry, a second time, and on days on which it may wait."""

from __future__ import annotations

import re

from tests.conversations.talk import NOON, Memory, Talk

HANDS = "people who say what they mean"


def with_refused(*roles: str) -> Memory:
    """Return a diary with a rejection of each role that the person would not have taken."""
    diary = Memory()
    for place, role in enumerate(roles):
        job = diary.add("application", {"role": role} if role else {}, NOON - 9e5)
        diary.add("status", {"status": "rejected", "taken": "no"}, NOON - 8e5 + place, job)
    return diary


def at_paths(diary: Memory | None = None) -> Talk:
    """Return a talk that has come to the paths, nothing else said."""
    return Talk("direction", diary=diary).taps("~skip", "~skip")


# --- with time, and in a hurry


def test_from_what_one_wants_to_a_first_step() -> None:
    talk = Talk("direction").sees("more of").taps("More people who …").says("say what they mean")
    talk.sees("less of").says("On call at night").sees("ways to look", "Teach what I know")
    talk.taps("Same skills, new field", "Teach what I know", "~done").sees("needs what you can do")
    talk.says("Hospitals plan shifts too").sees("learn it from you").says("Evening class for planners")
    talk.sees("Hospitals plan shifts too", "Evening class for planners").taps("Evening class for planners")
    talk.sees("Evening class for planners", "smallest way").taps("Talk to one who does it")
    talk.taps("Not today").sees("/history").sees_end()
    assert talk.turns == 11
    assert talk.written("direction") == [
        {
            "more": "More people who say what they mean",
            "less": "On call at night",
            "paths": "Hospitals plan shifts too\nEvening class for planners",
            "first": "talk",
        }
    ]


def test_a_path_of_ones_own_in_few_turns() -> None:
    talk = at_paths().says("School kitchens").sees("School kitchens", "smallest way").taps("Not today")
    talk.sees_end()
    assert talk.turns == 4
    assert talk.written("direction") == [{"paths": "School kitchens"}]


def test_a_first_step_can_become_a_plan_that_fits_it() -> None:
    talk = at_paths().says("School kitchens").taps("Talk to one who does it", "Make a small plan")
    talk.sees("“School kitchens”", "ask somebody what their job is like")
    talk.taps("ask somebody what their job is like").taps(talk.buttons[0], "Tomorrow")
    plan = talk.written("plan")[0]
    assert (plan["area"], plan["source"], plan["action"]) == ("direction", "School kitchens", "way-ask")
    own = at_paths().says("School kitchens").says("Eat there once").taps("Make a small plan")
    own.sees("Eat there once")


def test_all_of_it_can_be_skipped() -> None:
    talk = at_paths().taps("~skip").sees("/direction").sees_end()
    assert talk.turns == 3
    assert not talk.diary.entries
    half = Talk("direction").says("More sleep").taps("~skip", "~skip").sees("/history").sees_end()
    assert half.written("direction") == [{"more": "More sleep"}]
    lenses = at_paths().taps("A smaller place", "~done", "~skip").sees_end()
    assert not lenses.written("direction")


def test_six_ways_to_look_each_with_a_question_of_its_own() -> None:
    asked = set()
    for label in [b for b in at_paths().buttons if not b.startswith("~")]:
        talk = at_paths().taps(label, "~done")
        asked.add(talk.reads)
        assert "?" in talk.reads
    assert len(asked) == 6


def test_it_asks_and_does_not_tell() -> None:
    talk = at_paths().taps("Part-time or a bridge", "~done").says("Library").taps("Take one evening lesson")
    talk.taps("Not today")
    assert not re.search(r"you should|you could try|I suggest|the best", talk.transcript(), re.IGNORECASE)


# --- what earlier entries say


def test_jobs_they_would_not_have_taken_come_up_as_a_question() -> None:
    talk = Talk("direction", diary=with_refused("Clerk", "Porter")).taps("~skip")
    talk.sees("Clerk", "Porter", "What was off, in your words?").says("Both bosses shouted")
    talk.sees("less of").says("Noise").taps("~skip").sees_end()
    assert talk.written("direction") == [{"less": "Both bosses shouted\nNoise"}]


def test_a_round_of_the_same_job_does_not_name_it_twice() -> None:
    diary = with_refused("Clerk")
    job = next(e.id for e in diary.entries.values() if e.kind == "application")
    diary.add("interview", {"recall": "Loud", "taken": "no"}, NOON - 9e5, job)
    talk = Talk("direction", diary=diary).taps("~skip")
    assert talk.reads.count("Clerk") == 1


def test_a_job_without_a_name_is_asked_about_too_and_a_yes_is_not() -> None:
    Talk("direction", diary=with_refused("")).taps("~skip").sees("What was off")
    diary = Memory()
    diary.add("status", {"status": "rejected", "taken": "yes"}, NOON - 9e5)
    Talk("direction", diary=diary).taps("~skip").sees("less of").sees_not("off")


# --- a second visit


def second(**words: str) -> Talk:
    """Return a second visit after one that left these words."""
    diary = Memory()
    diary.add("direction", words, NOON - 9e5)
    return Talk("direction", diary=diary)


def test_last_times_words_stand_first_and_can_stay() -> None:
    talk = second(more=HANDS, less="noise", paths="School kitchens").sees(HANDS, "noise", "School kitchens")
    talk.taps("It holds: on to paths").sees("Which of these ways").says("A bakery").taps(
        "Not today"
    ).sees_end()
    assert talk.turns == 3
    assert talk.written("direction")[1] == {"more": HANDS, "less": "noise", "paths": "A bakery"}


def test_or_one_begins_anew() -> None:
    talk = (
        second(more=HANDS).taps("Begin anew").sees("more of").says("sleep").taps("~skip", "~skip").sees_end()
    )
    assert talk.written("direction") == [{"more": HANDS}, {"more": "sleep"}]


def test_what_is_deleted_meanwhile_is_not_spoken_of() -> None:
    talk = second(more=HANDS)
    talk.diary.entries.clear()
    talk.taps("It holds: on to paths").sees("more of").sees_not(HANDS)


# --- turning back


def test_an_edited_path_keeps_the_others_and_asks_for_its_step_again() -> None:
    talk = (
        at_paths()
        .taps("A smaller place", "Teach what I know", "~done")
        .says("the corner shop")
        .says("welding")
    )
    talk.taps("welding", "~back", "~back").sees("welding").says("welding at night").sees("welding at night")
    talk.taps("the corner shop").sees("the corner shop").taps("Read three postings", "Not today")
    assert talk.written("direction") == [{"paths": "the corner shop\nwelding at night", "first": "read"}]


# --- days on which it may wait


def test_on_the_day_of_a_rejection_it_says_that_nothing_is_final() -> None:
    diary = Memory()
    diary.add("status", {"status": "rejected"})
    Talk("direction", diary=diary).sees("a no today", "/later", "more of")


def test_quiet_days_ask_nothing() -> None:
    talk = Talk("direction", quiet=True).sees("another day", "/sos").sees_not("more of").sees_end()
    assert not talk.diary.entries
    midway = Talk("direction").says("More sleep").says("I want to die", crisis=True)
    midway.commands("continue").sees("is in /history").sees_end()
    assert midway.written("direction")[0]["more"] == "More sleep"


# --- what people type


def test_odd_words_do_not_break_it() -> None:
    for words in ("<b>x</b>", "{ $path }", "a\nb\nc\nd\na", "🙂", "no idea", "1, 2", "...", "y" * 299):
        talk = at_paths().says(words)
        while talk.question is not None and talk.turns < 12:
            first = [b for b in talk.buttons if not b.startswith("~")][:1]
            talk.taps(*(first or ["~skip"])) if "Not today" not in talk.buttons else talk.taps("Not today")
        talk.sees_end()
