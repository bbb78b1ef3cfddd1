"""The answer to a reply: thanks the same day, or one clarifying question after a vague but friendly one.

PRODUCT.md, section 4: a reply gets thanks within a day and never a rebuttal (rule 9); after a vague but
friendly reply one clarifying question may follow (rule 11).
"""

from __future__ import annotations

from typing import cast

from conversations.answers import as_text
from conversations.asking.drafting import finish_letter
from conversations.asking.ingredients import OF_SHORT, ask_role, ask_sign
from conversations.dialogue import Dialogue
from conversations.facts import Facts
from conversations.feedback_request.letter import Channel, Ingredients, Purpose, Tone
from conversations.lines import Line
from conversations.memory import hold_latest
from conversations.records import FeedbackRequest
from conversations.replying.account import Account
from conversations.replying.wording import signed_by
from conversations.texts import load_texts

CHANGES = {**OF_SHORT, "role": ask_role}


def offer_question(ask: Dialogue, facts: Facts, account: Account) -> bool:
    """Offer the one clarifying question after a vague but friendly reply; return whether it was written."""
    if not account.reading.vague:
        return False
    way = ask.choice("clarify", ("clarify", "thanks", "not-now"), wide=True, skippable=True)
    if way == "clarify":
        account.note(clarify=_draft(ask, facts, account, "clarify"))
    elif way == "thanks":
        account.note(thanks=_draft(ask, facts, account, "thanks"))
    return way == "clarify"


def offer_thanks(ask: Dialogue, facts: Facts, account: Account, *, promise: bool) -> None:
    """Offer to thank them, once it is clear what is done with it.

    A form letter that nobody asked for needs no answer; neither do hurtful words.

    Args:
        promise: whether the thanks may say what the person will work on: a change was chosen.
    """
    reading = account.reading
    if reading.vague or reading.unfair or reading.of_sort("hurtful"):
        return
    if not reading.usable and account.case.request is None:
        return
    if ask.choice("thanks", ("thanks", "not-now"), wide=True, skippable=True) == "thanks":
        account.note(thanks=_draft(ask, facts, account, "thanks", promise=promise))


def _draft(ask: Dialogue, facts: Facts, account: Account, purpose: Purpose, *, promise: bool = True) -> str:
    """Draft it with the person; return it as it was taken."""
    with ask.within("letter", purpose, texts="letter"):
        ingredients = _gather(ask, facts, account, purpose, promise)
        taken = finish_letter(ask, facts, ingredients, lambda letter: None, changes=CHANGES)
    ask.say(f"{purpose}-{taken.way}")
    return taken.letter.body


def _gather(ask: Dialogue, facts: Facts, account: Account, purpose: Purpose, promise: bool) -> Ingredients:
    """Take the ingredients from the request it answers; without one only the signature is asked for."""
    request, case = account.case.request, account.case
    signed_so = None if account.told == "retold" else signed_by(account.words)
    known = Ingredients(
        purpose=purpose,
        name=signed_so,
        role=case.words("role"),
        company=case.words("company"),
        point=_point(account) if promise else None,
    )
    if request is not None:
        known = Ingredients(
            purpose=purpose,
            channel=cast(Channel, request.words("channel") or "email"),
            to=request.words("to") or "unknown",
            name=signed_so or request.words("name") or None,
            role=known.role,
            company=known.company,
            tone=cast(Tone, request.words("tone") or "neutral"),
            point=known.point,
        )
    last = hold_latest(ask, facts, "signed", FeedbackRequest.kind, lambda entry: bool(entry.words("sign")))
    signed = request.words("sign") if request is not None else ""
    signed = ask.pin("sign-known", signed or (last.words("sign") if last is not None else ""), as_text)
    return ask_sign(ask, known, known=signed or None)


def _point(account: Account) -> str | None:
    """Return in plain words what it was about, as it stands after "about" in a letter."""
    texts = load_texts()
    for kind in account.reply.kinds:
        if texts.has("reply-kinds", f"p-{kind}"):
            skill = account.reading.skill if kind == "hard-skill-gap" else None
            if skill:
                return skill
            return texts.phrase(Line("reply-kinds", (), f"p-{kind}"))
    return None
