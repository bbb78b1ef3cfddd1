"""/reply: what an employer said is kept word for word, sorted with the person, answered, and put to work.

The sting comes before anything else; then kinds, fact and guess apart, thanks, and at most one change
(PRODUCT.md, section 3, "Employer feedback" and "From the design's source article").
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from conversations.calm import HEAVY, settle
from conversations.dialogue import Dialogue
from conversations.effects import ChangeEntry
from conversations.facts import Entry, Facts
from conversations.lines import Line, excerpt
from conversations.memory import hold_latest
from conversations.plans.making import make_plan
from conversations.records import Reply
from conversations.replying.account import Account, is_about_person, without_greeting
from conversations.replying.answering import offer_answer
from conversations.replying.moves import KINDS, Change, choose_move, let_go, nothing_to_fix
from conversations.replying.statements import Sides, tell_apart
from conversations.replying.subject import case_of, find_case, stop_waiting
from conversations.replying.unfair import stand_by
from conversations.restraint import rests_in_quiet_days
from conversations.understanding.feedback import rate_usable, sort_feedback
from conversations.understanding.unfair_replies import names_discrimination

MOST_KINDS = 3
QUOTED, BRIEFLY = 90, 60
"""Characters of the employer's words that are quoted; `BRIEFLY` of a phrase that says nothing."""
ALONE: Mapping[tuple[str, ...], str] = {
    ("no-reason",): "about-nothing",
    ("strong-competition",): "about-another",
}
"""Kinds that have a question of their own where nothing else was said."""
EMPTY_SHOWN = 2
"""Empty phrases that are named; more would lecture."""
LOOKED_AT = 8
"""Sentences of each side that are looked through for the useful one."""
KEPT_KIND = 60
"""Characters in which a kind of one's own may be named."""


@rests_in_quiet_days
def reply(ask: Dialogue, facts: Facts) -> None:
    """Take in a reply, or go on with one that was kept for another day."""
    kept = _put_off(ask, facts)
    if kept is not None and kept.words("words"):
        account = Account(ask, kept.words("words"), case_of(facts, kept.parent), kept)
    else:
        case = find_case(ask, facts)
        words = ask.text("words", pasted=True)
        account = Account(ask, words, case)
        stop_waiting(ask, facts, case)
    if _hear(ask, account, again=kept is not None):
        _work_through(ask, facts, account)


# --- one that was kept


def _put_off(ask: Dialogue, facts: Facts) -> Entry | None:
    """Offer to go on with a reply that was kept for another day; return it if that is wanted."""
    if facts.given.get("request"):
        return None
    entry = hold_latest(ask, facts, "put-off", Reply.kind, _is_put_off)
    if entry is None:
        return None
    words = excerpt(without_greeting(entry.words("words")), QUOTED)
    way = ask.choice("postponed", ("look", "new", "drop"), wide=True, words=words)
    if way == "drop":
        ask.effect("drop", ChangeEntry(entry.id, "usable", rate_usable(entry.words("words"))))
    return entry if way == "look" else None


def _is_put_off(entry: Entry) -> bool:
    """Return whether a reply was not looked at yet; one that names discrimination is not brought up again."""
    return entry.data.get("usable") is None and not names_discrimination(entry.words("words"))


# --- the sting, before anything else


def _hear(ask: Dialogue, account: Account, *, again: bool) -> bool:
    """Acknowledge the sting; return whether to go on today."""
    if account.reading.unfair:
        ask.say("believed")
    elif again:
        ask.say("heard-again")
    else:
        ask.say("heard-retold" if account.told == "retold" else "heard")
    sting = ask.scale("sting", 0, 10, skippable=True)
    if sting is None or sting < HEAVY:
        return True
    account.raw = True
    way = ask.choice("first", ("settle", "tomorrow", "now"), wide=True)
    if way == "settle":
        with ask.within("tool", "calm", texts="calm"):
            now = settle(ask).now
        account.raw = now is None or now >= HEAVY
        way = ask.choice("day", ("now", "tomorrow"), wide=True)
    if way == "tomorrow":
        ask.say("tomorrow")
    return way == "now"


# --- what it says


def _work_through(ask: Dialogue, facts: Facts, account: Account) -> None:
    reading = account.reading
    if reading.unfair and not stand_by(ask, facts, account.id):
        ask.say("kept-believed")
        return
    account.note(usable=reading.usable)
    account.note(kinds=_name_kinds(ask, account))
    if reading.unfair and not account.reply.kinds:
        ask.say("kept-believed")
        return
    if not reading.unfair:
        _tell_apart(ask, account)
        if offer_answer(ask, facts, account) == "clarify":
            return  # what to change is what they asked about
    _change(ask, facts, account)


def _name_kinds(ask: Dialogue, account: Account) -> tuple[str, ...]:
    """Suggest what it is about, where nothing unfair was said; the person confirms or corrects."""
    suggested = () if account.reading.unfair else account.reading.kinds[:MOST_KINDS]
    if suggested:
        places = zip(("one", "two", "three"), suggested, strict=False)
        named = {place: Line("reply-kinds", (), f"s-{kind}") for place, kind in places}
        key = ALONE.get(suggested, f"about-{tuple(named)[-1]}")
        pick = ask.pick(key, ("right", "choose"), own=KEPT_KIND, skippable=True, about=account.words, **named)
        if pick is None:
            return ()
        if pick.slug != "choose":
            return (pick.own,) if pick.own is not None else suggested
    picks = ask.several("kinds", KINDS, most=MOST_KINDS, own=KEPT_KIND, skippable=True, about=account.words)
    return tuple(pick.value for pick in picks or ())


def _tell_apart(ask: Dialogue, account: Account) -> None:
    """Tell fact from guess with the person, name empty phrases, and say how usable it is."""
    reading = account.reading
    sides = tell_apart(ask, account.words, Sides(reading.of_sort("fact"), reading.of_sort("guess")))
    account.note(facts=sides.facts, guesses=sides.guesses, empty=reading.of_sort("empty"))
    if reading.vague:
        return  # the question that follows says it; kind words are not taken apart
    phrases = [one for one in account.reply.empty if not is_about_person(one)]
    quoted = [excerpt(one.rstrip("."), BRIEFLY) for one in phrases[:EMPTY_SHOWN]]
    if len(quoted) == 1:
        ask.say("empty-one", words=quoted[0])
    elif quoted:
        ask.say("empty-two", words=quoted[0], more=quoted[1])
    if reading.usable or nothing_to_fix(account.reply.kinds, 0) is None:
        ask.say(f"usable-{reading.usable}")


# --- one change


def _change(ask: Dialogue, facts: Facts, account: Account) -> None:
    """Pick at most one change, and make a dated plan of it; never pressed on somebody it stings badly.

    A small step is not offered at a distress of 80 or more (PRODUCT.md, section 3).
    """
    if account.raw and ask.choice("step", ("leave", "look"), wide=True) == "leave":
        ask.say("step-left")
        return
    kinds, usable = account.reply.kinds, account.reading.usable
    loose = nothing_to_fix(kinds, usable)
    if loose is not None:
        change = let_go(ask, loose, may_ask=loose == "no-reason" and account.case.request is None)
    else:
        change = _choose_with_point(ask, account, kinds)
    account.note(change=None if change is None else change.value)
    if change is None:
        ask.say("nothing")
    elif change.conversation is not None:
        ask.say("follows")
        ask.follow(change.conversation)
    elif not change.action:
        ask.say("gone")
    else:
        _plan(ask, facts, account, change)


def _choose_with_point(ask: Dialogue, account: Account, kinds: Sequence[str]) -> Change | None:
    """Offer the moves under the sentence that they answer."""
    point = find_point(account)
    if point is None:
        return choose_move(ask, kinds)
    with ask.in_view("point-in-view", words=excerpt(point, QUOTED)):
        return choose_move(ask, kinds)


def find_point(account: Account) -> str | None:
    """Return the one useful sentence: a fact about the first kind, a guess about it, or the first fact."""
    told = (*account.reply.facts[:LOOKED_AT], *account.reply.guesses[:LOOKED_AT])
    first = account.reply.kinds[0].replace("-", "_") if account.reply.kinds else None
    about = (one for one in told if first in [kind for kind, _ in sort_feedback(one)])
    return next(about, next(iter(account.reply.facts), None))


def _plan(ask: Dialogue, facts: Facts, account: Account, change: Change) -> None:
    with ask.within("plan", "1", texts="plan"):
        source = find_point(account) or change.words
        made = make_plan(ask, facts, action=change.action, area=change.area, source=source, under=account.id)
    if not made and not facts.quiet:
        ask.say("no-plan")
