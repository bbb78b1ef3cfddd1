"""What is said unasked: when, in every zone of the world; how much; and never anything private."""

from __future__ import annotations

import re
from datetime import datetime
from itertools import combinations
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as some

from conversations.lines import line
from conversations.texts import load_texts
from conversations.unasked.card import OPENS, due_card
from conversations.unasked.hours import FIRST, LAST, SPREAD, hours_of
from conversations.unasked.rules import TOO_LATE, Due, Standing, decide, next_said

HOUR, DAY = 3600.0, 86_400.0
LISBON = ZoneInfo("Europe/Lisbon")
ZONES = sorted(name for name in available_timezones() if "/" in name)
TIMES = some.floats(min_value=1.2e9, max_value=2.1e9)
KINDS = sorted(TOO_LATE)


def at(text: str, zone: str = "Europe/Lisbon") -> float:
    """Return a local time as UTC epoch seconds."""
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone)).timestamp()


@pytest.mark.parametrize(
    ("zone", "now", "said"),
    [
        ("Europe/Lisbon", "2026-11-24T08:59:59", "2026-11-24T09:00"),
        ("Europe/Lisbon", "2026-11-24T09:00", "2026-11-24T09:00"),
        ("Europe/Lisbon", "2026-11-24T19:59", "2026-11-24T19:59"),
        ("Europe/Lisbon", "2026-11-24T20:00", "2026-11-25T09:00"),
        # Both days on which the clocks change, also in the hour that is missing or comes twice.
        ("Europe/Lisbon", "2026-03-29T01:30", "2026-03-29T09:00"),
        ("Europe/Lisbon", "2026-03-28T21:00", "2026-03-29T09:00"),
        ("Europe/Berlin", "2026-03-29T02:30", "2026-03-29T09:00"),
        ("Europe/Berlin", "2026-10-25T02:30", "2026-10-25T09:00"),
        ("Europe/Berlin", "2026-10-24T21:00", "2026-10-25T09:00"),
        ("America/New_York", "2026-11-01T01:30", "2026-11-01T09:00"),
        ("Asia/Kathmandu", "2026-11-24T08:45", "2026-11-24T09:00"),
        ("Pacific/Kiritimati", "2026-11-24T23:00", "2026-11-25T09:00"),
        ("Etc/GMT+12", "2026-11-24T03:00", "2026-11-24T09:00"),
        ("Australia/Lord_Howe", "2026-10-04T02:15", "2026-10-04T09:00"),
        # Apia left a whole day out.
        ("Pacific/Apia", "2011-12-29T21:00", "2011-12-31T09:00"),
    ],
)
def test_the_next_decent_time(zone: str, now: str, said: str) -> None:
    hours = hours_of(ZoneInfo(zone), 0.0)
    assert hours.next_decent(at(now, zone)) == at(said, zone)


@given(some.sampled_from(ZONES), TIMES, some.integers(1, 10**9))
@example("Pacific/Apia", at("2011-12-30T00:00", "Pacific/Apia"), 1)
@settings(max_examples=400, deadline=None)
def test_it_is_always_a_decent_time_and_soon(zone: str, now: float, number: int) -> None:
    place = ZoneInfo(zone)
    said = hours_of(place, 0.0, number).next_decent(now)
    local = datetime.fromtimestamp(said, place).time()
    assert FIRST <= local < LAST
    assert now <= said <= now + 2 * DAY
    assert said - now <= 15 * HOUR or zone in ("Pacific/Apia", "Pacific/Fakaofo", "Pacific/Kwajalein")


@given(TIMES, TIMES, some.integers(1, 10**9))
@settings(max_examples=300, deadline=None)
def test_where_nobody_knows_the_zone_it_is_near_the_hour_last_seen(
    seen: float, now: float, number: int
) -> None:
    said = hours_of(None, seen, number).next_decent(now)
    apart = abs(said - seen) % DAY
    assert min(apart, DAY - apart) <= 3 * HOUR + 1
    assert now <= said <= now + DAY


def test_people_are_spread_over_a_quarter_of_an_hour() -> None:
    night = at("2026-11-24T03:00")
    opens = {hours_of(LISBON, 0.0, number).next_decent(night) for number in range(1, 1001)}
    assert len(opens) > 500
    assert min(opens) >= at("2026-11-24T09:00")
    assert max(opens) < at("2026-11-24T09:00") + SPREAD


NOON = at("2026-11-24T12:00")
STANDING = Standing(hours_of(LISBON, NOON))


def due(kind: str = "plan", hours_ago: float = 0.0, row: int = 1, *, care: bool = False) -> Due:
    """Return something due some hours before noon."""
    return Due(row, kind, NOON - hours_ago * HOUR, row, care, NOON - hours_ago * HOUR)


@pytest.mark.parametrize(
    ("kind", "days"),
    [("re_rate_24h", 3), ("re_rate_7d", 7), ("send_request", 7), ("follow_up", 14), ("plan", 7)],
)
def test_too_late_is_dropped_and_just_in_time_is_not(kind: str, days: int) -> None:
    assert decide([due(kind, days * 24)], STANDING, NOON).say
    assert decide([due(kind, days * 24 + 0.1)], STANDING, NOON).drop


def test_the_end_of_waiting_is_never_too_late_and_an_unknown_kind_is_not_said() -> None:
    assert decide([due("waiting_over", 24 * 365)], STANDING, NOON).say
    assert decide([due("from_a_later_release")], STANDING, NOON).drop
    assert decide([Due(1, "plan", NOON)], STANDING, NOON).drop


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_rest_held_back_is_late_only_from_its_end(kind: str) -> None:
    rested = Standing(STANDING.hours, paused_until=NOON - HOUR)
    assert decide([due(kind, 24 * 30)], rested, NOON).say
    quiet = Standing(STANDING.hours, quiet_until=NOON - HOUR)
    assert bool(decide([due(kind, 24 * 30)], quiet, NOON).say) is (not kind.startswith("re_rate"))


def test_a_pause_and_quiet_days_put_off_to_their_end() -> None:
    until = NOON + 5 * DAY
    for kind in KINDS:
        paused = decide([due(kind, 24 * 30)], Standing(STANDING.hours, paused_until=until), NOON)
        assert [at for _, at in paused.later] == [until]
    quiet = decide([due("plan"), due("plan", care=True)], Standing(STANDING.hours, quiet_until=until), NOON)
    assert [one.care for one in quiet.say] == [True]
    assert [at for _, at in quiet.later] == [until]


def test_an_open_conversation_and_two_a_day_and_the_day_of_a_rejection() -> None:
    morning = at("2026-11-25T09:00")
    busy = decide([due()], Standing(STANDING.hours, touched=NOON - HOUR), NOON)
    assert [until for _, until in busy.later] == [NOON + HOUR]
    assert decide([due()], Standing(STANDING.hours, touched=NOON - 2 * HOUR), NOON).say
    much = decide([due()], Standing(STANDING.hours, said=(NOON - HOUR, NOON - 2 * HOUR)), NOON)
    assert [until for _, until in much.later] == [morning]
    assert decide([due()], Standing(STANDING.hours, said=(NOON - HOUR, NOON - DAY)), NOON).say
    hard = Standing(STANDING.hours, rejected=(NOON - HOUR,))
    assert [until for _, until in decide([due()], hard, NOON).later] == [morning]
    assert decide([due(care=True)], hard, NOON).say
    many = decide([due(row=row) for row in range(1, 9)], STANDING, NOON)
    assert (len(many.say), [until for _, until in many.later]) == (6, [morning] * 2)


@given(
    some.lists(some.tuples(some.sampled_from(KINDS), some.floats(-500, 500)), max_size=6),
    some.sampled_from(["Europe/Lisbon", "Asia/Kathmandu", "Pacific/Kiritimati", "Pacific/Apia"]),
    TIMES,
    some.floats(-100, 100),
    some.floats(-100, 200),
)
@settings(max_examples=300, deadline=None)
def test_everything_is_said_once_in_the_end_or_dropped_and_never_at_a_wrong_time(
    things: list[tuple[str, float]], zone: str, now: float, touched: float, paused: float
) -> None:
    hours = hours_of(ZoneInfo(zone), now, 5)
    rest = now + paused * HOUR
    standing = Standing(hours, touched=now + min(touched, 0) * HOUR, paused_until=rest)
    waiting = {
        row: Due(row, kind, now + after * HOUR, row, False, now + after * HOUR)
        for row, (kind, after) in enumerate(things)
    }
    said: list[float] = []
    while waiting:
        standing = Standing(hours, standing.touched, rest, said=tuple(said))
        moment = max(min(one.look_at for one in waiting.values()), now)
        expected = next_said(list(waiting.values()), standing, moment)
        decision = decide([one for one in waiting.values() if one.look_at <= moment], standing, moment)
        if decision.say:
            assert expected == moment
            assert hours.decent(moment)
            assert moment >= rest
            said.append(moment)
        for one in (*decision.say, *decision.drop):
            del waiting[one.row]
        for one, until in decision.later:
            assert until > moment
            waiting[one.row] = Due(one.row, one.kind, one.at, one.entry, False, until)
    days = [hours.day(moment) for moment in said]
    assert max(map(days.count, days), default=0) <= 2


def test_the_card_has_a_door_for_each_thing_once_and_the_pause() -> None:
    things = [
        due("re_rate_24h", row=7),
        Due(2, "re_rate_7d", NOON, 7),
        due("plan", row=3),
        due("plan", row=4),
    ]
    card = due_card(things)
    options = [button.option for row in card.rows for button in row]
    assert options == ["rerate-7", "plan-3", "plan-4", "pause"]
    assert card.lines[0].id == "due-several"
    assert due_card(things[:1]).lines[0].id == "due-re-rate-24h"


def test_every_kind_has_a_door_and_five_wordings_that_share_little() -> None:
    texts = load_texts()
    assert OPENS.keys() == TOO_LATE.keys()
    for id in (*(f"due-{kind.replace('_', '-')}" for kind in KINDS), "due-several"):
        assert texts.variants(id) >= 5
        wordings = [_fives(texts.render(line(id), variant)) for variant in range(texts.variants(id))]
        for one, other in combinations(wordings, 2):
            assert len(one & other) < min(len(one), len(other)) / 2, id


def _fives(words: str) -> set[tuple[str, ...]]:
    plain = re.findall(r"[\w']+", words.casefold())
    return {tuple(plain[start : start + 5]) for start in range(len(plain) - 4)}
