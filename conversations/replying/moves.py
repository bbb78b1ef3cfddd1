"""From what an employer said to one change: a few next moves for each kind of feedback, or letting go.

The sets are those of PRODUCT.md, section 3, "From the design's source article". At most one is chosen.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from conversations.answers import Pick
from conversations.dialogue import Dialogue
from conversations.lines import Line, Option, excerpt
from conversations.texts import load_texts

KINDS = (
    "hard-skill-gap", "experience-gap", "communication", "culture-fit", "motivation", "overqualified",
    "salary-logistics", "position-closed", "strong-competition", "no-reason",
)  # fmt: skip
"""Kinds of feedback (UNDERSTANDING.md), as they stand in records and options."""
NOTHING_TO_FIX = ("position-closed", "strong-competition", "no-reason")
MOST = 5
"""Moves that are offered at once."""
OWN = 300
"""Characters in which a move of one's own may be told."""
NOTHING = "nothing"
THEIRS = "theirs"
"""The move that the employer advised."""
LABEL = 40
"""Characters of their advice on its button."""
NUMBERS = "numbers"
"""The move for answers without numbers or results in them."""
LET_GO = "let-go"

MOVES: Mapping[str, Sequence[str]] = {
    "hard-skill-gap": ("course", "project", "mentor", "ask-someone", "volunteer"),
    "experience-gap": ("volunteer", "project", "cv-show", "mentor", "ask-someone"),
    "communication": ("aloud", "star", "record", "friend", NUMBERS),
    "culture-fit": ("ask-team", "insider", "musts", "refine"),
    "motivation": ("why-lines", "values", "refine", "draws-me"),
    "overqualified": ("say-level", "cv-trim", "refine"),
    "salary-logistics": ("say-pay", "ask-pay", "say-hours"),
}
"""For each kind that can be worked on, its moves, the most fitting first."""
WOULD_NOT_HAVE = ("refine", "musts", "ask-team")
"""Moves of a cultural fit for somebody who would not have thrived there."""
ANY = ("ask-someone", "aloud", "cv-show")
"""Moves where the kind is not known, or is one in the person's own words."""
AFTER_LETTING_GO = ("keep-in-touch",)
ADVICE = "ask-advice"
"""Asking for advice, where nobody did and there is no reason yet."""
AREAS: Mapping[str, str] = {
    "course": "skills", "project": "skills", "volunteer": "skills", "mentor": "mentors",
    "ask-someone": "people", "cv-show": "cv", "aloud": "skills", "star": "skills", "record": "skills",
    NUMBERS: "skills", "friend": "people", "ask-team": "applications", "insider": "people",
    "musts": "direction",
    "why-lines": "applications", "draws-me": "applications", "say-level": "applications", "cv-trim": "cv",
    "say-pay": "applications", "ask-pay": "applications", "say-hours": "applications",
    "keep-in-touch": "people",
}  # fmt: skip
"""The area of the plan that a move becomes."""
FOLLOWS: Mapping[str, str] = {"values": "values", "refine": "direction", ADVICE: "feedback"}
"""Moves that are conversations of their own."""
ALL = frozenset((*AREAS, *FOLLOWS, LET_GO))
"""Every move, as it may stand in a record."""


@dataclass(frozen=True, slots=True)
class Named:
    """What the reply names, so that the moves can say it.

    Args:
        skill: a skill or tool.
        advice: what the employer advised, as an action.
        numbers: whether numbers or results were missed.
    """

    skill: str | None = None
    advice: str | None = None
    numbers: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """The one change: a move or own words; `area` is None where it is not known."""

    value: str
    area: str | None
    action: str

    @property
    def words(self) -> str:
        """What it is called: its button, or the person's own words."""
        label = Line("next-moves", (), f"o-{self.value}")
        return load_texts().phrase(label) if self.value in ALL else self.value

    @property
    def conversation(self) -> str | None:
        """The conversation it leads to, None if it becomes a plan."""
        return FOLLOWS.get(self.value)


def nothing_to_fix(kinds: Sequence[str], usable: int) -> str | None:
    """Return the kind to let go of, if there is nothing that could be worked on."""
    if not kinds:
        return "no-reason" if usable == 0 else None
    return kinds[0] if set(kinds) <= set(NOTHING_TO_FIX) else None


def choose_move(ask: Dialogue, kinds: Sequence[str], named: Named) -> Change | None:
    """Offer what they advised, then the moves of all kinds; None is "nothing for now"."""
    fit = ask.choice("thrived", ("yes", "no", "unsure"), skippable=True) if "culture-fit" in kinds else None
    if fit is not None:
        ask.say(f"thrived-{fit}")
    offered = list(moves_for(kinds, would_not=fit == "no"))
    if named.numbers and "communication" in kinds:
        offered = [NUMBERS, *(move for move in offered if move != NUMBERS)][:MOST]
    theirs = [Option(THEIRS, excerpt(capital(named.advice), LABEL))] if named.advice else []
    options: list[Option | str] = [*theirs, *_options(offered[: MOST - len(theirs)]), NOTHING]
    pick = ask.pick("change", options, own=OWN, skippable=True, about="\n".join(kinds))
    if pick is not None and pick.slug == THEIRS and named.advice:
        return Change(named.advice, None, named.advice)
    return _as_change(pick, named)


def capital(words: str) -> str:
    """Return `words` with a capital at the beginning."""
    return words[:1].upper() + words[1:]


def let_go(ask: Dialogue, kind: str, *, may_ask: bool) -> Change | None:
    """Say why there is nothing to fix, with the base rate where one is known, and let go.

    Args:
        may_ask: whether asking for advice is worth a thought.
    """
    ask.say(f"let-go-{kind}")
    offered = (LET_GO, *((ADVICE,) if may_ask else ()), *AFTER_LETTING_GO)
    return _as_change(ask.pick("let-go", _options(offered), own=OWN, skippable=True))


def moves_for(kinds: Sequence[str], *, would_not: bool = False) -> Iterator[str]:
    """Yield the moves for `kinds`, five at most: the first of each kind, then the second of each."""
    sets = [WOULD_NOT_HAVE if would_not and kind == "culture-fit" else MOVES.get(kind, ()) for kind in kinds]
    rows = zip_longest(*([one for one in sets if one] or [ANY]))
    unique = dict.fromkeys(move for row in rows for move in row if move is not None)
    yield from tuple(unique)[:MOST]


def _options(moves: Sequence[str]) -> Sequence[Option]:
    return [Option(move, Line("next-moves", (), f"o-{move}")) for move in moves]


def _as_change(pick: Pick | None, named: Named = Named()) -> Change | None:  # it is frozen
    if pick is None or pick.slug == NOTHING:
        return None
    if pick.own is not None:
        return Change(pick.own, None, pick.own)
    return Change(pick.value, AREAS.get(pick.value), _action_of(pick.value, named.skill))


def _action_of(move: str, skill: str | None) -> str:
    """Return the move as an action after "I will", empty if it is none."""
    texts = load_texts()
    if skill and texts.has("next-moves", f"a-{move}-named"):
        return texts.phrase(Line("next-moves", (("skill", skill),), f"a-{move}-named"))
    return texts.phrase(Line("next-moves", (), f"a-{move}")) if texts.has("next-moves", f"a-{move}") else ""
