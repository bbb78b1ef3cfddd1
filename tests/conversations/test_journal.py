"""The interview journal, as people in a hurry, with time, and long afterwards use it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from conversations.facts import Entry
from conversations.lines import Json
from tests.conversations.talk import NOON, Memory, Talk

RECALL = "Panel of three. The boss was late. Much SQL."


def entry_of(talk: Talk, kind: str, last: int = -1) -> Entry:
    """Return the newest entry of `kind`."""
    return [entry for entry in talk.diary.entries.values() if entry.kind == kind][last]


def with_job(**rejected: str) -> tuple[Memory, int]:
    """Return a diary with one job, and its id; with `rejected`, with these details of a rejection."""
    diary = Memory()
    job = diary.add("application", {"role": "Data analyst", "company": "Acme"}, NOON - 9e5)
    if rejected:
        diary.add("status", {"status": "rejected", **rejected}, NOON - 8e5, job)
    return diary, job


def in_full(diary: Memory | None = None) -> Talk:
    """Return a talk that has come to the recall, nothing said about the job."""
    jobless = diary is None
    return Talk("journal", diary=diary).taps("I have some time", *("~skip",) * (4 if jobless else 3))


def at_the_questions() -> Talk:
    """Return a talk that has come to the first of their questions."""
    return in_full().says(RECALL).taps(*("~skip",) * 5, "Yes, one by one")


# --- in a hurry


def test_the_short_version_takes_six_turns() -> None:
    talk = Talk("journal").taps("The short version").says("Care assistant")
    talk.sees("remember").says(RECALL).sees("One thing that went well").says("I made them laugh")
    talk.says("Bring water").sees("at ease").taps("6").sees("/history").sees_end()
    assert talk.turns == 6
    assert talk.written("interview") == [
        {"recall": RECALL, "well": "I made them laugh", "keep": "Bring water", "ease": 6}
    ]
    assert entry_of(talk, "interview").parent == entry_of(talk, "application").id
    assert talk.written("application") == [{"role": "Care assistant"}]


def test_in_a_hurry_another_job_is_typed_where_jobs_are_offered() -> None:
    diary, job = with_job()
    talk = Talk("journal", diary=diary).taps("The short version").sees("Data analyst, Acme")
    talk.sees_not("Another job").says("Night porter").says(RECALL).taps("~skip", "~skip", "~skip").sees_end()
    assert talk.turns == 6
    assert entry_of(talk, "application").data == {"role": "Night porter"}
    assert entry_of(talk, "interview").parent == entry_of(talk, "application").id != job


def test_only_the_recall_cannot_be_skipped() -> None:
    talk = in_full()
    assert "~skip" not in talk.buttons
    talk.says("skip").sees("short answer").says(RECALL)
    while talk.question is not None:
        talk.taps("~skip")
    talk.sees_end()
    assert talk.written("interview") == [{"recall": RECALL}]
    assert talk.written("question") == []


def test_what_the_short_version_left_can_be_added_in_history() -> None:
    talk = Talk("journal").taps("The short version", "~skip").says(RECALL).taps(*("~skip",) * 3)
    talk.commands("history").taps(
        "Interviews (1)", "Panel of three. The boss was… · 25 Nov", "Change it", "Round"
    )
    talk.taps("The final round").sees("Changed")
    assert talk.written("interview") == [{"recall": RECALL, "round": "final"}]


# --- in full


def test_recall_comes_before_anything_that_points_somewhere() -> None:
    talk = Talk("journal").taps("I have some time").says("Analyst").says("Acme")
    talk.taps("The final round").says("last friday").sees("remember").sees_not("well", "not so well")
    assert talk.written("interview") == []
    talk.says(RECALL).sees("What went well")
    assert talk.written("interview") == [{"recall": RECALL, "round": "final", "on": "2026-11-20"}]


def test_an_interview_told_in_full_with_two_questions() -> None:
    talk = Talk("journal").taps("I have some time").says("Analyst").says("Acme").taps("The final round")
    talk.taps("Yesterday").says(RECALL).says("The case study").says("I rambled").says("wired")
    talk.taps("5").says("Draw the case").taps("Yes, one by one")
    talk.says("Why did you leave?").sees("Why did you leave?").says("It ended").says("They nodded")
    talk.says("What I want now").sees("Why did you leave?").taps("Mixed", "Yes, another")
    talk.says("Find duplicates?").sees("Find duplicates?").sees_not("Why did you leave?")
    talk.says("group by").taps("~skip", "~skip", "Good", "That's all")
    talk.sees("Do you know").taps("Not yet").sees("0", "100").says("65").sees("two-way street")
    talk.taps("Not sure").sees("/history").sees_end()
    assert talk.written("interview") == [
        {
            "recall": RECALL, "round": "final", "on": "2026-11-24", "well": "The case study",
            "badly": "I rambled", "feeling": "wired", "ease": 5, "keep": "Draw the case",
            "result": "waiting", "predicted": 65, "taken": "unsure",
        }
    ]  # fmt: skip
    assert talk.written("question") == [
        {
            "asked": "Why did you leave?", "said": "It ended", "landed": "They nodded",
            "missing": "What I want now", "went": "mixed",
        },
        {"asked": "Find duplicates?", "said": "group by", "went": "good"},
    ]  # fmt: skip
    interview = entry_of(talk, "interview")
    assert {e.parent for e in talk.diary.entries.values() if e.kind == "question"} == {interview.id}
    assert interview.parent == entry_of(talk, "application").id


def test_the_same_question_may_have_been_asked_twice() -> None:
    talk = at_the_questions().says("Why us?").taps(*("~skip",) * 4, "Yes, another").says("Why us?")
    talk.says("I said it again").taps("~skip", "~skip", "Bad", "That's all")
    assert [question.get("went") for question in talk.written("question")] == [None, "bad"]


def test_eight_questions_are_enough_for_one_sitting() -> None:
    talk = at_the_questions()
    for place in range(8):
        talk.says(f"Question {place}?").taps("~skip", "~skip", "~skip", "Good")
        if place < 7:
            talk.taps("Yes, another")
    talk.sees("8", "Do you know")
    assert len(talk.written("question")) == 8


# --- long past, and the job that is there already


def test_long_past_with_the_result_known_no_guess_is_asked() -> None:
    talk = Talk("journal").taps("I have some time").says("Clerk").taps("~skip", "~skip").says("March 2019")
    talk.says("A hot room, and a man who yawned").taps(*("~skip",) * 5, "Not this time", "It was a no")
    talk.sees("would you have taken it").sees_not("from 0 to 100").taps("No").sees("/rejected").sees_end()
    told = talk.written("interview")[0]
    assert (told["result"], told["taken"], str(told["on"])[:7]) == ("no", "no", "2019-03")
    assert "predicted" not in told


def test_a_round_belongs_to_the_job_that_is_there_already() -> None:
    diary, job = with_job()
    for _ in range(2):
        talk = Talk("journal", diary=diary).taps("I have some time", "Data analyst, Acme")
        talk.sees("round").sees_not("with").taps("~skip", "~skip").says(RECALL)
    assert [e.parent for e in diary.entries.values() if e.kind == "interview"] == [job, job]
    assert len(talk.written("application")) == 1


def test_what_the_rejection_of_that_job_tells_is_not_asked_again() -> None:
    for rejected, asked in (({"taken": "no"}, "written down"), ({"news": "mail"}, "would you have taken it")):
        diary, _ = with_job(**rejected)
        talk = Talk("journal", diary=diary).taps("I have some time", "Data analyst, Acme", "~skip", "~skip")
        talk.says(RECALL).taps(*("~skip",) * 5, "Not this time").sees(asked).sees_not("Do you know by now")


def test_a_new_job_can_take_the_place_of_a_chosen_one() -> None:
    diary, job = with_job()
    talk = Talk("journal", diary=diary).taps("I have some time", "Data analyst, Acme", "~skip", "~skip")
    talk.says(RECALL).taps("~more", "~edit").taps("The job: Data analyst, Acme", "Another job")
    talk.says("Night porter").taps("~skip").sees("your way")
    porter = entry_of(talk, "application")
    assert porter.data == {"role": "Night porter"}
    assert entry_of(talk, "interview").parent == porter.id != job


def test_a_job_without_a_name_is_not_offered() -> None:
    diary = Memory()
    diary.add("application", {})
    Talk("journal", diary=diary).taps("I have some time").sees("What was the role").sees_not("Another job")


# --- turning back in the middle of a question


def test_back_inside_a_question_and_mending_its_words_keep_what_was_said() -> None:
    talk = at_the_questions().says("Why did you leav?").says("It ended").says("A nod").taps("~back")
    talk.sees("A nod").says("Two nods").taps("~back", "~back", "~back").says("Why did you leave?")
    talk.sees("Why did you leave?", "It ended").taps("~same", "~same", "~skip", "Good", "Yes, another")
    talk.says("Why us?").taps("~more", "~edit", "A question: Why did you leave?").says("Why leave us?")
    talk.taps("~same", "~same", "~skip", "Good").sees("Why us?")
    assert talk.written("question") == [
        {"asked": "Why leave us?", "said": "It ended", "landed": "Two nods", "went": "good"},
        {"asked": "Why us?"},
    ]


def test_deciding_against_the_questions_lets_them_go() -> None:
    talk = at_the_questions().says("Why us?").says("The tram stop")
    talk.taps("~more", "~edit", "Their questions: Yes, one by one", "Not this time")
    talk.taps("~skip", "~skip").sees_end()
    assert talk.written("question") == []


# --- what must not be weighed, and quiet days


def test_a_question_that_should_not_have_been_asked_is_believed() -> None:
    talk = in_full().says("They asked if I was pregnant").sees_not("in your words")
    talk.taps("~skip").sees_not("so well").taps(*("~skip",) * 3, "Yes, one by one")
    talk.says("Are you pregnant?").sees("What did you say")
    talk.says("I said nothing").sees_not("missing", "landed", "Mixed").taps("That's all", "~skip", "~skip")
    talk.sees("advise").taps("Yes, who advises").taps("UK").sees("Equality").sees_end()


def test_quiet_days_offer_another_day_and_ask_nothing() -> None:
    talk = Talk("journal", quiet=True).sees("another day", "/sos").sees_not("role", "round", "well")
    talk.sees_end()
    assert not talk.diary.entries


def test_what_was_told_before_the_quiet_days_is_kept_and_nothing_more_is_asked() -> None:
    talk = at_the_questions().says("Why us?").says("I want to die", crisis=True)
    talk.commands("continue").sees("/history").sees_end()
    assert talk.written("interview") == [{"recall": RECALL}]
    assert len(talk.written("question")) == 1
    before = Talk("journal").taps("The short version").says("I want to die", crisis=True)
    before.commands("continue").sees("another day").sees_end()


# --- found again


def test_history_shows_the_day_of_the_interview_in_words() -> None:
    diary, job = with_job()
    told: dict[str, Json] = {"recall": RECALL, "on": "2019-03-25", "round": "screen", "ease": 4}
    id = diary.add("interview", told, NOON, job)
    diary.entries[id] = replace(diary.entries[id], day=date(2026, 11, 25))
    talk = Talk("history", diary=diary).taps("Interviews (1)", "Panel of three. The boss was… · 25 Mar")
    talk.sees("Round: A first call", "When: 25 Mar 2019", "How at ease I was (0 to 10): 4")
    talk.taps("Change it", "When").says("yesterday").sees("Changed")
    assert talk.written("interview")[0]["on"] == "2026-11-24"


def test_a_question_is_opened_changed_and_deleted() -> None:
    talk = at_the_questions().says("Why us?").taps(*("~skip",) * 3, "Mixed", "That's all", "~skip", "~skip")
    talk.commands("history").taps("Questions (1)", "Why us? · 25 Nov").sees("How it went: Mixed")
    talk.taps("Change it", "How it went", "Good")
    assert talk.written("question") == [{"asked": "Why us?", "went": "good"}]
    talk.commands("history").taps("Questions (1)", "Why us? · 25 Nov", "Delete it", "Delete it")
    assert talk.written("question") == []
