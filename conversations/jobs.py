"""Which job it is about: one written down before, by role and company, or a new one."""

from __future__ import annotations

from dataclasses import dataclass

from conversations.dialogue import Dialogue
from conversations.facts import Entry, Facts
from conversations.lines import Option, excerpt
from conversations.memory import hold_recent
from conversations.records import Application
from conversations.restraint import Restraint

OFFERED = 5
"""Jobs that can be tapped; the latest ones."""
LABEL = 40
"""Characters of a job's name on its button."""
SLOT = "application"
"""Where a new job is saved."""


@dataclass(frozen=True, slots=True)
class Job:
    """The job: the entry it has already, or none yet."""

    id: int | None = None

    @property
    def under(self) -> str | int:
        """What belongs to it is saved under this."""
        return SLOT if self.id is None else self.id


def choose_job(ask: Dialogue, facts: Facts, may: Restraint, *, short: bool) -> Job:
    """Ask which job it was, and save a new one.

    Args:
        short: one question is enough: what is typed is the role.
    """
    known = hold_recent(ask, facts, "jobs", Application.kind, OFFERED, _is_named)
    role, company = None, None
    if known:
        options = [Option(str(entry.id), excerpt(name_job(entry), LABEL)) for entry in known]
        pick = None
        if may("job"):
            pick = ask.pick("job", (*options, *(() if short else ("another",))), skippable=True)
        if pick is not None and (pick.slug or "").isdecimal():
            return Job(int(pick.value))
        if pick is None:
            ask.record(SLOT, Application())
            return Job()
        role = pick.own
    if role is None and may("role"):
        role = ask.text("role", skippable=True)
    ask.record(SLOT, Application(role))
    if not short and may("company"):
        company = ask.text("company", skippable=True)
        ask.record(SLOT, Application(role, company))
    return Job()


def _is_named(entry: Entry) -> bool:
    return bool(name_job(entry))


def name_job(entry: Entry) -> str:
    """Return what an application is called: its role and company, empty if neither is known."""
    return ", ".join(word for word in (entry.words("role"), entry.words("company")) if word)
