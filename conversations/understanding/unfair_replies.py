"""Notices an employer's reply that names discrimination, in its own words or in those of whoever retells it.

The cues of `traps.discrimination` know how people tell of it; an employer says "your accent", "a younger
person". A footer on equal chances names the same words and means nothing, so it is left out first.
"""

from __future__ import annotations

import re

from conversations.safety.normalise import normalise
from conversations.understanding.cues import Cue, load_cues
from conversations.understanding.traps import discrimination

FILE = "unfair_reply_cues.toml"
UNFAIR, UNCLEAR = "unfair", "unclear"
_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+")
_FOOTER = re.compile(
    r"equal[- ](?:opportunit|employment|chance)|without regard to|regardless of|irrespective of"
    r"|(?:does|do|will|shall|must) not (?:unlawfully |illegally )?(?:discriminate|tolerate)"
    r"|(?:don['’]t|doesn['’]t|never) discriminate|diversity (?:and|&)|inclusive (?:employer|workplace)"
    r"|(?:all|any) (?:qualified )?(?:applicants?|candidates?|backgrounds)|welcomes? (?:applic|people|candid)"
    r"|encourage(?:s|d)? (?:applications|people|candidates|women|men|disabled)|disability confident"
    r"|reasonable (?:adjust|accommod)|accommodations? (?:for|during)"
    r"|prohibits? (?:any )?discriminat|free (?:of|from) (?:any )?discriminat|protected characteristic",
    re.IGNORECASE,
)


def names_discrimination(reply: str) -> bool:
    """Return whether a reply names discrimination or harassment; then the person is believed."""
    told = _without_footers(reply)
    return discrimination(told) or _has(told, UNFAIR)


def may_be_unfair(reply: str) -> bool:
    """Return whether a reply names something that may be held against somebody: the person is asked."""
    return _has(_without_footers(reply), UNCLEAR)


def _without_footers(reply: str) -> str:
    return "\n".join(one for one in _SENTENCE.split(reply) if not _FOOTER.search(one))


def _has(told: str, label: str) -> bool:
    plain = normalise(told)
    return any(cue.label == label and cue.found(plain) for cue in unfair_cues())


def unfair_cues() -> tuple[Cue, ...]:
    """Return the cues for what an employer says, plainly unfair or unclear.

    Raises:
        ContentError: unfair_reply_cues.toml is broken.
    """
    return load_cues(FILE, "kind", frozenset({UNFAIR, UNCLEAR}))
