"""/reply: what an employer said is kept word for word, sorted with the person, answered, and put to work.

The sting comes before anything else; then kinds, fact and guess apart, thanks, and at most one change
(PRODUCT.md, section 3, "Employer feedback" and "From the design's source article").
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from conversations.calm import HEAVY, settle
from conversations.dialogue import Dialogue
from conversations.effects import ChangeEntry
from conversations.facts import Entry, Facts
from conversations.lines import Line, excerpt
from conversations.memory import hold_latest
from conversations.plans.making import make_plan
from conversations.records import Reply
from conversations.replying.account import Account, is_about_person, is_concrete, without_greeting
from conversations.replying.answering import offer_question, offer_thanks
from conversations.replying.hurtful import look_past
from conversations.replying.moves import KINDS, Change, Named, choose_move, let_go, nothing_to_fix
from conversations.replying.statements import Sides, tell_apart
from conversations.replying.subject import case_of, find_case, stop_waiting
from conversations.replying.unfair import stand_by
from conversations.replying.wording import as_action
from conversations.restraint import rests_in_quiet_days
from conversations.understanding.feedback import rate_usable, sort_feedback
from conversations.understanding.unfair_replies import names_discrimination

MOST_KINDS = 3
QUOTED, BRIEFLY = 90, 60
"""Characters of the employer's words that are quoted; `BRIEFLY` of a phrase that says nothing."""
ALONE: Mapping[tuple[str, ...], str] = {
    ("no-reason",): "about-nothing",
    ("strong-competition",): "about-another",
    ("strong-competition", "no-reason"): "about-another",
    ("no-reason", "strong-competition"): "about-another",
}
"""Kinds that have a question of their own where nothing else was said."""
EMPTY_SHOWN = 2
"""Empty phrases that are named; more would lecture."""
LOOKED_AT = 8
"""Sentences of each side that are looked through for the useful one."""
NUMBERS = re.compile(r"\b(?:numbers|figures|results|metrics|outcomes|kpis)\b", re.IGNORECASE)
"""What may be missing from an answer, and be put into it."""
KEPT_KIND = 60
"""Characters in which a kind of one's own may be named."""


@rests_in_quiet_days
def reply(ask: Dialogue, facts: Facts) -> None:
    """Take in a reply, or go on with one that was kept for another day."""
    kept = _put_off(ask, facts)
    if kept is not None and kept.words("words"):
        account = Account(ask, kept.words("words"), kept)
        _acknowledge(ask, account, again=True)
        account.belongs_to(case_of(facts, kept.parent))
    else:
        account = _take_in(ask, facts)
    if _hear(ask, account):
        _work_through(ask, facts, account)


def _take_in(ask: Dialogue, facts: Facts) -> Account:
    """Ask for the words first, for the job after: somebody who holds a reply wants to put it down."""
    case = find_case(ask, facts) if facts.given.get("request") else None
    account = Account(ask, ask.text("words", pasted=True, known=facts.given.get("words")))
    _acknowledge(ask, account, again=False)
    case = find_case(ask, facts) if case is None else case
    account.belongs_to(case)
    stop_waiting(ask, facts, case)
    return account


# --- one that was kept


def _put_off(ask: Dialogue, facts: Facts) -> Entry | None:
    """Offer to go on with a reply that was kept for another day; return it if that is wanted."""
    if facts.given.get("request") or facts.given.get("words"):
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


def _acknowledge(ask: Dialogue, account: Account, *, again: bool) -> None:
    """Say that it is kept; "means well" only of a reply that has a kind word."""
    if account.reading.unfair:
        ask.say("believed")
    elif again:
        ask.say("heard-again")
    elif account.reading.of_sort("hurtful"):
        ask.say("heard-hurtful")
    elif account.told == "retold":
        ask.say("heard-retold")
    else:
        ask.say("heard-kind" if account.reading.courteous else "heard")


def _hear(ask: Dialogue, account: Account) -> bool:
    """Ask how much it stings; return whether to go on today."""
    sting = ask.scale("sting", 0, 10, skippable=True)
    if sting is None or sting < HEAVY:
        return True
    account.raw = True
    way = ask.choice("first", ("settle", "tomorrow", "now"), wide=True)
    if way == "settle":
        with ask.within("tool", "calm", texts="calm"):
            now = settle(ask).now
        account.settled = True
        account.raw = now is None or now >= HEAVY
        way = ask.choice("day", ("now", "tomorrow"), wide=True)
    if way == "tomorrow":
        ask.say("tomorrow")
    return way == "now"


# --- what it says


def _work_through(ask: Dialogue, facts: Facts, account: Account) -> None:
    reading = account.reading
    if reading.unfair or (reading.unclear and _is_held_against(ask, account)):
        _stand_by(ask, facts, account)
        return
    if reading.of_sort("hurtful") and not look_past(ask, facts, account):
        return
    account.note(usable=reading.usable)
    account.note(kinds=_name_kinds(ask, account))
    _tell_apart(ask, account)
    if offer_question(ask, facts, account):
        return  # what to change is what they asked about
    _change(ask, facts, account)


def _is_held_against(ask: Dialogue, account: Account) -> bool:
    """Ask about a sentence that may be unfair; "not sure" is not explained away either."""
    words = excerpt(account.reading.of_sort("unfair")[0].rstrip("."), BRIEFLY)
    way = ask.choice("held-against", ("yes", "no", "unsure"), about=account.words, words=words)
    if way == "no":
        return False
    account.note(usable=account.reading.usable)
    ask.say("held-yes" if way == "yes" else "held-unsure")
    return True


def _stand_by(ask: Dialogue, facts: Facts, account: Account) -> None:
    """Stand by somebody it was unfair to; then look at what else it says, if they want to."""
    reading = account.reading
    if not stand_by(ask, facts, account.id):
        ask.say("kept-believed")
    elif reading.concrete is None:
        ask.say("rest-nothing")
    elif not ask.confirm("rest", about=account.words, words=excerpt(reading.concrete, QUOTED)):
        ask.say("kept-believed")
    else:
        facts_named = (*reading.of_sort("fact"), *reading.of_sort("advice"))
        account.note(usable=reading.usable)
        account.note(kinds=reading.kinds[:MOST_KINDS])
        account.note(facts=facts_named, guesses=reading.of_sort("guess"))
        _change(ask, facts, account)


def _name_kinds(ask: Dialogue, account: Account) -> tuple[str, ...]:
    """Suggest what it is about; the person confirms or corrects. Left out, the suggestion stands."""
    suggested = account.reading.kinds[:MOST_KINDS]
    if suggested:
        places = zip(("one", "two", "three"), suggested, strict=False)
        named = {place: Line("reply-kinds", (), f"s-{kind}") for place, kind in places}
        key = ALONE.get(suggested, f"about-{tuple(named)[-1]}")
        pick = ask.pick(key, ("right", "choose"), own=KEPT_KIND, skippable=True, about=account.words, **named)
        if pick is None:
            return suggested
        if pick.slug != "choose":
            return (pick.own,) if pick.own is not None else suggested
    picks = ask.several("kinds", KINDS, most=MOST_KINDS, own=KEPT_KIND, skippable=True, about=account.words)
    return tuple(pick.value for pick in picks or ())


def _tell_apart(ask: Dialogue, account: Account) -> None:
    """Tell fact from guess with the person, name empty phrases, and say how usable it is."""
    reading = account.reading
    advice = reading.of_sort("advice")
    sides = Sides(reading.of_sort("fact"), reading.of_sort("guess"))
    sides = tell_apart(ask, account.words, sides, advice)
    account.note(facts=(*sides.facts, *advice), guesses=sides.guesses, empty=reading.of_sort("empty"))
    if reading.vague or reading.of_sort("hurtful"):
        return  # kind words are not taken apart, hurtful ones not weighed
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
    offer_thanks(ask, facts, account, promise=change is not None and loose is None)
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
    advice = (as_action(one) for one in account.reading.of_sort("advice"))
    numbers = any(NUMBERS.search(one) for one in account.reading.told)
    named = Named(account.reading.skill, next((one for one in advice if one), None), numbers)
    point = find_point(account)
    if point is None:
        return choose_move(ask, kinds, named)
    with ask.in_view("point-in-view", words=excerpt(point, QUOTED)):
        return choose_move(ask, kinds, named)


def find_point(account: Account) -> str | None:
    """Return the one useful sentence: one about the first kind, else one that names any; never praise."""
    told = (*account.reply.facts[:LOOKED_AT], *account.reply.guesses[:LOOKED_AT])
    first = account.reply.kinds[0].replace("-", "_") if account.reply.kinds else None
    about = (one for one in told if first in [kind for kind, _ in sort_feedback(one)])
    return next(about, next((one for one in told if is_concrete(one)), None))


def _plan(ask: Dialogue, facts: Facts, account: Account, change: Change) -> None:
    with ask.within("plan", "1", texts="plan"):
        source = find_point(account) or change.words
        made = make_plan(ask, facts, action=change.action, area=change.area, source=source, under=account.id)
    if not made and not facts.quiet:
        ask.say("no-plan")
