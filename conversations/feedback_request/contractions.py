"""Short forms written out: one person writes "I'd like", the next "I would like", all through a letter."""

from __future__ import annotations

import re

_SHORT = re.compile(
    r"\b(?P<who>I|[Yy]ou|[Ww]e|[Ii]t|[Tt]hat|[Tt]here|[Hh]ere|[Ww]hat)'(?P<verb>m|d|ve|ll|re|s)\b"
    r"(?P<done>(?= (?:very much |so |really )?"
    r"(?:been|taken|hoped|wanted|set|applied|known|given|helped|got)\b))?"
)
_VERBS = {"m": "am", "ve": "have", "ll": "will", "re": "are"}


def write_out(text: str) -> str:
    """Return `text` with "I'm", "I'd", "it's" and the like written out; "don't" stays, as in most mails."""
    return _SHORT.sub(_written_out, text)


def _written_out(match: re.Match[str]) -> str:
    verb, done = match["verb"], match["done"] is not None
    if verb == "d":
        said = "had" if done else "would"
    elif verb == "s":
        said = "has" if done else "is"
    else:
        said = _VERBS[verb]
    return f"{match['who']} {said}"
