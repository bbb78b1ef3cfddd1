"""A look at one hard thought in seven columns (Greenberger & Padesky), the thought in view on every step.

Situation, mood, hot thought, evidence for, evidence against, balanced thought, rating again. The person
decides at each step; ratings are shown and never judged. Rules: PRODUCT.md, section 3.
"""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass, replace

from conversations.answers import Pick
from conversations.believed import believe
from conversations.calm import settle
from conversations.columns import find_balance, weigh_facts
from conversations.dialogue import Dialogue
from conversations.effects import Remind
from conversations.facts import Facts
from conversations.feelings import offered_feelings, quoted
from conversations.lenses import choose_lens
from conversations.lines import Line, Option, excerpt
from conversations.memory import SHIFT, has_balanced, hold_latest, larger_shift
from conversations.problem import solve
from conversations.records import ThoughtRecord
from conversations.understanding.traps import discrimination, may_be_true, suggest_traps
from conversations.understanding.wording import is_thought

OVERWHELMED = 80
"""Strength of a mood, 0 to 100, from which a pause comes first (Sheppes 2011)."""
DAY = 86_400
TRUE, NONE = "true", "none"


@dataclass(frozen=True, slots=True)
class Trouble:
    """What is known before a thought is looked at; what is not known is asked.

    Args:
        strength: of the mood, 0 to 100.
        under: the slot or entry of the rejection it belongs to.
        paused: whether the pause was offered already.
        checked: whether the person wants a thought that names a real problem looked at all the same.
    """

    thought: str | None = None
    situation: str | None = None
    mood: Pick | None = None
    strength: int | None = None
    under: str | int | None = None
    paused: bool = False
    checked: bool = False


@dataclass(frozen=True, slots=True)
class Looked:
    """What became of a look.

    Args:
        shift: points by which belief or mood fell, the larger of the two; None if the look led elsewhere.
        distress: the strength of the mood now, 0 to 100.
        stepped: whether a step was chosen already.
        enough: whether the person had enough and wants no more offers.
    """

    shift: int | None = None
    distress: int | None = None
    stepped: bool = False
    enough: bool = False


def look_at(ask: Dialogue, facts: Facts, trouble: Trouble) -> Looked:
    """Look at one thought from its first rating to its last, saving on the way."""
    last = hold_latest(ask, facts, "last", "thought_record", has_balanced)
    thought = trouble.thought or ask.text("thought", starters=("i-am", "i-will-never", "they", "now"))
    believed = discrimination(f"{trouble.situation or ''}\n{thought}")
    if believed:
        with ask.within("believed", "1", texts="believed"):
            if not believe(ask, facts, trouble.under):
                return Looked(enough=True)
    with ask.in_view("thought-in-view", thought=excerpt(thought)):
        if may_be_true(thought) and not (believed or trouble.checked) and _is_true(ask, thought):
            return _solve(ask, thought, trouble.under, trouble.strength)
        record, mood = _rate_before(ask, ThoughtRecord(trouble.situation, thought), trouble)
        traps = () if believed else _name_traps(ask, thought)
        if traps is None:
            return _solve(ask, thought, ask.path("record"), record.mood_before)
        record = replace(record, traps=traps, lens=choose_lens(traps, last.words("lens") if last else None))
        ask.record("record", record, trouble.under)
        for filled in weigh_facts(ask, facts, record):
            record = filled
            ask.record("record", record, trouble.under)
        record = find_balance(ask, record)
        ask.record("record", record, trouble.under)
        return _rate_after(ask, record, mood, trouble)


def solve_thought(ask: Dialogue, trouble: Trouble) -> Looked:
    """Work on a thought that names a real problem, the thought in view."""
    thought = trouble.thought or ""
    with ask.in_view("thought-in-view", thought=excerpt(thought)):
        return _solve(ask, thought, trouble.under, trouble.strength)


def _is_true(ask: Dialogue, thought: str) -> bool:
    """Ask whether a thought is to be checked or may well be true: first, where it names a real problem."""
    return ask.choice("check", ("check", TRUE), about=thought) == TRUE


def _solve(ask: Dialogue, thought: str, under: str | int | None, distress: int | None) -> Looked:
    with ask.within("problem", "1", texts="problem"):
        stepped = solve(ask, thought, under)
    return Looked(distress=distress, stepped=stepped)


def _rate_before(ask: Dialogue, record: ThoughtRecord, trouble: Trouble) -> tuple[ThoughtRecord, Pick]:
    ask.record("record", record, trouble.under)
    mood = trouble.mood or ask.pick("mood", offered_feelings())
    if trouble.mood is None and mood.own is not None and is_thought(mood.own):
        ask.say("mood-hint", mood=excerpt(mood.own, 60))
    record = replace(record, mood=mood.value)
    strength = trouble.strength
    if strength is None:
        strength = ask.scale("mood-before", 0, 100, step=10, about=mood.own, mood=quoted(mood))
    if strength >= OVERWHELMED and not trouble.paused:
        with ask.within("calm", "1", texts="calm"):
            settled = settle(ask, first=True)
        strength = strength if settled.now is None else settled.now * 10
    record = replace(record, mood_before=strength)
    ask.record("record", record, trouble.under)
    belief = ask.scale("belief-before", 0, 100, step=10, about=record.thought)
    record = replace(record, belief_before=belief)
    ask.record("record", record, trouble.under)
    return record, mood


def _name_traps(ask: Dialogue, thought: str) -> tuple[str, ...] | None:
    """Return the traps the person sees in it, slugs or own words; None if it may well be true.

    Where that was asked before, since the thought names a real problem, it is not asked again.
    """
    slugs = [slug.replace("_", "-") for slug in suggest_traps(thought)]
    asked = may_be_true(thought)
    if not slugs:
        return None if not asked and _is_true(ask, thought) else ()
    last = (NONE,) if asked else (TRUE, NONE)
    options = [
        *(Option(slug, Line(f"trap-{slug}")) for slug in slugs),
        *(Option(slug, Line("reframe-traps", (), f"o-{slug}"), alone=True) for slug in last),
    ]
    with ExitStack() as shown:
        for slug in slugs:
            name, example = Line(f"trap-{slug}"), Line(f"trap-{slug}", (), "example")
            shown.enter_context(ask.in_view("trap-in-view", name=name, example=example))
        picks = ask.several("traps", options, about=thought)
    chosen = tuple(pick.value for pick in picks)
    if TRUE in chosen:
        return None
    found = tuple(slug for slug in chosen if slug != NONE)
    if found and found[0] in slugs:
        meaning = Line(f"trap-{found[0]}", (), "meaning")
        ask.say("trap-named", name=Line(f"trap-{found[0]}"), meaning=meaning)
    return found


def _rate_after(ask: Dialogue, record: ThoughtRecord, mood: Pick, trouble: Trouble) -> Looked:
    with ExitStack() as shown:
        if record.balanced:
            shown.enter_context(ask.in_view("balanced-in-view", balanced=excerpt(record.balanced)))
        words = f"{record.thought}\n{record.balanced or ''}"
        belief = ask.scale("belief-after", 0, 100, step=10, about=words)
        record = replace(record, belief_after=belief)
        ask.record("record", record, trouble.under)
        after = ask.scale("mood-after", 0, 100, step=10, about=words, mood=quoted(mood))
    record = replace(record, mood_after=after)
    ask.record("record", record, trouble.under)
    ask.effect("re-rate-24h", Remind("re_rate_24h", ask.path("record"), DAY))
    ask.effect("re-rate-7d", Remind("re_rate_7d", ask.path("record"), 7 * DAY))
    before = (record.belief_before or 0, record.mood_before or 0)
    now = {"belief_now": belief, "strength_now": after}
    ask.say("ratings", mood=quoted(mood), belief=before[0], strength=before[1], **now)
    shift = larger_shift((before[0], belief), (before[1], after)) or 0
    if shift < SHIFT:
        ask.say("no-shift")
    elif record.balanced:
        ask.say("balanced-kept")
    return Looked(shift, after)
