"""/contact: a first message to somebody who could help, drafted with the person and sent by them.

Enlisting support and meeting people in the trade belong to looking for work (PRODUCT.md, section 3); the
message asks for one small thing and is held against the rules of section 4.
"""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from conversations.aims import ask_aim
from conversations.asking.drafting import Change, finish_letter, look_again
from conversations.asking.ingredients import ask_sign, ask_tone
from conversations.dialogue import Dialogue
from conversations.effects import ChangeEntry
from conversations.facts import Entry, Facts
from conversations.feedback_request.letter import Channel, Ingredients, Letter, Tone
from conversations.lines import excerpt
from conversations.memory import hold_latest
from conversations.records import Contact, FeedbackRequest
from conversations.restraint import rests_in_quiet_days

KNOWN = ("worked", "event", "friend", "online", "unknown")
ASKS = ("advice", "look", "talk", "introduction")
CHANNELS = ("email", "linkedin", "note")
WARM = ("worked", "friend")
"""Who is written to in a warm tone at first."""
SKIPPED = ""
"""How they know of each other where that was left out: no sentence of a letter speaks of it."""
OWN = 120
SLOT = "contact"


@rests_in_quiet_days
def contact(ask: Dialogue, facts: Facts) -> None:
    """Draft a message to somebody who could help, or look after the last draft."""
    draft = hold_latest(ask, facts, "draft", Contact.kind, _is_open)
    way = "new" if draft is None else _ask_about(ask, draft)
    if draft is not None and way in ("sent", "dropped"):
        ask.effect("state", ChangeEntry(draft.id, "state", way))
        ask.say(f"now-{way}")
    elif draft is not None and way == "again":
        _look_again(ask, facts, draft)
    else:
        _write(ask, facts)


def _is_open(entry: Entry) -> bool:
    return entry.words("state") == "drafted" and bool(entry.words("body"))


def _ask_about(ask: Dialogue, draft: Entry) -> str:
    """Ask what became of the draft of the last time."""
    who = excerpt(draft.words("who"), 40)
    options = ("sent", "again", "new", "dropped")
    return ask.choice("before", options, who=who) if who else ask.choice("before-nameless", options)


def _write(ask: Dialogue, facts: Facts) -> None:
    """Gather the ingredients, draft, review."""
    ingredients = Ingredients(purpose="contact")
    for one in (ask_who, ask_known, ask_ask):
        ingredients = one(ask, ingredients)
    tone: Tone = "warm" if ingredients.to in WARM else "neutral"
    ingredients = ask_channel(ask, replace(ingredients, role=ask_aim(ask, facts), tone=tone))
    last = hold_latest(ask, facts, "signed", FeedbackRequest.kind, lambda entry: bool(entry.words("sign")))
    known = None if last is None else last.words("sign")
    with ask.within("letter", "1", texts="letter"):
        ingredients = ask_sign(ask, ingredients, known=known)
        taken = finish_letter(
            ask, facts, ingredients, lambda letter: _save(ask, letter), changes=CHANGES, slot=SLOT
        )
        if taken.way == "sent":
            _save(ask, taken.letter, "sent")
    ask.say("sent" if taken.way == "sent" else "later")


def ask_who(ask: Dialogue, so_far: Ingredients) -> Ingredients:
    """Ask for their name."""
    return replace(so_far, name=ask.text("who", skippable=True))


def ask_known(ask: Dialogue, so_far: Ingredients) -> Ingredients:
    """Ask how the person knows of them, and what connects the two; nothing that was skipped is claimed."""
    known = ask.choice("known", KNOWN, skippable=True)
    return replace(so_far, to=known or SKIPPED, detail=ask.text("link", skippable=True))


def ask_ask(ask: Dialogue, so_far: Ingredients) -> Ingredients:
    """Ask for the one small thing to ask for; a question of one's own takes its place."""
    pick = ask.pick("ask", ASKS, own=OWN, skippable=True)
    if pick is None:
        return replace(so_far, wants=("advice",), question=None)
    return replace(so_far, wants=() if pick.slug is None else (pick.slug,), question=pick.own)


def ask_channel(ask: Dialogue, so_far: Ingredients) -> Ingredients:
    """Ask how it goes."""
    return replace(so_far, channel=cast(Channel, ask.choice("channel", CHANNELS)))


def ask_role(ask: Dialogue, so_far: Ingredients) -> Ingredients:
    """Ask what they aim at, in their own words."""
    return replace(so_far, role=ask.text("aim", skippable=True))


def _anew(one: Change) -> Change:
    """Let a question of this conversation be asked again inside the review."""

    def again(ask: Dialogue, so_far: Ingredients) -> Ingredients:
        with ask.within("again", "1", texts="contact"):
            return one(ask, so_far)

    return again


CHANGES = {
    "name": _anew(ask_who),
    "known": _anew(ask_known),
    "ask": _anew(ask_ask),
    "channel": _anew(ask_channel),
    "role": _anew(ask_role),
    "tone": ask_tone,
    "sign": ask_sign,
}
"""What can be changed in the review, by the labels of `letter-which`."""


def _save(ask: Dialogue, letter: Letter, state: str = "drafted") -> None:
    used = letter.ingredients
    asked = used.question or next(iter(used.wants), None)
    record = Contact(used.name, used.to or None, asked, used.channel, letter.subject, letter.body, state)
    ask.record(SLOT, record)


def _look_again(ask: Dialogue, facts: Facts, draft: Entry) -> None:
    """Open the draft of the last time as it was left; what is changed goes into the same entry."""
    ingredients = _ingredients_of(draft)
    with ask.within("letter", "1", texts="letter"):
        taken = look_again(ask, facts, draft, ingredients, {})
        if taken.way == "sent":
            ask.effect("state", ChangeEntry(draft.id, "state", "sent"))
    ask.say("sent" if taken.way == "sent" else "later")


def _ingredients_of(draft: Entry) -> Ingredients:
    asked = draft.words("ask")
    return Ingredients(
        purpose="contact",
        channel=cast(Channel, draft.words("channel") if draft.words("channel") in CHANNELS else "email"),
        to=draft.words("known") or SKIPPED,
        name=draft.words("who") or None,
        wants=(asked,) if asked in ASKS else (),
        question=asked if asked and asked not in ASKS else None,
    )
