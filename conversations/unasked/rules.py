"""The rules of what is said unasked: now, later or not at all. Pure: what is due and how things stand, in.

Several due things become one message; at most two messages a local day; nothing within an open conversation,
in a pause, at night; nothing about applying within 72 hours of crisis help, and on the day of a rejection
nothing but care (issue "Check-ins", PRODUCT.md, sections 2 and 5).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from conversations.unasked.hours import DAY, Hours

HOUR = 3600.0
OPEN = 2 * HOUR
"""Seconds for which a conversation that was touched counts as going on."""
MOST_A_DAY = 2
"""Unasked messages a person gets on one local day."""
NEVER = float("inf")
TOO_LATE: Mapping[str, float] = {
    "re_rate_24h": 3 * DAY,
    "re_rate_7d": 7 * DAY,
    "send_request": 7 * DAY,
    "follow_up": 14 * DAY,
    "plan": 7 * DAY,
    "waiting_over": NEVER,
}
"""Seconds after which something due is dropped, by kind; a kind that is not here is never said."""
APPLYING = frozenset({"send_request", "follow_up", "waiting_over", "plan"})
"""Kinds about applying; a plan that is care is not."""
TOGETHER = 6
"""Things that one message speaks of; what is more waits for the next morning."""
STEPS = 60
"""How often something may be put off while it is worked out when it will be said."""


@dataclass(frozen=True, slots=True)
class Due:
    """Something due.

    Args:
        row: its number.
        kind: see `TOO_LATE`.
        at: when it was meant for, UTC epoch seconds.
        entry: the entry it is about.
        care: whether it is about looking after oneself.
        look_at: when it is next seen to, UTC epoch seconds.
    """

    row: int
    kind: str
    at: float
    entry: int | None = None
    care: bool = False
    look_at: float = 0.0

    @property
    def applying(self) -> bool:
        """Whether it is about applying."""
        return self.kind in APPLYING and not self.care


@dataclass(frozen=True, slots=True)
class Standing:
    """How things stand with one person; times are UTC epoch seconds.

    Args:
        hours: when they may be written to.
        touched: when the conversation that is open was last touched, None if none is.
        paused_until: nothing unasked before; it is kept when it is over.
        quiet_until: nothing about applying before, after crisis help; it is kept when it is over.
        rejected: when rejections of the last days happened or were told.
        said: when the last unasked messages were written.
    """

    hours: Hours
    touched: float | None = None
    paused_until: float = 0.0
    quiet_until: float = 0.0
    rejected: tuple[float, ...] = ()
    said: tuple[float, ...] = ()


@dataclass(slots=True)
class Decision:
    """What becomes of due things: said now in one message, put off until a time, or dropped."""

    say: list[Due] = field(default_factory=list)
    later: list[tuple[Due, float]] = field(default_factory=list)
    drop: list[Due] = field(default_factory=list)


def decide(due: Iterable[Due], standing: Standing, now: float) -> Decision:
    """Return what becomes of all that is due for one person at `now` (UTC epoch seconds)."""
    decision = Decision()
    for one in sorted(due, key=lambda one: (one.at, one.row)):
        rest = _rest(one, standing)
        if rest > now:
            decision.later.append((one, rest))
        elif _is_too_late(one, standing, now):
            decision.drop.append(one)
        elif (until := _wait(one, standing, now)) > now:
            decision.later.append((one, until))
        else:
            decision.say.append(one)
    much = decision.say[TOGETHER:]
    del decision.say[TOGETHER:]
    decision.later += [(one, standing.hours.next_morning(now)) for one in much]
    return decision


def _rest(one: Due, standing: Standing) -> float:
    """Return when the rest ends, or has ended, in which something is not said: a pause, or quiet days."""
    return max(standing.paused_until, standing.quiet_until if one.applying else 0.0)


def _is_too_late(one: Due, standing: Standing, now: float) -> bool:
    """Return whether it is too late for it; what a rest held back is late only from the end of the rest."""
    meant = max(one.at, _rest(one, standing))
    return one.entry is None or now - meant > TOO_LATE.get(one.kind, -NEVER)


def _wait(one: Due, standing: Standing, now: float) -> float:
    """Return until when something has to wait: `now` if it need not."""
    hours = standing.hours
    today = hours.day(now)
    if not one.care and any(hours.day(at) == today for at in standing.rejected):
        return hours.next_morning(now)
    if standing.touched is not None and 0 <= now - standing.touched < OPEN:
        return standing.touched + OPEN
    if sum(hours.day(at) == today for at in standing.said) >= MOST_A_DAY:
        return hours.next_morning(now)
    return hours.next_decent(now)


def next_said(due: Sequence[Due], standing: Standing, now: float) -> float | None:
    """Return when the next of what waits for somebody will be said if nothing else happens, or None.

    Args:
        due: all that waits for them.
        now: UTC epoch seconds.
    """
    rows = list(due)
    for _ in range(STEPS):
        at = max(min((one.look_at for one in rows), default=NEVER), now)
        if at == NEVER:
            return None
        decision = decide([one for one in rows if one.look_at <= at], standing, at)
        if decision.say:
            return at
        later = {one.row: until for one, until in decision.later}
        gone = {one.row for one in decision.drop}
        rows = [replace(one, look_at=later.get(one.row, one.look_at)) for one in rows if one.row not in gone]
    return None
