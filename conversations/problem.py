"""A thought that may well be true is worked on as a problem: what it is, what could be done, one step.

Not every hard thought is distorted (PRODUCT.md, 3): rent due, a visa running out, a skill that is missing.
"""

from __future__ import annotations

from collections.abc import Sequence

from conversations.dialogue import Dialogue
from conversations.lines import Option, digest, excerpt
from conversations.records import Problem, Step
from conversations.understanding.lists import split_list

MOST = 3
"""Options that are offered as buttons."""
LABEL = 24
OWN = 1000
"""Characters in which the problem may be named."""


def solve(ask: Dialogue, thought: str, under: str | int | None = None) -> bool:
    """Name the problem, list what could be done, choose one step and when; return whether there is a step.

    Args:
        thought: the hard thought, in the person's words.
        under: the record the problem belongs to.
    """
    ask.say("begin")
    named = ask.pick("problem", ("said",), about=thought, own=OWN, skippable=True)
    problem = None if named is None else named.own or thought
    ask.record("problem", Problem(thought, problem), under)
    options = ask.text(
        "options", about=problem or thought, skippable=True, starters=("ask", "find-out", "put-off")
    )
    ask.record("problem", Problem(thought, problem, options), under)
    found = split_list(options or "")[:MOST]
    step = ask.pick("step", (*_as_options(found), "not-today"), about=options, own=300)
    if step.slug == "not-today":
        ask.say("not-today")
        return False
    words = next((item for item in found if digest(item) == step.slug), step.value)
    ask.record("step", Step(words), ask.path("problem"))
    when = ask.pick(
        "when", ("today", "tomorrow", "this-week"), about=words, skippable=True, step=excerpt(words, 80)
    )
    ask.record("step", Step(words, None if when is None else when.value), ask.path("problem"))
    ask.say("kept")
    return True


def _as_options(items: Sequence[str]) -> Sequence[Option]:
    """Return the person's own options; each is known by its words, so that an edit never moves a choice."""
    return [Option(digest(item), excerpt(item, LABEL)) for item in items]
