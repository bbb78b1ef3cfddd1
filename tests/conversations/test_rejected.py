"""/rejected, as the person who was turned down an hour ago sees it."""

from __future__ import annotations

from tests.conversations.talk import NOON, Memory, Talk

DAY = 86_400


def looked_before(**changes: object) -> Memory:
    """Return the diary of somebody who looked at a thought after an earlier no."""
    diary = Memory()
    application = diary.add("application", {}, NOON - 9 * DAY)
    status = diary.add("status", {"status": "rejected", "heaviness": 7}, NOON - 9 * DAY, application)
    balanced = "I blanked once, and they still asked me back."
    data = {"thought": "I'm not good enough", "balanced": balanced, **changes}
    diary.add("thought_record", data, NOON - 9 * DAY, status)  # type: ignore[arg-type]
    return diary


def test_the_first_help_comes_after_two_taps_and_the_choice_after_one_text() -> None:
    talk = Talk("rejected").sees("How heavy").taps("7").sees("one word").taps("hurt")
    talk.sees("hurt", "7 out of 10", "It happens to everyone", "keeps coming back")
    talk.says("They all saw I'm a fraud").sees("“They all saw I'm a fraud”", "Look at that thought")
    assert (talk.tapped, talk.typed) == (2, 1)


def test_a_hurried_person_is_done_in_four_taps_and_nothing_more_is_asked() -> None:
    talk = Talk("rejected").taps("5", "flat", "~skip", "That's enough for now").sees_end()
    assert talk.turns == 4
    assert talk.written("status") == [{"status": "rejected", "heaviness": 5, "feeling": "flat"}]


def test_what_was_said_is_saved_on_the_way() -> None:
    talk = Talk("rejected").taps("6").taps("angry")
    assert talk.written("status") == [{"status": "rejected", "heaviness": 6, "feeling": "angry"}]
    talk.says("I always mess up").commands("later")
    assert talk.written("status")[0]["thought"] == "I always mess up"
    status = next(entry for entry in talk.diary.entries.values() if entry.kind == "status")
    assert talk.diary.get(status.parent or 0) is not None


def test_a_word_of_ones_own_is_said_back() -> None:
    Talk("rejected").taps("6").says("gutted").sees("gutted, 6 out of 10")


def test_a_light_or_relieved_no_is_not_talked_into_pain() -> None:
    talk = Talk("rejected").taps("1", "relieved").sees("1 out of 10", "Relief").sees_not("stings", "hurts")
    talk.says("I didn't want it anyway").sees("can simply stand there")


def test_everything_at_the_start_can_be_skipped() -> None:
    talk = Talk("rejected").taps("~skip", "~skip", "~skip").sees("What would help")
    assert talk.written("status") == [{"status": "rejected"}]


def test_a_rambling_person_is_understood() -> None:
    talk = Talk("rejected").says("oh I don't know, maybe a 7? it comes and goes")
    talk.sees("one word").says(
        "honestly just gutted and tired and cross with myself, all of it at once really"
    )
    talk.sees("7 out of 10", "…")
    long = "I keep thinking they knew from the first minute that I would never fit in there, " * 6
    talk.says(long).sees("…", "One sentence").taps("Take it as it is").sees("…", "What would help")
    assert talk.written("status")[0]["thought"] == long.strip()


def test_at_eight_or_more_the_pause_comes_first_and_can_be_declined() -> None:
    talk = (
        Talk("rejected")
        .taps("9", "hurt")
        .sees("9 out of 10", "Two minutes", "/sos", "Breathe slowly", "Not now")
    )
    talk.taps("Not now").sees("keeps coming back").taps("~skip")
    assert talk.buttons[0] == "Two minutes to settle"
    Talk("rejected").taps("7", "hurt").sees_not("Two minutes")


def test_the_pause_is_three_short_messages_and_asks_how_heavy_it_is_now() -> None:
    talk = Talk("rejected").taps("10", "anxious", "Look around me").sees("five things").taps("I've done that")
    talk.sees("Three things you can hear").taps("I've done that").sees("one thing").taps("I've done that")
    talk.sees("How heavy is it now").taps("6").sees("keeps coming back").says("I will never find anything")
    talk.sees_not("Two minutes to settle")
    assert talk.written("status")[0]["heaviness"] == 10


def test_a_second_rejection_opens_with_the_balanced_thought_and_takes_three_taps() -> None:
    talk = Talk("rejected", diary=looked_before())
    talk.sees("I blanked once, and they still asked me back.", "Does it hold today?")
    talk.taps("Partly", "6", "That's enough for now").sees_end()
    assert (talk.tapped, talk.typed) == (3, 0)
    assert talk.written("status")[-1] == {"status": "rejected", "heaviness": 6, "held": "partly"}


def test_no_number_of_rejections_is_ever_named() -> None:
    diary = looked_before()
    for _ in range(4):
        diary.add("status", {"status": "rejected"}, NOON - DAY)
    talk = Talk("rejected", diary=diary).sees_not("5", "6", "five", "six", "again", "another")
    talk.taps("Not today").sees("A fresh no is loud")


def test_a_balanced_thought_that_was_deleted_is_not_shown() -> None:
    diary = looked_before()
    diary.entries = {id: entry for id, entry in diary.entries.items() if entry.kind != "thought_record"}
    Talk("rejected", diary=diary).sees("How heavy").sees_not("blanked")


def test_a_thought_that_was_written_before_is_not_asked_for_again() -> None:
    talk = Talk().says("They'll never take somebody my age").taps("It was a no from a job")
    talk.taps("5", "flat").sees("You wrote: “They'll never take somebody my age”")
    talk.taps("That's the one").sees("Look at that thought")
    assert talk.written("status")[0]["thought"] == "They'll never take somebody my age"
    again = Talk().says("got the mail today").taps("It was a no from a job").taps("5", "flat")
    again.says("I'm finished").sees("“I'm finished”")


def test_somebody_who_changes_their_mind_is_followed() -> None:
    talk = Talk("rejected").taps("3", "sad", "~back").sees("~same").taps("relieved").says("Glad, mostly")
    talk.taps("~back").sees("Before, you wrote").says("I'm glad it's over").taps("~more", "~edit")
    talk.taps("How heavy: 3").taps("6").sees("6 out of 10", "Look at that thought")
    assert talk.written("status") == [
        {"status": "rejected", "heaviness": 6, "feeling": "relieved", "thought": "I'm glad it's over"}
    ]


def test_writing_it_down_keeps_it_and_says_nothing_about_it() -> None:
    talk = Talk("rejected").taps("5", "flat", "~skip", "Write it down, leave it").says("Three rounds. Three!")
    talk.sees("written down", "That's enough for now").taps("That's enough for now").sees_end()
    assert talk.written("note") == [{"note": "Three rounds. Three!"}]


def test_the_details_come_last_and_tomorrow_is_fine_and_is_remembered() -> None:
    talk = Talk("rejected").taps("5", "flat", "~skip")
    assert [label for label in talk.buttons if label[0] != "~"][-2:] == [
        "Note how it went",
        "That's enough for now",
    ]
    talk.taps("Write it down, leave it").says("x").taps("Note how it went").sees("“tomorrow” is fine")
    talk.taps("Tomorrow").sees("Tomorrow, then").taps("That's enough for now").sees_end()
    later = Talk("rejected", diary=talk.diary, now=NOON + DAY)
    later.sees("for another day").taps("Add them now", "Phone call", "The final round").says("staff nurse")
    later.taps("~skip").sees("would you have taken it").taps("Not sure").sees("noted").sees_end()
    assert later.written("application")[0] == {"role": "staff nurse"}
    status = later.written("status")[0]
    assert (status["news"], status["stage"], status["taken"], status["details"]) == (
        "call",
        "final",
        "unsure",
        None,
    )
    Talk("rejected", diary=talk.diary, now=NOON + 2 * DAY).sees("How heavy")


def test_details_that_are_left_out_are_not_asked_for_again() -> None:
    diary = Memory()
    diary.add("status", {"status": "rejected", "details": "tomorrow"}, NOON, diary.add("application", {}))
    Talk("rejected", diary=diary).taps("Leave them out").sees("How heavy")
    Talk("rejected", diary=diary).sees("How heavy")


def test_in_quiet_days_nothing_is_said_about_applying() -> None:
    talk = Talk("rejected", quiet=True).taps("5", "flat", "~skip").sees_not("reply")
    talk.taps("Write it down, leave it").says("x").sees_not("reply", "Note how it went").taps(
        "One small step"
    )
    talk.sees("A short walk").sees_not("CV")


def test_details_that_were_given_stay_when_the_days_turn_quiet() -> None:
    talk = Talk("rejected").taps("5", "flat", "~skip", "Write it down, leave it").says("x")
    talk.taps("Note how it went", "Phone call", "An interview")
    talk.says("I don't want to be here any more", crisis=True)
    talk.commands("continue").sees_not("who was it with", "would you have")
    talk.sees("That's enough for now").taps("That's enough for now").sees_end()
    status = talk.written("status")[0]
    assert (status["news"], status["stage"]) == ("call", "interview")


def test_the_sources_are_there_on_request_and_the_question_stays_open() -> None:
    talk = Talk("rejected").taps("5", "flat").commands("why").sees("Woo 2014", "disputed", "I am …")
    talk.says("I'm done").sees("What would help")
