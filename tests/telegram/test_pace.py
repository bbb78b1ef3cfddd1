"""How fast messages may go out, reckoned on a clock that is moved by hand."""

from __future__ import annotations

from random import Random

import pytest

from bot.telegram.pace import Pace


class Hand:
    """Seconds that move by hand."""

    def __init__(self) -> None:
        self.at = 1000.0

    def now(self) -> float:
        return self.at


def send_all(
    pace: Pace, hand: Hand, queue: list[tuple[int, bool]], seconds: float
) -> list[tuple[float, int, bool]]:
    """Send as fast as the pace allows, the first that may go first; return when each went."""
    sent = []
    end = hand.at + seconds
    while queue and hand.at < end:
        for item in list(queue):
            chat, unasked = item
            if pace.wait_for_all(unasked=unasked) == 0 and pace.wait_for_chat(chat) == 0:
                pace.spend(chat, unasked=unasked)
                sent.append((hand.at, chat, unasked))
                queue.remove(item)
        hand.at += 0.01
    return sent


def most_in_a_second(times: list[float]) -> int:
    return max((sum(1 for other in times if at <= other < at + 0.999) for at in times), default=0)


@pytest.mark.fault("check-ins-in-one-minute")
def test_never_more_than_thirty_in_any_second_and_twenty_unasked() -> None:
    hand, random = Hand(), Random(5)
    queue = [(chat, random.random() < 0.8) for chat in range(300)]
    sent = send_all(Pace(hand.now), hand, queue, 60)
    assert len(sent) == 300
    assert most_in_a_second([at for at, _, _ in sent]) == 30
    assert most_in_a_second([at for at, _, unasked in sent if unasked]) == 20


def test_unasked_messages_leave_room_for_replies() -> None:
    hand = Hand()
    pace = Pace(hand.now)
    send_all(pace, hand, [(chat, True) for chat in range(100)], 0.5)
    assert pace.wait_for_all(unasked=True) > 0
    assert pace.wait_for_all() == 0


def test_a_chat_gets_three_at_once_and_then_one_a_second() -> None:
    hand = Hand()
    sent = send_all(Pace(hand.now), hand, [(7, False)] * 8, 60)
    assert [round(at - 1000) for at, _, _ in sent] == [0, 0, 0, 1, 2, 3, 4, 5]


def test_edits_cost_little_and_nothing_overall() -> None:
    hand = Hand()
    pace = Pace(hand.now)
    for _ in range(8):
        assert pace.wait_for_chat(7) == 0
        pace.spend(7, edit=True)
    assert pace.wait_for_all() == 0
    for chat in range(29):
        pace.spend(chat)
    assert pace.wait_for_all() == 0


@pytest.mark.fault("429-one-chat")
def test_a_refusal_pauses_its_chat_alone() -> None:
    hand = Hand()
    pace = Pace(hand.now)
    assert not pace.note_refusal(7, 5.0)
    assert (pace.wait_for_chat(7), pace.wait_for_chat(8), pace.wait_for_all()) == (5.0, 0.0, 0.0)
    hand.at += 5
    assert pace.wait_for_chat(7) == 0


@pytest.mark.fault("429-flood")
def test_refusals_by_several_chats_pause_everything_and_so_does_one_about_the_bot() -> None:
    hand = Hand()
    pace = Pace(hand.now)
    assert [pace.note_refusal(chat, 4.0) for chat in (1, 2, 3)] == [False, False, True]
    assert pace.wait_for_all() == 4.0
    other = Pace(hand.now)
    assert other.note_refusal(None, 3.0)
    assert other.wait_for_all() == 3.0


@pytest.mark.fault("429-one-chat")
def test_refusals_far_apart_are_no_flood() -> None:
    hand = Hand()
    pace = Pace(hand.now)
    for chat in range(10):
        assert not pace.note_refusal(chat, 1.0)
        hand.at += 3.0


def test_unlimited_keeps_only_the_pauses_that_telegram_asks_for() -> None:
    hand = Hand()
    pace = Pace(hand.now, unlimited=True)
    assert len(send_all(pace, hand, [(7, True)] * 200, 0.011)) == 200
    pace.note_refusal(7, 2.0)
    assert pace.wait_for_chat(7) == 2.0
