"""What passes between somebody and employers: requests, replies, contacts, postings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from conversations.records.record import Record


@dataclass(frozen=True, slots=True)
class FeedbackRequest(Record):
    """A request to an employer for advice; it belongs to its application.

    Args:
        to: who it goes to: interviewer, recruiter, manager or unknown.
        name: their name.
        channel: email, linkedin, note or call.
        wants: slugs of what the person wants to know, or one question of their own.
        tone: warm, neutral or brief.
        detail: one true thing from the interview worth thanking for, in the person's words.
        sign: the name it is signed with.
        subject, body: the message as it was taken.
        state: drafted, sent, followed (the one follow-up went out), answered or closed.
        sent_on, followed_on: days on which the person says they sent it, ISO 8601.
        follow_up: the follow-up as it was taken.
    """

    kind: ClassVar[str] = "request"
    body: str
    subject: str | None = None
    to: str | None = None
    name: str | None = None
    channel: str | None = None
    wants: tuple[str, ...] = ()
    tone: str | None = None
    detail: str | None = None
    sign: str | None = None
    state: str | None = None
    sent_on: str | None = None
    follow_up: str | None = None
    followed_on: str | None = None


@dataclass(frozen=True, slots=True)
class Reply(Record):
    """What an employer said, under the request or the application (PRODUCT.md, 3, "Employer feedback").

    Args:
        words: kept verbatim, or as the person retells it.
        told: pasted or retold.
        on: the day it came, ISO 8601.
        kinds: slugs of the kinds of feedback that the person confirmed, at most three.
        facts, guesses, empty: the sentences that name what was observed, an interpretation, or nothing.
        usable: 0 (nothing to work with) to 3 (a clear point and what to do).
        thanks: the thank-you note as it was taken.
        clarify: the one clarifying question as it was taken.
        change: slug of the one change the person picked, or their own words.
    """

    kind: ClassVar[str] = "reply"
    words: str
    told: str | None = None
    on: str | None = None
    kinds: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    guesses: tuple[str, ...] = ()
    empty: tuple[str, ...] = ()
    usable: int | None = None
    thanks: str | None = None
    clarify: str | None = None
    change: str | None = None


@dataclass(frozen=True, slots=True)
class Contact(Record):
    """A first message to somebody who could help: a mentor, someone in the trade, a contact at an event.

    Args:
        who: their name.
        known: how one knows of them: worked, event, friend, online or unknown.
        ask: what one asks for: advice, look, talk or introduction.
        channel: email, linkedin, note or call.
        body: the message as it was taken; `subject` in an e-mail.
        state: drafted, sent or dropped.
    """

    kind: ClassVar[str] = "contact"
    who: str | None = None
    known: str | None = None
    ask: str | None = None
    channel: str | None = None
    subject: str | None = None
    body: str | None = None
    state: str | None = None


@dataclass(frozen=True, slots=True)
class Posting(Record):
    """One posting that a CV and a cover letter were tailored to.

    Args:
        role: the role it offers.
        asks: what it asks for, in the posting's words.
        shown: of those, what the person can show, with their example.
        missing: of those, what they cannot show yet.
        checked: slugs of the steps of the checklist that are done.
    """

    kind: ClassVar[str] = "posting"
    role: str | None = None
    asks: str | None = None
    shown: str | None = None
    missing: str | None = None
    checked: tuple[str, ...] = ()
