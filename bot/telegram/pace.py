"""Pace: how fast messages may go out, to one chat and to all of them together.

Bot API FAQ, "My bot is hitting limits": about one message a second to a chat, with short bursts, and about 30
messages a second overall. Unasked messages take at most 20 of the 30, so that replies always have room.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

CHAT_BURST = 3
OVERALL = 30  # messages in any second
UNASKED = 20  # unasked ones among them
EDIT_COST = 0.25  # of a message; Telegram publishes no limit for edits
FLOOD_CHATS = 3  # so many different chats refusing within
FLOOD_WINDOW = 5.0  # seconds are a flood
_TIDY_AFTER = 4096


class Pace:
    """Pure reckoning over a source of monotonic seconds; it never waits itself.

    Args:
        now: the source.
        unlimited: for benchmarks: only pauses that Telegram asked for are kept.
    """

    def __init__(self, now: Callable[[], float], *, unlimited: bool = False) -> None:
        self._now = now
        self.unlimited = unlimited
        # When a chat's allowance is whole again; it may be used up to CHAT_BURST - 1 seconds ahead.
        self._whole_at: dict[int, float] = {}
        self._chat_paused: dict[int, float] = {}
        self._all_paused = 0.0
        self._sent: deque[float] = deque(maxlen=OVERALL)
        self._sent_unasked: deque[float] = deque(maxlen=UNASKED)
        self._refusals: dict[int, float] = {}

    def wait_for_chat(self, chat_id: int) -> float:
        """Return how many seconds a message to this chat has to wait on the chat's account; 0: go."""
        now = self._now()
        wait = self._chat_paused.get(chat_id, 0.0) - now if self._chat_paused else 0.0
        if not self.unlimited:
            wait = max(wait, self._whole_at.get(chat_id, 0.0) - now - (CHAT_BURST - 1))
        return max(0.0, wait)

    def wait_for_all(self, *, unasked: bool = False) -> float:
        """Return how many seconds any message (of this class) has to wait; 0: go."""
        now = self._now()
        wait = self._all_paused - now
        if not self.unlimited:
            wait = max(wait, _until_free(self._sent, now))
            if unasked:
                wait = max(wait, _until_free(self._sent_unasked, now))
        return max(0.0, wait)

    def spend(self, chat_id: int, *, unasked: bool = False, edit: bool = False) -> None:
        """Note that a message goes out now. An edit or deletion counts a little, for its chat alone."""
        if self.unlimited:
            return
        now = self._now()
        cost = EDIT_COST if edit else 1.0
        self._whole_at[chat_id] = max(self._whole_at.get(chat_id, 0.0), now) + cost
        if len(self._whole_at) > _TIDY_AFTER:
            self._whole_at = {chat: at for chat, at in self._whole_at.items() if at > now}
        if edit:
            return
        self._sent.append(now)
        if unasked:
            self._sent_unasked.append(now)

    def pause_chat(self, chat_id: int, seconds: float) -> None:
        """Let one chat wait."""
        now = self._now()
        self._chat_paused = {chat: until for chat, until in self._chat_paused.items() if until > now}
        self._chat_paused[chat_id] = max(self._chat_paused.get(chat_id, 0.0), now + seconds)

    def pause_all(self, seconds: float) -> None:
        """Let everything wait."""
        self._all_paused = max(self._all_paused, self._now() + seconds)

    def note_refusal(self, chat_id: int | None, seconds: float) -> bool:
        """Note a 429, and pause what it is about.

        Args:
            chat_id: the chat it answered for; None if it was about the bot as a whole.
            seconds: the pause that Telegram asks for.

        Returns:
            Whether it is a flood: everything waits now.
        """
        now = self._now()
        if chat_id is not None:
            self.pause_chat(chat_id, seconds)
            recent = {chat: at for chat, at in self._refusals.items() if at > now - FLOOD_WINDOW}
            self._refusals = {**recent, chat_id: now}
            if len(self._refusals) < FLOOD_CHATS:
                return False
        self.pause_all(seconds)
        return True


def _until_free(sent: deque[float], now: float) -> float:
    """Return when the oldest of the last so many messages is more than a second ago."""
    return sent[0] + 1.0 - now if len(sent) == sent.maxlen else 0.0
