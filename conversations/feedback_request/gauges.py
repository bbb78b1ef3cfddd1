"""The gauges that rules name: each returns a number for a letter and the sentence it is about, or ""."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from conversations.content import read_toml
from conversations.feedback_request import measures
from conversations.feedback_request.reading import Reading

Cue = re.Pattern[str] | None
_SHORT_LINE = 6
_STEM = 5
"""Letters by which "marketing" and "marketer" are the same word."""


@cache
def _list(name: str) -> frozenset[str]:
    """A list of words from rules.toml."""
    return frozenset(read_toml("conversations.feedback_request", "rules.toml")["lists"][name])


def _words(reading: Reading, cue: Cue) -> tuple[float, str]:
    return len(measures.words(reading.body)), ""


def _characters(reading: Reading, cue: Cue) -> tuple[float, str]:
    return len(reading.body), ""


def _exclamations(reading: Reading, cue: Cue) -> tuple[float, str]:
    return measures.exclamations(reading.body), ""


_CALLED = re.compile(
    r"\s*(?!(?:So|Well|Yes|No|Ok|Okay|However|Sorry|Look|First|Today|Yesterday|Please|Also|And|But|Again|Now|"
    r"Sure|Right|Wow|Oh|Ah|Anyway|Still|Then|Next|Actually|Obviously|Honestly|Frankly|Sadly|Unfortunately),)"
    r"[A-Z][a-z'-]{1,20}, \w"
)
"""A first sentence that begins with the name of the person: "Freya, that was useful"."""


def _shouted(reading: Reading, cue: Cue) -> tuple[float, str]:
    """How many words are in capitals, and the first sentence with one; abbreviations and names are spared."""
    given = reading.ingredients
    named = " ".join(
        filter(None, (given.name, given.role, given.company, given.sign, given.detail, given.point))
    )
    known = _list("abbreviations") | frozenset(measures.words(named.upper()))
    number, first = 0, ""
    for sentence in reading.sentences:
        loud = measures.shouted(sentence, known)
        number += len(loud)
        first = first or (sentence if loud else "")
    return number, first


def _grade(reading: Reading, cue: Cue) -> tuple[float, str]:
    """Reading grade of what is said; the names of job and company are nobody's choice: one word each."""
    body = "\n".join(line for line in reading.lines if len(line.split()) >= _SHORT_LINE)
    for name in (reading.ingredients.role, reading.ingredients.company):
        if name and name.strip():
            body = re.sub(re.escape(name.strip()), "it", body, flags=re.IGNORECASE)
    return measures.grade(body), ""


def _subject(reading: Reading, cue: Cue) -> tuple[float, str]:
    """Words in the subject, 0 if there is none; that of a reply is not of one's choosing and counts 3."""
    subject = (reading.subject or "").strip()
    if measures.is_reply(subject):
        return 3, subject
    return measures.subject_words(subject), subject


def _asks(reading: Reading, cue: Cue) -> tuple[float, str]:
    """How many things are asked."""
    return sum(ask.things for ask in reading.asks), ""


def _lacking(reading: Reading, cue: Cue) -> tuple[float, str]:
    """1.0 if things are asked but none in the way that the rule's pattern wants; the first question."""
    if not reading.asks or cue is None:
        return 0.0, ""
    wanting = not any(cue.search(ask.plain) for ask in reading.asks)
    return float(wanting), reading.asks[0].sentence


def _feedback(reading: Reading, cue: Cue) -> tuple[float, str]:
    """1.0 if "feedback" is asked for and nothing that the rule's pattern wants; the sentence that asks."""
    plainly = [ask for ask in reading.asks if " feedback " in ask.plain]
    wanting = not any(cue is not None and cue.search(ask.plain) for ask in reading.asks)
    return float(bool(plainly) and wanting), plainly[0].sentence if plainly else ""


def _role(reading: Reading, cue: Cue) -> tuple[float, str]:
    """1.0 if the job is named; by the rule's pattern if it is not known how it is called."""
    wanted = [word for word in reading.plainly(reading.ingredients.role) if word not in _list("ranks")]
    if not wanted:
        return float(cue is not None and cue.search(reading.plain) is not None), ""
    stems = {word[:_STEM] for word in reading.plain.split()}
    initials = "".join(word[0] for word in wanted)
    kept = sum(word[:_STEM] in stems for word in wanted)
    head = reading.plainly(reading.ingredients.role)[-2:]
    headed = len(head) > 1 and f" {' '.join(head)} " in reading.plain
    return float(2 * kept >= len(wanted) or headed or (len(initials) > 1 and initials in stems)), ""


def _signed(reading: Reading, cue: Cue) -> tuple[float, str]:
    """1.0 if there is a name at the end."""
    ending = reading.lines[-2:]
    plain = [word for line in ending for word in reading.plainly(line)][-14:]
    mine = reading.plainly(reading.ingredients.sign)
    if mine:
        return float(any(word in plain for word in mine)), ""
    last = (reading.lines if len(reading.lines) > 1 else reading.sentences_of_body)[-1:]
    last = reading.sentences_of_body[-1:] if last and len(last[0].split()) > _SHORT_LINE else last
    text = last[0] if last else ""
    rest = [word for word in reading.plainly(text) if word not in _list("closings")]
    lone = len(text.split()) <= _SHORT_LINE and not text.endswith("?")
    return float(lone and 0 < len(rest) <= 3), ""


def _greeting(reading: Reading, cue: Cue) -> tuple[float, str]:
    """1.0 if the letter begins with a greeting or a name."""
    first = reading.plain_sentences[0] if reading.sentences_of_body else " "
    named = set(reading.plainly(reading.ingredients.name)) & set(first.split()[:3])
    opening = " " + " ".join(first.split()[:4]) + " "
    short = len(first.split()) <= 3 and bool(reading.lines) and reading.lines[0].endswith(",")
    called = _CALLED.match(reading.body) is not None
    return float(bool(named) or short or called or (cue is not None and cue.search(opening) is not None)), ""


def _chatty(reading: Reading, cue: Cue) -> tuple[float, str]:
    """How many words are spelt as in a chat, and the first sentence with one."""
    slang = _list("slang")
    number, first = 0, ""
    for sentence in reading.sentences_of_body:
        found = sum(word in slang for word in measures.words(sentence.lower()))
        number += found
        first = first or (sentence if found else "")
    return number, first


def _doubled(reading: Reading, cue: Cue) -> tuple[float, str]:
    """How many sentences of four words or more are there twice, and the first of them."""
    seen: set[str] = set()
    again = []
    for sentence, plain in zip(reading.sentences_of_body, reading.plain_sentences, strict=False):
        if len(plain.split()) >= 4 and plain in seen:
            again.append(sentence)
        seen.add(plain)
    return len(again), again[0] if again else ""


def _blanks(reading: Reading, cue: Cue) -> tuple[float, str]:
    """How many sentences still have a place to fill in, such as [Name]."""
    blank = [s for s in reading.sentences if _BLANK.search(s)]
    return len(blank), blank[0] if blank else ""


_BLANK = re.compile(
    r"\[[^\]\n]{1,40}\]|\{[^}\n]{1,40}\}|<[a-zA-Z][^>\n@/]{1,40}>|\bX{3,}\b|_{3,}"
    r"|\b(?:INSERT|insert)\b.{0,30}\bhere\b|\b(?:TBD|T[O]DO|YOUR NAME)\b"
)

GAUGES: dict[str, Callable[[Reading, Cue], tuple[float, str]]] = {
    "words": _words, "characters": _characters, "exclamations": _exclamations, "shouted": _shouted,
    "grade": _grade, "subject": _subject, "asks": _asks, "lacking": _lacking, "feedback": _feedback,
    "role": _role,
    "signed": _signed, "doubled": _doubled, "greeting": _greeting, "chatty": _chatty, "blanks": _blanks,
}  # fmt: skip
