"""The details of a rejection, optional and later: how the news came, the stage, the job."""

from __future__ import annotations

from collections.abc import Iterator

from conversations.answers import as_int
from conversations.dialogue import Dialogue
from conversations.effects import ChangeEntry, DeleteEntry, MoveEntry
from conversations.facts import Entry, Facts
from conversations.jobs import LABEL, OFFERED, name_job
from conversations.lines import Option, digest, excerpt
from conversations.memory import hold_latest, hold_recent
from conversations.records import Application, Status

NEWS = ("mail", "call", "portal", "silence", "in-person")
STAGES = ("applied", "screen", "interview", "task", "final")
TOMORROW = "tomorrow"
OF_JOB = ("role", "company")


def ask_details(ask: Dialogue, facts: Facts, known: bool = False) -> Iterator[tuple[str, str | None]]:
    """Yield (field, answer) one by one as they are given; "tomorrow" puts them all off.

    The job is one written down before (`job`, the id of its entry), or a new one (`role` and `company`).
    In quiet days (72 hours after a crisis card) nothing more is asked, and what was said stays.

    Args:
        known: whether the job is known already.
    """

    def may(key: str) -> bool:
        return not facts.quiet or ask.answered(key)

    news = ask.choice("news", (*NEWS, TOMORROW), skippable=True) if may("news") else None
    if news == TOMORROW:
        yield "details", TOMORROW
        return
    yield "details", None
    yield "news", news
    yield "stage", ask.choice("stage", STAGES, skippable=True) if may("stage") else None
    job = None if known or not may("job") else _choose_job(ask, facts)
    if job is not None:
        yield "job", str(job.id)
    elif not known:
        yield "role", ask.text("role", skippable=True) if may("role") else None
        yield "company", ask.text("company", skippable=True) if may("company") else None
    yield "taken", ask.choice("taken", ("yes", "no", "unsure"), skippable=True) if may("taken") else None


def _choose_job(ask: Dialogue, facts: Facts) -> Entry | None:
    """Offer the jobs written down before of which no news is known; return the one it is, if it is one."""
    open_jobs = hold_recent(
        ask, facts, "open-jobs", Application.kind, OFFERED, lambda job: _awaits_news(facts, job)
    )
    if not open_jobs:
        return None
    options = [Option(str(job.id), excerpt(name_job(job), LABEL)) for job in open_jobs]
    chosen = ask.choice("job", (*options, "another"), wide=True, skippable=True)
    return facts.diary.get(int(chosen)) if chosen is not None and chosen.isdecimal() else None


def _awaits_news(facts: Facts, job: Entry) -> bool:
    told = any(child.kind == Status.kind for child in facts.diary.children(job.id))
    return bool(name_job(job)) and not told


def add_postponed(ask: Dialogue, facts: Facts) -> bool:
    """Offer to add what was put off until "tomorrow"; return whether that is what the person came for."""
    entry = hold_latest(ask, facts, "postponed", "status", lambda one: one.words("details") == TOMORROW)
    if entry is None or (facts.quiet and not ask.answered("postponed-details")):
        return False
    way = ask.choice("postponed-details", ("add", "new", "drop"), wide=True)
    if way == "drop":
        ask.effect("drop", ChangeEntry(entry.id, "details", None))
    if way != "add":
        return False
    for name, value in ask_details(ask, facts):
        if name == "job" and value is not None:
            _move(ask, facts, entry, int(value))
        elif value != TOMORROW and (value or name == "details"):
            _change(ask, entry, name, value)
    ask.say("details-kept")
    return True


def _move(ask: Dialogue, facts: Facts, entry: Entry, job: int) -> None:
    """Put the rejection under the job it belongs to; the nameless one it stood under goes."""
    stood = facts.diary.get(ask.pin("stood-under", entry.parent or 0, as_int))
    ask.effect(f"move-{job}", MoveEntry(entry.id, job))
    if stood is not None and stood.id != job and not name_job(stood):
        ask.effect("drop-nameless", DeleteEntry(stood.id))


def _change(ask: Dialogue, entry: Entry, name: str, value: str | None) -> None:
    """Write an answer into the entry it belongs to; an edited answer is written again."""
    target = entry.parent if name in OF_JOB else entry.id
    if target is not None:
        ask.effect(f"{name}-{digest(value)}", ChangeEntry(target, name, value))
