"""What is known of one reply by an employer, saved after each answer; and how it reads, worked out once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import cast, get_args

from conversations.dialogue import Dialogue
from conversations.effects import ChangeEntry
from conversations.facts import Entry
from conversations.lines import Json, digest
from conversations.records import Reply
from conversations.replying.subject import Case
from conversations.understanding.feedback import is_vague_but_friendly, rate_usable, sort_feedback
from conversations.understanding.form_letters import is_form_letter
from conversations.understanding.statements import Sort, Statement, split_statements
from conversations.understanding.unfair_replies import names_discrimination

SLOT = "reply"
"""Where a new reply is saved."""
FIRST = 600
"""Characters at the beginning that tell whether somebody retells what was said."""
RETOLD = re.compile(
    r"\b(?:he|she|they|hr|recruiter|manager|boss|guy|man|woman|lady) (?:just |only |basically |also |then )*"
    r"(?:said|says|told|reckoned|mentioned|explained|rang|called me|phoned)\b"
    r"|\b(?:i was told|told me|on the phone|over the phone|phoned me)\b"
    r"|\bi (?:called|rang|phoned) (?:them|him|her)\b",
    re.IGNORECASE,
)
FORMAL = re.compile(
    r"\b(?:your|my) (?:application|details|profile|interest|cv|r[eé]sum[eé]|time|search)\b|\bthank you\b",
    re.IGNORECASE,
)
"""What a form letter says to everybody."""
ABOUT = re.compile(r"\b(?:you|your|yours|i|me|my|mine)\b", re.IGNORECASE)
GREETING = 40
"""Characters of a line that may be a greeting and no more."""
ADDRESSED = re.compile(r"\s*(?:dear|hi|hello|good (?:morning|afternoon|evening))\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reading:
    """How a reply reads to our rules; suggestions only.

    Args:
        kinds: slugs of kinds of feedback, the likeliest first, three at most.
        usable: 0 (nothing to work with) to 3.
        vague: whether it is kind but names nothing.
        unfair: whether it names discrimination.
        statements: its sentences, each verbatim.
    """

    kinds: tuple[str, ...]
    usable: int
    vague: bool
    unfair: bool
    statements: tuple[Statement, ...]

    def of_sort(self, sort: Sort) -> tuple[str, ...]:
        """Return the sentences of one sort, each once."""
        return tuple(dict.fromkeys(one.text for one in self.statements if one.kind == sort))


def read_reply(ask: Dialogue, words: str) -> Reading:
    """Return how `words` read. It is worked out once: 12,000 characters take a tenth of a second."""
    with ask.within("reading", digest(words)):
        return ask.hold(
            "found", lambda: _read(words), lambda kept: _unpack(kept, words), lambda made: _pack(made, words)
        )


def _read(words: str) -> Reading:
    kinds = tuple(kind.replace("_", "-") for kind, _ in sort_feedback(words))
    unfair = names_discrimination(words)
    vague = is_vague_but_friendly(words) and not is_form_letter(words)
    return Reading(kinds, rate_usable(words), vague, unfair, split_statements(words))


def _pack(reading: Reading, words: str) -> Json:
    """Return a reading as it is kept: its sentences by their places, so that no words are kept twice."""
    places: list[Json] = []
    end = 0
    for statement in reading.statements:
        start = max(words.find(statement.text, end), 0)
        end = start + len(statement.text)
        places.append([statement.kind, start, end])
    return [list(reading.kinds), reading.usable, reading.vague, reading.unfair, places]


def _unpack(kept: Json, words: str) -> Reading | None:
    if not isinstance(kept, list) or len(kept) != 5:
        return None
    kinds, usable, vague, unfair, places = kept
    return Reading(
        tuple(kind for kind in kinds if isinstance(kind, str)) if isinstance(kinds, list) else (),
        usable if isinstance(usable, int) else 0,
        bool(vague),
        bool(unfair),
        tuple(_statements(places, words)),
    )


def _statements(places: Json, words: str) -> Iterator[Statement]:
    for place in places if isinstance(places, list) else ():
        match place:
            case [str(sort), int(start), int(end)] if sort in get_args(Sort):
                yield Statement(words[start:end], cast(Sort, sort))


def is_retold(words: str) -> bool:
    """Return whether somebody retells what was said, rather than pasting it."""
    return not ADDRESSED.match(words) and RETOLD.search(words[:FIRST]) is not None


def is_about_person(sentence: str) -> bool:
    """Return whether a sentence speaks of the person: then nobody is told that it says nothing."""
    return ABOUT.search(FORMAL.sub("", sentence)) is not None


def without_greeting(words: str) -> str:
    """Return `words` without a line that only greets, at the beginning."""
    first, _, rest = words.strip().partition("\n")
    return rest.strip() if rest.strip() and len(first) <= GREETING and ADDRESSED.match(first) else words


class Account:
    """One reply as far as it is told: a new one, or one that was kept for another day.

    Args:
        case: what it is about.
        kept: the entry of a reply that was kept before.
    """

    def __init__(self, ask: Dialogue, words: str, case: Case, kept: Entry | None = None) -> None:
        self._ask = ask
        self._kept = kept
        self.case = case
        self.told = "retold" if is_retold(words) else "pasted"
        self.reply = Reply(words, self.told)
        self.reading = read_reply(ask, words)
        self.raw = False
        if kept is None:
            ask.record(SLOT, self.reply, under=case.under)

    @property
    def words(self) -> str:
        """What the employer said."""
        return self.reply.words

    @property
    def id(self) -> str | int:
        """What belongs to the reply is saved under this."""
        return SLOT if self._kept is None else self._kept.id

    def note(self, **answers: object) -> None:
        """Take answers in and save. Call it outside every scope: the reply has one slot."""
        self.reply = replace(self.reply, **answers)  # type: ignore[arg-type]  # the callers name the fields
        if self._kept is None:
            self._ask.record(SLOT, self.reply, under=self.case.under)
            return
        for name in answers:
            value = self.reply.fields().get(name)
            self._ask.effect(f"{name}-{digest(value)}", ChangeEntry(self._kept.id, name, value))
