"""What the check of a letter finds, as it is shown: the worst first, with one fix to tap."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from conversations.feedback_request.check import Finding, check
from conversations.feedback_request.letter import Letter
from conversations.feedback_request.mend import mend
from conversations.lines import Line, Option, excerpt, line

SHOWN = 2
"""Findings that are shown at once, the worst first; the next ones come when these are gone."""
BY_HAND = ("name-at-end",)
"""Rules about something that was left out on purpose when it was asked for."""
REVISED = ("shorter", "plainer")
"""Fixes that are revisions of the whole letter: too slow to be tried beforehand."""
DROPPED = 18
"""Characters of a sentence on the button that drops it."""
QUOTED = 90
"""Characters of a sentence that are quoted when the check speaks of it."""


def find_faults(letter: Letter) -> tuple[Finding, ...]:
    """Return what the check finds, but for what was left out on purpose."""
    found = check(letter.body, letter.ingredients, letter.subject)
    return tuple(one for one in found if one.rule not in BY_HAND or letter.ingredients.sign)


def find_mendable(letter: Letter, found: Sequence[Finding], seed: str) -> Finding | None:
    """Return the first finding with a fix that does something; shortening has its own button."""
    fixable = (one for one in found if one.fix is not None and one.fix not in REVISED)
    return next((one for one in fixable if mend(letter, one, seed) != letter), None)


def offer_fix(finding: Finding) -> Option:
    """Return the button of a fix; one that drops a sentence names it."""
    if finding.fix == "drop-sentence":
        return Option("mend", line("check-drop", words=excerpt(finding.sentence, DROPPED)))
    return Option("mend", Line("check-fix", (), f"o-{finding.fix}"))


def explain(found: Sequence[Finding], mendable: Finding | None) -> Iterator[Line]:
    """Yield what the check says, first about what a tap can mend; and that there is more, if there is."""
    first = [one for one in found if one is mendable]
    shown = [*first, *(one for one in found if one is not mendable)][:SHOWN]
    for one in shown:
        yield line(f"check-{one.rule}", sentence=excerpt(one.sentence, QUOTED))
    if len(found) > len(shown):
        yield line("letter-more", count=len(found) - len(shown))


def say_left_out(letter: Letter) -> Iterator[Line]:
    """Say which of the person's wishes had no room in a connection note."""
    for name in letter.left_out[:1]:
        yield line("letter-left-out", what=Line("letter-parts", (), f"o-{name}"))
    if letter.ingredients.channel == "note" and len(letter.ingredients.wants) > 1:
        yield line("letter-one-question")
