"""What people who played the first hour winced at, each as a transcript that stays mended."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from conversations.content import read_toml
from conversations.understanding.wording import is_greeting, tells_of_a_no
from tests.conversations.talk import NOON, Memory, Talk

RULES = read_toml("conversations.knowledge", "wording.toml")
STORY = (
    "ok so i had 5 rounds with these people and then HR mails me on a sunday that they went with an internal "
    "candidate. i prepared for 3 weeks, my wife says its fine but its not fine and i keep thinking im too old"
)


def test_without_a_thought_none_is_spoken_of() -> None:
    talk = Talk("rejected").taps("5", "numb", "~skip").sees("Look at a hard thought").sees_not("that thought")
    talk.taps("See what's in my hands", "Money", "~done", "Not in my hands", "Put it down")
    talk.sees("Look at a hard thought").sees_not("the thought")


def test_the_opening_words_come_once_and_not_with_each_repeat() -> None:
    talk = Talk("rejected")
    opening = {"rejected-begin"}
    assert opening <= set(talk.said)
    talk.says("it is very heavy").sees("number")
    assert not opening & set(talk.said)


def test_a_long_answer_for_one_word_is_said_back_as_a_quote() -> None:
    talk = Talk("rejected").taps("7").says("a mix, angry mostly but also weirdly relieved?? and tired")
    talk.sees("“a mix, angry mostly but also weirdly…”", "7 out of 10").sees_not("So: a mix")
    alone = Talk("rejected").taps("~skip").says("a mix, angry mostly but also weirdly relieved?? and tired")
    alone.sees("“a mix, angry mostly but also weirdly…”").sees_not("out of 10")


def test_a_story_is_asked_for_its_hardest_sentence_and_kept_whole() -> None:
    talk = Talk().says(STORY).taps("It was a no from a job").taps("7", "angry").sees("“ok so i had 5 rounds")
    talk.sees("sentence").says("im too old").sees("“im too old”", "Look at that thought")
    assert talk.written("status")[0]["thought"] == "im too old"
    talk.taps("Look at that thought").sees("“im too old”").taps("70")
    assert talk.written("thought_record")[0]["situation"] == STORY


def test_a_story_typed_as_the_thought_may_stay_as_it_is() -> None:
    talk = Talk("rejected").taps("7", "angry").says(STORY).sees("sentence").taps("Take it as it is")
    talk.sees("Look at that thought")
    assert talk.written("status")[0]["thought"] == STORY
    longer = Talk("rejected").taps("7", "angry").says(STORY * 10).sees("sentence")
    longer.says(STORY * 15).sees("What would")


def test_a_story_of_discrimination_is_believed_whatever_sentence_is_picked() -> None:
    told = f"{STORY} and he said i was too old for the team, no younger, he told me no foreigners"
    talk = Talk("rejected").taps("5", "angry").says(told).sees("sentence").says("nobody wants me")
    talk.sees("I take that seriously", "What I can do about it")


def test_a_thought_is_never_doubted_when_it_is_first_heard() -> None:
    talk = Talk("rejected").taps("5", "angry").says("they asked if i was planning kids, they only want men")
    talk.sees("“they asked").sees_not("feel like a plain fact", "check whether")


@pytest.mark.parametrize("words", ["hi", "Hello!", "hey there", "Good morning", "good evening :)"])
def test_a_greeting_is_greeted_and_not_filed(words: str) -> None:
    talk = Talk().says(words).sees("I got a no", "Look at a thought").sees_not(f"“{words}”", "a win")
    talk.taps("I got a no").sees("How heavy").taps("5", "flat").sees_not(f"“{words}”", "You wrote")


def test_a_greeting_leads_to_a_thought_or_to_nothing() -> None:
    Talk().says("hi").taps("Look at a thought").sees("What happened").sees_not("“hi”")
    Talk().says("hi").taps("Nothing, thanks").sees_end()


def test_what_is_told_after_a_greeting_is_heard() -> None:
    told = "i got rejected from tesco today and i feel like an idiot"
    talk = Talk().says("hi").says(told).sees(f"“{told}”", "It was a no from a job").sees_not("“hi”")
    talk.taps("It was a no from a job", "6", "hurt").sees(f"“{told}”").says("i feel like an idiot")
    talk.taps("Look at that thought").sees("“i feel like an idiot”")
    Talk().says("hi").says("I was on time today").taps("Just keep it").sees_end()


@pytest.mark.parametrize(
    "words",
    [
        "i got rejected from tesco today and i feel like an idiot",
        "They turned me down again",
        "didn't get the job",
        "they went with someone else",
    ],
)
def test_news_of_a_no_is_met_as_such_and_not_called_a_win(words: str) -> None:
    talk = Talk().says(words).sees(f"“{words}”", "It was a no from a job").sees_not("It's a win")
    assert "idle-no" in talk.said
    talk.taps("It was a no from a job").sees("How heavy")


@pytest.mark.parametrize(("part", "check"), [("greeting", is_greeting), ("news", tells_of_a_no)])
def test_what_is_noticed_and_what_is_not(part: str, check: Callable[[str], bool]) -> None:
    examples = RULES[part]
    assert [words for words in examples["match"] if not check(words)] == []
    assert [words for words in examples["no_match"] if check(words)] == []


def test_another_command_lets_a_message_from_nowhere_go() -> None:
    talk = Talk().says("hi").commands("wins").says("I was on time").taps("That's enough")
    talk.sees_end().sees_not("Your message")


def test_the_breathing_can_be_left_and_words_get_a_kind_hint() -> None:
    talk = Talk("rejected").taps("9", "angry", "Breathe slowly").says("I cant do this breathing thing")
    talk.sees("not for you").sees_not("number", "not sure which")
    talk.taps("~skip").sees("fine", "keeps coming back").sees_not("How heavy is it now")
    later = talk.says("I am finished").sees("Look at that thought")
    assert "Two minutes to settle" not in later.buttons[:1]


def test_one_button_never_asks_for_a_number() -> None:
    talk = Talk("control").taps("Money", "~done", "Not in my hands").says("but it scares me")
    talk.sees("Put it down").sees_not("number", "which one")


def test_a_problem_that_was_said_needs_no_second_telling() -> None:
    said = "My visa runs out in 6 weeks and the rent is due on the 1st"
    talk = Talk("rejected").taps("7", "anxious").says(said).taps("Work on that problem", "That says it all")
    talk.sees("What could you do")
    assert talk.written("problem")[0] == {"thought": said, "problem": said}


def test_a_fairer_thought_that_helped_is_kept_in_so_many_words() -> None:
    talk = Talk("rejected").taps("5", "sad").says("I'm a failure").taps("Look at that thought", "80")
    talk.taps("None of these", "~skip", "~skip", "~skip").says("One no is one no").taps("40", "30")
    talk.sees("80", "40", "50", "30", "kept")
    stuck = Talk("rejected").taps("5", "sad").says("I'm a failure").taps("Look at that thought", "80")
    stuck.taps("None of these", "~skip", "~skip", "~skip").says("One no is one no").taps("80", "50")
    assert "reframe-balanced-kept" not in stuck.said


def test_words_for_a_feeling_are_never_called_a_thought() -> None:
    talk = Talk("rejected").taps("7").says("angry i guess, and so tired").says("im too old for it")
    talk.taps("Look at that thought").sees("How true").sees_not("angry i guess", "than a feeling")


def test_words_at_the_choice_of_help_are_not_brushed_off() -> None:
    talk = Talk("rejected").taps("7", "sad").says("im too old for it").says("whats the point")
    talk.sees("I've read that", "/sos", "Look at that thought")


def test_details_given_after_a_look_do_not_open_the_look_again() -> None:
    talk = Talk("rejected").taps("5", "sad").says("I'm a failure").taps("Look at that thought", "80")
    talk.taps("None of these").says("I got stuck").says("They asked me back").says("Anyone can get stuck")
    talk.says("I got stuck once, and they asked me back").taps("40", "30", "Note how it went")
    talk.taps("E-mail or letter", "An interview").sees("role").sees_not("records")
    talk.says("junior analyst").taps("~skip", "Not sure").sees("One small step")


def test_the_reply_that_can_be_sent_is_spoken_of_where_it_stands() -> None:
    diary = Memory()
    diary.add("win", {"win": "x"}, NOON)
    talk = Talk("rejected", diary=diary).taps("5", "angry", "~skip", "Write a reply, burn it").says("Clowns!")
    talk.hears_back("done").sees("above").sees_not("here is one")
