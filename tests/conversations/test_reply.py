"""What an employer said, as people bring it: pasted or retold, corrected, down to a dated plan."""

from __future__ import annotations

from datetime import date

from conversations.dialogue import run_conversation
from conversations.effects import CallOff, Remind
from conversations.facts import Entry, Facts
from conversations.reply import reply
from conversations.replying.account import is_retold
from tests.conversations.replies import (
    CONCRETE,
    JOB,
    LONG_ANSWERS,
    REQUEST,
    asked,
    entry_of,
    of_reply,
    told,
)
from tests.conversations.talk import NOON, Talk

# --- from their words to a plan


def test_a_concrete_reply_becomes_a_dated_plan_in_ten_turns() -> None:
    diary, request, _ = asked()
    talk = Talk("reply", diary=diary).says(CONCRETE).sees("kept", "job").taps(JOB).sees("sting")
    talk.sees_not("how you came").taps("4").sees("how you came across").taps("Yes, that's it")
    talk.sees("Your answers on stakeholder", "Facts", "Guesses").taps("Looks right")
    talk.sees("strong field of candidates", "for or against", "clear point")
    talk.sees(LONG_ANSWERS, "Say one answer aloud", "Nothing for now").taps("Say one answer aloud")
    talk.sees("thank-you").taps("Not now").sees("When or where").taps(
        "After breakfast", "Tomorrow", "Keep it"
    ).sees_end()
    assert talk.turns == 10
    reply = entry_of(talk, "reply")
    assert reply.parent == request
    assert reply.data["words"] == CONCRETE
    assert reply.data["told"] == "pasted"
    assert reply.data["change"] == "aloud"
    assert LONG_ANSWERS in str(reply.data["facts"])
    assert reply.data["empty"] == ["In the end we had a strong field of candidates."]
    plan = entry_of(talk, "plan")
    assert plan.parent == reply.id
    assert (plan.data["due"], plan.data["area"], plan.data["state"]) == ("2026-11-26", "skills", "open")
    assert plan.data["source"] == LONG_ANSWERS


def test_from_feedback_the_request_is_known() -> None:
    diary, request, _ = asked()
    talk = Talk("feedback", diary=diary).taps(JOB)
    talk.taps(next(label for label in talk.buttons if "answer" in label.casefold()))
    talk.sees("Paste what they wrote").says(CONCRETE)
    assert entry_of(talk, "reply").parent == request


def test_a_reply_ends_the_waiting() -> None:
    diary, request, waiting = asked()
    talk = Talk("reply", diary=diary).says(CONCRETE).taps(JOB)
    assert diary.entries[request].data["state"] == diary.entries[waiting].data["state"] == "answered"
    off = {(effect.kind, effect.entry) for _, _, effect in talk.effects if isinstance(effect, CallOff)}
    assert {("follow_up", request), ("waiting_over", waiting)} <= off


def test_the_other_job_after_all_gives_the_first_request_back() -> None:
    diary, request, waiting = asked()
    diary.add("application", {"role": "Night porter"}, NOON - 9e5)
    talk = Talk("reply", diary=diary).says(CONCRETE).taps(JOB).taps("~back", "Night porter")
    assert diary.entries[request].data["state"] == "sent"
    assert diary.entries[waiting].data["state"] == "waiting"
    reminded = {(e.kind, e.about) for _, _, e in talk.effects if isinstance(e, Remind)}
    assert {("follow_up", request), ("waiting_over", waiting)} <= reminded
    assert entry_of(talk, "reply").parent == 4


def test_a_late_reply_finds_the_request_that_was_given_up() -> None:
    diary, request, _ = asked()
    diary.entries[request] = Entry(request, "request", NOON, {**REQUEST, "state": "closed"}, 1)
    talk = Talk("reply", diary=diary).says(CONCRETE).taps(JOB)
    assert entry_of(talk, "reply").parent == request
    assert diary.entries[request].data["state"] == "answered"


def test_a_job_told_on_the_way_is_written_down() -> None:
    talk = Talk("reply").says(CONCRETE).says("Care assistant")
    assert entry_of(talk, "reply").parent == entry_of(talk, "application").id
    assert talk.written("application") == [{"role": "Care assistant"}]


def test_words_that_were_given_are_the_reply() -> None:
    run = run_conversation(reply, "reply", {}, Facts(today=date(2026, 11, 25), given={"words": CONCRETE}))
    assert run.prompt is not None
    assert run.prompt.text.id == "reply-role"
    assert [kept.record.fields()["words"] for kept in run.records.values()] == [CONCRETE]


def test_words_are_kept_before_the_job_is_told() -> None:
    talk = Talk("reply").says(CONCRETE).sees("Which job").says("I want to die", crisis=True)
    talk.commands("continue").sees("kept", "/sos").sees_not("today").sees_end()
    assert of_reply(talk, "words") == CONCRETE


# --- the sting first


def test_a_high_sting_gets_a_pause_and_tomorrow() -> None:
    diary, _, _ = asked()
    talk = Talk("reply", diary=diary).says(CONCRETE).taps(JOB).taps("9").sees("/sos", "Settle first")
    talk.sees_not("how you came across").taps(
        "Settle first", "Breathe slowly", "I've done that", "I've done that"
    )
    talk.taps("6").taps("Look at it tomorrow").sees("/reply").sees_end()
    assert talk.written("reply") == [{"words": CONCRETE, "told": "pasted"}]
    later = Talk("reply", diary=diary).sees("Thank you for taking the time").sees_not("Dear Sam")
    later.taps("Look at it now").sees("sting").taps("3").taps("Yes, that's it", "Looks right")
    later.taps("Say one answer aloud", "Not now", "After lunch", "Tomorrow", "Keep it").sees_end()
    assert len(later.written("reply")) == 1
    assert "communication" in str(of_reply(later, "kinds"))
    assert of_reply(later, "change") == "aloud"
    assert of_reply(later, "usable") in (2, 3)
    assert entry_of(later, "plan").parent == entry_of(later, "reply").id
    Talk("reply", diary=diary).sees("Paste").sees_not("another day")


def test_what_was_kept_for_another_day_can_be_left() -> None:
    first = told(CONCRETE, sting="10").taps("Look at it tomorrow")
    Talk("reply", diary=first.diary).taps("This is a new one").sees("Paste")
    Talk("reply", diary=first.diary).taps("Leave that one be")
    Talk("reply", diary=first.diary).sees("Paste").sees_not("another day")
    assert of_reply(first, "words") == CONCRETE


def test_somebody_it_still_stings_is_not_pressed_to_a_step() -> None:
    talk = told(CONCRETE, sting="9").taps("Look at it now", "~skip", "Looks right")
    talk.sees("calmer day").sees_not("Say one answer aloud").taps("Leave it for now").sees_end()
    assert of_reply(talk, "change") is None
    settled = told(CONCRETE, sting="9").taps("Settle first", "Look around me")
    settled.taps("I've done that", "I've done that", "I've done that", "4", "Look at it now", "~skip")
    settled.taps("Looks right").sees("One change at most")


# --- the person knows better


def test_the_person_corrects_the_kinds() -> None:
    talk = told(CONCRETE).taps("Something else", "Pay or hours", "Team fit", "~done")
    assert of_reply(talk, "kinds") == ["salary-logistics", "culture-fit"]
    talk.taps("Looks right").sees("thrived").taps("No").sees("Look at where I aim")
    talk.taps("Look at where I aim", "Not now")
    assert talk.state.active is None or talk.state.active.conversation != "reply"
    assert of_reply(talk, "change") == "refine"


def test_the_kind_can_be_said_in_own_words() -> None:
    talk = told(CONCRETE).says("the boss and I did not click").taps("Looks right")
    assert of_reply(talk, "kinds") == ["the boss and I did not click"]
    talk.says("call my old boss on Friday after lunch").taps("Not now")
    talk.sees("Friday", "call my old boss").taps("Keep it").sees_end()
    assert entry_of(talk, "plan").data["due"] == "2026-11-27"
    assert of_reply(talk, "change") == "call my old boss on Friday after lunch"


def test_a_sentence_is_moved_to_the_other_side_and_back() -> None:
    talk = told(CONCRETE).taps("Yes, that's it")
    guess = "We felt you were perhaps not that excited about the domain."
    assert of_reply(talk, "guesses") is None
    letter = next(label for label in talk.buttons if label.endswith("is a fact"))[0]
    talk.taps(f"{letter} is a fact").sees(f"{letter}  “{guess}").sees_not("Guesses")
    talk.taps("A is only a guess").sees("Guesses").taps("Looks right")
    assert of_reply(talk, "guesses") == [LONG_ANSWERS]
    assert of_reply(talk, "facts") == ["Your SQL test was solid.", guess]


def test_back_and_edit_take_their_words_anew() -> None:
    talk = (
        told(CONCRETE).taps("Yes, that's it", "Looks right").taps("~back", "A is only a guess", "Looks right")
    )
    assert of_reply(talk, "guesses") is not None
    talk.taps("~more", "~edit").taps(next(b for b in talk.buttons if b.startswith("What they said")))
    talk.says("The job was frozen by head office, so nobody was hired.").sees("went away")
    assert of_reply(talk, "guesses") is None
    assert of_reply(talk, "words") == "The job was frozen by head office, so nobody was hired."


# --- all the ways it comes


def test_a_reply_by_phone_is_retold() -> None:
    words = "She rang and said my examples had no numbers in them, and that I talked too fast"
    talk = Talk("reply").says(words).sees("as you told it").taps("~skip")
    assert of_reply(talk, "told") == "retold"
    assert not is_retold(CONCRETE)
    assert is_retold("The recruiter told me it was close")


def test_twelve_thousand_characters_are_kept_byte_equal() -> None:
    words = (CONCRETE + "\n\n") * 40
    words = words[:12_000].strip()
    talk = told(words).taps("Yes, that's it").sees("Looks right")
    assert of_reply(talk, "words") == words
    assert len(talk.reads.split()) <= 70


def test_a_paste_that_comes_in_two_messages_is_one_reply() -> None:
    half = "We lost the thread at times. " * 145
    talk = Talk("reply").says(half[:4096]).says("Your SQL test was solid.")
    assert str(of_reply(talk, "words")).endswith("Your SQL test was solid.")


def test_everything_but_their_words_can_be_skipped() -> None:
    talk = Talk("reply")
    assert "~skip" not in talk.buttons
    talk.says(CONCRETE)
    while talk.question is not None:
        talk.taps("~skip")
    talk.sees_end()
    assert of_reply(talk, "words") == CONCRETE
    assert "communication" in str(of_reply(talk, "kinds"))
    assert of_reply(talk, "change") is None
    assert talk.written("plan") == []


def test_a_request_deleted_meanwhile_troubles_nobody() -> None:
    diary, request, waiting = asked()
    talk = Talk("reply", diary=diary).says(CONCRETE).taps(JOB)
    for id in (request, waiting):
        diary.entries.pop(id)
    talk.taps("4", "Yes, that's it", "Looks right", "~skip", "Thank them now").sees("at the end")
    assert entry_of(talk, "reply").parent is None


def test_quiet_days_ask_nothing_and_keep_what_was_told() -> None:
    Talk("reply", quiet=True).sees("can wait", "/sos").sees_not("Paste", "job").sees_end()
    talk = told(CONCRETE).taps("Yes, that's it").says("I want to die", crisis=True).commands("continue")
    talk.sees("kept").sees_not("thank", "plan").sees_end()
    assert of_reply(talk, "words") == CONCRETE
    assert "communication" in str(of_reply(talk, "kinds"))
