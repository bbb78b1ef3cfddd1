"""Finds the skill or tool that an employer names, so that it is called by its name."""

from __future__ import annotations

import re
from functools import cache

from conversations.content import read_toml
from conversations.understanding.cues import PACKAGE
from conversations.understanding.reply_cues import FILE

LONGEST = 24
"""Characters of a name; what is longer is no name."""
_TOO_WIDE = frozenset({"language", "languages", "writing", "written", "numbers", "security", "cutting"})
_AFTER = re.compile(
    r"\b(?:experience|practice|skills?|knowledge|training|background|proficien\w+|weak\w*|strong\w*|better|more)"
    r" (?:with |in |of |on |at )?([A-Z][\w+#./-]*(?: [A-Z][\w+#./-]*){0,2})"
)


def name_skill(sentence: str) -> str | None:
    """Return the skill or tool named in `sentence` as it is written there; None where there is none."""
    for found in _known().finditer(sentence):
        if found.group().casefold() not in _TOO_WIDE:
            return found.group()
    after = _AFTER.search(sentence)
    named = after.group(1).rstrip(".,/-") if after else ""
    return named if 1 < len(named) <= LONGEST else None


@cache
def _known() -> re.Pattern[str]:
    """Return the tools and languages that the cues know."""
    words = read_toml(PACKAGE, FILE)["words"]
    return re.compile(rf"\b(?:{words['tool']}|{words['tongue']})\b", re.IGNORECASE)
