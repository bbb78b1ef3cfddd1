"""Questions an employer should not ask: about children, marriage, faith, age or origin, not about the work.

Such a question is believed, and the answer to it is not weighed (PRODUCT.md, section 3, "Not every hard
thought is distorted"). Only plain forms are known, so that "Have you worked with children?" is left alone.
"""

from __future__ import annotations

import re

from conversations.understanding.traps import discrimination

_PERSONAL = re.compile(
    r"\bare you (?:\w+ )?(?:pregnant|married|single|religious|gay|disabled)\b"
    r"|\b(?:are you planning|do you (?:have|want|plan)|will you have)"
    r"(?: (?:any|more|to|on|have|having|start|starting))* (?:kids|children|a family|babies)\W*$"
    r"|\bhow old are you\b"
    r"|\bwhat(?: is|'s|’s) your (?:age|religion|caste|tribe|sexuality)\b"
    r"|\bwhere are you (?:really|originally) from\b",
    re.IGNORECASE,
)


def is_unfair(question: str) -> bool:
    """Return whether `question` asks about the person and not the work, or tells of discrimination."""
    return _PERSONAL.search(question) is not None or discrimination(question)
