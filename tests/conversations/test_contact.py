"""A first message to somebody who could help: drafted, changed, sent by the person, looked after later."""

from __future__ import annotations

from conversations.feedback_request.letter import NOTE_LIMIT
from tests.conversations.talk import NOON, Memory, Talk

BUSES = "your talk on night buses"


def at_draft(channel: str = "E-mail", diary: Memory | None = None) -> Talk:
    """Return a talk that has come to the first draft."""
    talk = Talk("contact", diary=diary).says("Amir").taps("We met at an event").says(BUSES)
    talk.taps("A short talk").says("night planner").taps(channel)
    return talk if diary is not None else talk.says("Sam Reed")


def with_draft(**fields: str) -> Memory:
    """Return a diary with a draft of before."""
    diary = Memory()
    body = "Hello Amir,\n\nI saw your talk on night buses. Could we talk for ten minutes?\n\nSam"
    draft = {"who": "Amir", "known": "event", "ask": "talk", "channel": "email", "body": body}
    diary.add("contact", {**draft, "subject": "Ten minutes?", "state": "drafted", **fields}, NOON - 9e5)
    return diary


# --- drafting


def test_from_a_name_to_a_draft_in_seven_turns() -> None:
    talk = at_draft().sees("Amir", BUSES, "night planner", "Sam Reed", "I've sent it")
    assert talk.turns == 7
    written = talk.written("contact")[0]
    assert (written["who"], written["known"], written["ask"]) == ("Amir", "event", "talk")
    assert (written["channel"], written["state"]) == ("email", "drafted")
    assert str(written["subject"]) in talk.reads
    talk.taps("Keep for later").sees("/contact").sees_end()
    assert talk.written("contact")[0] == written


def test_it_is_never_sent_from_here_and_says_so() -> None:
    Talk("contact").sees("you send it")
    talk = at_draft().sees("You send it yourself").taps("I've sent it").sees("Noted as sent").sees_end()
    assert talk.written("contact")[0]["state"] == "sent"
    assert not [effect for _, _, effect in talk.effects]


def test_a_name_and_a_way_are_enough() -> None:
    talk = Talk("contact").taps("~skip", "~skip", "~skip", "~skip", "~skip", "LinkedIn message", "~skip")
    talk.sees("I've sent it").taps("Keep for later").sees_end()
    assert talk.turns == 8
    assert talk.written("contact")[0]["body"]
    assert "subject" not in talk.written("contact")[0]


def test_what_was_skipped_is_claimed_nowhere() -> None:
    talk = Talk("contact").says("Amir").taps("~skip", "~skip", "A short talk", "~skip", "E-mail").says("Sam")
    for _ in range(12):
        parts = str(talk.written("contact")[0]["body"]).casefold()
        for claim in (
            "you do",
            "you know",
            "met",
            "know each other",
            "remember me",
            "found",
            "friend",
            "event",
        ):
            assert claim not in parts, parts
        talk.taps("Another one")
    assert "known" not in talk.written("contact")[0]


def test_an_invite_stays_within_its_limit() -> None:
    talk = at_draft("LinkedIn invite")
    body = str(talk.written("contact")[0]["body"])
    assert len(body) <= NOTE_LIMIT
    assert "\n".join(f"| {row}" for row in body.splitlines()) in talk.reads


def test_a_question_of_ones_own_is_asked_as_it_stands() -> None:
    talk = Talk("contact").says("Amir").taps("Through a friend", "~skip")
    talk.says("Which course did you take?").taps("~skip", "E-mail", "~skip")
    assert "Which course did you take?" in str(talk.written("contact")[0]["body"])
    assert talk.written("contact")[0]["ask"] == "Which course did you take?"


def test_the_name_it_was_signed_with_and_roles_of_before_are_known() -> None:
    diary = Memory()
    diary.add("request", {"body": "x", "sign": "Sam Reed"}, NOON - 9e5)
    diary.add("application", {"role": "Night planner"}, NOON - 9e5)
    talk = Talk("contact", diary=diary).says("Amir").taps("We worked together", "~skip", "~skip")
    talk.sees("Night planner").taps("Night planner", "E-mail").sees(
        "Sam Reed", "Night planner", "I've sent it"
    )


# --- changing


def test_typed_words_replace_the_draft_and_are_kept_as_they_stand() -> None:
    own = (
        "Hi Amir!\n\nYour talk on <night buses> & trams stayed with me. Could we talk for ten minutes?\n\nS."
    )
    talk = at_draft().says(own).taps("Keep for later")
    assert talk.written("contact")[0]["body"] == own


def test_one_ingredient_can_change() -> None:
    talk = at_draft().taps("Change it ⋯", "Their name").says("Ms Okafor").sees("Ms Okafor").sees_not("Amir")
    talk.taps("Change it ⋯", "What you ask for", "A look at my CV").sees("CV")
    talk.taps("Change it ⋯", "How you met", "Through a friend").says("Ben from the depot")
    talk.sees("Ben from the depot").sees_not(BUSES).taps("Keep for later")
    written = talk.written("contact")[0]
    assert (written["who"], written["ask"], written["known"]) == ("Ms Okafor", "look", "friend")


def test_back_and_another_wording() -> None:
    talk = at_draft()
    before = talk.written("contact")[0]["body"]
    talk.taps("Another one")
    assert talk.written("contact")[0]["body"] != before
    talk.taps("~back", "~back").sees("Sam Reed").says("S. Reed").sees("S. Reed", BUSES)


# --- looking after the last draft


def test_a_draft_of_before_is_asked_about() -> None:
    talk = Talk("contact", diary=with_draft()).sees("Amir").taps("I've sent it").sees("/contact").sees_end()
    assert talk.written("contact")[0]["state"] == "sent"
    Talk("contact", diary=talk.diary).sees("Who could help")
    gone = Talk("contact", diary=with_draft()).taps("Let that one go").sees("/history").sees_end()
    assert gone.written("contact")[0]["state"] == "dropped"
    Talk("contact", diary=with_draft()).taps("Write to someone else").sees("name")


def test_it_opens_again_as_it_was_left_and_stays_one_entry() -> None:
    talk = Talk("contact", diary=with_draft()).taps("Show it again")
    talk.sees("| Ten minutes?", "I saw your talk on night buses. Could we talk for ten minutes?")
    own = "Hello Amir, your talk on night buses was good to hear. Could we talk for ten minutes? Thanks, Sam"
    talk.says(own).sees(own).taps("I've sent it").sees_end()
    assert [(c["body"], c["state"]) for c in talk.written("contact")] == [(own, "sent")]


def test_a_text_that_comes_back_is_the_one_that_stays() -> None:
    diary = with_draft()
    first = str(diary.entries[1].data["body"])
    other = (
        "Hello Amir, your talk on night buses was good to hear. Could we talk for ten minutes? Thanks, Sam"
    )
    talk = (
        Talk("contact", diary=diary)
        .taps("Show it again")
        .says(other)
        .says(first)
        .taps("Keep for later")
        .sees_end()
    )
    assert [c["body"] for c in talk.written("contact")] == [first]


def test_a_draft_without_a_name_is_asked_about_too() -> None:
    Talk("contact", diary=with_draft(who="")).sees("Did it go out?").sees_not("“”", "to .")


# --- days on which it waits, and what people type


def test_quiet_days_ask_nothing() -> None:
    talk = Talk("contact", quiet=True).sees("another day", "/sos").sees_not("name").sees_end()
    assert not talk.diary.entries
    midway = at_draft().says("I want to die", crisis=True)
    midway.commands("continue").sees("/history").sees_end()
    assert midway.written("contact")[0]["state"] == "drafted"
    early = Talk("contact").says("I want to die", crisis=True).commands("continue").sees("another day")
    assert not early.written("contact")


def test_odd_words_do_not_break_it() -> None:
    for words in ("<b>", "{ $who }", "🙂", "a" * 3000, "Amir\nBen", "."):
        talk = Talk("contact").says(words).taps("We haven't met").says(words).taps("~skip").says(words)
        talk.taps("E-mail").says(words).sees("I've sent it").taps("Keep for later").sees_end()
        assert words in str(talk.written("contact")[0]["body"])
