"""/values: two or three things that matter, and a little writing about them. Optional, and for calm days.

Values affirmation helped some people without work (PNAS 2023, 10.1073/pnas.2301532120) and hurt others (PLOS
ONE 0252268), so nothing is promised, and it is never done on the day of a rejection (PRODUCT.md, section 3).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from conversations.answers import Pick
from conversations.dialogue import Dialogue
from conversations.facts import Entry, Facts
from conversations.lines import Line, Word, digest, excerpt, words_of
from conversations.memory import hold_latest
from conversations.plans.offering import offer_plan
from conversations.raw_days import had_no, is_raw
from conversations.records import Values
from conversations.restraint import rests_in_quiet_days
from conversations.understanding.lists import split_list

VALUES = (
    "family", "friends", "use", "belonging",
    "craft", "learning", "making", "fairness",
    "honesty", "freedom", "health", "faith", "humour",
)  # fmt: skip
"""People first, then work, then the way one lives; 13 as in the trial, in our own words."""
MOST = 3
SLOT = "values"


@dataclass(frozen=True, slots=True)
class Value:
    """One value: what is kept, and how it is said."""

    kept: str
    word: Word


@rests_in_quiet_days
def values(ask: Dialogue, facts: Facts) -> None:
    """Choose what matters, write about it if wanted; on the day of a rejection or a reply it waits."""
    if is_raw(facts) and not (ask.answered("chosen") or ask.answered("again")):
        _wait(ask, "raw" if had_no(facts) else "raw-reply")
        return
    earlier = hold_latest(ask, facts, "earlier", Values.kind, lambda entry: bool(_of_entry(entry)))
    chosen, same = _choose(ask, earlier)
    if not chosen:
        ask.say("left")
        return
    record = Values(tuple(value.kept for value in chosen))
    if not same:
        ask.record(SLOT, record)
    if is_raw(facts) and not ask.answered("write"):
        ask.say("kept")
        return
    with ask.in_view("in-view", values=_spoken(chosen)):
        _write(ask, record, chosen)
    offer_plan(ask, facts, "direction", chosen[0].kept, chosen[0].word)


def _wait(ask: Dialogue, key: str) -> None:
    """Say that it waits, and offer what fits the day of a rejection or of a reply."""
    if ask.choice(key, ("hands", "enough"), wide=True) == "hands":
        ask.follow("control")
    else:
        ask.say("raw-enough")


def _choose(ask: Dialogue, earlier: Entry | None) -> tuple[Sequence[Value], bool]:
    """Return the values, and whether they are those of the last time."""
    before = () if earlier is None else _of_entry(earlier)
    if earlier is not None and before:
        told = earlier.words("why")
        if told:
            ask.say("earlier-why", why=excerpt(told))
        if ask.choice("again", ("same", "anew"), values=_spoken(before)) == "same":
            return before, True
    picks = ask.several("chosen", VALUES, most=MOST, skippable=True)
    return tuple(_unique(picks or ()))[:MOST], False


def _write(ask: Dialogue, record: Values, chosen: Sequence[Value]) -> None:
    """Let them write why these matter and when they lived one; what shall not be kept is thrown away."""
    way = ask.choice("write", ("keep", "let-go"), skippable=True)
    about = "\n".join(value.kept for value in chosen)
    if way == "let-go":
        ask.text("why-unkept", keep=False, about=about, skippable=True)
        ask.say("unkept")
    elif way == "keep":
        record = replace(record, why=ask.text("why", about=about, skippable=True))
        if record.why:
            ask.record(SLOT, record)
        record = replace(record, lived=ask.text("lived", about=about, skippable=True))
        if record.why or record.lived:
            ask.record(SLOT, record)
            ask.say("written")


def _unique(picks: Sequence[Pick]) -> Iterator[Value]:
    """Yield each value once; several typed in one message are taken apart."""
    seen: set[str] = set()
    for pick in picks:
        items = (pick.value,) if pick.own is None else split_list(pick.own)
        for item in items:
            if digest(item.casefold()) not in seen:
                seen.add(digest(item.casefold()))
                yield _value(item)


def _of_entry(entry: Entry) -> Sequence[Value]:
    kept = entry.data.get("chosen")
    return tuple(_value(item) for item in kept if isinstance(item, str)) if isinstance(kept, list) else ()


def _value(kept: str) -> Value:
    return Value(kept, Line("values-chosen", (), f"o-{kept}") if kept in VALUES else excerpt(kept, 60))


def _spoken(chosen: Sequence[Value]) -> Line:
    """Return two or three values as one phrase."""
    places = ("first", "second", "third")
    words = {place: value.word for place, value in zip(places, chosen, strict=False)}
    return Line(f"values-list-{min(len(chosen), MOST)}", words_of(words))
