"""The card that comes unasked. It shows on a lock screen: our words only, nothing of the person's.

Its buttons name what they open by the number of an entry, so that they mean the same at any time.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from conversations.lines import Button, Card, Line, line
from conversations.records import FeedbackRequest, Plan, ThoughtRecord, Waiting
from conversations.unasked.rules import Due

NAME = "due"
PAUSE = "pause"


@dataclass(frozen=True, slots=True)
class Door:
    """What a button of the card opens.

    Args:
        conversation: its name.
        given: the name under which it is given the entry.
        kind: the entry's kind.
    """

    conversation: str
    given: str
    kind: str


DOORS: Mapping[str, Door] = {
    "rerate": Door("rerate", "record", ThoughtRecord.kind),
    "request": Door("feedback", "request", FeedbackRequest.kind),
    "waiting": Door("waiting", "waiting", Waiting.kind),
    "plan": Door("plan", "plan", Plan.kind),
}
"""The doors by the word on their buttons."""
OPENS: Mapping[str, str] = {
    "re_rate_24h": "rerate",
    "re_rate_7d": "rerate",
    "send_request": "request",
    "follow_up": "request",
    "waiting_over": "waiting",
    "plan": "plan",
}
"""The door of each kind of due thing."""


def due_card(due: Sequence[Due]) -> Card:
    """Return one message for all that is due for somebody."""
    options = list(dict.fromkeys(f"{OPENS[one.kind]}-{one.entry}" for one in due))
    rows = tuple((_button(option, options),) for option in options)
    return Card(NAME, (_lead(due, len(options)),), (*rows, (_pause_button(),)))


def _lead(due: Sequence[Due], things: int) -> Line:
    kinds = sorted({one.kind.replace("_", "-") for one in due})
    return line(f"due-{kinds[0]}") if things == 1 and len(kinds) == 1 else line("due-several")


def _button(option: str, options: Sequence[str]) -> Button:
    """Return the button of one thing; where there are several of a kind, they are numbered."""
    word = option.partition("-")[0]
    alike = [other for other in options if other.partition("-")[0] == word]
    if len(alike) == 1:
        return Button(option, Line("due-open", (), f"o-{word}"))
    return Button(option, Line("due-open", (("number", alike.index(option) + 1),), f"o-{word}-of"))


def _pause_button() -> Button:
    return Button(PAUSE, Line("due-open", (), f"o-{PAUSE}"))
