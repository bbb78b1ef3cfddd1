"""/reframe and the look at a thought: seven columns, the thought in view on every step."""

from __future__ import annotations

from conversations.effects import Remind
from tests.conversations.talk import NOON, Memory, Talk

THOUGHT = "I'm a failure"


def at_the_facts(talk: Talk | None = None) -> Talk:
    """Return a talk that has come to the facts for the thought."""
    talk = talk or Talk("rejected").taps("7", "ashamed").says(THOUGHT).taps("Look at that thought")
    return talk.taps("80", "Labelling", "~done")


def at_the_balance() -> Talk:
    """Return a talk that has come to the balanced thought."""
    talk = (
        at_the_facts().says("I blanked on the budget question").says("They asked me back for a second round")
    )
    return talk.says("One question isn't the whole of you")


def test_rejected_and_reframe_together_take_at_most_sixteen_turns() -> None:
    talk = at_the_balance().says("I blanked on one question and they still asked me back").taps("50", "40")
    talk.sees("80 before, 50 now", "70 before, 40 now", "One small step", "Tomorrow", "That's enough for now")
    talk.taps("One small step", "A short walk").sees_end()
    assert talk.turns <= 16
    assert talk.typed <= 5
    assert talk.written("thought_record") == [
        {
            "thought": THOUGHT, "mood": "ashamed", "belief_before": 80, "mood_before": 70,
            "traps": ["labeling"], "evidence_for": "I blanked on the budget question",
            "evidence_against": ["They asked me back for a second round"], "lens": "friend",
            "lens_answer": "One question isn't the whole of you",
            "balanced": "I blanked on one question and they still asked me back",
            "belief_after": 50, "mood_after": 40,
        }
    ]  # fmt: skip
    assert talk.written("step") == [{"step": "walk"}]


def test_the_thought_is_in_view_on_every_step() -> None:
    talk = Talk("reframe").says("They wrote at nine").says(THOUGHT)
    steps = 0
    while talk.question is not None and "belief" not in talk.reads:
        if "What now" in talk.reads or "Is there more" in talk.reads or "Anything else" in talk.reads:
            break
        talk.sees(f"“{THOUGHT}”")
        steps += 1
        kind = talk.question.prompt.kind
        if kind == "scale":
            talk.says("50")
        elif kind == "several":
            talk.taps("None of these")
        else:
            talk.says("sad" if kind == "pick" else "One plain fact")
    assert steps >= 9


def test_nothing_that_was_said_is_asked_twice() -> None:
    talk = Talk("rejected").taps("7", "ashamed").says(THOUGHT).taps("Look at that thought")
    talk.sees("How true does this thought feel").sees_not("What happened?", "feeling", "How strong")


def test_the_reminders_are_set_at_the_end_and_only_then() -> None:
    talk = at_the_balance().says("I blanked on one question and they asked me back").taps("50")
    assert not talk.reminders()
    talk.taps("40")
    reminders = [effect for _, _, effect in talk.effects if isinstance(effect, Remind)]
    assert {(one.kind, one.after) for one in reminders} == {("re_rate_24h", 86_400), ("re_rate_7d", 604_800)}
    slots = {slot for _, slot in talk.diary.slots}
    assert {one.about for one in reminders} <= slots


def test_a_trap_of_ones_own_is_taken_and_none_is_fine() -> None:
    talk = Talk("rejected").taps("5", "sad").says(THOUGHT).taps("Look at that thought", "70")
    talk.sees("Labelling, such as “I'm a failure.”", "None of these").says("doom loop").sees(
        "What speaks for it"
    )
    assert talk.written("thought_record")[0]["traps"] == ["doom loop"]
    none = Talk("rejected").taps("5", "sad").says(THOUGHT).taps("Look at that thought", "70", "None of these")
    none.sees("What speaks for it").sees_not("Labelling")


def test_at_most_three_traps_are_suggested() -> None:
    thought = "I always fail, everyone thinks I'm a loser and I will never get a job, I should have known"
    talk = Talk("rejected").taps("5", "sad").says(thought).taps("Look at that thought", "70")
    assert 1 <= len([label for label in talk.buttons if label[0] != "~"]) - 2 <= 3


def test_a_thought_that_may_be_true_is_worked_on_as_a_problem() -> None:
    talk = (
        Talk("rejected").taps("6", "anxious").says("I can't pay the rent on the 1st").sees("a real problem")
    )
    talk.taps("Work on that problem").sees("If it's true", "What exactly is the problem")
    talk.says("640 due, 300 there").says(
        "1. ask the landlord for two weeks\n2. call my sister\n3. sell the bike"
    )
    talk.taps("call my sister").sees("“call my sister”: when").taps("Tomorrow").sees("a plan")
    talk.sees_not("One small step").taps("That's enough for now").sees_end()
    assert talk.written("problem")[0]["problem"] == "640 due, 300 there"
    assert talk.written("step") == [{"step": "call my sister", "when": "tomorrow"}]
    assert not talk.written("thought_record")


def test_the_person_may_call_any_thought_true() -> None:
    talk = (
        Talk("rejected")
        .taps("6", "sad")
        .says(THOUGHT)
        .taps("Look at that thought", "90", "It may well be true")
    )
    talk.sees("If it's true").taps("~skip", "~skip", "Not today").sees("What now")


def test_discrimination_is_believed_and_pointed_to_advisers() -> None:
    talk = Talk("rejected").taps("7", "angry").says("They turned me down because I'm pregnant")
    talk.sees("not a trap of your mind").taps("What I can do about it").sees("I believe you")
    talk.taps("Who can advise me").sees("Which country").taps("UK").sees("acas.org.uk", "Keep what you have")
    talk.taps("Write down what happened").says("Tuesday, Mrs K: we need somebody who stays")
    talk.taps("That's enough for now").sees_end()
    assert talk.written("note") == [{"note": "Tuesday, Mrs K: we need somebody who stays"}]
    assert "trap" not in talk.transcript().replace("not a trap of your mind", "").replace(
        "a thinking trap", ""
    )


def test_who_wants_to_look_all_the_same_is_shown_no_trap() -> None:
    talk = (
        Talk("rejected", country="GB")
        .taps("7", "angry")
        .says("I was rejected because I'm black, I'm a failure")
    )
    talk.taps("What I can do about it", "Look at the thought", "60").sees("What speaks for it").sees_not(
        "Labelling"
    )


def test_facts_against_come_from_what_was_recorded_and_nowhere_else() -> None:
    diary = Memory()
    win = diary.add("win", {"win": "Mrs Okafor thanked me for the night shift handover"}, NOON - 100)
    diary.add("status", {"status": "rejected", "stage": "final"}, NOON - 200, diary.add("application", {}))
    talk = Talk("rejected", diary=diary).taps("7", "ashamed").says(THOUGHT).taps("Look at that thought")
    at_the_facts(talk).says("I stumbled").sees("Mrs Okafor thanked me for the night shift handover")
    talk.sees("I got to the final round").taps("I got to the final round", "Mrs Okafor thanked me…", "~done")
    kept = talk.written("thought_record")[-1]["evidence_against"]
    assert kept == ["stage-final", "Mrs Okafor thanked me for the night shift handover"]
    del diary.entries[win]
    talk.says("They had more than one reason").says("I stumbled once")
    assert talk.written("thought_record")[-1]["evidence_against"] == ["stage-final"]


def test_without_records_nothing_is_offered_as_a_fact() -> None:
    at_the_facts().says("I stumbled").sees("Even a small one counts").sees_not("I got", "your own records")


def test_an_absolute_balanced_thought_gets_one_remark_and_may_stay() -> None:
    talk = at_the_balance().says("I will never blank again").sees("“never” is a big word", "Keep it as it is")
    talk.says("I will never ever blank again").sees("How true does the first thought feel now")
    kept = at_the_balance().says("It'll be fine").sees("That's a hope").taps("Keep it as it is", "50", "40")
    assert kept.written("thought_record")[0]["balanced"] == "It'll be fine"
    at_the_balance().says("Tomorrow comes").sees("one of the facts you named")
    at_the_balance().says("I blanked once, not always").sees("How true does the first thought feel now")


def test_no_shift_leads_to_another_tool_and_not_to_the_same() -> None:
    talk = at_the_balance().says("They asked me back, so one question wasn't all").taps("80", "70")
    talk.sees("hasn't moved much", "See what's in my hands", "Two minutes to settle").sees_not(
        "Look at the thought"
    )


def test_after_two_looks_without_a_shift_another_way_comes_first() -> None:
    diary = Memory()
    for day in (1, 2):
        rated = {"belief_before": 80, "belief_after": 75, "mood_before": 60, "mood_after": 60}
        diary.add("thought_record", {"thought": "x", **rated}, NOON - day)
    talk = Talk("reframe", diary=diary).says("They wrote at nine").sees("didn't move much")
    talk.taps("Something else").sees("See what's in my hands")


def test_at_eighty_or_more_a_pause_comes_first_and_is_offered_once() -> None:
    talk = (
        Talk("reframe")
        .says("They wrote at nine")
        .says(THOUGHT)
        .taps("hurt", "90")
        .sees("Two minutes", "Not now")
    )
    talk.taps("Not now").sees("How true").taps("80").sees_not("Two minutes")
    heavy = Talk("rejected").taps("9", "hurt", "Not now").says(THOUGHT).taps("Look at that thought")
    heavy.sees("How true does this thought feel")


def test_a_judgement_in_the_scene_and_a_thought_as_a_mood_get_a_hint_that_never_blocks() -> None:
    talk = (
        Talk("reframe").says("It was humiliating").sees("“humiliating”", "leave it as it is", "Which thought")
    )
    talk.says(THOUGHT).says("that they hate me").sees("“that they hate me” can stay", "How strong")


def test_the_thought_of_the_last_rejection_is_carried_over_once() -> None:
    first = Talk("rejected").taps("5", "sad").says(THOUGHT).taps("That's enough for now")
    talk = Talk("reframe", diary=first.diary).sees(f"“{THOUGHT}”", "Another one").taps("That one")
    talk.sees_not("What happened").sees("One word").taps("sad", "50", "60")
    record = next(entry for entry in talk.diary.entries.values() if entry.kind == "thought_record")
    parent = talk.diary.get(record.parent or 0)
    assert parent is not None
    assert parent.kind == "status"
    talk.commands("cancel").taps("Stop, keep what I wrote")
    Talk("reframe", diary=first.diary).sees("What happened").sees_not(THOUGHT)


def test_a_changed_thought_is_rated_again() -> None:
    talk = at_the_facts().taps("~more", "~edit", f"The thought: {THOUGHT}").says("I'm a loser and a fool")
    talk.sees("“I'm a loser and a fool”", "how much do you believe it").taps("60").sees("Labelling")
    assert talk.written("thought_record")[0]["belief_before"] == 60


def test_a_question_is_not_the_same_one_as_last_time() -> None:
    diary = Memory()
    diary.add(
        "thought_record", {"thought": "x", "balanced": "One no is one no", "lens": "friend"}, NOON - 9e5
    )
    talk = Talk("rejected", diary=diary).taps("It holds", "5", "Look at a hard thought").says(THOUGHT)
    talk.taps("sad", "80", "Labelling", "~done", "~skip", "~skip").sees_not("friend")
    assert talk.written("thought_record")[-1]["lens"] == "hands"
