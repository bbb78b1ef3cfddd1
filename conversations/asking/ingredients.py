"""The ingredients of a request, one question each: asked on the way to the first draft, or changed later."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from conversations.asking.drafting import Change
from conversations.dialogue import Dialogue
from conversations.feedback_request.letter import MOST_WANTS, WANTS, Ingredients
from conversations.lines import Option, line
from conversations.understanding.wording import says_nothing

TO = ("interviewer", "recruiter", "manager", "unknown")
CHANNELS = ("email", "linkedin", "note", "call")
TONES = ("warm", "neutral", "brief")
USUAL = ("strength", "change")
"""What is asked where somebody taps the usual: one strength, one change (PRODUCT.md, section 4, rule 4)."""
OWN = 300
"""Characters of a question of one's own."""


def ask_to(ask: Dialogue, so_far: Ingredients) -> Ingredients:
    """Ask who it goes to, and their name where there is somebody (rule 8)."""
    to = ask.choice("to", TO)
    name = ask.text("name", skippable=True) if to != "unknown" else None
    return replace(so_far, to=to, name=name)


def ask_channel(ask: Dialogue, so_far: Ingredients) -> Ingredients:
    """Ask how it is sent."""
    channel = ask.choice("channel", CHANNELS)
    return replace(so_far, channel=channel)  # type: ignore[arg-type]  # the options are the channels


def ask_wants(ask: Dialogue, so_far: Ingredients) -> Ingredients:
    """Ask what they really want to know, three things at most (rule 4)."""
    fitting = [want for want in WANTS if want != "task" or so_far.stage in (None, "task", "final")]
    options = [Option("usual", line("letter-wants", "o-usual"), alone=True), *fitting]
    picks = ask.several("wants", options, most=MOST_WANTS, own=OWN)
    if any(pick.slug == "usual" for pick in picks):
        return replace(so_far, wants=USUAL, question=None)
    wants = tuple(pick.slug for pick in picks if pick.slug is not None)
    own = next((pick.own for pick in picks if pick.own is not None), None)
    return replace(so_far, wants=wants, question=own)


def ask_tone(ask: Dialogue, so_far: Ingredients) -> Ingredients:
    """Ask how it should sound."""
    tone = ask.choice("tone", TONES)
    return replace(so_far, tone=tone)  # type: ignore[arg-type]  # the options are the tones


def ask_detail(ask: Dialogue, so_far: Ingredients) -> Ingredients:
    """Ask for one true thing worth thanking for; "nothing" is an answer."""
    detail = ask.text("detail", skippable=True)
    return replace(so_far, detail=None if detail is None or says_nothing(detail) else detail)


def ask_sign(ask: Dialogue, so_far: Ingredients, known: str | None = None) -> Ingredients:
    """Ask for the name it is signed with; the one used last time is taken again."""
    return replace(so_far, sign=ask.text("sign", skippable=True, known=known))


def ask_role(ask: Dialogue, so_far: Ingredients) -> Ingredients:
    """Ask for the role and the company, as the letter should name them."""
    role, company = ask.text("role", skippable=True), ask.text("company", skippable=True)
    return replace(so_far, role=role, company=company)


OF_REQUEST: Mapping[str, Change] = {
    "to": ask_to,
    "channel": ask_channel,
    "wants": ask_wants,
    "tone": ask_tone,
    "detail": ask_detail,
    "sign": ask_sign,
    "role": ask_role,
}
"""What can be changed in a request."""
OF_SHORT: Mapping[str, Change] = {
    "channel": ask_channel,
    "to": ask_to,
    "tone": ask_tone,
    "sign": ask_sign,
    "role": ask_role,
}
"""What can be changed in a follow-up or in thanks."""
