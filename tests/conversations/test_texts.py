"""The texts: within their limits, balanced, in plain words, and all there for whatever turn a talk takes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from random import Random

import pytest
import textstat
from fluent.syntax import ast, parse

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

FOLDER = Path(__file__).resolve().parents[2] / "conversations" / "locales" / "en"
MOST_WORDS = 60
MOST_GRADE = 8.0
JUDGED = 12
"""Words from which a reading grade says something; a grade of one short line is chance."""
LETTERS = {"burn-draft": (70, 90)}
"""Texts that are not ours to say but the person's to send: (fewest, most) words."""
UNASKED_FOR = {"privacy", "help"}
"""Long on purpose: read on request, with no question after them."""
LIMITS = {"title": 18, "command": 40}
FORBIDDEN = (
    r"\bgreat!", r"!!", r"well done", r"good job\b", r"amazing", r"fantastic", r"you will get",
    r"you'll get the", r"as an ai", r"language model", r"\bdiagnos", r"\bdisorder", r"\bdepress",
    r"\bpatient", r"\btherapist", r"\bsymptom", r"i understand how you feel", r"i feel (?:your|with)",
    r"i know how", r"you must\b", r"calm down", r"cheer up", r"look on the bright side",
    r"everything happens for a reason", r"at least you", r"\bstreak", r"\d+ rejections",
    r"just checking in", r"touching base", r"circling back", r"\bsuicid", r"how are you feeling",
)  # fmt: skip
AMERICAN = (
    r"\w+izing\b", r"\bcolor", r"\bfavor", r"\bbehavior", r"\bcenter\b", r"\blabeling",
    r"\bjudgment", r"\brealize",
)  # fmt: skip


@dataclass(frozen=True)
class Wording:
    """One pattern of one message: its value (attribute "") or an attribute."""

    file: str
    id: str
    attribute: str
    text: str

    def __str__(self) -> str:
        return f"{self.id}.{self.attribute}".rstrip(".")

    @property
    def spoken(self) -> bool:
        """Whether it is said as a whole: the value or a further wording of it."""
        return re.fullmatch(r"|v\d+", self.attribute) is not None and self.text != "—"


class Balance(HTMLParser):
    """Reads markup and remembers what is open, and what should not be there."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.wrong: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.open.append(tag)
        if tag not in ("b", "i", "code", "pre", "blockquote"):
            self.wrong.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(f"/{tag}")


def plain(pattern: ast.Pattern) -> str:
    """Return a pattern in words, with “it” for what is put in."""
    words = ""
    for element in pattern.elements:
        if isinstance(element, ast.TextElement):
            words += element.value
        elif isinstance(element.expression, ast.StringLiteral):
            words += element.expression.value
        elif isinstance(element.expression, ast.SelectExpression):
            words += plain(next(v.value for v in element.expression.variants if v.default))
        else:
            words += "it"
    return words


def wordings() -> Iterator[Wording]:
    for file in sorted(FOLDER.glob("*.ftl")):
        for entry in parse(file.read_text("utf-8")).body:
            if isinstance(entry, ast.Message) and entry.value is not None:
                yield Wording(file.name, entry.id.name, "", plain(entry.value))
                for attribute in entry.attributes:
                    yield Wording(file.name, entry.id.name, attribute.id.name, plain(attribute.value))


ALL = list(wordings())
SPOKEN = [wording for wording in ALL if wording.spoken]


def test_labels_titles_and_commands_fit_where_they_stand() -> None:
    most = {id(w): 24 if w.attribute.startswith("o-") else LIMITS.get(w.attribute, 10**6) for w in ALL}
    asides = {"engine-aside-go"}
    titles = [w for w in ALL if w.id.endswith("-title") and w.attribute == "" and w.id not in asides]
    too_long = [str(w) for w in ALL if len(w.text) > most[id(w)]] + [
        str(w) for w in titles if len(w.text) > 24
    ]
    assert not too_long


def test_markup_is_balanced_and_of_the_allowed_kind() -> None:
    broken = []
    for wording in ALL:
        balance = Balance()
        balance.feed(wording.text)
        if balance.open or balance.wrong:
            broken.append(str(wording))
    assert not broken


def test_nothing_is_said_that_must_not_be_said() -> None:
    found = [
        f"{wording}: {pattern}"
        for wording in ALL
        if not wording.attribute.startswith("w-") and wording.file != "safety.ftl"
        for pattern in (*FORBIDDEN, *AMERICAN)
        if re.search(pattern, wording.text.casefold())
    ]
    assert not found


def test_every_wording_is_brief() -> None:
    allowed = UNASKED_FOR | set(LETTERS)
    long = [str(w) for w in SPOKEN if len(w.text.split()) > MOST_WORDS and w.id not in allowed]
    assert not long
    for id, (fewest, most) in LETTERS.items():
        assert fewest <= len(next(w for w in SPOKEN if w.id == id).text.split()) <= most


def test_every_wording_is_plain_to_read() -> None:
    """Flesch-Kincaid, by textstat; helplines and what Telegram shows on the profile are facts, not talk."""
    hard = {
        str(wording): grade
        for wording in SPOKEN
        if wording.file not in ("safety.ftl", "advisers.ftl", "menu.ftl")
        and len(wording.text.split()) >= JUDGED
        and (grade := textstat.flesch_kincaid_grade(re.sub(r"<[^>]+>", "", wording.text))) > MOST_GRADE
    }
    assert not hard


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
    "feedback-nameless", "feedback-of-day", "waiting-advice",
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


MANY = {"believed-country-more": 99, "values-chosen": 13, "reply-kinds": 10, "letter-draft": 10, "letter-script": 10, "letter-which": 13}
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
