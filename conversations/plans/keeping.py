"""Open plans: which there are, and what becomes of one: done, moved, made smaller, let go; without blame."""

from __future__ import annotations

from datetime import date

from conversations.answers import as_bool, as_date, as_int, as_text
from conversations.dialogue import Dialogue
from conversations.effects import CallOff, ChangeEntry, Remind
from conversations.facts import Entry, Facts
from conversations.lines import Json, Option, digest
from conversations.plans.mending import OWN, mend_action
from conversations.plans.reading import calls_for_help, read_action
from conversations.plans.rules import MOST_OPEN
from conversations.plans.words import (
    CARE,
    SHORT_ACTION,
    action_label,
    action_word,
    day_word,
    entry_line,
    plan_line,
)
from conversations.records import Note, Plan
from conversations.replay import Paused
from conversations.restraint import Restraint

REMINDER = "plan"
"""The kind under which a plan is due."""
LOOKED_BACK = 200
"""How many of the latest plans are looked through for open ones."""
MOST_CHANGES = 6
"""Times a smaller plan is shown again after a change."""
WAYS = ("done", "move", "smaller", "drop", "leave")


def hold_open(ask: Dialogue, facts: Facts) -> list[Entry]:
    """Return the plans that were open at the start, oldest first; in quiet days only those of care.

    They are held by id: one that is done meanwhile stays, one that is deleted does not.
    """
    latest = facts.diary.recent(Plan.kind, LOOKED_BACK)
    ids = ",".join(str(entry.id) for entry in reversed(latest) if entry.words("state") == "open")
    held = (facts.diary.get(int(id)) for id in ask.pin("open", ids, as_text).split(",") if id)
    return [entry for entry in held if entry is not None and (not facts.quiet or is_care(entry))]


def is_care(entry: Entry) -> bool:
    """Return whether a plan has nothing to do with applying."""
    return entry.words("area") == CARE


def option_of(entry: Entry) -> Option:
    """Return the button of a plan: what will be done."""
    return Option(str(entry.id), action_label(entry.words("action"), SHORT_ACTION))


def make_room(ask: Dialogue, facts: Facts) -> bool:
    """If three plans are open, ask which one is done or goes; return whether there is room."""
    held = hold_open(ask, facts)
    if not ask.pin("full", len(held) >= MOST_OPEN, as_bool):
        return True
    may = Restraint(ask, facts.quiet)
    chosen = ask.choice("room", (*map(option_of, held), "none"), wide=True) if may("room") else "none"
    if not chosen.isdecimal():
        ask.say("room-none")
        return False
    entry = facts.diary.get(int(chosen))
    with ask.within("entry", chosen):
        if entry is not None:
            with ask.in_view("one", plan=entry_line(entry, facts.today)):
                how = ask.choice("room-how", ("done", "drop", "keep"))
            if how == "keep":
                _reopen(ask, facts, entry)
            else:
                close(ask, facts, entry, "done" if how == "done" else "dropped")
                return True
    if entry is not None:
        ask.say("room-none")
    return entry is None


def look_at(ask: Dialogue, facts: Facts, id: int) -> None:
    """Ask what shall happen with a plan, and do it."""
    with ask.within("entry", str(id)):
        entry = facts.diary.get(id)
        if entry is None:
            ask.say("gone")
            ask.follow("plan")
            return
        may = Restraint(ask, facts.quiet and not is_care(entry))
        with ask.in_view("one", plan=entry_line(entry, facts.today)):
            what = ask.choice("what", WAYS, wide=True) if may("what") else None
        if what is None:
            ask.say("quiet-kept")
        elif what == "done":
            _finish(ask, facts, entry, may)
        elif what == "drop":
            close(ask, facts, entry, "dropped")
            ask.say("dropped")
        else:
            _change(ask, facts, entry, what, may)


def close(ask: Dialogue, facts: Facts, entry: Entry, state: str) -> None:
    """Close a plan: `done` or `dropped`; nothing is due about it any more."""
    _put(ask, entry, "state", state)
    _put(ask, entry, "done_on", facts.today.isoformat() if state == "done" else None)
    ask.effect("call-off", CallOff(REMINDER, entry.id))


def _finish(ask: Dialogue, facts: Facts, entry: Entry, may: Restraint) -> None:
    """Done: one thing is asked at most, one next step offered (people coast after progress: Wanberg 2010)."""
    close(ask, facts, entry, "done")
    ask.say("done")
    helped = ask.text("helped", skippable=True) if may("helped") else None
    if helped:
        ask.record("helped", Note(helped), entry.id)
        if calls_for_help(helped):
            _leave_it_there(ask, facts)
            return
    if may("next") and ask.choice("next", ("next", "enough")) == "next":
        ask.follow("plan", area=entry.words("area") or "any")
    else:
        ask.say("rest")


def _change(ask: Dialogue, facts: Facts, entry: Entry, what: str, may: Restraint) -> None:
    """Move a plan, make it smaller, or leave it; it is open, whatever was tapped before on the way."""
    _reopen(ask, facts, entry)
    if what == "move":
        _move(ask, facts, entry, may)
    elif what == "smaller":
        _shrink(ask, facts, entry, may)
    else:
        ask.say("left")


def _reopen(ask: Dialogue, facts: Facts, entry: Entry) -> None:
    was_closed = entry.words("state") != "open"
    _put(ask, entry, "state", "open")
    _put(ask, entry, "done_on", None)
    due = as_date(entry.data.get("due"))
    if was_closed and due is not None and due > facts.today:
        ask.effect("remind-again", Remind(REMINDER, entry.id, on=due.isoformat()))


def _move(ask: Dialogue, facts: Facts, entry: Entry, may: Restraint) -> None:
    due = _before(ask, entry, "due", "move-to")
    _remind(ask, facts, entry, due)
    if not may("move-to"):
        ask.say("quiet-kept")
        return
    day = ask.date("move-to", ahead=True)
    _due_on(ask, entry, day)
    ask.say("moved", day=day_word(day, facts.today))


def _remind(ask: Dialogue, facts: Facts, entry: Entry, before: str) -> None:
    """After an undo the plan has its day of before again, and so what is due about it."""
    day = as_date(before)
    if day is not None and day > facts.today and entry.words("due") != before and not ask.answered("move-to"):
        ask.effect("remind-before", Remind(REMINDER, entry.id, on=before))


def _shrink(ask: Dialogue, facts: Facts, entry: Entry, may: Restraint) -> None:
    """Make the action smaller once its new sentence was seen; the day stays, unless it has gone by."""
    was, due = _pinned(ask, entry, "action"), _pinned(ask, entry, "due")
    try:
        smaller = _ask_smaller(ask, facts, entry, (was, as_date(due)), may)
    except Paused:
        _put(ask, entry, "action", was)
        _put(ask, entry, "due", due)
        raise
    if smaller is None:
        _put(ask, entry, "action", was)
        _put(ask, entry, "due", due)
        return
    action, day = smaller
    _put(ask, entry, "action", action)
    if day is not None and day.isoformat() != due:
        _due_on(ask, entry, day)
    ask.say("made-smaller")


def _ask_smaller(
    ask: Dialogue, facts: Facts, entry: Entry, was: tuple[str, date | None], may: Restraint
) -> tuple[str, date | None] | None:
    """Ask for the smaller action and show the plan with it until it is kept; None if all stays as it was."""
    past = ask.pin("past", int((was[1] or facts.today) < facts.today), as_int)
    if not may("smaller"):
        ask.say("quiet-kept")
        return None
    words, day, step = ask.text("smaller", action=action_word(was[0])), was[1], ""
    for turn in range(MOST_CHANGES):
        step = digest(step, words)
        with ask.within("smaller", step):
            action = mend_action(ask, read_action(words) or words, may)
        if calls_for_help(action):
            ask.record("words", Note(action), entry.id)
            _leave_it_there(ask, facts)
            return None
        if past and turn == 0:
            if not may("smaller-day"):
                return action, day
            day = ask.date("smaller-day", ahead=True)
        with ask.within("smaller", step):
            if not may("smaller-fits"):
                return action, day
            plan = plan_line(entry.words("cue"), action, day, facts.today)
            pick = ask.pick("smaller-fits", ("keep", "as-it-was"), own=OWN, plan=plan)
        if pick.own is None:
            break
        words = pick.own
    if pick.slug == "as-it-was":
        ask.say("left")
        return None
    return action, day


def _leave_it_there(ask: Dialogue, facts: Facts) -> None:
    """End after words that call for help: they are kept and not spoken of, and nothing more is asked."""
    if facts.quiet:
        ask.say("quiet-kept")


def _due_on(ask: Dialogue, entry: Entry, day: date) -> None:
    _put(ask, entry, "due", day.isoformat())
    ask.effect("remind", Remind(REMINDER, entry.id, on=day.isoformat()))


def _before(ask: Dialogue, entry: Entry, name: str, key: str) -> str:
    """Return what a plan said when it was opened; again while `key` is unanswered, as after undo."""
    was = _pinned(ask, entry, name)
    if not ask.answered(key):
        _put(ask, entry, name, was)
    return was


def _pinned(ask: Dialogue, entry: Entry, name: str) -> str:
    """Return what a field of a plan said when it was opened."""
    return ask.pin(f"was-{name}", entry.words(name), as_text)


def _put(ask: Dialogue, entry: Entry, name: str, value: Json) -> None:
    if (entry.data.get(name) or None) != (value or None):
        ask.effect(name.replace("_", "-"), ChangeEntry(entry.id, name, value))
