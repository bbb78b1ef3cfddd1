"""Synthetic conversations with everything the engine can do, and releases that change them in the middle."""

from __future__ import annotations

from functools import cache
from importlib import resources

from conversations.answers import Pick, as_int
from conversations.cards import HOME
from conversations.catalog import Catalog, Definition
from conversations.dialogue import Conversation, Dialogue
from conversations.effects import BurnWords, ChangePerson, Remind
from conversations.facts import Facts
from conversations.lines import Option, excerpt, line
from conversations.records import Note, ThoughtRecord, Worry
from conversations.texts import Texts

CHANGES = ("inserted", "dropped", "moved", "renamed", "kind", "kept", "template", "given")
"""What a release can do to the trip."""

FLUENT = """
trip-title = Trip
    .command = A trip
trip-situation = What happened?
    .title = Situation
trip-thought = Which thought?
    .title = Thought
    .o-i-am = I am …
trip-view = Thought: { $thought }
trip-belief = How much do you believe it?
    .title = Belief
trip-traps = Which traps?
    .title = Traps
    .o-mind = Mind reading
    .o-label = Labelling
    .o-all = All or nothing
    .o-none = None fits
trip-mood = One word?
    .title = Mood
    .o-sad = Sad
    .o-angry = Angry
trip-extra = Something new?
    .title = Extra
    .o-a = First
    .o-b = Second
trip-way = Where to?
    .title = Way
    .o-deep = Deep
    .o-deeper = Deeper
    .o-short = Short
    .o-loop = Loop
trip-sure = Sure?
    .title = Sure
trip-on = Which day?
    .title = Day
trip-why = Why { $trap }?
    .title = Why
trip-summary = Sum it up.
    .title = Summary
trip-draft = Is this good?
    .title = Draft
    .o-drop = Drop it
trip-burn = Write and burn.
    .title = Burnt
trip-after = And now?
    .title = After
trip-no-shift = No shift from { $before }.
trip-shift = It moved.
trip-burnt = Burnt.
trip-end = The end of { $start }.
calm-breathe = Breathe. Done?
    .title = Breathing
calm-well = Well done.
short-title = Short
    .command = A short one
short-name = Name?
    .title = Name
short-done = Thanks, { $name }.
short-more = More?
over-title = Over
    .command = An overlay
over-which = Which?
    .o-zone = Zone
    .o-close = Close
over-zone = Zone?
over-set = Set.
"""


def make_trip(release: frozenset[str] = frozenset()) -> Conversation:
    """Return the conversation as `release` has it."""

    def trip(ask: Dialogue, facts: Facts) -> None:
        known = facts.given.get("situation") or ("given" if "given" in release else None)
        situation = ask.text("situation", known=known)
        start = ask.pin("start", len(release), as_int)
        if "moved" in release:
            way = _ask_way(ask, release)
        thought = ask.text("thought", starters=("i-am",))
        if "inserted" in release:
            ask.choice("extra", ("a", "b"), about=thought)
        with ask.in_view("view", thought=excerpt(thought)):
            belief = ask.scale("belief", 0, 100, step=10, about=thought)
            none = Option("none", line("trip-traps", "o-none"), alone=True)
            slugs = ("mind", "label", "all")
            traps = ask.several("traps", (*slugs, none), most=2, about=thought, skippable=True) or ()
        mood = None if "dropped" in release else _ask_mood(ask, release)
        chosen = tuple(trap.value for trap in traps)
        record = ThoughtRecord(situation, thought, mood, belief_before=belief, traps=chosen)
        ask.record("record", record)
        if "moved" not in release:
            way = _ask_way(ask, release)
        _go(ask, way, traps)
        ask.text("summary", known=f"{way}: {thought}" if mood else None)
        greeting = "Hello" if "template" in release else "Dear"
        ask.review("draft", f"{greeting}, {thought}", ("keep", "drop"))
        after = ask.scale("after", 0, 100, step=10, about=thought)
        ask.say("shift") if after < belief else ask.say("no-shift", before=belief)
        burnt = ask.text("burn", keep="kept" in release, skippable=True)
        if burnt is not None and ask.effect("burn", BurnWords("burn")) == "done":
            ask.say("burnt")
        with ask.within("calm", "1", texts="calm"):
            _breathe(ask)
        ask.record("note", Note(thought))
        ask.say("end", start=start)
        if way == "short":
            ask.follow("short", name=thought[:20])

    return trip


def _ask_way(ask: Dialogue, release: frozenset[str]) -> str:
    return ask.choice("way", ("deeper" if "renamed" in release else "deep", "short", "loop"))


def _ask_mood(ask: Dialogue, release: frozenset[str]) -> str | None:
    if "kind" in release:
        return ask.text("mood", skippable=True)
    picked = ask.pick("mood", ("sad", "angry"), skippable=True)
    return None if picked is None else picked.value


def _go(ask: Dialogue, way: str, traps: tuple[Pick, ...]) -> None:
    if way in ("deep", "deeper"):
        if ask.confirm("sure"):
            ask.effect("later", Remind("re_rate", "record", 86400))
        ask.date("on", skippable=True)
    elif way == "loop":
        for trap in traps:
            with ask.within("trap", trap.value):
                why = ask.text("why", about=trap.value, skippable=True, trap=trap.word)
                ask.record("worry", Worry(trap.value, action=why), under="record")


def _breathe(ask: Dialogue) -> None:
    if ask.confirm("breathe"):
        ask.say("well")


def short(ask: Dialogue, facts: Facts) -> None:
    """Ask for a name and keep it."""
    name = ask.text("name", known=facts.given.get("name"))
    ask.record("note", Note(name))
    ask.say("done", name=name)
    if ask.confirm("more"):
        ask.follow("short")


def over(ask: Dialogue, facts: Facts) -> None:
    """An overlay that changes a setting."""
    if ask.choice("which", ("zone", "close")) == "zone":
        ask.effect("zone", ChangePerson("zone", ask.text("zone")))
        ask.say("set")


def make_catalog(release: frozenset[str] = frozenset()) -> Catalog:
    """Return the synthetic catalog as `release` has it."""
    definitions = (
        Definition("trip", make_trip(release)),
        Definition("short", short),
        Definition("over", over, overlay=True),
    )
    return {definition.name: definition for definition in definitions}


@cache
def make_texts() -> Texts:
    """Return the engine's texts with those of the synthetic conversations."""
    folder = resources.files("conversations") / "locales" / "en"
    names = ("engine.ftl", "welcome.ftl", "safety.ftl", "privacy.ftl")
    home = "".join(f"{name}-title = {name}\n" for row in HOME for name in row)
    files = [(name, (folder / name).read_text("utf-8")) for name in names]
    return Texts("en", [*files, ("home.ftl", home), ("synthetic.ftl", FLUENT)])
