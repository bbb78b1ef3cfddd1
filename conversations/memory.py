"""What a conversation remembers of earlier ones: entries held by id, loaded again each turn."""

from __future__ import annotations

from collections.abc import Callable

from conversations.answers import as_int
from conversations.dialogue import Dialogue
from conversations.facts import Entry, Facts
from conversations.lines import Json

LOOKED_BACK = 20
"""How many of the latest entries of a kind are looked through."""
SHIFT = 10
"""Points of belief or mood, 0 to 100, below which a thought record did not shift anything."""


def hold_latest(
    ask: Dialogue, facts: Facts, key: str, kind: str, fits: Callable[[Entry], bool]
) -> Entry | None:
    """Return the entry of `kind` that was the latest that `fits` at the start; None if it is gone."""
    fitting = (entry.id for entry in facts.diary.recent(kind, LOOKED_BACK) if fits(entry))
    return facts.diary.get(ask.pin(key, next(fitting, 0), as_int))


def hold_recent(
    ask: Dialogue, facts: Facts, key: str, kind: str, most: int, fits: Callable[[Entry], bool] | None = None
) -> list[Entry]:
    """Return the entries of `kind` that were the latest that `fits` at the start, `most` of them; none gone.

    They are held by id: what is written from then on does not join them, what is deleted is not among them.
    """
    latest = facts.diary.recent(kind, most if fits is None else LOOKED_BACK)
    ids = tuple(entry.id for entry in latest if fits is None or fits(entry))[:most]
    held = ask.pin(key, ids, _as_ids)
    return [entry for id in held if (entry := facts.diary.get(id)) is not None]


def hold_words(ask: Dialogue, key: str, entry: Entry, *names: str) -> tuple[str, ...]:
    """Return the fields `names` of `entry` as they were at the start, whatever this conversation changes."""

    def as_words(value: Json) -> tuple[str, ...] | None:
        words = [word for word in value if isinstance(word, str)] if isinstance(value, list) else []
        return tuple(words) if len(words) == len(names) else None

    return ask.pin(key, tuple(entry.words(name) for name in names), as_words)


def _as_ids(value: Json) -> tuple[int, ...] | None:
    return tuple(id for id in value if isinstance(id, int)) if isinstance(value, list) else None


def has_balanced(entry: Entry) -> bool:
    """Return whether a thought record came to a balanced thought."""
    return bool(entry.words("balanced"))


def shift_of(entry: Entry) -> int | None:
    """Return by how many points belief or mood fell, the larger of the two; None if not rated again."""
    return larger_shift(
        (as_int(entry.data.get("belief_before")), as_int(entry.data.get("belief_after"))),
        (as_int(entry.data.get("mood_before")), as_int(entry.data.get("mood_after"))),
    )


def larger_shift(*pairs: tuple[int | None, int | None]) -> int | None:
    """Return the largest fall among (before, after); None if no pair is complete."""
    falls = [before - after for before, after in pairs if before is not None and after is not None]
    return max(falls) if falls else None
