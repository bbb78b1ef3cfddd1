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
_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+")
_FOOTER = re.compile(
    r"equal[- ](?:opportunit|employment|chance)|without regard to|regardless of|irrespective of"
    r"|(?:does|do|will|shall|must) not (?:unlawfully |illegally )?(?:discriminate|tolerate)"
    r"|(?:don['’]t|doesn['’]t|never) discriminate|diversity (?:and|&)|inclusive (?:employer|workplace)"
    r"|prohibits? (?:any )?discriminat|free (?:of|from) (?:any )?discriminat|protected characteristic",
    re.IGNORECASE,
)


def names_discrimination(reply: str) -> bool:
    """Return whether a reply names discrimination or harassment; then the person is believed."""
    told = "\n".join(one for one in _SENTENCE.split(reply) if not _FOOTER.search(one))
    plain = normalise(told)
    return discrimination(told) or any(cue.found(plain) for cue in unfair_cues())


def unfair_cues() -> tuple[Cue, ...]:
    """Return the cues for what an employer says.

    Raises:
        ContentError: unfair_reply_cues.toml is broken.
    """
    return load_cues(FILE, "kind", frozenset({"unfair"}))
