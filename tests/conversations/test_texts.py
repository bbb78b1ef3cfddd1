"""The texts: within their limits, balanced, in plain words."""

from __future__ import annotations

import re

import textstat

from tests.conversations.wordings import ALL, SPOKEN, Balance

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
