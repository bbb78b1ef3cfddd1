"""Evidence against a hard thought, from what the person has recorded: stages reached and wins."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from conversations.answers import Pick
from conversations.dialogue import Dialogue
from conversations.facts import Diary, Entry, Facts
from conversations.lines import Json, Line, Option, Word, excerpt

MOST_WINS = 3
STAGES = ("final", "task", "interview", "screen")
"""Stages that speak for somebody, the farthest first: a person at the other end chose to go on with them."""
LABEL = 24


@dataclass(frozen=True, slots=True)
class Fact:
    """One recorded fact: its option, and its words in full."""

    option: Option
    words: Word


def recorded_facts(ask: Dialogue, facts: Facts) -> Sequence[Fact]:
    """Return the farthest stage reached and the latest wins, as they were when this was first asked."""
    held = _held(ask, facts, "status-ids", "status", 10, lambda entry: entry.words("stage") in STAGES)
    stages = {entry.words("stage") for entry in held}
    reached = next((known for known in STAGES if known in stages), None)
    found = []
    if reached is not None:
        label = Line("evidence", (), f"o-stage-{reached}")
        found.append(Fact(Option(f"stage-{reached}", label), label))
    for entry in _held(ask, facts, "win-ids", "win", MOST_WINS):
        win = entry.words("win")
        found.append(Fact(Option(f"win-{entry.id}", excerpt(win, LABEL)), excerpt(win)))
    return found


def chosen_facts(picks: Sequence[Pick], diary: Diary) -> tuple[str, ...]:
    """Return what is kept of the facts chosen: the person's words, or a stage's slug; none deleted."""
    kept = (pick.own if pick.own is not None else _fact(pick.value, diary) for pick in picks)
    return tuple(value for value in kept if value)


def _fact(slug: str, diary: Diary) -> str:
    kind, _, rest = slug.partition("-")
    if kind != "win":
        return slug
    entry = diary.get(int(rest))
    return "" if entry is None else entry.words("win")


def _held(
    ask: Dialogue,
    facts: Facts,
    key: str,
    kind: str,
    limit: int,
    fits: Callable[[Entry], bool] = lambda entry: True,
) -> Sequence[Entry]:
    """Return entries held by id since this was first asked, loaded anew: a deleted one is gone.

    Only what fitted then: a stage that is noted later must not ask for the facts once more.
    """
    ids = ask.pin(key, [entry.id for entry in facts.diary.recent(kind, limit) if fits(entry)], as_ids)
    return [entry for id in ids if (entry := facts.diary.get(id)) is not None]


def as_ids(value: Json) -> list[int] | None:
    """Read pinned ids back."""
    return [id for id in value if isinstance(id, int)] if isinstance(value, list) else None
