"""Plan visits: talks about if-then plans that chance seldom finds, yielded where something new is said."""

from __future__ import annotations

from collections.abc import Iterator

from conversations.lines import Json
from tests.conversations.talk import NOON, Memory, Talk


def _with_plans(*actions: str) -> Memory:
    diary = Memory()
    for action in actions:
        plan: dict[str, Json] = {"cue": "after lunch", "action": action, "due": "2026-11-20", "area": "cv"}
        diary.add("plan", {**plan, "state": "open"}, NOON - 9e5)
    return diary


def old_plans() -> Iterator[Talk]:
    """Finish, move, shrink, drop and leave plans."""
    diary = _with_plans("call Anna", "ask Tom", "print it")
    yield Talk("plan", diary=diary).taps("That's enough")
    talk = Talk("plan", diary=diary)
    yield talk
    yield talk.taps("call Anna")
    yield talk.taps("Done")
    yield talk.taps("~skip")
    yield talk.taps("That's enough")
    talk = Talk("plan", diary=diary).taps("ask Tom")
    yield talk.taps("Another day")
    yield talk.taps("Tomorrow")
    yield Talk("wins", diary=diary)
    talk = Talk("plan", diary=diary).taps("print it")
    yield talk.taps("Make it smaller")
    yield talk.says("find it")
    yield talk.taps("Today")
    yield talk.taps("Keep it")
    yield Talk("plan", diary=diary).taps("find it", "Let it go")
    lost = Talk("plan", diary=diary).taps("ask Tom")
    diary.entries.pop(2)
    yield lost.taps("Done")


def no_room() -> Iterator[Talk]:
    """Want a fourth plan."""
    diary = _with_plans("call Anna", "ask Tom", "print it")
    yield Talk("plan", diary=diary).taps("A new plan")
    yield Talk("plan", diary=diary).taps("A new plan", "Leave all three")
    yield Talk("plan", diary=diary).taps("A new plan", "ask Tom")
    yield Talk("plan", diary=diary).taps("A new plan", "ask Tom", "Keep it")


def corrected_plans() -> Iterator[Talk]:
    """Break each rule once."""
    proud = ("impress them all", "be more confident", "never rest", "never be nervous again")
    broken = (*proud, "get the job", "write it and then send it", "nothing")
    for words in broken:
        yield Talk("plan").says(words)
    for words in ("soon", "every day at 8", "no idea", "Friday"):
        yield Talk("plan").says("call Anna").says(words)
    yield Talk("plan").says("write a very long letter " * 8).taps("After lunch", "Today")
    yield Talk("plan").says("call Anna").taps("After lunch").says("12 December")
    yield Talk("plan").taps("My own words")


def grown_plans() -> Iterator[Talk]:
    """Begin with something written before."""
    diary = Memory()
    diary.add("reply", {"words": "Your SQL was thin", "change": "Learn SQL joins"}, NOON - 9e5)
    diary.add("interview", {"recall": "x", "keep": "Draw the case first", "badly": "I rambled"}, NOON - 8e5)
    talk = Talk("plan", diary=diary)
    yield talk
    yield talk.taps("What they told me")


def quiet_plans() -> Iterator[Talk]:
    """Come to it in quiet days."""
    yield Talk("plan", quiet=True)
    yield Talk("plan", quiet=True).taps("Not now")
    yield Talk("plan").taps("A skill").says("I want to die", crisis=True).commands("continue")


PLANS = (old_plans, no_room, corrected_plans, grown_plans, quiet_plans)
"""All of them."""
