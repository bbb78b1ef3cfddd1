"""A letter: the message to an employer or a contact, as parts that are ours or the person's own."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Literal, TypeAlias

from conversations.lines import Json

Purpose: TypeAlias = Literal["request", "follow-up", "last-word", "thanks", "clarify", "contact"]
"""What it is for: asking for advice; the one follow-up; the same after a "no thanks" (closes kindly, asks
nothing); thanks for a reply; one clarifying question; a first message to somebody who could help."""
Channel: TypeAlias = Literal["email", "linkedin", "note", "call"]
"""`note` is a LinkedIn connection note, `call` a script for a call."""
Tone: TypeAlias = Literal["warm", "neutral", "brief"]
Want: TypeAlias = Literal["strength", "change", "chosen", "task", "answers", "cv"]
"""What somebody wants to know: one strength, one change, a skill or attribute the chosen candidate brought,
the case or test, the interview answers, the CV."""

WANTS: tuple[Want, ...] = ("strength", "change", "chosen", "task", "answers", "cv")
MOST_WANTS = 3
NOTE_LIMIT = 300
"""Characters of a LinkedIn connection note."""


@dataclass(frozen=True, slots=True)
class Ingredients:
    """What a letter is made from; everything a person typed goes into it byte-equal.

    Args:
        to: who it goes to: interviewer, recruiter, manager, unknown; for a contact: worked, event, friend,
            online.
        name: their name, None if it is not known.
        role, company: what was applied for; a contact's letter: what one is aiming at.
        stage: how far it went: screen, interview, task or final.
        wants: what to ask about, three at most; for a contact one of advice, look, talk, introduction.
        question: a question of the person's own, asked instead of or besides `wants`.
        detail: one true thing worth thanking for, as they would finish "Thank you for ..."; or a sentence.
        point: the one thing from a reply that the thanks or the clarifying question speaks about.
        late: whether the news is more than seven days old.
    """

    purpose: Purpose = "request"
    channel: Channel = "email"
    to: str = "unknown"
    name: str | None = None
    role: str | None = None
    company: str | None = None
    stage: str | None = None
    wants: tuple[str, ...] = ()
    question: str | None = None
    tone: Tone = "neutral"
    detail: str | None = None
    point: str | None = None
    sign: str | None = None
    late: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a letter.

    Args:
        slot: what it does: greeting, opening, thanks, acceptance, growth, question-<want>, way-out, closing,
            sign ...
        text: its words; `own` tells that the person wrote them, so that no revision touches them.
        paragraph: the paragraph it stands in, counted from 0.
        before: the white space before it; None for the usual: an empty line between paragraphs, else a space.
    """

    slot: str
    text: str
    paragraph: int
    own: bool = False
    before: str | None = None

    @property
    def does(self) -> frozenset[str]:
        """Everything it does."""
        return frozenset(self.slot.split("+"))


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter; `subject` is for e-mails only.

    Args:
        parts: in their order.
        after: white space after the last part, as the person left it.
        left_out: the ingredients for which a connection note had no room: detail, question, company, ...
        removed: the slots of sentences that the person took out; they stay out.
    """

    ingredients: Ingredients
    parts: tuple[Part, ...]
    subject: str | None = None
    own_subject: bool = False
    after: str = ""
    left_out: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()

    @property
    def body(self) -> str:
        """The whole message, paragraphs apart by an empty line."""
        text = ""
        last: Part | None = None
        for part in self.parts:
            text += (usual_gap(last, part) if part.before is None else part.before) + part.text
            last = part
        return text + self.after


def usual_gap(last: Part | None, part: Part) -> str:
    """Return the white space that stands between two parts if nothing else is said."""
    if last is None:
        return ""
    return " " if part.paragraph == last.paragraph else "\n\n"


def letter_to_json(letter: Letter) -> dict[str, Json]:
    """Return a letter as JSON; `letter_from_json` reads it back."""
    return {
        "ingredients": {name: _plain(value) for name, value in asdict(letter.ingredients).items()},
        "parts": [[p.slot, p.text, p.paragraph, p.own, p.before] for p in letter.parts],
        "subject": letter.subject,
        "own_subject": letter.own_subject,
        "after": letter.after,
        "left_out": list(letter.left_out),
        "removed": list(letter.removed),
    }


def _plain(value: Json | tuple[str, ...]) -> Json:
    return list(value) if isinstance(value, tuple) else value


def letter_from_json(data: Json) -> Letter | None:
    """Return the letter that JSON holds, None if it holds none that can be read."""
    try:
        made: Any = data
        given = {**made["ingredients"], "wants": tuple(made["ingredients"]["wants"])}
        return Letter(
            Ingredients(**given),
            tuple(Part(*part) for part in made["parts"]),
            made["subject"],
            made["own_subject"],
            made["after"],
            tuple(made["left_out"]),
            tuple(made["removed"]),
        )
    except (KeyError, TypeError):
        return None
