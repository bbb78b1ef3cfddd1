"""The rules of an if-then plan, checked without mercy and told with it: each leads to one kind question.

Sources: Gollwitzer & Sheeran 2006 (a plan names when or where, and one response; d = .65 over 94 tests) and
PRODUCT.md, section 3: a date, 30 words at most, learning goals rather than proving goals.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, Literal, TypeAlias

from conversations.content import ContentError, read_toml
from conversations.plans.reading import STARTS, Draft
from conversations.plans.words import ACTIONS, ALL_CUES, CALMING, LEARNING

FILE = "plan_rules.toml"
MOST_WORDS = 30
"""Words of a whole plan (PRODUCT.md, section 3)."""
MOST_OPEN = 3
"""Plans that may be open at the same time (PRODUCT.md, section 3)."""
FRAME = 4
"""Words of the sentence around cue and action: "When ..., I will ..."."""
MOST_PROPOSED = 3

Rule: TypeAlias = Literal[
    "cue", "every", "two", "outcome", "proving", "absolute", "vague", "long", "date", "past"
]
ACTION_RULES: tuple[Rule, ...] = ("two", "outcome", "proving", "absolute", "vague")
JOINT = re.compile(
    r"(?:\s*[;,.&+]\s+|\s+)(?:(?:and|then|also|plus|as well as|afterwards|after that|finally),?\s+)+"
    r"|\s*[;,.&+]\s+",
    re.IGNORECASE,
)
BULLET = re.compile(r"^(?:[-*•]|\(?\d{1,2}[.):])\s*")
REASON = re.compile(
    r",|\s(?:so that|in order|because|since|to make sure|which|until|while|although|as)\b|\s\(", re.IGNORECASE
)
TOPICS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (r"\b(?:cv|resum|résum)", ("cv-lines", "cv-number")),
    (r"\bletter", ("cv-letter",)),
    (r"\b(?:network|contact|people|communicat|socialis)", ("people-message", "people-friend")),
    (r"\b(?:learn|stud|course|skill)", ("skill-lesson", "skill-course")),
    (r"\b(?:appl|job|work\b|search|look)", ("apply-advert", "apply-send")),
    (r"\b(?:future|career|life|path|purpose|passion|calling)", ("way-more", "way-role")),
    (
        r"\b(?:relax|rest|calm|happy|happier|health|fit|care|sleep|sad|stress|easy|enjoy)",
        ("care-walk", "care-joy"),
    ),
)
ANYTHING = ("skill-answer", "apply-advert")
NERVOUS = re.compile(
    r"\b(?:nervous|anxious|afraid|scared|panic\w*|tense|shaky|shak(?:e|ing)|freez(?:e|ing))\b"
)
"""What nobody can forbid themselves; a breath is something one can do."""
TRYING = re.compile(r"^(?:try|attempt|aim|strive|start|begin)(?:ing)? (?:to|and) ")
LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Broken:
    """A rule that a plan breaks.

    Args:
        proposals: what could stand instead: slugs of suggested actions, or the person's own words, cut down.
    """

    rule: Rule
    proposals: tuple[str, ...] = ()


def check_plan(plan: Draft, today: date) -> tuple[Broken, ...]:
    """Return every rule that `plan` breaks, those of the action first; nothing if it is sound.

    Args:
        today: the person's local date; a plan's day is today or later.
    """
    found = [broken for rule in ACTION_RULES if (broken := check_action(rule, plan.action))]
    found += [broken for broken in (check_cue(plan.cue), check_length(plan)) if broken]
    if plan.due is None:
        found.append(Broken("date"))
    elif plan.due < today:
        found.append(Broken("past"))
    return tuple(found)


def check_action(rule: Rule, action: str) -> Broken | None:
    """Return how `action` breaks one of `ACTION_RULES`, None if it does not; suggestions break none."""
    if action in ACTIONS:
        return None
    checks: dict[Rule, Callable[[str], Broken | None]] = {
        "two": _two,
        "outcome": _outcome,
        "proving": _proving,
        "absolute": _absolute,
        "vague": _vague,
    }
    return checks[rule](action)


def check_cue(cue: str) -> Broken | None:
    """Return how a cue breaks the rule that it names a time or a place, once (Gollwitzer & Sheeran 2006)."""
    if cue in ALL_CUES:
        return None
    flat, words = _flat(cue), _part("cue")
    every = re.search(str(words["every"]), flat)
    if every is not None:
        rest = " ".join(re.sub(str(words["every"]), " ", cue, flags=re.IGNORECASE).split())
        once = rest or every["part"] or ""
        return Broken("every", (once,) if once and check_cue(once) is None else ())
    if _any(words["vague"], flat) or not _any(words["signs"], flat):
        return Broken("cue")
    return None


def check_length(plan: Draft) -> Broken | None:
    """Return how a plan breaks the rule of thirty words; the action up to its reason is proposed."""
    cue = plan.cue.replace("-", " ") if plan.cue in ALL_CUES else plan.cue
    if plan.action in ACTIONS or len(cue.split()) + len(plan.action.split()) + FRAME <= MOST_WORDS:
        return None
    short = REASON.split(plan.action, maxsplit=1)[0].strip()
    fits = 2 < len(short.split()) <= MOST_WORDS - FRAME - len(cue.split())
    return Broken("long", (short,) if fits else ())


def is_lost(words: str) -> bool:
    """Return whether `words` say that somebody does not know, or cannot just now."""
    return _any(_part("lost")["patterns"], _flat(words))


def split_actions(action: str) -> tuple[str, ...]:
    """Return the actions that `action` joins, in the person's words; a single one is one."""
    parts, start = [], 0
    for joint in JOINT.finditer(action):
        left, rest = action[start : joint.start()], action[joint.end() :]
        if _parts_here(left, joint[0], rest):
            parts.append(left)
            start = joint.end()
    parts.append(action[start:])
    named = (BULLET.sub("", STARTS.sub("", part.strip())).strip(" ,.;") for part in parts)
    return tuple(part for part in named if part)


def _parts_here(left: str, joint: str, rest: str) -> bool:
    verbs, before = _part("verbs"), _flat(left)
    strong = ";" in joint or re.search(r"\bthen\b", joint, re.IGNORECASE) is not None
    if re.search(str(verbs["endings"]), _flat(rest)) or re.search(str(verbs["openings"]), before):
        return False
    if not strong and (" " not in before or re.search(str(verbs["asking"]), before)):
        return False
    return strong or _begins_with_verb(rest)


def _begins_with_verb(words: str) -> bool:
    words = STARTS.sub("", words.strip())
    first, *others = re.findall(r"[\w'-]+", words)[:2] or [""]
    verbs = _part("verbs")
    if first.casefold() in verbs["sure"]:
        return True
    return (
        first.casefold() in verbs["maybe"]
        and bool(others)
        and (others[0].casefold() in verbs["follows"] or others[0][0].isupper() or others[0].isdigit())
    )


def _two(action: str) -> Broken | None:
    """Exactly one action: a second one makes both less likely."""
    parts = split_actions(action)
    return Broken("two", parts[:MOST_PROPOSED]) if len(parts) > 1 else None


def _outcome(action: str) -> Broken | None:
    """Not an outcome that is in other people's hands."""
    if not _any(_part("outcome")["patterns"], _flat(action)):
        return None
    talk = re.search(r"interview|test|exam|assessment|ace|nail|pass", _flat(action))
    return Broken("outcome", ("skill-answer", "apply-question") if talk else ("apply-send", "skill-answer"))


def _proving(action: str) -> Broken | None:
    """Learning goals rather than proving goals (PRODUCT.md, section 3)."""
    return (
        Broken("proving", (LEARNING, "skill-answer"))
        if _any(_part("proving")["patterns"], _flat(action))
        else None
    )


def _absolute(action: str) -> Broken | None:
    """Not a rule for ever, and not a "not": a plan says what is done, once."""
    flat, words = _flat(action), _part("absolute")
    if _any(words["patterns"], flat):
        return Broken("absolute", (CALMING,) if NERVOUS.search(flat) else ())
    if not re.search(str(words["removable"]), flat):
        return None
    once = " ".join(re.sub(str(words["removable"]), " ", action, flags=re.IGNORECASE).split()).strip(" ,")
    return Broken("absolute", (once,) if len(once.split()) > 1 and not _vague(once) else ())


def _vague(action: str) -> Broken | None:
    """Something one can see oneself do, in words: "be better" is not, however hard one tries."""
    flat, patterns = _flat(action), _part("vague")["patterns"]
    if LETTER.search(flat) and not _any(patterns, flat) and not _any(patterns, TRYING.sub("", flat)):
        return None
    return Broken("vague", next((slugs for topic, slugs in TOPICS if re.search(topic, flat)), ANYTHING))


def _any(patterns: Sequence[str], flat: str) -> bool:
    return any(re.search(pattern, flat) for pattern in patterns)


def _flat(text: str) -> str:
    return " ".join(text.casefold().replace("’", "'").split()).strip(" .!,;")


@cache
def _part(name: str) -> dict[str, Any]:
    part = read_toml("conversations.knowledge", FILE).get(name)
    if not isinstance(part, dict):
        raise ContentError(FILE, name, "is missing")
    return part
