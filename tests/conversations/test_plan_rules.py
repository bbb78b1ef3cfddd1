"""The rules of an if-then plan, on plans as people write them: sound ones pass, others are named."""

from __future__ import annotations

from datetime import date

import pytest

from conversations.lines import Line
from conversations.plans.reading import Draft, read_plan
from conversations.plans.rules import Rule, check_plan, split_actions
from conversations.plans.words import ACTIONS, ALL_CUES, AREAS, SUGGESTED
from conversations.texts import load_texts

TODAY = date(2026, 11, 22)
"""A Sunday."""
TUESDAY = date(2026, 11, 24)

GOOD = (
    ("after breakfast", "rewrite the first five lines of my CV"),
    ("I sit down at my desk", "open the posting and the CV side by side"),
    ("after lunch", "call the job centre about the welding course"),
    ("at 10", "ask Anna and Ben to read my cover letter"),
    ("10:30 am", "practise my answer about the gap in my CV out loud"),
    ("before the evening meal", "send one message to my old team lead"),
    ("I get off the bus", "listen to one German lesson"),
    ("the kids are in bed", "do lesson 3 of the SQL course"),
    ("my alarm rings at 8", "go for a walk around the pond"),
    ("I close my laptop", "write down one thing that went well today"),
    ("in the library", "look up two care homes I could apply to"),
    ("after my coffee", "write a new first paragraph for my cover letter"),
    ("at the kitchen table", "list three questions for the mentor call"),
    ("on the train", "read one article on stock control"),
    ("after the school run", "print ten copies of my CV"),
    ("before bed", "put my phone in the hall"),
    ("at noon", "thank Mrs Okoye for her advice"),
    ("the meeting ends", "ask Priya how she became a planner"),
    ("in the evening", "cook a proper meal"),
    ("I come home from the gym", "record myself answering one question"),
    ("after work", "fill in the first page of the application for the bakery"),
    ("after breakfast", "get feedback on my CV from Tom"),
    ("after breakfast", "find one job advert that fits my shifts"),
    ("at my desk", "try one mock question with a timer"),
    ("at 9", "apply to the warehouse role at Lidl"),
    ("when the shop closes", "talk to my neighbour about his firm"),
    ("around 4 pm", "work on my CV for 15 minutes"),
    ("after tea", "sign up for the forklift course"),
    ("I have finished lunch", "sit down and write to the recruiter"),
    ("before the interview on Friday", "write down what I want to ask them"),
    ("after church", "ask Grace whether her firm takes trainees"),
    ("at the bus stop", "message one person from the conference"),
    ("after dinner", "compare my skills with one advert"),
    ("first thing in the morning", "update the dates in my CV and cover letter"),
    ("I am back from the shops", "show Dad my portfolio page"),
    ("on the sofa after supper", "pick one event from the meetup list"),
    ("after my shower", "say my two-minute story to the mirror"),
    ("at the library on Mill Road", "borrow a book about interviews"),
    ("my break starts", "stop by the office of the union"),
    ("after breakfast", "go and see the careers adviser"),
    ("at 3 pm", "have a coffee with Leo"),
    ("after the washing-up", "take out the two jobs from before 2010"),
    ("I open my mail", "set up a job alert for night porter"),
    ("at half past nine", "sit in the library and fill in the form"),
    ("Coronation Street is over", "put out my interview clothes"),
    ("I've eaten", "search for welding courses in Leeds"),
    ("after football", "try to write one line a page"),
    ("at 10", "search for some time slots"),
    ("after football", "learn the five terms from the rejection mail"),
)
BAD: tuple[tuple[Rule, str, str], ...] = (
    # --- no time and no place
    ("cue", "I feel ready", "call the job centre"),
    ("cue", "I have time", "rewrite my profile"),
    ("cue", "soon", "message Anna"),
    ("cue", "the mood is right", "apply to one role"),
    ("cue", "I'm less tired", "write to my mentor"),
    ("cue", "possible", "look up a course"),
    ("cue", "some day", "talk to my old boss"),
    ("cue", "I feel like it", "do one lesson"),
    ("cue", "this week", "ask Tom for advice"),
    ("cue", "I get around to it", "tidy my CV"),
    ("cue", "I am motivated", "write a cover letter"),
    ("cue", "motivation", "write a cover letter"),
    ("cue", "I have the energy for it", "go to the gym"),
    ("cue", "things calm down", "call Maria"),
    ("every", "every morning", "read three adverts"),
    ("every", "every day after lunch", "read three adverts"),
    ("cue", "later", "send the mail"),
    ("cue", "I finally feel up to it", "call the agency"),
    ("cue", "I'm in a better place", "write to Tom"),
    # --- more than one action
    ("two", "after lunch", "rewrite my CV and then send it to Acme"),
    ("two", "after lunch", "call Anna and write to Ben"),
    ("two", "after lunch", "update my profile, apply to three jobs and call the agency"),
    ("two", "at 10", "do the dishes; look at adverts"),
    ("two", "at 10", "1. print my CV\n2. bring it to the shop"),
    ("two", "at 10", "finish the course, then add it to my CV"),
    ("two", "at my desk", "read the posting and also draft the letter"),
    ("two", "at my desk", "write to the recruiter & ask about the salary"),
    ("two", "after dinner", "practise two answers and email my mentor"),
    ("two", "after dinner", "go for a run and I will call my sister"),
    ("two", "after dinner", "clean my desk. Write the letter"),
    # --- in other people's hands
    ("outcome", "at 10", "get the job"),
    ("outcome", "at 10", "get an offer from Siemens"),
    ("outcome", "at 10", "get hired"),
    ("outcome", "after lunch", "find a job"),
    ("outcome", "after lunch", "land three interviews"),
    ("outcome", "after lunch", "pass the assessment"),
    ("outcome", "after lunch", "make them like me"),
    ("outcome", "at 9", "convince the manager to take me"),
    ("outcome", "at 9", "get a reply from the recruiter"),
    ("outcome", "at 9", "ace the interview"),
    ("outcome", "at 9", "be invited"),
    ("outcome", "at 9", "become a team leader"),
    ("outcome", "at 9", "receive a positive answer and a job offer"),
    ("outcome", "on the train", "win them over"),
    # --- proving, not learning
    ("proving", "after lunch", "prove that I can handle conflict"),
    ("proving", "after lunch", "impress the panel"),
    ("proving", "after lunch", "show them what I am worth"),
    ("proving", "at 10", "give a perfect answer"),
    ("proving", "at 10", "be the best candidate in the room"),
    ("proving", "at 10", "answer ten questions without a mistake"),
    ("proving", "at 10", "beat the other applicants"),
    # --- for ever, or a "not"
    ("absolute", "at my desk", "never check my phone"),
    ("absolute", "at my desk", "always answer mails at once"),
    ("absolute", "at my desk", "read adverts every day"),
    ("absolute", "at night", "stop worrying about the interview"),
    ("absolute", "at night", "not look at LinkedIn"),
    ("absolute", "at night", "I won't open my mail"),
    ("absolute", "at night", "avoid my inbox"),
    ("absolute", "after lunch", "write one application daily from now on"),
    # --- vague
    ("vague", "after lunch", "try to be better"),
    ("vague", "after lunch", "work on myself"),
    ("vague", "after lunch", "be more confident"),
    ("vague", "after lunch", "do my best"),
    ("vague", "at 10", "improve my skills"),
    ("vague", "at 10", "keep going"),
    ("vague", "at 10", "think about my future"),
    ("vague", "at 10", "network more"),
    ("vague", "at 10", "look for a job"),
    ("vague", "at 10", "get my life together"),
    ("vague", "at 10", "do something useful"),
    ("vague", "at 10", "work on my CV"),
    ("vague", "at noon", "try my hardest"),
    ("vague", "at 9", "do some networking"),
    ("vague", "at 9", "try to network more"),
    ("vague", "at 9", "try and apply more"),
    ("vague", "at 9", "learn SQL someday"),
    ("vague", "at 9", "call the agency at some point"),
    ("vague", "at 9", "😀 …"),
    # --- too long
    (
        "long", "after lunch",
        "write a long letter to the head of the department in which I explain in detail how my years at the "
        "harbour office have taught me to keep calm with angry customers on the phone",
    ),
)  # fmt: skip


def broken(cue: str, action: str, due: date | None = TUESDAY) -> set[str]:
    """Return the rules that a plan breaks."""
    return {found.rule for found in check_plan(read_whole(cue, action, due), TODAY)}


def read_whole(cue: str, action: str, due: date | None) -> Draft:
    """Return a plan with its action read as one that was typed."""
    read = read_plan(action, TODAY)
    return Draft(cue, read.action if not read.cue else action, due)


@pytest.mark.parametrize(("cue", "action"), GOOD)
def test_a_sound_plan_is_left_alone(cue: str, action: str) -> None:
    assert check_plan(Draft(cue, action, TUESDAY), TODAY) == ()


@pytest.mark.parametrize(("rule", "cue", "action"), BAD)
def test_a_broken_rule_is_named_first(rule: str, cue: str, action: str) -> None:
    found = check_plan(read_whole(cue, action, TUESDAY), TODAY)
    assert found
    assert found[0].rule == rule


def test_there_are_enough_of_both() -> None:
    assert len(set(GOOD)) >= 40
    assert len(set(BAD)) >= 60


def test_a_plan_has_a_day_that_has_not_passed() -> None:
    assert broken("after lunch", "call Anna", None) == {"date"}
    assert broken("after lunch", "call Anna", date(2026, 11, 21)) == {"past"}
    assert broken("after lunch", "call Anna", TODAY) == set()


def test_every_suggestion_is_sound_and_fits_a_button() -> None:
    texts = load_texts()
    assert set(SUGGESTED) == set(AREAS)
    for slug in ACTIONS:
        words = texts.render(Line("plan-do", (), slug))
        assert len(words) <= 40, slug
        assert check_plan(Draft("after lunch", words, TUESDAY), TODAY) == (), words
    for slug in ALL_CUES:
        words = texts.render(Line("plan-when", (), slug))
        assert check_plan(Draft(words, "call Anna", TUESDAY), TODAY) == (), words


def test_what_is_proposed_breaks_no_rule_itself() -> None:
    proposed = 0
    for _, cue, action in BAD:
        for found in check_plan(read_whole(cue, action, TUESDAY), TODAY):
            for words in found.proposals:
                proposed += 1
                plan = Draft(words, "call Anna") if found.rule in ("cue", "every") else Draft(cue, words)
                assert found.rule not in {again.rule for again in check_plan(plan, TODAY)}, words
    assert proposed > 60


def test_two_actions_are_told_apart_in_the_persons_words() -> None:
    assert split_actions("rewrite my CV and then send it to Acme") == ("rewrite my CV", "send it to Acme")
    assert split_actions("do the dishes; look at adverts") == ("do the dishes", "look at adverts")
    assert split_actions("go for a run and I will call my sister") == ("go for a run", "call my sister")
    assert split_actions("ask Anna to read my CV and tell me what is missing") == (
        "ask Anna to read my CV and tell me what is missing",
    )
    assert split_actions("write a page and stop") == ("write a page and stop",)


SENTENCES = (
    (
        "When it is Tuesday after breakfast, then I will rewrite the first five lines of my CV.",
        Draft("after breakfast", "rewrite the first five lines of my CV", TUESDAY),
    ),
    ("when I sit down at my desk, I'll call Anna", Draft("I sit down at my desk", "call Anna")),
    ("If it's Friday and I get home, I’ll cook", Draft("I get home", "cook", date(2026, 11, 27))),
    ("After lunch I will print my CV", Draft("after lunch", "print my CV")),
    (
        "When it is Tuesday (24 Nov) after breakfast, then I will call Anna",
        Draft("after breakfast", "call Anna", TUESDAY),
    ),
    ("When it is Friday (3 Dec 2027) at noon, I will rest", Draft("at noon", "rest", date(2027, 12, 3))),
    ("Call Anna on Tuesday (24 Nov) after lunch", Draft("after lunch", "call Anna", TUESDAY)),
    ("Tomorrow at 10, I will call Anna", Draft("at 10", "call Anna", date(2026, 11, 23))),
    ("Tomorrow morning I will call Anna", Draft("morning", "call Anna", date(2026, 11, 23))),
    ("I will call Anna tomorrow at 10", Draft("at 10", "call Anna", date(2026, 11, 23))),
    ("Call Anna on Tuesday after lunch", Draft("after lunch", "call Anna", TUESDAY)),
    ("call Anna after lunch", Draft("after lunch", "call Anna")),
    ("When it is Tuesday, I will call Anna", Draft("", "call Anna", TUESDAY)),
    ("On 12 December after lunch I will call Anna", Draft("after lunch", "call Anna", date(2026, 12, 12))),
    ("Once the kids are in bed: open the course", Draft("the kids are in bed", "open the course")),
    ("rewrite my profile", Draft("", "rewrite my profile")),
    ("I will rewrite my profile.", Draft("", "rewrite my profile")),
    ("Tonight I will rest", Draft("evening", "rest", TODAY)),
    ("Write to McKenna", Draft("", "write to McKenna")),
    ("In 3 days at noon I will call Anna", Draft("at noon", "call Anna", date(2026, 11, 25))),
    ("ask about work before 2010", Draft("before 2010", "ask about work")),
    ("LinkedIn: add my course", Draft("", "LinkedIn: add my course")),
)  # fmt: skip


@pytest.mark.parametrize(("words", "plan"), SENTENCES)
def test_a_typed_sentence_is_read_apart(words: str, plan: Draft) -> None:
    assert read_plan(words, TODAY) == plan


ODD = (
    "",
    " ",
    "…",
    "I will",
    "when",
    "🙂" * 200,
    "<b>x</b>",
    "and " * 100,
    "," * 400,
    "; " * 99,
    "a.b " * 99,
)


@pytest.mark.parametrize("words", ODD)
def test_nothing_typed_breaks_the_reading(words: str) -> None:
    read = read_plan(words, TODAY)
    check_plan(read, TODAY)
