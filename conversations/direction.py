"""/direction: which work somebody aims at, looked at anew. Questions only: what to do is theirs to say.

From the design's source article (PRODUCT.md, section 3): an interview is a two-way street; reassess goals,
and consider paths not considered before.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from conversations.answers import as_bool
from conversations.dialogue import Dialogue
from conversations.facts import Entry, Facts
from conversations.lines import Option, digest, excerpt
from conversations.memory import hold_latest, hold_recent
from conversations.plans.offering import offer_plan
from conversations.raw_days import had_no, is_raw
from conversations.records import Direction
from conversations.restraint import rests_in_quiet_days
from conversations.understanding.lists import split_list

PATHS = ("sector", "sideways", "inside", "smaller", "teach", "bridge")
"""Ways to look for work not considered before; each leads to the person's own words."""
TRIES = ("talk", "read", "lesson")
"""The smallest ways to try a path out."""
SUGGESTED: Mapping[str, Sequence[str]] = {
    "talk": ("way-ask", "mentor-ask"),
    "read": ("skill-compare", "way-role"),
    "lesson": ("skill-lesson", "skill-course"),
}
"""What a plan for each can do, by the slugs of `plan_words.ACTIONS`."""
MOST = 3
OWN = 300
"""Characters a path or a try may have where options are offered."""
SHOWN = 48
"""Characters of earlier words that are quoted."""
LABEL = 40
REFUSED = 3
"""Jobs the person would not have taken that are looked back at."""
SLOT = "direction"


@dataclass(slots=True)
class Outlook:
    """What is said so far; saved after each answer."""

    ask: Dialogue
    more: str | None = None
    less: list[str] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)

    def save(self, first: str | None = None) -> None:
        """Record it, if there is anything."""
        record = Direction(self.more, "\n".join(self.less) or None, "\n".join(self.paths) or None, first)
        if record.fields():
            self.ask.record(SLOT, record)


@rests_in_quiet_days
def direction(ask: Dialogue, facts: Facts) -> None:
    """Ask what the next job should hold more and less of, which paths there are, and how to try one."""
    earlier = hold_latest(ask, facts, "earlier", Direction.kind, lambda entry: bool(entry.data))
    refused = hold_recent(ask, facts, "refused", "status", REFUSED, _would_refuse)
    refused += hold_recent(ask, facts, "refused-rounds", "interview", REFUSED, _would_refuse)
    if ask.pin("raw", is_raw(facts), as_bool):
        ask.say("raw" if ask.pin("raw-no", had_no(facts), as_bool) else "raw-reply")
    outlook = Outlook(ask)
    if not _again(ask, earlier, outlook):
        _weigh(ask, facts, refused, outlook)
    _find_paths(ask, outlook)
    if outlook.paths:
        _try_one(ask, facts, outlook)
    else:
        ask.say("end" if outlook.more or outlook.less else "left")


def _again(ask: Dialogue, earlier: Entry | None, outlook: Outlook) -> bool:
    """Show what was said the last time; return whether it still holds and only paths are looked for."""
    if earlier is None:
        return False
    told = {name: earlier.words(name) for name in ("more", "less", "paths")}
    for name, words in told.items():
        if words:
            ask.say(f"earlier-{name}", words=excerpt(words, SHOWN))
    if ask.choice("again", ("paths", "anew"), wide=True) == "anew":
        return False
    outlook.more = told["more"] or None
    outlook.less = [told["less"]] if told["less"] else []
    return True


def _weigh(ask: Dialogue, facts: Facts, refused: Sequence[Entry], outlook: Outlook) -> None:
    """Ask what there should be more and less of; jobs they would not have taken come up as a question."""
    outlook.more = ask.text("more", skippable=True, starters=("time", "people", "say"))
    outlook.save()
    jobs = list(dict.fromkeys(_jobs_of(facts, refused)))
    if jobs:
        names = ", ".join(name for name in jobs if name)
        if names:
            off = ask.text("off", skippable=True, about=names, jobs=names)
        else:
            off = ask.text("off-nameless", skippable=True)
        outlook.less += [off] if off else []
        outlook.save()
    less = ask.text("less", skippable=True, starters=("hours", "being", "doing"))
    outlook.less += [less] if less else []
    outlook.save()


def _find_paths(ask: Dialogue, outlook: Outlook) -> None:
    """Offer ways to look, each asked about in turn; a path of one's own is taken as it is."""
    picks = ask.several("paths", PATHS, most=MOST, own=OWN, skippable=True) or ()
    for lens in dict.fromkeys(pick.slug for pick in picks if pick.slug in PATHS):
        words = ask.text(f"path-{lens}", skippable=True)
        outlook.paths += [words] if words else []
        outlook.save()
    own = [item for pick in picks if pick.own is not None for item in split_list(pick.own)]
    outlook.paths = list(dict.fromkeys([*outlook.paths, *own]))
    outlook.save()


def _try_one(ask: Dialogue, facts: Facts, outlook: Outlook) -> None:
    """Choose one path and the smallest way to try it out; then a plan, if they like."""
    path = outlook.paths[0]
    if len(outlook.paths) > 1:
        options = [Option(digest(words), excerpt(words, LABEL)) for words in outlook.paths]
        which = ask.choice("which", options, skippable=True, wide=True)
        if which is None:
            ask.say("end")
            return
        path = next((words for words in outlook.paths if digest(words) == which), path)
    with ask.in_view("path-in-view", path=excerpt(path)):
        first = ask.pick("first", (*TRIES, "not-today"), about=path, own=OWN, skippable=True)
        if first is None or first.slug == "not-today":
            ask.say("end")
            return
    outlook.save(first.value)
    offer_plan(ask, facts, "direction", path, suggestions=SUGGESTED.get(first.value, (first.value,)))


def _would_refuse(entry: Entry) -> bool:
    return entry.words("taken") == "no"


def _jobs_of(facts: Facts, refused: Sequence[Entry]) -> Iterator[str]:
    """Yield the name of each job as the person wrote it down, empty where it has none."""
    for entry in refused:
        job = None if entry.parent is None else facts.diary.get(entry.parent)
        yield "" if job is None else excerpt(job.words("role") or job.words("company"), LABEL)
