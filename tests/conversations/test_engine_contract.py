"""The engine's contract (ARCHITECTURE.md), points 1 to 6: each test is named by its point."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from conversations.answers import Stored
from conversations.catalog import Definition
from conversations.dialogue import Conversation, Dialogue, run_conversation
from conversations.facts import EmptyDiary, Facts
from conversations.lines import digest, line
from conversations.records import Note
from conversations.replay import MOST_VISITS, BrokenConversation, Run
from tests.conversations.synthetic import make_texts
from tests.conversations.talk import Talk
from tests.conversations.trips import release, session_of, spoken, to_belief

NOON_DAY = date(2026, 11, 25)


def talk_with(function: Conversation) -> Talk:
    """Begin a conversation of one's own, with the texts of the short one."""
    talk = Talk(catalog={"short": Definition("short", function)})
    talk.texts = make_texts()
    return talk.commands("short")


def run_once(function: Callable[[Dialogue, Facts], None], answers: dict[str, Stored] | None = None) -> Run:
    """Run a conversation over answers."""
    return run_conversation(function, "trip", answers or {}, Facts(today=NOON_DAY, diary=EmptyDiary()))


def test_point_1_a_run_returns_its_trail_what_it_says_the_prompt_and_its_records() -> None:
    def small(ask: Dialogue, facts: Facts) -> None:
        ask.record("note", Note(ask.text("situation")))
        ask.say("shift")
        ask.confirm("sure")

    run = run_once(small, {"situation": Stored("They wrote")})
    assert [visit.key for visit in run.trail] == ["situation"]
    assert [said.line.id for said in run.said] == ["trip-shift"]
    assert run.prompt is not None
    assert run.prompt.key == "sure"
    assert run.records["note"].record == Note("They wrote")


def test_point_2_a_reply_belongs_to_the_question_that_was_shown() -> None:
    talk = to_belief()
    release(talk, "inserted")
    talk.taps("80").sees("Something new?")
    assert "belief" not in spoken(talk)
    assert "extra" not in spoken(talk)


@pytest.mark.parametrize("reply", ["tapped", "typed", "commanded", "kept"])
def test_point_2_skipping_and_keeping_are_replies_too(reply: str) -> None:
    talk = talk_with(lambda ask, facts: _ask_names(ask, "situation", "thought"))
    if reply == "kept":
        talk.says("Ann").taps("~back")
    talk.catalog = {"short": Definition("short", lambda ask, facts: _ask_names(ask, "belief", "situation"))}
    match reply:
        case "typed":
            talk.says("skip")
        case "commanded":
            talk.commands("skip")
        case _:
            talk.taps("~same" if reply == "kept" else "~skip")
    talk.sees("How much do you believe it?")
    assert "trip:1/belief" not in spoken(talk)


def _ask_names(ask: Dialogue, *keys: str) -> None:
    with ask.within("trip", "1", texts="trip"):
        for key in keys:
            ask.text(key, skippable=True)


def test_point_2_a_text_of_ours_that_was_not_shown_is_not_accepted() -> None:
    def offer(start: int) -> Conversation:
        return lambda ask, facts: ask.follow(
            "over", option=ask.review("name", line("trip-end", start=start))[0]
        )

    talk = talk_with(offer(1)).sees("The end of 1.")
    talk.catalog = {**talk.catalog, "short": Definition("short", offer(2))}
    talk.taps("Keep it like this").sees("The end of 2.")
    assert spoken(talk) == {}


def test_point_2_words_under_do_not_keep_this_are_not_kept_by_a_later_release() -> None:
    talk = to_belief().taps("80").taps("~skip").taps("Sad").taps("Deep").taps("No").taps("Today")
    talk.taps("Keep it like this").taps("40").sees("Write and burn.")
    release(talk, "kept")
    talk.says("You are all fools").sees("Write and burn.")
    assert "burn" not in spoken(talk)


def test_point_2_a_draft_that_was_not_shown_is_not_accepted() -> None:
    talk = to_belief().taps("80").taps("~skip").taps("Sad").taps("Deep").taps("No").taps("Today").sees("Dear")
    release(talk, "template")
    talk.taps("Keep it like this").sees("Hello")
    assert "draft" not in spoken(talk)


def test_point_3_back_goes_to_the_last_question_the_person_answered() -> None:
    talk = to_belief().taps("80").taps("~skip").taps("Sad").taps("Deep").taps("No").taps("Today")
    talk.sees("Is this good?").taps("~back")  # the summary before it was computed
    talk.sees("Which day?").taps("~back").sees("Sure?")


def test_point_3_answers_that_are_off_the_path_are_no_way_back() -> None:
    talk = to_belief().taps("80").taps("~skip").taps("Sad").taps("Deep").taps("Yes")
    talk.taps("~back").taps("~back").taps("Short")
    talk.sees("Is this good?").taps("~back").sees("Where to?")


def test_point_4_results_read_the_trail_only() -> None:
    talk = to_belief().taps("80")
    talk.taps("Mind reading", "~done").taps("Sad").taps("Loop").says("They looked bored")
    assert talk.written("worry")
    talk.commands("edit").taps("Way: Loop").taps("Short")
    assert "trap:mind/why" in session_of(talk).answers  # kept: the path may come back
    talk.taps("Keep it like this").taps("40").taps("~skip").taps("Yes")
    assert talk.written("worry") == []
    ended = talk.state.ended
    assert ended is None or "trap:mind/why" not in ended.answers


def test_point_5_a_rating_never_belongs_to_a_replaced_thought() -> None:
    talk = to_belief().taps("80").taps("~skip")
    talk.commands("edit").taps("Thought: I am no good").says("They disliked me").sees(
        "How much do you believe it?"
    )
    question = talk.question
    assert question is not None
    assert question.prompt.default == 80
    talk.taps("~same")
    assert session_of(talk).answers["belief"].about == digest("They disliked me")


def test_point_5_the_same_words_again_ask_nothing_again() -> None:
    talk = to_belief().taps("80").taps("~skip")
    talk.commands("edit").taps("Thought: I am no good").says("I am no good").sees("One word?")


@pytest.mark.parametrize("broken", ["twice", "endless", "no slug"])
def test_point_6_a_conversation_that_breaks_the_rules_is_refused(broken: str) -> None:
    def loops(ask: Dialogue, facts: Facts) -> None:
        for number in range(MOST_VISITS * 2):
            ask.text({"twice": "name", "endless": f"n{number}", "no slug": "No Slug"}[broken])

    answers = {key: Stored("x") for key in ("name", "No Slug", *(f"n{n}" for n in range(MOST_VISITS * 2)))}
    with pytest.raises(BrokenConversation):
        run_once(loops, answers)


def test_point_6_loops_keep_their_answers_by_item() -> None:
    def loop(ask: Dialogue, facts: Facts) -> None:
        for item in facts.given["items"].split():
            with ask.within("worry", item):
                ask.record("worry", Note(ask.text("why")))

    answers = {f"worry:{item}/why": Stored(f"about {item}") for item in "abc"}
    facts = Facts(today=NOON_DAY, given={"items": "c a"})
    run = run_conversation(loop, "trip", answers, facts)
    assert [kept.record for kept in run.records.values()] == [Note("about c"), Note("about a")]


def test_point_6_conversations_that_follow_each_other_without_end_are_stopped() -> None:
    def again(ask: Dialogue, facts: Facts) -> None:
        ask.follow("short")

    talk = Talk(catalog={"short": Definition("short", again)})
    with pytest.raises(BrokenConversation):
        talk.commands("short")
