"""Mending a plan: one kind question for a rule that is broken, with what could stand instead."""

from __future__ import annotations

from datetime import date

from conversations.answers import Pick
from conversations.dialogue import Dialogue
from conversations.lines import Line, Option, digest, excerpt
from conversations.plans.reading import Draft, calls_for_help, read_action, read_cue
from conversations.plans.rules import ACTION_RULES, Broken, check_action, check_cue, check_length, is_lost
from conversations.plans.words import ACTIONS, ALL_CUES, action_label
from conversations.restraint import Restraint

OWN = 400
"""Characters a plan of one's own may have; thirty words are about half of it."""
MOST_ASKED = 2
"""Questions about one action: more would be nagging."""
LABEL, QUOTED = 56, 60
"""Characters of a proposal on its button, and of the words that are asked about."""
SURE = ("after-breakfast", "after-lunch")
"""Cues that are offered in place of one that may not come."""


def mend_action(ask: Dialogue, action: str, may: Restraint) -> str:
    """Ask about the rules that an action breaks, each once and two at most; return the action."""
    asked = 0
    for rule in ACTION_RULES:
        broken = None if calls_for_help(action) else check_action(rule, action)
        if broken is not None and asked < MOST_ASKED and may(f"fix-{rule}"):
            asked += 1
            action = _mend(ask, broken, action)
    return action


def mend_cue(ask: Dialogue, cue: str, today: date, may: Restraint) -> tuple[str, date | None]:
    """Ask for a time or place if a cue has none; return the cue, and the day if the answer names one."""
    if cue not in ALL_CUES and is_lost(cue) and not calls_for_help(cue) and may("no-cue"):
        pick = ask.pick("no-cue", _sure(), own=OWN, about=cue)
        return (pick.value, None) if pick.own is None else read_cue(pick.own, today)
    broken = None if calls_for_help(cue) else check_cue(cue)
    if broken is None or not may(f"fix-{broken.rule}"):
        return cue, None
    options: list[str | Option] = [*map(_proposed, broken.proposals), *_sure(), "keep"]
    pick = ask.pick(f"fix-{broken.rule}", options, own=OWN, about=cue, words=excerpt(cue, QUOTED))
    if pick.own is not None:
        better, due = read_cue(pick.own, today)
        return better or cue, due
    return _chosen(pick, broken, cue), None


def mend_length(ask: Dialogue, draft: Draft, may: Restraint) -> str:
    """Ask for a shorter action if the plan has more than thirty words; return the action."""
    broken = None if calls_for_help(draft.action) else check_length(draft)
    return _mend(ask, broken, draft.action) if broken is not None and may("fix-long") else draft.action


def _sure() -> list[str | Option]:
    return [Option(slug, Line("plan-cue", (), f"o-{slug}")) for slug in SURE]


def _mend(ask: Dialogue, broken: Broken, words: str) -> str:
    options: list[str | Option] = [*map(_proposed, broken.proposals), "keep"]
    pick = ask.pick(f"fix-{broken.rule}", options, own=OWN, about=words, words=excerpt(words, QUOTED))
    return _chosen(pick, broken, words) if pick.own is None else read_action(pick.own)


def _chosen(pick: Pick, broken: Broken, words: str) -> str:
    if pick.slug == "keep":
        return words
    return next(
        (proposal for proposal in broken.proposals if _proposed(proposal).slug == pick.slug), pick.value
    )


def _proposed(words: str) -> Option:
    """Return the button of a proposal; the person's words are their own name, so that no edit moves it."""
    if words in ALL_CUES:
        return Option(words, Line("plan-when", (), words))
    return Option(words if words in ACTIONS else digest(words), action_label(words, LABEL))
