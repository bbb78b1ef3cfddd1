"""A session: one person's way through one conversation, as a value that can be stored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal, NamedTuple, TypeAlias

from conversations.answers import Stored
from conversations.effects import Remind
from conversations.lines import Json, Prompt

Mode: TypeAlias = Literal["", "more", "edit", "cancel", "reword"]
LIFETIME = 14 * 86400
"""Seconds after which a session that nobody touched is given up."""


class Typed(NamedTuple):
    """The last answer that was typed.

    Args:
        key: the question it answered.
        message: the id of its message, so that an edited message can be recognised.
        length: its characters, and `at` when it came (UTC epoch seconds): a long paste arrives in parts.
    """

    key: str
    message: int
    length: int = 0
    at: float = 0.0


@dataclass(frozen=True, slots=True)
class Asked:
    """The question that is open: a reply belongs to it alone (contract, point 2).

    Args:
        signature: see `Prompt.signature`.
        turn: the turn its buttons are valid in.
    """

    key: str
    signature: tuple[Json, ...]
    turn: int


@dataclass(frozen=True, slots=True)
class Session:
    """Where somebody is in a conversation.

    Args:
        id: short and unguessable; buttons name it.
        conversation: its name in the catalog.
        turn: counts the questions shown; only the last one's buttons are valid.
        answers: by key, those off the path included until the end.
        asked: the open question, None if none has been shown.
        mode: which control question, if any, stands in front of the open one.
        draft: what has been put in so far at the open question: options ticked, a starter, an edited draft.
        said: fingerprints of what was said.
        effects: by key: pending, done, failed or cancelled.
        reminders: by key: those that were asked for, so that they can be called off.
        slots: records saved so far, by slot, with the fingerprint of what was saved.
        last: the last typed answer.
        reword: key and new words of an edited message, while it is asked whether they count.
        before: the answers before the last step, for undo.
        ended: whether it has come to its end.
        under: whether it waits under an overlay and goes on by itself.
    """

    id: str
    conversation: str
    started: float
    touched: float
    today: str
    given: Mapping[str, str] = field(default_factory=dict)
    turn: int = 0
    answers: Mapping[str, Stored] = field(default_factory=dict)
    asked: Asked | None = None
    mode: Mode = ""
    draft: Json = None
    said: tuple[str, ...] = ()
    effects: Mapping[str, str] = field(default_factory=dict)
    slots: Mapping[str, str] = field(default_factory=dict)
    reminders: Mapping[str, Remind] = field(default_factory=dict)
    last: Typed | None = None
    reword: tuple[str, str] | None = None
    before: Mapping[str, Stored] | None = None
    ended: bool = False
    under: bool = False

    def expired(self, now: float) -> bool:
        """Return whether nobody touched it for `LIFETIME` seconds before `now` (UTC epoch seconds)."""
        return now - self.touched > LIFETIME

    def belongs(self, prompt: Prompt | None) -> bool:
        """Return whether the open question is `prompt`."""
        return self.asked is not None and prompt is not None and self.asked.signature == prompt.signature

    @property
    def fronted(self) -> bool:
        """Whether a control question stands in front of the open one."""
        return self.mode in ("edit", "cancel", "reword")

    @property
    def spoken(self) -> bool:
        """Whether the person has answered or skipped anything."""
        return any(stored.by != "known" for stored in self.answers.values())

    @property
    def is_blank(self) -> bool:
        """Whether nothing was written or recorded: only buttons were tapped on the way to something."""
        return self.last is None and not self.slots and not self.given

    def answer(self, key: str, stored: Stored) -> Session:
        """Return the session with an answer, and the way back by undo."""
        return replace(self.step(), answers={**self.answers, key: stored}, draft=None)

    def reopen(self, key: str) -> Session:
        """Return the session with the question `key` open again, its answer as the default."""
        stored = replace(self.answers[key], reopened=True)
        return replace(self.step(), answers={**self.answers, key: stored}, draft=None)

    def step(self) -> Session:
        """Return the session with its present answers as what undo goes back to."""
        return replace(self, before=self.answers, mode="", reword=None)

    def undo(self) -> Session:
        """Return the session as it was before the last step; turns and what was said stay as they are."""
        if self.before is None:
            return self
        back = replace(self, answers=self.before, before=None, ended=False)
        return replace(back, mode="", draft=None, reword=None, asked=None)


@dataclass(frozen=True, slots=True)
class State:
    """All sessions of a person: one active, a few put aside, the last one that ended."""

    active: Session | None = None
    aside: tuple[Session, ...] = ()
    ended: Session | None = None


def to_json(session: Session) -> dict[str, Json]:
    """Return a session as JSON; `from_json` reads it back."""
    asked = session.asked
    return {
        "given": dict(session.given),
        "started": session.started,
        "touched": session.touched,
        "today": session.today,
        "answers": _answers_to_json(session.answers),
        "asked": None if asked is None else [asked.key, list(asked.signature), asked.turn],
        "mode": session.mode,
        "draft": session.draft,
        "said": list(session.said),
        "effects": dict(session.effects),
        "slots": dict(session.slots),
        "reminders": {key: [r.kind, r.about, r.after, r.on] for key, r in session.reminders.items()},
        "last": None if session.last is None else list(session.last),
        "reword": None if session.reword is None else list(session.reword),
        "before": None if session.before is None else _answers_to_json(session.before),
        "ended": session.ended,
        "under": session.under,
    }


def from_json(id: str, conversation: str, turn: int, data: Mapping[str, Json]) -> Session:
    """Read a session back; a part that cannot be read is taken as not there."""
    modes: dict[str, Mode] = {"more": "more", "edit": "edit", "cancel": "cancel", "reword": "reword"}
    return Session(
        id=id,
        conversation=conversation,
        turn=turn,
        started=_number(data.get("started")),
        touched=_number(data.get("touched")),
        today=_day(data.get("today")),
        given=_strings(data.get("given")),
        answers=_answers_from_json(data.get("answers")) or {},
        asked=_asked_from_json(data.get("asked")),
        mode=modes.get(_string(data.get("mode")), ""),
        draft=data.get("draft"),
        said=_words(data.get("said")),
        effects=_strings(data.get("effects")),
        slots=_strings(data.get("slots")),
        reminders=_reminders_from_json(data.get("reminders")),
        last=_last_from_json(data.get("last")),
        reword=_reword_from_json(data.get("reword")),
        before=_answers_from_json(data.get("before")),
        ended=data.get("ended") is True,
        under=data.get("under") is True,
    )


def _number(value: Json) -> float:
    return float(value) if isinstance(value, int | float) else 0.0


def _day(value: Json) -> str:
    try:
        return date.fromisoformat(_string(value)).isoformat()
    except ValueError:
        return "1970-01-01"


def _string(value: Json) -> str:
    return value if isinstance(value, str) else ""


def _words(value: Json) -> tuple[str, ...]:
    return tuple(w for w in value if isinstance(w, str)) if isinstance(value, list) else ()


def _strings(value: Json) -> dict[str, str]:
    return {k: v for k, v in value.items() if isinstance(v, str)} if isinstance(value, dict) else {}


def _answers_to_json(answers: Mapping[str, Stored]) -> Json:
    return {key: [s.value, s.by, s.about, s.reopened] for key, s in answers.items()}


def _answers_from_json(data: Json) -> dict[str, Stored] | None:
    if not isinstance(data, dict):
        return None
    found: dict[str, Stored] = {}
    for key, item in data.items():
        if not isinstance(item, list) or len(item) != 4:
            continue
        value, by, about, reopened = item
        found[key] = Stored(
            value,
            "skip" if by == "skip" else "known" if by == "known" else "person",
            about if isinstance(about, str) else None,
            reopened is True,
        )
    return found


def _asked_from_json(data: Json) -> Asked | None:
    if not isinstance(data, list) or len(data) != 3:
        return None
    key, signature, turn = data
    if not isinstance(key, str) or not isinstance(signature, list) or not isinstance(turn, int):
        return None
    return Asked(key, tuple(signature), turn)


def _last_from_json(data: Json) -> Typed | None:
    match data:
        case [str(key), int(message), int(length), int() | float() as at]:
            return Typed(key, message, length, float(at))
    return None


def _reword_from_json(data: Json) -> tuple[str, str] | None:
    match data:
        case [str(key), str(words)]:
            return key, words
    return None


def _reminders_from_json(data: Json) -> dict[str, Remind]:
    found: dict[str, Remind] = {}
    for key, item in data.items() if isinstance(data, dict) else ():
        match item:
            case [str(kind), str() | int() as about, int(after), str() | None as on]:
                found[key] = Remind(kind, about, after, on)
    return found
