"""The circle of control, and burning the reply."""

from __future__ import annotations

from tests.conversations.talk import Memory, Talk


def test_each_worry_goes_into_one_ring_and_gets_what_belongs_there() -> None:
    talk = (
        Talk("control")
        .taps("Money")
        .says("What my dad says; the gap since March")
        .sees("Money", "Whose hands")
    )
    talk.taps("In my hands").sees("this week").says("Ring the bank").sees("What my dad says")
    talk.taps("Not in my hands").sees("Put it down").taps("Put it down").sees("the gap since March")
    talk.taps("I can nudge it").sees("Who could you ask").says("Ask Amir").sees("has its place").sees_end()
    assert talk.written("worry") == [
        {"worry": "money", "ring": "control", "action": "Ring the bank"},
        {"worry": "What my dad says", "ring": "neither"},
        {"worry": "the gap since March", "ring": "influence", "action": "Ask Amir"},
    ]


def test_worries_may_come_in_one_text_and_more_than_four_wait() -> None:
    talk = (
        Talk("control").says("1. rent\n2. my mum\n3. Rent\n4. the car\n5. sleep\n6. the dog").sees("first 4")
    )
    for _ in range(4):
        talk.taps("Not in my hands", "Put it down")
    talk.sees_end()
    assert [worry["worry"] for worry in talk.written("worry")] == ["rent", "my mum", "the car", "sleep"]


def test_a_sentence_with_a_comma_is_one_worry() -> None:
    talk = Talk("control").says(
        "I worry that the manager told everybody about it, which would be so like him"
    )
    talk.sees("told everybody about it, which")


def test_a_worry_that_is_taken_out_takes_only_its_own_answers_along() -> None:
    talk = (
        Talk("control").says("rent; my mum").taps("In my hands").says("ring the bank").taps("~more", "~edit")
    )
    talk.taps("The worries: rent; my mum").says("my mum; rent").sees("my mum", "Not in my hands")
    talk.taps("Not in my hands", "Put it down").sees_end()
    assert {"worry": "rent", "ring": "control", "action": "ring the bank"} in talk.written("worry")


def test_quiet_days_offer_no_worry_about_applying() -> None:
    Talk("control", quiet=True).sees("Money").sees_not("interview", "Finding anything")
    Talk("control").sees("The next interview")


def burning(diary: Memory | None = None) -> Talk:
    """Return a talk that has come to the letter."""
    return Talk("rejected", diary=diary).taps("5", "angry", "~skip", "Write a reply, burn it")


def test_the_burnt_reply_is_kept_nowhere_and_a_sendable_one_appears() -> None:
    talk = burning().sees("never see it").says("You absolute clowns")
    talk.sees("burnt", "Thank you for letting me know", "[your name]", "[role]")
    assert "clowns" not in str(talk.state)
    assert "clowns" not in str(talk.diary.entries)
    talk.hears_back("done").taps("I'll use this").sees("no hurry")


def test_a_message_that_telegram_keeps_is_owned_up_to() -> None:
    talk = burning().says("You absolute clowns").hears_back("failed")
    talk.sees("would not let me delete", "press and hold", "Thank you for letting me know")


def test_a_second_letter_is_burnt_as_well_and_the_first_is_not_shown() -> None:
    talk = burning().says("clowns").hears_back("done").taps("~back").sees_not("Before, you wrote", "~same")
    burnt = len(talk.effects)
    talk.says("worse clowns").sees("Thank you for letting me know")
    assert len(talk.effects) == burnt + 1
    assert "clowns" not in str(talk.state)


def test_the_sendable_reply_can_be_changed_and_need_not_be_sent() -> None:
    talk = (
        burning().says("clowns").says("Dear Ms Roy, thank you for telling me. Best, Sam").sees("Dear Ms Roy")
    )
    talk.taps("I'll use this").sees("no hurry")
    burning().says("clowns").taps("I won't reply").sees("No reply is an answer too")


def test_the_sendable_reply_knows_the_job_that_was_told() -> None:
    talk = Talk("rejected").taps("5", "angry", "~skip", "Write it down, leave it").says("x")
    talk.taps("Note how it went", "Phone call", "An interview").says("ward sister").says("St Luke's").taps(
        "No"
    )
    talk.taps("Write a reply, burn it").says("clowns").sees("the role of ward sister", "team at St Luke's")
