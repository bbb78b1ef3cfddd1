"""/rejected: somebody was turned down. Heard first, then one thing that helps; details later, if at all.

How heavy, one word, the thought that keeps coming, then the choice. A second rejection opens with the
balanced thought of the last thought record and takes three taps. Rejections are never counted here.
"""

from __future__ import annotations

from dataclasses import replace

from conversations.answers import Pick
from conversations.calm import HEAVY, settle
from conversations.details import add_postponed, ask_details
from conversations.dialogue import Dialogue
from conversations.facts import Entry, Facts
from conversations.feelings import offered_feelings, quoted
from conversations.lines import excerpt
from conversations.memory import has_balanced, hold_latest
from conversations.records import Application, Note, Status
from conversations.thought_record import Trouble
from conversations.toolbox import Job, Visit, offer_tools
from conversations.understanding.traps import discrimination, may_be_true
from conversations.understanding.wording import tells_of_a_no

LABEL = 24
"""Characters up to which own words for a feeling are said back like a chip."""
LIGHT = 2
"""Heaviness, 0 to 10, up to which it is not called heavy."""
STORY = 200
"""Characters from which words for a thought are a story: its hardest sentence is asked for."""
CARRIED = 100
"""The same for words that were written before any thought was asked for."""
OWN = 4000
"""Characters a thought may have where what was written before is offered, or its hardest sentence."""
STINGS = {"relieved", "numb", "angry", "ashamed"}
"""Feelings that have a true word of their own; the others share one."""


class Report:
    """The rejection as it is told; saved after each answer."""

    def __init__(self, ask: Dialogue, known: Entry | None) -> None:
        self._ask = ask
        self.status = Status("rejected")
        self.known: Entry | None = None
        self.job = Job()
        if known is not None:
            self.belong_to(known)

    def belong_to(self, job: Entry) -> None:
        """Let it be about a job written down before; the new one is not needed."""
        self.known = job
        self.job = Job(job.words("role") or None, job.words("company") or None)
        self._ask.withdraw("application")

    def note(self, **answers: object) -> None:
        """Take answers in and save."""
        job = {name: value for name, value in answers.items() if name in ("role", "company")}
        rest = {name: value for name, value in answers.items() if name not in job}
        self.job = replace(self.job, **job)  # type: ignore[arg-type]  # the callers name the fields
        self.status = replace(self.status, **rest)  # type: ignore[arg-type]
        if self.known is None:
            self._ask.record("application", Application(self.job.role, self.job.company))
        self._ask.record("rejection", self.status, under=self.known.id if self.known else "application")


def rejected(ask: Dialogue, facts: Facts) -> None:
    """Hear a rejection, and help with it."""
    last = hold_latest(ask, facts, "balanced", "thought_record", has_balanced)
    if add_postponed(ask, facts):
        return
    given = facts.given.get("application", "")
    report = Report(ask, facts.diary.get(int(given)) if given.isdecimal() else None)
    if last is None:
        visit = _first_time(ask, facts, report)
    else:
        visit = _once_more(ask, report, last.words("balanced"))
    offer_tools(ask, facts, visit, lambda: _details(ask, facts, report))


def _once_more(ask: Dialogue, report: Report, balanced: str) -> Visit:
    """Open with the balanced thought of the last record; then how heavy, and straight to what helps."""
    held = ask.choice("holds", ("holds", "partly", "not-today"), about=balanced, balanced=excerpt(balanced))
    report.note(held=held)
    ask.say(f"held-{held}")
    heavy = ask.scale("heavy", 0, 10, skippable=True)
    report.note(heaviness=heavy)
    trouble = Trouble(under="rejection", strength=None if heavy is None else heavy * 10)
    visit = _pause(ask, Visit(trouble), heavy)
    ask.say("sting")
    return visit


def _first_time(ask: Dialogue, facts: Facts, report: Report) -> Visit:
    ask.say("begin")
    heavy = ask.scale("heavy", 0, 10, skippable=True)
    report.note(heaviness=heavy)
    word = ask.pick("word", offered_feelings(), skippable=True)
    report.note(feeling=None if word is None else word.value)
    _reflect(ask, heavy, word)
    trouble = Trouble(mood=word, under="rejection", strength=None if heavy is None else heavy * 10)
    visit = _pause(ask, Visit(trouble), heavy)
    thought, story = _hear_thought(ask, facts)
    report.note(thought=thought)
    if story is not None:
        ask.record("story", Note(story), under="rejection")
    _say_heard(ask, thought, story, _is_light(heavy, word))
    return replace(visit, trouble=replace(visit.trouble, thought=thought, situation=story))


def _is_light(heavy: int | None, word: Pick | None) -> bool:
    return (heavy is not None and heavy <= LIGHT) or (word is not None and word.slug == "relieved")


def _reflect(ask: Dialogue, heavy: int | None, word: Pick | None) -> None:
    """Say back what was said, never more, and one true word on why it stings."""
    if word is not None and len(word.own or "") > LABEL:
        ask.say("felt-long-word" if heavy is None else "felt-long", word=quoted(word), heavy=heavy or 0)
    elif word is not None and heavy is not None:
        ask.say("felt-light" if heavy <= LIGHT else "felt", word=quoted(word), heavy=heavy)
    elif word is not None:
        ask.say("felt-word", word=quoted(word))
    elif heavy is not None:
        ask.say("felt-number", heavy=heavy)
    own = word is not None and word.slug in STINGS
    ask.say(f"sting-{word.slug}" if word is not None and own else "sting")


def _pause(ask: Dialogue, visit: Visit, heavy: int | None) -> Visit:
    """Offer the pause first where it is heavy (PRODUCT.md, section 3)."""
    if heavy is None or heavy < HEAVY:
        return visit
    with ask.within("tool", "calm", texts="calm"):
        settled = settle(ask, first=True)
    strength = visit.trouble.strength if settled.now is None else settled.now * 10
    trouble = replace(visit.trouble, strength=strength, paused=True)
    return replace(visit, trouble=trouble, used=("calm",) if settled.done else ())


def _hear_thought(ask: Dialogue, facts: Facts) -> tuple[str | None, str | None]:
    """Ask for the thought that keeps coming; return it, and the story it was picked from, if there is one."""
    said = facts.given.get("thought", "")
    carried = said and (len(said) > CARRIED or tells_of_a_no(said))
    if carried:
        told: str | None = said
    elif said:
        pick = ask.pick("thought-said", ("that",), own=OWN, skippable=True, words=excerpt(said))
        told = None if pick is None else pick.own or said
    else:
        told = ask.text("thought", skippable=True, starters=("i-am", "i-will-never", "they", "now"))
    if not told or not (carried or len(told) > STORY):
        return told, None
    core = ask.pick("thought-core", ("whole",), own=OWN, about=told, skippable=True, words=excerpt(told))
    if core is None and carried:
        return None, told
    return (told, None) if core is None or core.own is None else (core.own, told)


def _say_heard(ask: Dialogue, thought: str | None, story: str | None, light: bool) -> None:
    """Say the thought back; what names discrimination anywhere is believed."""
    if not thought:
        ask.say("no-thought")
    elif discrimination(f"{story or ''}\n{thought}"):
        ask.say("thought-believed", thought=excerpt(thought))
    elif may_be_true(thought):
        ask.say("thought-real", thought=excerpt(thought))
    else:
        ask.say("thought-light" if light else "thought-heard", thought=excerpt(thought))


def _details(ask: Dialogue, facts: Facts, report: Report) -> Job | None:
    for name, value in ask_details(ask, facts, known=report.known is not None):
        job = facts.diary.get(int(value)) if name == "job" and value is not None else None
        if job is None:
            report.note(**{name: value})
        else:
            report.belong_to(job)
            report.note()
    if report.status.details is not None:
        ask.say("details-later")
        return None
    ask.say("details-kept")
    return report.job
