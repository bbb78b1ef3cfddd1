"""Plan talk: diaries with plans, and what a talk about them left behind."""

from __future__ import annotations

from conversations.effects import CallOff, Remind
from conversations.lines import Json
from tests.conversations.talk import NOON, Memory, Talk

LINES = "rewrite the first five lines of my CV"
WALK = "take a walk of 20 minutes"


def with_plans(*actions: str, due: str = "2026-11-27", area: str = "cv", state: str = "open") -> Memory:
    """Return a diary with these plans, oldest first; today is Wednesday, 25 November 2026."""
    diary = Memory()
    for place, action in enumerate(actions):
        plan: dict[str, Json] = {
            "cue": "after lunch",
            "action": action,
            "due": due,
            "area": area,
            "state": state,
        }
        diary.add("plan", plan, NOON - 9e5 + place)
    return diary


def plans(talk: Talk, *names: str) -> list[tuple[Json, ...]]:
    """Return these fields of all plans, oldest first."""
    return [tuple(plan.get(name) for name in names) for plan in talk.written("plan")]


def due_now(talk: Talk) -> dict[str | int, str | None]:
    """Return for which day something is due, by what it is about."""
    found: dict[str | int, str | None] = {}
    for _, _, effect in talk.effects:
        if isinstance(effect, Remind):
            assert effect.kind == "plan"
            found[effect.about] = effect.on
        elif isinstance(effect, CallOff):
            found[effect.entry] = None
    return found


def open_one(diary: Memory, action: str = "call Anna", *, quiet: bool = False) -> Talk:
    """Return a talk that looks at the plan `action`."""
    return Talk("plan", diary=diary, quiet=quiet).taps(action)
