"""The turnstile: whose message may go next, and when to look again if none may."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from bot.clock import Clock
from bot.telegram.lanes import REPLY, UNASKED, Lane, Lanes
from bot.telegram.pace import Pace
from bot.telegram.timing import Timer

# Never much longer than an hour: the clock, unlike the timer, may jump.
_LONGEST_SLEEP = 3600.0
UNASKED_PARALLEL = 48  # unasked messages on their way at once, so that replies always find room


class Turnstile:
    """Lets messages through, replies first, as the pace allows.

    Args:
        lanes: what waits.
        pace: how fast messages may go.
        clock: tells when a row's `not_before` has come.
        timer: measures pauses.
        look_again: called when somebody may be able to go who could not before.
    """

    def __init__(
        self, lanes: Lanes, pace: Pace, clock: Clock, timer: Timer, look_again: Callable[[], None]
    ) -> None:
        self._lanes = lanes
        self._pace = pace
        self._clock = clock
        self._timer = timer
        self._look_again = look_again
        self._alarm: asyncio.TimerHandle | None = None
        self._alarm_at = 0.0
        self._unasked_through = 0
        self.replies_only = False

    def next(self) -> Lane | None:
        """Take the lane whose first message goes now; None if nobody may. `leave` gives it back."""
        for urgency in (REPLY,) if self.replies_only else (REPLY, UNASKED):
            while self._lanes.has_ready(urgency):
                if urgency == UNASKED and self._unasked_through >= UNASKED_PARALLEL:
                    break
                wait = self._pace.wait_for_all(unasked=urgency == UNASKED)
                if wait > 0:
                    self._wake_in(wait)
                    break
                lane = self._lanes.next(urgency)
                if self._may_go(lane):
                    return lane
        return None

    def leave(self, lane: Lane) -> None:
        """Give a lane back."""
        self._unasked_through -= lane.through or 0
        lane.through = None
        self._lanes.release(lane)

    def _may_go(self, lane: Lane) -> bool:
        urgency = lane.urgency
        if urgency is None or lane.through is not None:
            return False
        row = lane.waiting[urgency][0]
        wait = max(
            self._pace.wait_for_chat(lane.chat_id),
            lane.resume_at - self._timer.now(),
            row.not_before - self._clock.now() if row.not_before else 0.0,
        )
        if wait > 0:
            self._park(lane, wait)
            return False
        self._pace.spend(lane.chat_id, unasked=urgency == UNASKED, edit=not row.method.startswith("send"))
        lane.through = urgency
        self._unasked_through += urgency
        return True

    def _park(self, lane: Lane, seconds: float) -> None:
        if lane.timer is not None:
            lane.timer.cancel()
        lane.timer = self._timer.call_later(min(seconds, _LONGEST_SLEEP), lambda: self._resume(lane))

    def _resume(self, lane: Lane) -> None:
        lane.timer = None
        self._lanes.release(lane)
        self._look_again()

    def _wake_in(self, seconds: float) -> None:
        at = self._timer.now() + seconds
        if self._alarm is not None:
            if self._alarm_at <= at:
                return
            self._alarm.cancel()
        self._alarm_at = at
        self._alarm = self._timer.call_later(seconds, self._ring)

    def _ring(self) -> None:
        self._alarm = None
        self._look_again()
