"""The employer's own words, put to use: their advice as an action, and the name they sign with."""

from __future__ import annotations

import re

from conversations.understanding.reply_cues import plain_words
from conversations.understanding.statements import is_hurtful

FEWEST, MOST = 3, 12
"""Words of an action; a longer one is cut."""
_FILLER = re.compile(
    r"^(?:(?:please|maybe|perhaps|so|then|next time|for next time|in (?:the )?future"
    r"|(?:my|our) advice(?: is)?|tip|also)[,:]? )+",
    re.IGNORECASE,
)
_FRAME = re.compile(
    r"^(?:(?:i|we)(?:[ ](?:would|can)(?: only| strongly)?|['\u2019]d)? (?:suggest|recommend|advise|encourage)"
    r"(?: that)?(?: you)?(?: to)? |(?:i|we)(?: would|['\u2019]d) (?:also )?"
    r"|(?:you|i) (?:should|could|ought to|need to|may want to|might want to) (?:also )?)",
    re.IGNORECASE,
)
_CUT = re.compile(r",? (?:and|so that|because|before|then|but|or) |[,;:(] ?| [-\u2013] ")
_NO_ACTION = re.compile(
    r"(?:a|an|the|more|some|your|you|that|this|it|be|have|love|like|not|never)$|.*ing$", re.I
)
_SIGNED = re.compile(
    r"(?:best(?: wishes| regards)?|(?:kind|warm|many)(?:est)? (?:regards|thanks)|regards|yours(?: \w+)?"
    r"|cheers|sincerely|thanks|all the best|warmly|take care)[,.!]?\s+"
    r"([A-Z][\w'\u2019-]+)(?: [A-Z][\w'\u2019-]+){0,2}"
    r"[ \t]*(?:\n|$)",
    re.IGNORECASE,
)
_NAME = re.compile(r"[A-Z][a-z'\u2019-]+$")
_NOT_NAMES = frozenset({"The", "Your", "Human", "Hr", "Recruitment", "Talent", "Hiring", "Team", "People"})
CLOSING = 200
"""Characters at the end in which somebody signs."""


def as_action(advice: str) -> str | None:
    """Return an employer's advice as it stands after "I will", shortened; None if it is no action."""
    words = _FRAME.sub("", _FILLER.sub("", " ".join(advice.split()))).strip(" .!?")
    cut = next((m for m in _CUT.finditer(words) if len(words[: m.start()].split()) >= FEWEST), None)
    words = words if cut is None else words[: cut.start()]
    said = words.split()[:MOST]
    if len(said) < FEWEST or _NO_ACTION.match(said[0]) or is_hurtful(plain_words(words)):
        return None
    return " ".join((said[0].lower(), *said[1:]))


def signed_by(words: str) -> str | None:
    """Return the first name at the end of a reply ("Best, Sarah"), None if there is none."""
    names = [found.group(1) for found in _SIGNED.finditer(words[-CLOSING:])]
    name = names[-1] if names else ""
    return name if _NAME.match(name) and name not in _NOT_NAMES else None
