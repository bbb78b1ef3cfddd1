"""Which request or job a reply belongs to; a request that was answered waits no longer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from conversations.answers import as_date, as_int, as_text
from conversations.asking.requests import FOLLOW_UP, close_request, name_request
from conversations.asking.working_days import add_working_days
from conversations.dialogue import Dialogue
from conversations.effects import CallOff, ChangeEntry, Remind
from conversations.facts import Entry, Facts
from conversations.jobs import LABEL, OFFERED, name_job
from conversations.lines import Option, excerpt
from conversations.memory import hold_recent
from conversations.records import Application, FeedbackRequest, Waiting

OPEN = ("sent", "followed")
"""States of a request that a reply is expected for."""
LATE = (*OPEN, "closed")
"""The same, with those that were given up before the reply came."""
SLOT = "application"
"""Where a job told now is saved."""


@dataclass(frozen=True, slots=True)
class Case:
    """What a reply is about, as far as it is known.

    Args:
        request: the request it answers.
        job: the application.
        role: what was applied for, where it is told now.
    """

    request: Entry | None = None
    job: Entry | None = None
    role: str | None = None

    @property
    def under(self) -> str | int | None:
        """What the reply is saved under."""
        found = self.request or self.job
        return found.id if found is not None else SLOT if self.role else None

    def words(self, name: str) -> str | None:
        """Return the field `name` of the application, None if it is not known."""
        known = None if self.job is None else self.job.words(name) or None
        return known or (self.role if name == "role" else None)


def find_case(ask: Dialogue, facts: Facts) -> Case:
    """Ask which request or job the reply belongs to, unless it was said before."""
    given = facts.given.get("request", "")
    known = int(given) if given.isdecimal() and facts.diary.get(int(given)) is not None else 0
    id = ask.pin("given", known, as_int)
    return case_of(facts, id) if id else _ask_case(ask, facts)


def case_of(facts: Facts, id: int | None) -> Case:
    """Return the case of a request or an application; an empty one if the entry was deleted."""
    entry = None if id is None else facts.diary.get(id)
    if entry is None:
        return Case()
    if entry.kind == FeedbackRequest.kind:
        return Case(entry, None if entry.parent is None else facts.diary.get(entry.parent))
    return Case(_late_request(facts, entry), entry)


def _late_request(facts: Facts, job: Entry) -> Entry | None:
    """Return the latest request about a job that was given up, or answered meanwhile."""
    found = [child for child in facts.diary.children(job.id) if child.kind == FeedbackRequest.kind]
    return next((child for child in reversed(found) if child.words("state") in (*LATE, "answered")), None)


def _ask_case(ask: Dialogue, facts: Facts) -> Case:
    requests = hold_recent(ask, facts, "requests", FeedbackRequest.kind, OFFERED, _is_open)
    jobs = hold_recent(ask, facts, "jobs", Application.kind, OFFERED, lambda job: bool(name_job(job)))
    asked = {request.parent for request in requests}
    options = [Option(str(request.id), name_request(facts, request)) for request in requests]
    options += [Option(str(job.id), excerpt(name_job(job), LABEL)) for job in jobs if job.id not in asked]
    role = None
    if options:
        pick = ask.pick("which", (*options[:OFFERED], "another"), skippable=True)
        if pick is None:
            return Case()
        if (pick.slug or "").isdecimal():
            return _reopen_others(ask, facts, requests, case_of(facts, int(pick.value)))
        role = pick.own
    role = role or ask.text("role", skippable=True)
    if role:
        ask.record(SLOT, Application(role))
    return _reopen_others(ask, facts, requests, Case(role=role))


def _is_open(request: Entry) -> bool:
    return request.words("state") in OPEN


def stop_waiting(ask: Dialogue, facts: Facts, case: Case) -> None:
    """Mark what was waited for as answered: no follow-up, no day to stop waiting."""
    found = case.request or case.job
    if found is None:
        return
    with ask.within("answered", str(found.id)):
        if case.request is not None:
            ask.pin("before", case.request.words("state"), as_text)
            close_request(ask, facts, case.request, "answered")
            return
        for child in facts.diary.children(found.id):
            if child.kind == Waiting.kind:
                ask.effect(f"over-{child.id}", ChangeEntry(child.id, "state", "answered"))
                ask.effect(f"off-{child.id}", CallOff("waiting_over", child.id))


def _reopen_others(ask: Dialogue, facts: Facts, requests: Sequence[Entry], chosen: Case) -> Case:
    """Take back what `stop_waiting` did to a request that was chosen first, and is not any more."""
    for request in requests:
        if chosen.request is not None and chosen.request.id == request.id:
            continue
        with ask.within("answered", str(request.id)):
            if ask.answered("before") and request.words("state") == "answered":
                _reopen(ask, facts, request, ask.pin("before", "sent", as_text))
    return chosen


def _reopen(ask: Dialogue, facts: Facts, request: Entry, state: str) -> None:
    ask.effect("reopen", ChangeEntry(request.id, "state", state))
    sent = as_date(request.data.get("sent_on"))
    if state == "sent" and sent is not None:
        due = max(add_working_days(sent, FOLLOW_UP), facts.today)
        ask.effect("follow-up", Remind("follow_up", request.id, on=due.isoformat()))
    for child in facts.diary.children(request.id):
        if child.kind == Waiting.kind and child.words("state") == "answered":
            ask.effect(f"wait-{child.id}", ChangeEntry(child.id, "state", "waiting"))
            ask.effect(f"until-{child.id}", Remind("waiting_over", child.id, on=child.words("until")))
