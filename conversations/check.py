"""The check at the start: reads every content file, so that no talk meets a broken one in the middle."""

from __future__ import annotations

from conversations.safety.helplines import directory
from conversations.safety.screening import screener
from conversations.texts import load_texts
from conversations.understanding.advisers import adviser_lines
from conversations.understanding.traps import may_be_true, ranked_traps, trap_slugs
from conversations.understanding.wording import judgement
from conversations.zones import find_zone, offered_zones


def check_content() -> None:
    """Read texts, rules, helplines and knowledge; they stay in memory.

    Raises:
        ContentError: names the file and the entry.
    """
    load_texts()
    screener()
    directory()
    trap_slugs()
    ranked_traps("")
    may_be_true("")
    adviser_lines(None)
    judgement("")
    find_zone("")
    offered_zones()
