"""Notices a form letter: sent to many alike, so that nobody waits for thanks or for a question back."""

from __future__ import annotations

import re

_PHRASES = re.compile(
    r"\bafter (?:very |much )?(?:careful|due|thorough) (?:consideration|review|thought)\b"
    r"|\b(?:high|large|huge|overwhelming|great) (?:volume|number) of (?:\w+ )?(?:applica|candida|respon)"
    r"|\b(?:on|at) this (?:occasion|time|point)\b|\bwe regret to (?:inform|advise|tell)\b"
    r"|\bdo[ -]not[ -]reply\b"
    r"|\b(?:unable|not able) to (?:provide|give|offer) (?:\w+ )?(?:individual|personal|detailed|specific)?"
    r"|\b(?:can not|cannot|can['’]t) (?:provide|give|offer) (?:individual|personal|detailed|specific)"
    r"|\bkeep your (?:details|cv|r[eé]sum[eé]|application|profile|information) (?:on|in|for)\b"
    r"|\b(?:move|moving|go|going|proceed|proceeding) (?:forward|ahead|on)? ?with (?:other|another)\b"
    r"|\bthank(?:s| you) for your (?:interest|application)\b|\bwish you (?:every|all|the best|much)\b"
    r"|\bnot been (?:successful|selected|shortlisted)\b|\bour (?:talent|candidate) (?:pool|team|network)\b",
    re.IGNORECASE,
)
FEWEST = 2
"""Different stock phrases from which a reply is taken for a form letter."""


def is_form_letter(reply: str) -> bool:
    """Return whether `reply` reads as a form letter."""
    return len({found.group().casefold() for found in _PHRASES.finditer(reply)}) >= FEWEST
