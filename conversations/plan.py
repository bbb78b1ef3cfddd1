"""/plan: if-then plans. The open ones, each to be done, moved, made smaller or let go; or a new one."""

from __future__ import annotations

from collections.abc import Iterator

from conversations.dialogue import Dialogue
from conversations.facts import Entry, Facts
from conversations.lines import Word, excerpt
from conversations.memory import hold_latest
from conversations.plans.keeping import hold_open, look_at, option_of
from conversations.plans.maker import QUOTED
from conversations.plans.making import make_plan
from conversations.plans.reading import Draft, read_action
from conversations.plans.rules import check_plan
from conversations.plans.words import AREAS, CARE, Source, entry_line
from conversations.records import Interview, Reply
from conversations.replay import SLUG
from conversations.spoken import spoken

OFFERED = 56
"""Characters of earlier words that are offered as the action itself."""


def plan(ask: Dialogue, facts: Facts) -> None:
    """Show the open plans and look at one, or make a new one; in quiet days only of what does one good."""
    given = facts.given.get("area")
    named = facts.given.get("plan")
    chosen = named or ("new" if given is not None else _choose(ask, facts))
    if chosen.isdecimal():
        look_at(ask, facts, int(chosen))
    elif chosen == "enough":
        ask.say("left")
    elif facts.quiet or ask.answered("quiet-care"):
        _make_quietly(ask, facts, given)
    else:
        _make(ask, facts, given if given in AREAS else None, facts.given.get("source"))


def _choose(ask: Dialogue, facts: Facts) -> str:
    """Show the open plans; return the id of one, `new` or `enough`."""
    held = hold_open(ask, facts)
    if facts.quiet and not ask.answered("which") and not _begun(ask):
        ask.say("quiet")
    if not held and not ask.answered("which"):
        return "new"
    if held:
        ask.say("open")
    for entry in held:
        with ask.within("row", str(entry.id)):
            ask.say("row", plan=entry_line(entry, facts.today, short=True))
    return ask.choice("which", (*map(option_of, held), "new", "enough"), wide=True)


def _make_quietly(ask: Dialogue, facts: Facts, given: str | None) -> None:
    """Within 72 hours of a crisis card nothing about applying is planned (PRODUCT.md, section 5)."""
    if _begun(ask) and not ask.answered("quiet-care"):
        _make(ask, facts, given if given in AREAS else None, facts.given.get("source"))
        return
    if given is not None and given != CARE:
        ask.say("quiet")
    if given == CARE or ask.confirm("quiet-care"):
        _make(ask, facts, CARE, facts.given.get("source") if given == CARE else None)
    else:
        ask.say("quiet-end")


def _begun(ask: Dialogue) -> bool:
    """Return whether a plan is being made."""
    with ask.within("plan", "1"):
        return any(ask.answered(key) for key in ("from", "area", "action"))


def _make(ask: Dialogue, facts: Facts, area: str | None, source: str | None = None) -> None:
    sources = () if area or source or facts.quiet else tuple(_sources(ask, facts))
    shown = None if source is None else _word_of(source)
    with ask.within("plan", "1", texts="plan"):
        make_plan(ask, facts, area=area, source=source, shown=shown, sources=sources)


def _word_of(source: str) -> Word:
    """Return what is said for what a plan grows from: the label of a slug, or the person's own words."""
    said = (spoken(part, source) for part in ("change", "chosen"))
    plain = source.replace("-", " ") if SLUG.match(source) else source
    return next((word for word in said if not isinstance(word, str)), plain)


def _sources(ask: Dialogue, facts: Facts) -> Iterator[Source]:
    """Yield what a plan can grow from: the change a reply led to, and what the last interview taught."""
    reply = hold_latest(ask, facts, "reply", Reply.kind, lambda entry: bool(entry.words("change")))
    if reply is not None:
        words = reply.words("change")
        shown = spoken("change", words)
        if not isinstance(shown, str):
            yield Source("change", words, shown)
        elif not SLUG.match(words) or words.isalpha():
            yield _source(facts, "change", words)
    told = hold_latest(ask, facts, "interview", Interview.kind, _teaches)
    for name in () if told is None else ("keep", "badly"):
        if told is not None and told.words(name):
            yield _source(facts, name, told.words(name))


def _teaches(entry: Entry) -> bool:
    return bool(entry.words("keep") or entry.words("badly"))


def _source(facts: Facts, slug: str, words: str) -> Source:
    """Return earlier words as a source; those that name an action, in a few words, are offered as one."""
    action = read_action(words)
    sound = len(action) <= OFFERED and not check_plan(Draft("after-lunch", action, facts.today), facts.today)
    return Source(slug, words, excerpt(words, QUOTED), action if sound and slug != "badly" else None)
