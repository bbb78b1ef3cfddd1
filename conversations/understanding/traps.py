"""Suggests thinking traps for a thought, and notices thoughts that are no trap at all. The person decides."""

from __future__ import annotations

from functools import cache

from conversations.content import ContentError, read_toml
from conversations.understanding.cues import Cue, load_cues, scores

MOST = 3
"""Suggestions at most (PRODUCT.md, section 3)."""

# When scores are equal, the more particular trap goes first.
_ORDER = (
    "disqualifying_positive", "mental_filter", "mind_reading", "personalization", "blaming", "comparing",
    "emotional_reasoning", "minimization", "should_statements", "catastrophizing", "fortune_telling",
    "all_or_nothing", "labeling", "overgeneralization",
)  # fmt: skip
_KINDS = frozenset({"problem", "discrimination"})


@cache
def trap_slugs() -> tuple[str, ...]:
    """Return the slugs of all thinking traps, in the order in which they are listed.

    Raises:
        ContentError: knowledge/thinking_traps.toml is broken.
    """
    file = "thinking_traps.toml"
    slugs = tuple(str(entry.get("slug")) for entry in read_toml("conversations.knowledge", file)["traps"])
    if sorted(slugs) != sorted(_ORDER):
        raise ContentError(file, "traps", "must hold exactly the fourteen known slugs")
    return slugs


def suggest_traps(thought: str) -> tuple[str, ...]:
    """Return at most three slugs of thinking traps that `thought` may hold, the likeliest first."""
    return tuple(slug for slug, _ in ranked_traps(thought)[:MOST])


def ranked_traps(thought: str) -> list[tuple[str, float]]:
    """Return every trap with a cue in `thought` with its share of all cues found, the likeliest first."""
    found = scores(thought, _trap_cues())
    whole = sum(found.values())
    ranked = sorted(found, key=lambda slug: (-found[slug], _ORDER.index(slug)))
    return [(slug, round(found[slug] / whole, 2)) for slug in ranked]


def may_be_true(thought: str) -> bool:
    """Return whether `thought` names a real problem (money, papers, a missing skill, circumstances).

    Then problem-solving is offered rather than a reframe; a hint only, the person decides.
    """
    return scores(thought, _reality_cues()).get("problem", 0) > 0


def discrimination(thought: str) -> bool:
    """Return whether `thought` names discrimination or harassment.

    Then no trap is named: the person is believed and pointed to an adviser (PRODUCT.md, section 3).
    """
    return scores(thought, _reality_cues()).get("discrimination", 0) > 0


def _trap_cues() -> tuple[Cue, ...]:
    return load_cues("trap_cues.toml", "trap", frozenset(_ORDER))


def _reality_cues() -> tuple[Cue, ...]:
    return load_cues("reality_cues.toml", "kind", _KINDS)
