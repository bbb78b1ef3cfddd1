"""/waiting: silence has an end. What one waits for, and the day on which one stops, closed together.

For requests and for applications alike (PRODUCT.md, section 2, 14). Silence is normal, not a verdict
(section 4, rule 10); a date of one's own ends it, since the employer may never do.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from conversations.answers import as_date
from conversations.asking.requests import close_request, name_request
from conversations.dialogue import Dialogue
from conversations.effects import CallOff, ChangeEntry, Remind
from conversations.facts import Entry, Facts
from conversations.jobs import LABEL, Job, choose_job, name_job
from conversations.lines import Line, Option, digest, excerpt, line
from conversations.memory import hold_recent, hold_words
from conversations.records import Application, FeedbackRequest, Interview, Note, Status, Waiting
from conversations.restraint import Restraint, rests_in_quiet_days
from conversations.spoken import spoken_day

SHOWN = 6
"""What is shown of all one waits for; the latest."""


@dataclass(frozen=True, slots=True)
class Wait:
    """One thing somebody waits for.

    Args:
        about: the request or the application.
        end: the entry that holds the day on which the waiting ends, None if no day is set.
    """

    about: Entry
    end: Entry | None = None

    @property
    def is_request(self) -> bool:
        """Whether it is an answer to a request, not to an application."""
        return self.about.kind == FeedbackRequest.kind


@rests_in_quiet_days
def waiting(ask: Dialogue, facts: Facts) -> None:
    """Show what is waited for; set a day, move it, or close it together."""
    waits = _held(ask, facts)
    given = facts.given.get("waiting")
    if given is not None:
        chosen = next((str(one.about.id) for one in waits if one.end and str(one.end.id) == given), "gone")
    elif waits:
        ask.say("list")
        for wait in waits:
            _say_row(ask, facts, wait)
        chosen = ask.choice("way", (*_options(facts, waits), "add", "enough"), wide=True)
    else:
        chosen = ask.choice("nothing", ("add", "enough"))
    if chosen == "add":
        _add(ask, facts)
    elif chosen == "gone":
        ask.repeat(line("due-gone"))
    elif chosen == "enough":
        ask.say("left")
    else:
        for wait in waits:
            if str(wait.about.id) == chosen:
                with ask.within("wait", chosen), ask.in_view("about", job=_name(facts, wait)):
                    _look_after(ask, facts, wait)


def _held(ask: Dialogue, facts: Facts) -> Sequence[Wait]:
    """Return what was waited for when the conversation began; none that is gone."""
    ends = hold_recent(ask, facts, "ends", Waiting.kind, SHOWN, lambda one: one.words("state") == "waiting")
    waits = [Wait(about, end) for end in ends if (about := facts.diary.get(end.parent or 0)) is not None]
    ended = {wait.about.id for wait in waits}
    jobs = hold_recent(ask, facts, "open-jobs", Application.kind, SHOWN, lambda job: _is_waiting(facts, job))
    return [*waits, *(Wait(job) for job in jobs if job.id not in ended)][:SHOWN]


def _is_waiting(facts: Facts, job: Entry) -> bool:
    """Return whether the last interview's result was open, and no end has come since."""
    children = facts.diary.children(job.id)
    if any(child.kind in (Status.kind, Waiting.kind) for child in children):
        return False
    results = [child.words("result") for child in children if child.kind == Interview.kind]
    return bool(results) and results[-1] == "waiting"


def _name(facts: Facts, wait: Wait) -> Line | str:
    if wait.is_request:
        return line("waiting-advice", job=name_request(facts, wait.about))
    name = name_job(wait.about)
    return excerpt(name, LABEL) if name else line("feedback-nameless")


def _say_row(ask: Dialogue, facts: Facts, wait: Wait) -> None:
    until = None if wait.end is None else _until(ask, wait.end)
    if until is None:
        ask.say("row", job=_name(facts, wait))
    elif until <= facts.today:
        ask.say("row-over", job=_name(facts, wait))
    else:
        ask.say("row-until", job=_name(facts, wait), day=spoken_day(until))


def _until(ask: Dialogue, end: Entry) -> date | None:
    """Return the day that was set when the conversation began."""
    with ask.within("end", str(end.id)):
        return as_date(hold_words(ask, "until", end, "until")[0])


def _options(facts: Facts, waits: Sequence[Wait]) -> Iterator[Option]:
    for wait in waits:
        yield Option(str(wait.about.id), _name(facts, wait))


def _look_after(ask: Dialogue, facts: Facts, wait: Wait) -> None:
    if wait.end is None:
        way = ask.choice("open", ("day", "answered", "stop", "leave"), wide=True)
    else:
        over = (as_date(hold_words(ask, "was", wait.end, "until")[0]) or facts.today) <= facts.today
        way = ask.choice("over" if over else "set", ("answered", "stop", "day", "leave"), wide=True)
    match way:
        case "day":
            _set_day(ask, wait)
        case "answered":
            _hear(ask, facts, wait)
        case "stop":
            _stop(ask, facts, wait)
        case _:
            ask.say("left")


def _set_day(ask: Dialogue, wait: Wait) -> None:
    """Ask for the day after which they stop waiting."""
    until = ask.date("until", ahead=True)
    day = until.isoformat()
    if wait.end is None:
        ask.record("end", Waiting(day, "waiting"), under=wait.about.id)
        ask.effect("remind", Remind("waiting_over", ask.path("end"), on=day))
    else:
        ask.effect(f"until-{digest(day)}", ChangeEntry(wait.end.id, "until", day))
        ask.effect("remind", Remind("waiting_over", wait.end.id, on=day))
    ask.say("until-kept", day=spoken_day(until))


def _hear(ask: Dialogue, facts: Facts, wait: Wait) -> None:
    """Go on with the answer that came."""
    if wait.is_request:
        ask.follow("reply", request=str(wait.about.id))
        return
    news = ask.choice("news", ("no", "next", "offer"))
    _end(ask, wait, "answered")
    if news == "no":
        ask.follow("rejected", application=str(wait.about.id))
    else:
        ask.say(f"news-{news}")


def _end(ask: Dialogue, wait: Wait, state: str) -> None:
    if wait.end is not None:
        ask.effect(f"state-{state}", ChangeEntry(wait.end.id, "state", state))
        ask.effect("off", CallOff("waiting_over", wait.end.id))


def _stop(ask: Dialogue, facts: Facts, wait: Wait) -> None:
    """Close it together: the silence is named for what it is, and a last line may be left."""
    ask.say("stop-request" if wait.is_request else "stop-job")
    last = ask.text("last", skippable=True)
    if last is not None:
        ask.record("last", Note(last), under=wait.about.id)
    if wait.is_request:
        close_request(ask, facts, wait.about, "closed")
    else:
        _end(ask, wait, "over")
        ask.record("silent", Status("silent", on=facts.today.isoformat()), under=wait.about.id)
    ask.say("stopped")


def _add(ask: Dialogue, facts: Facts) -> None:
    """Write down another application one waits for, and its day."""
    job: Job = choose_job(ask, facts, Restraint(ask, facts.quiet), short=False)
    until = ask.date("until", ahead=True)
    ask.record("end", Waiting(until.isoformat(), "waiting"), under=job.under)
    ask.effect("remind", Remind("waiting_over", "end", on=until.isoformat()))
    ask.say("until-kept", day=spoken_day(until))
