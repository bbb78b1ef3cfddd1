"""/feedback, as somebody sees it who asks an employer for advice: from the rejection to their own draft."""

from __future__ import annotations

from conversations.facts import Entry
from tests.conversations.requests import (
    DAY,
    DRAFTED,
    answers,
    draft_of,
    drafted,
    later,
    request_of,
    turned_down,
)
from tests.conversations.talk import NOON, Memory, Talk

# --- from the rejection to the draft


def test_from_a_recorded_rejection_to_a_draft_in_nine_steps_with_the_command() -> None:
    talk = drafted()
    assert talk.turns + 1 <= 9
    draft = draft_of(talk)
    for own in ("Priya", "the tour of the lab", "data analyst", "Acme", "Sam"):
        assert own in draft
    talk.sees("nothing leaves from here", "I've sent it", "Shorter", "Change it ⋯")


def test_what_was_typed_stands_byte_equal_in_the_draft() -> None:
    detail = "the  tour — <b>of the</b> lab & Bjørn's “café”, 10% off 😀"
    talk = Talk("feedback", diary=turned_down()).taps(
        "data analyst, Acme", "The hiring manager", "~skip", "E-mail"
    )
    talk.taps("Strength + one change", "Neutral").says(detail).says("Zoë O'Neil-Ñandú")
    assert detail in draft_of(talk)
    assert "Zoë O'Neil-Ñandú" in draft_of(talk)


def test_who_sent_it_hears_that_silence_is_common_and_no_verdict() -> None:
    drafted().taps("I've sent it").sees("71", "Silence")


def test_two_people_at_one_company_do_not_send_the_same_mail() -> None:
    one, other = drafted(), drafted()
    other_diary = turned_down()
    other_diary.sessions.__next__()
    other = answers(Talk("feedback", diary=other_diary).taps("data analyst, Acme"), *DRAFTED)
    assert draft_of(one) != draft_of(other)


def test_on_the_day_itself_it_may_be_drafted_and_rests() -> None:
    Talk("feedback", diary=turned_down(0)).taps("data analyst, Acme").sees("tomorrow")
    diary = turned_down(0)
    status = diary.recent("status")[0]
    diary.entries[status.id] = Entry(
        status.id, "status", status.at, {**status.data, "heaviness": 9}, status.parent, status.day
    )
    Talk("feedback", diary=diary).taps("data analyst, Acme").sees("one night")


def test_after_a_week_it_is_late_and_still_fine() -> None:
    Talk("feedback", diary=turned_down(12)).taps("data analyst, Acme").sees("more than a week")


def test_after_a_mere_application_there_is_nobody_to_ask() -> None:
    talk = Talk("feedback", diary=turned_down(stage="applied")).taps("data analyst, Acme")
    talk.sees("nobody who could say more", "Tailor my CV")
    talk.taps("Enough for now").sees_end()
    assert not talk.written("request")


def test_whoever_did_talk_to_somebody_goes_on() -> None:
    talk = Talk("feedback", diary=turned_down(stage="applied")).taps(
        "data analyst, Acme", "I did talk to someone"
    )
    talk.sees("Who would you write to?")


def test_a_rejection_can_be_told_on_the_way() -> None:
    talk = Talk("feedback").says("night nurse").says("St Mary's").says("3 days ago").taps("An interview")
    answers(talk, "I don't know", "LinkedIn message", "Strength + one change", "Brief").taps("~skip").says(
        "Ada"
    )
    assert "night nurse" in draft_of(talk)
    assert talk.written("application") == [{"role": "night nurse", "company": "St Mary's"}]
    assert talk.written("status") == [{"status": "rejected", "stage": "interview", "on": "2026-11-22"}]
    request = request_of(talk)
    assert talk.diary.get(request.parent or 0) == talk.diary.recent("application")[0]


def test_a_role_that_was_put_off_is_asked_for_and_kept_with_the_job() -> None:
    diary = Memory()
    diary.add("status", {"status": "rejected"}, NOON - DAY, diary.add("application", {}, NOON - DAY))
    talk = Talk("feedback", diary=diary).taps("The news of 24 Nov")
    talk.says("welder").taps("~skip").taps("An interview").sees("Who would you write to?")
    assert talk.written("application") == [{"role": "welder"}]
    assert talk.written("status")[0]["stage"] == "interview"


def test_the_name_it_was_signed_with_is_taken_again_and_can_be_changed() -> None:
    diary = drafted().taps("Keep for later").diary
    job = diary.add("application", {"role": "clerk"})
    diary.add("status", {"status": "rejected", "stage": "interview"}, NOON, job)
    talk = Talk("feedback", diary=diary).taps("A new request", "clerk")
    answers(talk, *DRAFTED[:-1])
    assert draft_of(talk).rstrip().endswith("Sam")
    talk.taps("Change it ⋯", "The signature").says("Samuel")
    assert draft_of(talk).rstrip().endswith("Samuel")


def test_a_job_that_was_asked_about_is_not_offered_again() -> None:
    talk = later(drafted().taps("I've sent it"), 2)
    talk.taps("A new request").sees_not("Which rejection").sees("Which job was it?")


def test_two_rejections_without_a_name_are_told_apart() -> None:
    diary = Memory()
    for feeling in ("sad", "gutted"):
        diary.add("status", {"status": "rejected", "feeling": feeling}, NOON, diary.add("application", {}))
    Talk("feedback", diary=diary).sees("25 Nov (sad)", "25 Nov (gutted)")


def test_a_rant_is_not_taken_for_the_title_of_a_job_unasked() -> None:
    rant = "It was the worst place on earth and they kept me for three hours!!!"
    talk = Talk("feedback").says(rant).sees("Just the title").says("Shift lead").says("Acme")
    assert talk.taps("~skip", "An interview").written("application") == [
        {"role": "Shift lead", "company": "Acme"}
    ]


def test_nothing_to_thank_for_is_an_answer() -> None:
    talk = Talk("feedback", diary=turned_down()).taps("data analyst, Acme", "A recruiter", "~skip", "E-mail")
    talk.taps("Strength + one change", "Neutral").says("nothing, they were rude").says("Sam")
    assert "rude" not in draft_of(talk)


def test_changing_one_part_leaves_the_others_alone() -> None:
    talk = drafted()
    before = draft_of(talk)
    talk.taps("Change it ⋯", "The signature").says("Samira")
    assert draft_of(talk) == before.replace("Sam", "Samira")


def test_each_version_is_a_new_one() -> None:
    talk = drafted()
    seen = {draft_of(talk)}
    for _ in range(8):
        seen.add(draft_of(talk.taps("Another one")))
    assert len(seen) == 9


def test_a_letter_in_own_words_can_be_begun_afresh() -> None:
    talk = drafted()
    own = "Dear Priya, these are twelve words of my own and nobody else's, thank you. Sam"
    talk.says(own).taps("Change it ⋯", "A fresh draft")
    assert own not in draft_of(talk)
    assert "data analyst" in draft_of(talk)


def test_rarer_ways_are_typed_or_behind_change() -> None:
    talk = drafted()
    before = draft_of(talk)
    talk.says("make it simpler")
    assert draft_of(talk) != before or "plain" in talk.reads
    talk.taps("Change it ⋯", "Make it warmer").sees("I've sent it")


def test_a_connection_note_fits_into_300_characters() -> None:
    talk = Talk("feedback", diary=turned_down()).taps("data analyst, Acme", "A recruiter").says("Priya")
    talk.taps("LinkedIn invite", "Strength + one change", "Warm").says(
        "a long, long talk about " + "x" * 270
    ).says("Sam")
    assert 0 < len(draft_of(talk)) <= 300
    talk.sees("no room for your thank-you")
    talk.sees_not("Open in mail")


def test_a_call_gets_a_script() -> None:
    talk = Talk("feedback", diary=turned_down()).taps("data analyst, Acme", "A recruiter").says("Priya")
    talk.taps("A phone call", "Strength + one change", "Neutral", "~skip").says("Sam")
    assert draft_of(talk).count("?") <= 3
    talk.sees_not("Open in mail")


# --- restraint, and what is gone


def test_in_quiet_days_it_waits() -> None:
    Talk("feedback", diary=turned_down(), quiet=True).sees("employer", "/sos").sees_end()


def test_quiet_days_that_begin_in_the_middle_keep_the_draft() -> None:
    talk = drafted()
    talk.quiet_until = talk.now + 3600
    talk.taps("Shorter").sees("kept").sees_end()
    assert talk.written("request")[0]["state"] == "drafted"


def test_a_request_deleted_meanwhile_is_not_asked_about() -> None:
    talk = later(drafted().taps("Keep for later"), 1)
    talk.diary.entries.pop(request_of(talk).id)
    talk.taps("A new request").sees("Which rejection is it about?")


def test_a_job_deleted_meanwhile_does_no_harm() -> None:
    talk = Talk("feedback", diary=turned_down())
    talk.diary.entries.clear()
    talk.taps("data analyst, Acme") if "data analyst, Acme" in talk.buttons else talk.says("welder")
    assert talk.question is not None
