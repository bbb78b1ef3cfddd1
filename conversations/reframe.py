"""/reframe: look at a hard thought on its own, or at the one of the last rejection."""

from __future__ import annotations

from conversations.answers import as_bool
from conversations.dialogue import Dialogue
from conversations.facts import Entry, Facts
from conversations.lines import excerpt
from conversations.memory import SHIFT, hold_latest, shift_of
from conversations.thought_record import Trouble, look_at
from conversations.toolbox import Visit, offer_tools
from conversations.understanding.wording import judgement

OWN = 1000
"""Characters a thought may have where another one is offered."""


def reframe(ask: Dialogue, facts: Facts) -> None:
    """Confirm the thought, look at it, and offer a small step or another tool."""
    trouble = _find_trouble(ask, facts)
    stuck = ask.pin("was-stuck", _stuck(facts), as_bool)
    if stuck and ask.choice("stuck", ("other", "look")) == "other":
        offer_tools(ask, facts, Visit(trouble))
        return
    with ask.within("tool", "look", texts="reframe"):
        looked = look_at(ask, facts, trouble)
    offer_tools(ask, facts, Visit(trouble, ("look",), looked))


def _find_trouble(ask: Dialogue, facts: Facts) -> Trouble:
    """Take over the thought that was said before, or that of the last rejection; else ask what happened."""
    rejection = hold_latest(ask, facts, "rejection", "status", lambda entry: _open(facts, entry))
    said = facts.given.get("thought", "")
    if said:
        pick = ask.pick("confirm", ("that",), own=OWN, thought=excerpt(said))
        return Trouble(thought=pick.own or said, situation=_situation(ask))
    if rejection is None:
        return Trouble(situation=_situation(ask))
    thought = rejection.words("thought")
    pick = ask.pick("carried", ("that", "another"), own=OWN, about=thought, thought=excerpt(thought))
    if pick.slug == "another":
        return Trouble(situation=_situation(ask))
    return Trouble(thought=pick.own or thought, under=rejection.id)


def _situation(ask: Dialogue) -> str | None:
    """Ask what happened; a judgement in it gets one hint."""
    situation = ask.text("situation", skippable=True)
    word = judgement(situation or "")
    if word is not None:
        ask.say("situation-hint", word=word)
    return situation


def _open(facts: Facts, rejection: Entry) -> bool:
    """Return whether a rejection has a thought that was not looked at yet."""
    looked = (child.kind == "thought_record" for child in facts.diary.children(rejection.id))
    return bool(rejection.words("thought")) and not any(looked)


def _stuck(facts: Facts) -> bool:
    """Return whether the last two looks shifted nothing: then another tool comes first."""
    shifts = [shift_of(entry) for entry in facts.diary.recent("thought_record", 2)]
    return len(shifts) == 2 and all(shift is not None and shift < SHIFT for shift in shifts)
