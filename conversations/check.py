"""The check at the start: reads every content file, so that no talk meets a broken one in the middle."""

from __future__ import annotations

from conversations.feedback_request.compose import compose
from conversations.feedback_request.letter import Ingredients
from conversations.feedback_request.rules import load_rules
from conversations.plans.rules import is_lost
from conversations.safety.helplines import directory
from conversations.safety.screening import screener
from conversations.texts import load_texts
from conversations.understanding.advisers import adviser_lines
from conversations.understanding.feedback import sort_feedback
from conversations.understanding.statements import split_statements
from conversations.understanding.traps import may_be_true, ranked_traps, trap_slugs
from conversations.understanding.unfair_replies import names_discrimination
from conversations.understanding.wording import judgement
from conversations.zones import find_zone, offered_zones


def check_content() -> None:
    """Read texts, safety rules, helplines and knowledge; they stay in memory.

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


def check_letters() -> None:
    """Read what letters and employers' answers need: more than the rest together, and not needed at once.

    Raises:
        ContentError: names the file and the entry.
    """
    load_rules()
    compose(Ingredients(), "")
    is_lost("")
    sort_feedback("A reply.")
    split_statements("A reply.")
    names_discrimination("A reply.")
