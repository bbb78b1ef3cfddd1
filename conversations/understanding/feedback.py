"""Sorts what an employer said into kinds of feedback and rates how usable it is. The person decides."""

from __future__ import annotations

from conversations.understanding.reply_cues import (
    KINDS,
    STATEMENT_FILE,
    STOCK,
    found,
    plain_words,
    without_asides,
)
from conversations.understanding.statements import is_hurtful, split_statements, without_hurtful

MOST = 3
"""Kinds at most (issue 3, "The reply")."""

_ALL = frozenset(KINDS)
_HINT = 1
# A kind far behind the first one is more likely an accident than a second reason.
_SHARE_OF_BEST = 0.3
_TAKEN_FOR_GAPS = ("experience_gap", "hard_skill_gap")
_NOTHING_TO_DO = frozenset({"position_closed", *STOCK})
_NO_EXAMPLE_NEEDED = frozenset({"salary_logistics", "overqualified", "position_closed"})
_EXTRAS = frozenset({"example", "advice"})
_MADE_ONCE = 6
"""Two cues at full weight: one remark often sets off both."""


def sort_feedback(text: str) -> tuple[tuple[str, float], ...]:
    """Return at most three kinds of feedback with their share of all cues found, the likeliest first.

    Stock kinds (strong_competition, no_reason) come after every concrete one; () when nothing is found. An
    insult or a verdict on the whole person speaks for none.
    """
    return _sorted(without_asides(plain_words(without_hurtful(text))))


def _sorted(plain: str) -> tuple[tuple[str, float], ...]:
    scores, places = _scores(plain)
    concrete = {kind: score for kind, score in scores.items() if kind not in STOCK}
    if "overqualified" in concrete:  # "more experience than we need" is no gap
        for kind in _TAKEN_FOR_GAPS:
            concrete.pop(kind, None)
    best = max(concrete.values(), default=0)
    kept = [kind for kind, score in concrete.items() if score > _HINT or best == _HINT]
    kept = [kind for kind in kept if concrete[kind] >= best * _SHARE_OF_BEST]
    kept.sort(key=lambda kind: (-concrete[kind], places[kind], KINDS.index(kind)))
    stock = sorted(STOCK & scores.keys(), key=lambda kind: (-scores[kind], KINDS.index(kind)))
    if best > _HINT:  # a reason was given
        stock = [kind for kind in stock if kind == "strong_competition"]
    elif stock:
        kept = []  # a stock phrase brings words like "skills" along
    chosen = [*kept, *stock][:MOST]
    whole = sum(scores[kind] for kind in chosen)
    return tuple((kind, round(scores[kind] / whole, 2)) for kind in chosen)


def _scores(plain: str) -> tuple[dict[str, int], dict[str, int]]:
    """Return the sum of weights and the first place of each kind found."""
    scores: dict[str, int] = {}
    places: dict[str, int] = {}
    for kind, weight, place in found(plain, _ALL):
        scores[kind] = scores.get(kind, 0) + weight
        places[kind] = min(places.get(kind, place), place)
    return scores, places


def rate_usable(text: str) -> int:
    """Return how usable a reply is, from 0 to 3.

    0: nothing to work with; 1: a hint; 2: a clear point; 3: a clear point with an example or what to do.
    """
    text = without_hurtful(text)
    plain = plain_words(text)
    scores, _ = _scores(without_asides(plain))
    points = {kind: score for kind, score in scores.items() if kind not in STOCK}
    extras = {label for label, _, _ in found(plain, _EXTRAS, STATEMENT_FILE)}
    if max(points.values(), default=0) <= _HINT:
        return len(extras & {"advice"}) + bool(points)
    if set(points) <= _NOTHING_TO_DO:
        return 1
    if "advice" in extras or ("example" in extras and not set(points) <= _NO_EXAMPLE_NEEDED):
        return 3
    # One interpretation of the person is a hint; a point that is stated, or made twice, is clear.
    sorts = {statement.kind for statement in split_statements(text)}
    return 1 if "guess" in sorts and "fact" not in sorts and sum(points.values()) <= _MADE_ONCE else 2


def is_vague_but_friendly(text: str) -> bool:
    """Return whether `text` is open and kind but names nothing concrete.

    Then one clarifying question may follow (PRODUCT.md, section 4, rule 11).
    """
    plain = plain_words(text)
    if is_hurtful(plain):
        return False
    friendly = any(True for _ in found(plain, frozenset({"friendly"}), STATEMENT_FILE))
    if not friendly:
        return False
    scores, _ = _scores(without_asides(plain))
    return all(score <= _HINT for kind, score in scores.items() if kind not in STOCK)
