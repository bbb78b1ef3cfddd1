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
from conversations.understanding.reply_cues import STOCK
from conversations.understanding.skills import name_skill
from conversations.understanding.statements import Sort, Statement, is_advice, split_statements
from conversations.understanding.unfair_replies import may_be_unfair, names_discrimination

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


LEFT_OUT = ("hurtful", "unfair")
"""Sentences that speak for no kind of feedback."""
TELLING = 4
"""Words from which a courtesy is more than a greeting or a name."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How a reply reads to our rules; suggestions only.

    Args:
        kinds: slugs of kinds of feedback, the likeliest first, three at most.
        usable: 0 (nothing to work with) to 3.
        vague: whether it is kind but names nothing.
        unfair: whether it names discrimination.
        unclear: whether it names something that may be unfair ("a native speaker").
        statements: its sentences, each verbatim.
    """

    kinds: tuple[str, ...]
    usable: int
    vague: bool
    unfair: bool
    unclear: bool
    statements: tuple[Statement, ...]

    def of_sort(self, sort: Sort) -> tuple[str, ...]:
        """Return the sentences of one sort, each once."""
        return tuple(dict.fromkeys(one.text for one in self.statements if one.kind == sort))

    @property
    def told(self) -> tuple[str, ...]:
        """What says something: facts and advice before guesses."""
        return (*self.of_sort("fact"), *self.of_sort("advice"), *self.of_sort("guess"))

    @property
    def concrete(self) -> str | None:
        """The first sentence that names something to work with."""
        return next((one for one in self.told if is_advice(one) or is_concrete(one)), None)

    @property
    def courteous(self) -> bool:
        """Whether it has a kind word in it, and no hurtful one."""
        kind = any(len(one.split()) >= TELLING for one in self.of_sort("courtesy"))
        return kind and not self.of_sort("hurtful")

    @property
    def skill(self) -> str | None:
        """The skill that is missing, by the name they give it."""
        about = (one for one in self.told if "hard_skill_gap" in [kind for kind, _ in sort_feedback(one)])
        return next((skill for one in about if (skill := name_skill(one))), None)


def is_concrete(sentence: str) -> bool:
    """Return whether a sentence names a kind of feedback; praise and narration name none."""
    return any(kind not in STOCK for kind, _ in sort_feedback(sentence))


def read_reply(ask: Dialogue, words: str) -> Reading:
    """Return how `words` read. It is worked out once: 12,000 characters take a tenth of a second."""
    with ask.within("reading", digest(words)):
        return ask.hold(
            "found", lambda: _read(words), lambda kept: _unpack(kept, words), lambda made: _pack(made, words)
        )


def _read(words: str) -> Reading:
    unfair = names_discrimination(words)
    unclear = not unfair and may_be_unfair(words)
    statements = tuple(_in_reply(one) for one in split_statements(words))
    if unfair or unclear:
        statements = _set_apart(statements)
    told = [one.text for one in statements if one.kind not in LEFT_OUT]
    said = words if len(told) == len(statements) else "\n".join(told)
    kinds = tuple(kind.replace("_", "-") for kind, _ in sort_feedback(said))
    vague = said == words and is_vague_but_friendly(words) and not is_form_letter(words)
    return Reading(kinds, rate_usable(said), vague, unfair, unclear, statements)


def _in_reply(one: Statement) -> Statement:
    return replace(one, kind="advice") if one.kind in ("fact", "guess") and is_advice(one.text) else one


def _set_apart(statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """Return the statements with the unfair ones marked; all of them, where no single one can be named."""
    marked = tuple(
        replace(one, kind="unfair") if names_discrimination(one.text) or may_be_unfair(one.text) else one
        for one in statements
    )
    if any(one.kind == "unfair" for one in marked):
        return marked
    return tuple(replace(one, kind="unfair") for one in statements)


def _pack(reading: Reading, words: str) -> Json:
    """Return a reading as it is kept: its sentences by their places, so that no words are kept twice."""
    places: list[Json] = []
    end = 0
    for statement in reading.statements:
        start = max(words.find(statement.text, end), 0)
        end = start + len(statement.text)
        places.append([statement.kind, start, end])
    return [list(reading.kinds), reading.usable, reading.vague, reading.unfair, places, reading.unclear]


def _unpack(kept: Json, words: str) -> Reading | None:
    if not isinstance(kept, list) or len(kept) != 6:
        return None
    kinds, usable, vague, unfair, places, unclear = kept
    return Reading(
        tuple(kind for kind in kinds if isinstance(kind, str)) if isinstance(kinds, list) else (),
        usable if isinstance(usable, int) else 0,
        bool(vague),
        bool(unfair),
        bool(unclear),
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
        kept: the entry of a reply that was kept before.
    """

    def __init__(self, ask: Dialogue, words: str, kept: Entry | None = None) -> None:
        self._ask = ask
        self._kept = kept
        self.case = Case()
        self.settled = False
        self.told = "retold" if is_retold(words) else "pasted"
        self.reply = Reply(words, self.told)
        self.reading = read_reply(ask, words)
        self.raw = False
        if kept is None:
            ask.record(SLOT, self.reply)

    def belongs_to(self, case: Case) -> None:
        """Take in what it is about; the job it belongs to is recorded before it."""
        self.case = case
        if self._kept is None:
            self._ask.withdraw(SLOT)
            self._ask.record(SLOT, self.reply, under=case.under)

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
