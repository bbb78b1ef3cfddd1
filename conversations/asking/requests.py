"""The requests there are: where each stands, and what may come next: one follow-up, a reply, or an end.

One follow-up after 5 to 7 working days, then closed (PRODUCT.md, section 4, rule 9). Nothing is ever sent
from here, and nothing counts as sent unless the person says so.
"""

from __future__ import annotations

from typing import Literal, cast

from conversations.answers import as_bool, as_date
from conversations.asking.drafting import finish_letter, look_again
from conversations.asking.ingredients import OF_SHORT
from conversations.asking.working_days import add_working_days
from conversations.dialogue import Dialogue
from conversations.effects import CallOff, ChangeEntry, Remind
from conversations.facts import Entry, Facts
from conversations.feedback_request.adopt import adopt_subject
from conversations.feedback_request.compose import compose
from conversations.feedback_request.letter import Channel, Ingredients, Letter, Purpose, Tone
from conversations.jobs import LABEL, name_job
from conversations.lines import Json, Line, Option, Word, digest, excerpt, line
from conversations.memory import LOOKED_BACK, hold_recent, hold_words
from conversations.records import FeedbackRequest, Waiting
from conversations.spoken import spoken_day

SHOWN = 5
"""Requests that are shown; the latest ones that are not closed."""
FOLLOW_UP = 6
"""Working days after which one follow-up is fine: 5 to 7 (rule 9)."""
PATIENCE = 15
"""Working days after which one stops waiting for an answer: the follow-up and two weeks more."""
FEW = 5
"""Requests sent below which an own reply rate says nothing."""
OPEN = ("drafted", "sent", "followed")


def show_requests(ask: Dialogue, facts: Facts) -> Entry | Literal["new", "enough"]:
    """Show where each open request stands; return the one to look after, or what else is wanted."""
    if "request" in facts.given:
        return _given(ask, facts, facts.given["request"])
    found = hold_recent(ask, facts, "requests", FeedbackRequest.kind, SHOWN, _is_open)
    if not found:
        return "new"
    ask.say("list")
    for entry in found:
        with ask.within("row", str(entry.id)):
            state, day = hold_words(ask, "was", entry, "state", _day_field(entry))
            ask.say(f"row-{state}", job=name_request(facts, entry), day=_spoken(day, entry))
    _say_rate(ask, facts)
    options = [Option(str(entry.id), name_request(facts, entry)) for entry in found]
    way = ask.choice("way", (*options, "new", "enough"), wide=True)
    chosen = facts.diary.get(int(way)) if way.isdecimal() else None
    if chosen is not None:
        return chosen
    return "new" if way == "new" else "enough"


def _given(ask: Dialogue, facts: Facts, number: str) -> Entry | Literal["enough"]:
    """Return the request that was named, if it is still open."""
    entry = facts.diary.get(int(number)) if number.isdecimal() else None
    is_open = entry is not None and entry.kind == FeedbackRequest.kind and _is_open(entry)
    if entry is not None and ask.pin("given", is_open, as_bool):
        return entry
    ask.repeat(line("due-gone"))
    return "enough"


def _is_open(entry: Entry) -> bool:
    return entry.words("state") in OPEN


def name_request(facts: Facts, entry: Entry) -> Line | str:
    """Return what a request is called: its job, or that it has no name."""
    job = None if entry.parent is None else facts.diary.get(entry.parent)
    name = "" if job is None else name_job(job)
    return excerpt(name, LABEL) if name else line("feedback-nameless")


def _day_field(entry: Entry) -> str:
    """Return the field with the day that counts: the follow-up's, else the sending's."""
    return "followed_on" if entry.words("followed_on") else "sent_on"


def _spoken(day: str, entry: Entry) -> Word:
    """Return a day in words, that of the draft where nothing was sent."""
    found = as_date(day) or entry.day
    return "" if found is None else spoken_day(found)


def _say_rate(ask: Dialogue, facts: Facts) -> None:
    """Say quietly how many were answered, once there are enough to tell."""
    sent = [
        entry for entry in facts.diary.recent(FeedbackRequest.kind, LOOKED_BACK) if entry.words("sent_on")
    ]
    answered = sum(entry.words("state") == "answered" for entry in sent)
    count, good = ask.pin("rate", (len(sent), answered), _as_pair)
    if count >= FEW:
        ask.say("rate", sent=count, answered=good)


def _as_pair(value: Json) -> tuple[int, int] | None:
    match value:
        case [int(first), int(second)]:
            return first, second
    return None


def follow_request(ask: Dialogue, facts: Facts, entry: Entry) -> None:
    """Ask what happened to a request, and go on from there."""
    state, sent = hold_words(ask, "was", entry, "state", "sent_on")
    sent_on = as_date(sent) or facts.today
    due = add_working_days(sent_on, FOLLOW_UP)
    with ask.in_view("about", job=name_request(facts, entry)):
        if state == "drafted":
            way = ask.choice("drafted", ("sent", "look", "close", "leave"), wide=True)
        elif state == "sent" and facts.today < due:
            again = spoken_day(due)
            way = ask.choice(
                "early", ("answered", "refused", "unsent", "close", "leave"), wide=True, day=again
            )
        elif state == "sent":
            way = ask.choice("due", ("answered", "follow-up", "refused", "close", "leave"), wide=True)
        else:
            way = ask.choice("followed", ("answered", "refused", "close", "leave"), wide=True)
    _go(ask, facts, entry, way)


def _go(ask: Dialogue, facts: Facts, entry: Entry, way: str) -> None:
    match way:
        case "sent":
            mark_sent(ask, facts, entry)
        case "look":
            _look_again(ask, facts, entry)
        case "answered":
            ask.follow("reply", request=str(entry.id))
        case "follow-up":
            _follow_up(ask, facts, entry)
        case "refused":
            _say_last_word(ask, facts, entry)
        case "unsent":
            close_request(ask, facts, entry, "drafted")
            ask.say("unsent")
        case "close":
            close_request(ask, facts, entry, "closed")
            ask.say("closed")
        case _:
            ask.say("left")


def mark_sent(ask: Dialogue, facts: Facts, entry: Entry) -> None:
    """Note that a draft of before was sent today."""
    _change(ask, entry, state="sent", sent_on=facts.today.isoformat())
    again, until = add_working_days(facts.today, FOLLOW_UP), add_working_days(facts.today, PATIENCE)
    ask.effect("unremember", CallOff("send_request", entry.id))
    ask.effect("follow-up", Remind("follow_up", entry.id, on=again.isoformat()))
    ask.record("waiting", Waiting(until.isoformat(), "waiting"), under=entry.id)
    ask.effect("until", Remind("waiting_over", ask.path("waiting"), on=until.isoformat()))
    ask.repeat(line("feedback-sent", again=spoken_day(again), until=spoken_day(until)))


def close_request(ask: Dialogue, facts: Facts, entry: Entry, state: str) -> None:
    """End a request, and the waiting for it."""
    _change(ask, entry, state=state)
    for kind in ("follow_up", "send_request"):
        ask.effect(f"off-{kind.replace('_', '-')}", CallOff(kind, entry.id))
    for child in facts.diary.children(entry.id):
        if child.kind == Waiting.kind:
            over = "answered" if state == "answered" else "over"
            ask.effect(f"over-{child.id}", ChangeEntry(child.id, "state", over))
            ask.effect(f"off-{child.id}", CallOff("waiting_over", child.id))


def _change(ask: Dialogue, entry: Entry, **fields: str) -> None:
    for name, value in fields.items():
        ask.effect(f"{name.replace('_', '-')}-{digest(value)}", ChangeEntry(entry.id, name, value))


def _look_again(ask: Dialogue, facts: Facts, entry: Entry) -> None:
    """Open a draft of before, as it was left."""
    ingredients = _ingredients_of(facts, entry, "request")
    with ask.within("letter", "1", texts="letter"):
        taken = look_again(ask, facts, entry, ingredients, OF_SHORT)
    if taken.way == "sent":
        mark_sent(ask, facts, entry)
    else:
        ask.repeat(line("feedback-kept"))


def _follow_up(ask: Dialogue, facts: Facts, entry: Entry) -> None:
    """Draft the one follow-up."""
    letter = _draft(ask, facts, entry, "follow-up")
    if letter is None:
        ask.say("left")
        return
    until = add_working_days(facts.today, PATIENCE - FOLLOW_UP)
    _change(ask, entry, state="followed", followed_on=facts.today.isoformat(), follow_up=letter.body)
    ask.effect("off-follow-up", CallOff("follow_up", entry.id))
    for child in facts.diary.children(entry.id):
        if child.kind == Waiting.kind:
            ask.effect(f"until-{child.id}", ChangeEntry(child.id, "until", until.isoformat()))
            ask.effect(f"remind-{child.id}", Remind("waiting_over", child.id, on=until.isoformat()))
    ask.say("followed-up", until=spoken_day(until))


def _say_last_word(ask: Dialogue, facts: Facts, entry: Entry) -> None:
    """Close a request that was turned down, with kind last words if they are wanted."""
    close_request(ask, facts, entry, "closed")
    ask.say("refused")
    if ask.confirm("thank"):
        _draft(ask, facts, entry, "last-word")
    ask.say("closed-kindly")


def _draft(ask: Dialogue, facts: Facts, entry: Entry, purpose: Purpose) -> Letter | None:
    """Draft a short letter about a request; return it if it was sent."""
    ingredients = _ingredients_of(facts, entry, purpose)
    begin = compose(ingredients, facts.chance)
    if begin.subject is not None and entry.words("subject"):
        begin = adopt_subject(begin, f"Re: {entry.words('subject')}")
    with ask.within("letter", purpose, texts="letter"):
        taken = finish_letter(ask, facts, ingredients, lambda letter: None, changes=OF_SHORT, begin=begin)
    return taken.letter if taken.way == "sent" else None


def _ingredients_of(facts: Facts, entry: Entry, purpose: Purpose) -> Ingredients:
    job = None if entry.parent is None else facts.diary.get(entry.parent)
    wants = entry.data.get("wants")
    return Ingredients(
        purpose=purpose,
        channel=cast(Channel, entry.words("channel") or "email"),
        to=entry.words("to") or "unknown",
        name=entry.words("name") or None,
        role=None if job is None else job.words("role") or None,
        company=None if job is None else job.words("company") or None,
        wants=tuple(str(want) for want in wants) if isinstance(wants, list) else (),
        tone=cast(Tone, entry.words("tone") or "neutral"),
        sign=entry.words("sign") or None,
    )
