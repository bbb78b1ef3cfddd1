"""Making a plan: what it is about, one action, its moment, its day; shown whole, and kept when it fits.

An if-then plan with a date, three open at most (Gollwitzer & Sheeran 2006; PRODUCT.md, section 3).
"""

from __future__ import annotations

from collections.abc import Sequence

from conversations.dialogue import Dialogue
from conversations.facts import Facts
from conversations.lines import Option, Word
from conversations.plans.keeping import make_room
from conversations.plans.maker import Maker
from conversations.plans.words import Source


def make_plan(
    ask: Dialogue,
    facts: Facts,
    *,
    area: str | None = None,
    source: str | None = None,
    suggestions: Sequence[str | Option] = (),
    action: str | None = None,
    under: str | int | None = None,
    shown: Word | None = None,
    sources: Sequence[Source] = (),
) -> bool:
    """Make an if-then plan and keep it; return whether there is one.

    Use it inside `with ask.within("plan", "1", texts="plan")`. In quiet days only a plan of the area care is
    made; with three plans open, one of them has to go first.

    Args:
        area: one of `AREAS`; asked if neither it nor a source nor suggestions are given.
        source: what it grows from, in the person's words; `shown` is how it is quoted, if not as it stands.
        suggestions: actions to offer: slugs of `ACTIONS`, or whole actions in the person's own words.
        action: the action, if it is chosen already: then only its moment and its day are asked for.
        under: the slot or the id of the entry it belongs to.
        sources: earlier words that may be what it is about, offered beside the areas.
    """
    if not make_room(ask, facts):
        return False
    maker = Maker(ask, facts, under, area, source, shown or source)
    if action is not None:
        maker.begin(action)
    elif area is None and source is None and not suggestions and not maker.choose_subject(sources):
        return maker.stop()
    return maker.make(suggestions) or maker.stop()
