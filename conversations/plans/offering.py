"""A plan is offered where something was found that it could grow from; "not today" is always an answer."""

from __future__ import annotations

from collections.abc import Sequence

from conversations.dialogue import Dialogue
from conversations.facts import Facts
from conversations.lines import Word, excerpt
from conversations.plans.making import make_plan

QUOTED = 80
"""Characters of what it grows from that are quoted."""


def offer_plan(
    ask: Dialogue,
    facts: Facts,
    area: str,
    source: str,
    shown: Word | None = None,
    suggestions: Sequence[str] = (),
) -> None:
    """Ask whether to make a plan of it now, by the question `plan`; say `end` if not.

    Args:
        area: see `records.Plan`.
        source: what it grows from; `shown` is how it is quoted, if not as it stands.
        suggestions: see `make_plan`.
    """
    shown = shown or excerpt(source, QUOTED)
    if ask.choice("plan", ("make", "not-today"), about=source, source=shown) == "make":
        plan_from(ask, facts, area, source, shown, suggestions)
    else:
        ask.say("end")


def plan_from(
    ask: Dialogue, facts: Facts, area: str, source: str, shown: Word, suggestions: Sequence[str] = ()
) -> None:
    """Make a plan; the arguments are those of `offer_plan`."""
    with ask.within("plan", "1", texts="plan"):
        make_plan(ask, facts, area=area, source=source, shown=shown, suggestions=suggestions)
