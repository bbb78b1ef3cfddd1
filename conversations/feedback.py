"""/feedback: a message that asks an employer for advice, drafted with the person, sent by them; and its life.

Only after contact with a human being (PRODUCT.md, section 4, rule 1); best a day or two after the news
(rule 2).
"""

from __future__ import annotations

from dataclasses import replace

from conversations.asking.drafting import finish_letter
from conversations.asking.ingredients import (
    OF_REQUEST,
    ask_channel,
    ask_detail,
    ask_sign,
    ask_to,
    ask_tone,
    ask_wants,
)
from conversations.asking.rejections import Rejection, choose_rejection
from conversations.asking.requests import FOLLOW_UP, PATIENCE, follow_request, show_requests
from conversations.asking.working_days import add_working_days
from conversations.dialogue import Dialogue
from conversations.effects import Remind
from conversations.facts import Entry, Facts
from conversations.feedback_request.letter import Ingredients, Letter
from conversations.memory import hold_latest
from conversations.records import FeedbackRequest, Waiting
from conversations.restraint import rests_in_quiet_days
from conversations.spoken import spoken_day

LATE = 7
"""Days after the news from which a request is late (PRODUCT.md, section 4, rule 2)."""
HEAVY = 8
"""Heaviness, 0 to 10, from which a day's rest is suggested before anything is sent."""
DAY = 86_400
REQUEST = "request"
MET = ("screen", "interview", "final", "task")
"""Stages in which one has dealt with a human being, for all we know."""


@rests_in_quiet_days
def feedback(ask: Dialogue, facts: Facts) -> None:
    """Look after the requests there are, or make a new one."""
    chosen = show_requests(ask, facts)
    if isinstance(chosen, Entry):
        with ask.within("request", str(chosen.id), texts="requests"):
            follow_request(ask, facts, chosen)
    elif chosen == "new":
        ask.say("begin")
        rejection = choose_rejection(ask, facts)
        if _makes_sense(ask, rejection):
            _ask_employer(ask, facts, rejection)


def _makes_sense(ask: Dialogue, rejection: Rejection) -> bool:
    """Say why asking leads nowhere after a mere application, and offer what does (rule 1)."""
    if rejection.stage in MET:
        return True
    way = ask.choice("nobody", ("met", "cv", "enough"), wide=True)
    if way == "cv":
        ask.follow("posting")
    elif way == "enough":
        ask.say("nobody-enough")
    return way == "met"


def _ask_employer(ask: Dialogue, facts: Facts, rejection: Rejection) -> None:
    late = _say_when(ask, facts, rejection)
    with ask.within("letter", "1", texts="letter"):
        ingredients = _gather(ask, facts, rejection, late)
        taken = finish_letter(
            ask,
            facts,
            ingredients,
            lambda letter: _save(ask, letter, rejection),
            changes=OF_REQUEST,
            slot=REQUEST,
        )
    slot = f"letter:1/{REQUEST}"
    if taken.way == "sent" and taken.letter.ingredients.channel == "call":
        with ask.within("letter", "1", texts="feedback"):
            _save(ask, taken.letter, rejection, state="answered", sent_on=facts.today.isoformat())
        ask.say("called")
    elif taken.way == "sent":
        _send(ask, facts, taken.letter, rejection, slot)
    else:
        ask.effect("remember", Remind("send_request", slot, after=DAY))
        ask.say("kept")


def _say_when(ask: Dialogue, facts: Facts, rejection: Rejection) -> bool:
    """Say when it is too early to be calm, or late; return whether it is late."""
    days = None if rejection.on is None else (facts.today - rejection.on).days
    if days is not None and days < 1:
        ask.say("early-heavy" if (rejection.heaviness or 0) >= HEAVY else "early")
    elif days is not None and days > LATE:
        ask.say("late")
        return True
    return False


def _gather(ask: Dialogue, facts: Facts, rejection: Rejection, late: bool) -> Ingredients:
    """Ask for the ingredients, one question each."""
    stage = rejection.stage if rejection.stage in MET else None
    ingredients = Ingredients(role=rejection.role, company=rejection.company, stage=stage, late=late)
    ingredients = ask_channel(ask, ask_to(ask, ingredients))
    ingredients = ask_tone(ask, ask_wants(ask, ingredients))
    if stage is not None:
        ingredients = ask_detail(ask, ingredients)
    last = hold_latest(ask, facts, "signed", FeedbackRequest.kind, lambda entry: bool(entry.words("sign")))
    return ask_sign(ask, ingredients, known=None if last is None else last.words("sign"))


def _save(ask: Dialogue, letter: Letter, rejection: Rejection, **sent: str) -> None:
    used = letter.ingredients
    request = FeedbackRequest(
        letter.body,
        letter.subject,
        used.to,
        used.name,
        used.channel,
        (*used.wants, *((used.question,) if used.question else ())),
        used.tone,
        used.detail,
        used.sign,
        state="drafted",
    )
    ask.record(REQUEST, replace(request, **sent), under=rejection.under)  # type: ignore[arg-type]


def _send(ask: Dialogue, facts: Facts, letter: Letter, rejection: Rejection, slot: str) -> None:
    """Note that the person sent it; from here it has a day to follow up, and a day to stop waiting."""
    with ask.within("letter", "1", texts="feedback"):
        _save(ask, letter, rejection, state="sent", sent_on=facts.today.isoformat())
    again, until = add_working_days(facts.today, FOLLOW_UP), add_working_days(facts.today, PATIENCE)
    ask.record("waiting", Waiting(until.isoformat(), "waiting"), under=slot)
    ask.effect("follow-up", Remind("follow_up", slot, on=again.isoformat()))
    ask.effect("until", Remind("waiting_over", "waiting", on=until.isoformat()))
    ask.say("sent", again=spoken_day(again), until=spoken_day(until))
    ask.say("expect")
