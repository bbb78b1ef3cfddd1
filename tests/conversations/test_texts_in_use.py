"""The texts in use: walks and visits reach every one of them, whatever turn a talk takes."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

import pytest

from conversations.lines import Line
from conversations.outcome import Question
from conversations.spoken import ASKED, spoken
from tests.conversations.aims_visits import AIMS
from tests.conversations.contact_visits import CONTACTS
from tests.conversations.journals import JOURNALS
from tests.conversations.news_visits import NEWS
from tests.conversations.plan_visits import PLANS
from tests.conversations.posting_visits import POSTINGS
from tests.conversations.replies import REPLIES
from tests.conversations.reply_visits import REPLY_VISITS
from tests.conversations.requests import REQUESTS
from tests.conversations.talk import NOON, Memory, Talk
from tests.conversations.waits import WAITS
from tests.conversations.wordings import SPOKEN

MOST_WORDS = 60
OURS = (
    "rejected", "reframe", "control", "calm", "burn", "problem", "step", "toolbox", "believed", "evidence",
    "why", "journal", "feedback", "requests", "letter", "waiting", "reply", "plan", "values", "direction",
    "contact", "posting",
)  # fmt: skip
WORDS = (
    "I am not good enough", "they think I'm too old", "I can't pay the rent", "because I'm pregnant",
    "gutted", "that they hate me", "it was unfair", "I always fail", "it'll be fine",
    "I will never but everything will be fine", "a, b; c", "a; b; c; d; e", "I got asked back", "yes", "7",
    "40", "tomorrow", "none", "One no is one no", "Everyone from my course has a job except me",
)  # fmt: skip


@dataclass
class Seen:
    """What the walks came across."""

    ids: set[str]
    questions: dict[str, Question]
    longest: tuple[int, str]


def walk(seed: int, seen: Seen, begin: str | None = None) -> None:
    """Talk at random: taps, words, controls; nothing may be missing, and nothing may break."""
    random = Random(seed if begin is None else f"{begin} {seed}")
    diary = Memory()
    if random.random() < 0.6:
        diary.add("win", {"win": "They thanked me for the handover"}, NOON - 9e5)
        stage = {"status": "rejected", "stage": "final", "thought": "I am too slow"}
        put_off = {"details": "tomorrow"} if random.random() < 0.5 else {}
        diary.add("status", {**stage, **put_off}, NOON - 9e5, diary.add("application", {}))
    if random.random() < 0.4:
        for shift in (0, 5):
            rated = {"belief_before": 80, "belief_after": 80 - shift, "mood_before": 50, "mood_after": 50}
            diary.add("thought_record", {"thought": "x", "balanced": "One no is one no", **rated}, NOON - 8e5)
    quiet, country = random.random() < 0.1, random.choice(("GB", None))
    talk = Talk(diary=diary, quiet=quiet, country=country)
    if begin is not None:
        diary.add("application", {"role": "Analyst", "company": "Acme"}) if seed % 2 else None
        talk.commands(begin)
    elif random.random() < 0.8:
        talk.commands(random.choice(("rejected", "rejected", "rejected", "reframe", "control", "why")))
    else:
        where = random.choice(("It was a no from a job", "Look at this thought"))
        talk.says("They'll never take me").taps(where)
    for _ in range(40):
        if talk.question is None:
            break
        seen.ids |= set(talk.said)
        kind = talk.question.prompt.kind
        seen.questions.setdefault(talk.question.prompt.text.id, talk.question)
        pool = [label for label in talk.buttons if label not in ("~cancel", "~later")]
        if kind != "text" and random.random() < 0.85:
            talk.taps(random.choice(pool))
        elif random.random() < 0.8:
            talk.says(random.choice(WORDS))
        else:
            talk.taps(random.choice([label for label in pool if label.startswith("~")] or pool))
        if "\n| " not in f"\n{talk.reads}":
            seen.longest = max(seen.longest, (len(talk.reads.split()), talk.reads))
    seen.ids |= set(talk.said)


ADVICE = ("What I can do about it", "Who can advise me")
LOOK, SKIPS = ("Look at that thought", "70"), ("~skip",) * 4
WALKS = {
    "journal": 80, "feedback": 60, "waiting": 30, "plan": 60, "reply": 60, "values": 40, "direction": 40,
    "contact": 40, "posting": 50,
}  # fmt: skip
"""Conversations that chance begins on its own, and how often."""
RARE = (
    ("They turned me down because I'm pregnant", (*ADVICE, "UK")),
    (
        "I was rejected because I'm black",
        ("What I can do about it", "Who can advise me", "More countries", "Poland"),
    ),
    ("I can't pay the rent on the 1st", ("Work on that problem", "~skip", "~skip", "Not today")),
    ("Everyone from my course has a job except me", (*LOOK, "Unfair comparison", "~done", *SKIPS[:3])),
    ("It went on for weeks, and then came one mail. " * 5, ("Take it as it is",)),
    ("I'm a failure", (*LOOK, "None of these", *SKIPS, "70", "50", "One small step", "Not today")),
)
"""Paths that chance seldom finds: a thought, and what is tapped after it."""

VISITS = (
    *AIMS, *CONTACTS, *JOURNALS, *NEWS, *PLANS, *POSTINGS, *REPLIES, *REPLY_VISITS, *REQUESTS, *WAITS,
)  # fmt: skip
"""Visits that somebody thought of."""
APART = {
    # said by the burning, after its words are gone (tests of /burn)
    "burn-draft", "burn-blank-role", "burn-blank-company", "burn-still-there",
    # names that stand inside another text or on a button
    "feedback-nameless", "feedback-of-day", "feedback-felt", "waiting-advice",
    "values-list-1", "values-list-2", "values-list-3",
    # the sheet under review, and the page that opens a letter: files and drafts, not talk
    "posting-sheet", "letter-page-open", "letter-page-note",
    # said by the bot when Telegram takes no file (tests/bot/test_letters.py)
    "letter-page-failed",
}  # fmt: skip
"""Texts that no talk says on their own."""


@pytest.fixture(scope="module")
def seen() -> Seen:
    found = Seen(set(), {}, (0, ""))
    for thought, labels in RARE:
        talk = Talk("rejected").taps("5", "sad").says(thought)
        for label in labels:
            assert talk.question is not None
            found.questions[talk.question.prompt.text.id] = talk.question
            found.ids |= set(talk.said)
            talk.taps(label)
        found.ids |= set(talk.said)
    for first in ("7", "~skip"):
        found.ids |= set(Talk("rejected").taps(first).says("a mix of relieved and really angry").said)
    for seed in range(220):
        walk(seed, found)
    for begin, count in WALKS.items():
        for seed in range(count):
            walk(seed, found, begin)
    for name in VISITS:
        for talk in name():
            found.ids |= set(talk.said)
            if talk.question is not None:
                found.questions[talk.question.prompt.text.id] = talk.question
    return found


MANY = {
    "believed-country-more": 99,
    "values-chosen": 13,
    "reply-kinds": 10,
    "letter-draft": 10,
    "letter-script": 10,
    "letter-which": 13,
}
"""Questions with more options than usual, and how many."""


def test_every_question_can_be_found_again_and_says_what_it_expects(seen: Seen) -> None:
    texts = Talk().texts
    for id, question in seen.questions.items():
        if not id.startswith(OURS):
            continue
        prompt = question.prompt
        assert texts.has(id, "title") or [o.slug for o in prompt.options] == ["on"], id
        assert texts.variants(id) >= 2, f"{id} recurs and needs another wording"
        assert len(question.prompt.options) <= MANY.get(id, 9), id


def test_what_stands_before_a_question_stays_short(seen: Seen) -> None:
    """Says, view and question together, with the few words of the person that are quoted."""
    words, text = seen.longest
    assert words <= MOST_WORDS + 10, text


def test_every_text_of_these_conversations_is_in_use(seen: Seen) -> None:
    """A text nobody can reach is a text nobody keeps true."""
    ours = {w.id for w in SPOKEN if w.id.split("-")[0] in OURS and not w.id.endswith("-title")}
    assert sorted(ours - seen.ids - set(seen.questions) - APART) == []


def test_every_slug_in_a_record_has_words() -> None:
    texts = Talk().texts
    slugs = [(part, slug) for part, (_, known) in ASKED.items() for slug in known]
    slugs += [("traps", "mind-reading"), ("lens", "two-way"), ("evidence_against", "stage-final")]
    for part, slug in slugs:
        said = spoken(part, slug)
        assert isinstance(said, Line)
        assert texts.phrase(said)
    assert spoken("feeling", "gutted") == "gutted"
    assert spoken("evidence_against", "They asked me back") == "They asked me back"
