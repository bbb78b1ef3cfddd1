"""/journal: an interview is written down, just now or long past. Free recall first, then what it can teach.

The questions are those of PRODUCT.md, section 3 ("Interview journal" and "From the design's source article").
The short version asks for recall, one thing that went well, one to keep, and how at ease one was: six turns.
"""

from __future__ import annotations

from dataclasses import replace

from conversations.answers import as_bool
from conversations.believed import name_advisers
from conversations.debrief import debrief
from conversations.dialogue import Dialogue
from conversations.facts import Facts
from conversations.feelings import AFTER_INTERVIEW, offered_feelings
from conversations.jobs import Job, choose_job
from conversations.records import Interview
from conversations.restraint import Restraint
from conversations.understanding.traps import discrimination

ROUNDS = ("screen", "interview", "task", "final", "other")
RESULTS = ("waiting", "on", "no", "other")
INTERVIEW = "interview"
"""The slot of the interview, which its questions belong to."""


def journal(ask: Dialogue, facts: Facts) -> None:
    """Write an interview down, in short or in full; in quiet days it waits for another day."""
    may = Restraint(ask, facts.quiet)
    way = ask.choice("way", ("short", "full"), wide=True) if may("way") else None
    if way is None:
        ask.say("another-day")
        return
    job = choose_job(ask, facts, may, short=way == "short")
    account = Account(ask, may, job)
    if way == "full":
        account.tell_when()
    if not may("recall"):
        ask.say("another-day")
        return
    account.recall()
    if way == "short":
        account.look_back_briefly()
    else:
        account.look_back()
        account.hurt |= debrief(ask, may, INTERVIEW)
        account.weigh(facts)
    _close(ask, facts, way, account)


def _close(ask: Dialogue, facts: Facts, way: str, account: Account) -> None:
    """Point to advisers where discrimination was named (PRODUCT.md, section 3), then end."""
    if account.hurt and (not facts.quiet or ask.answered("advice")) and ask.confirm("advice", skippable=True):
        with ask.within("believed", "1", texts="believed"):
            name_advisers(ask, facts)
    if facts.quiet:
        ask.say("kept")
    elif account.interview.result == "no":
        ask.say("end-no")
    else:
        ask.say("end-short" if way == "short" else "end")


class Account:
    """What somebody tells of an interview; saved under its job after each answer from recall on."""

    def __init__(self, ask: Dialogue, may: Restraint, job: Job) -> None:
        self._ask = ask
        self._may = may
        self._job = job
        self.interview = Interview("")
        self.hurt = False

    def _note(self, **answers: object) -> None:
        self.interview = replace(self.interview, **answers)  # type: ignore[arg-type]  # the callers name the fields
        if self.interview.recall:
            self._ask.record(INTERVIEW, self.interview, under=self._job.under)

    def _text(self, key: str) -> str | None:
        return self._ask.text(key, skippable=True) if self._may(key) else None

    def tell_when(self) -> None:
        """Ask which round it was, and when."""
        if self._may("round"):
            self._note(round=self._ask.choice("round", ROUNDS, skippable=True))
        if self._may("on"):
            day = self._ask.date("on", skippable=True)
            self._note(on=None if day is None else day.isoformat())

    def recall(self) -> None:
        """Ask for free recall, before any other question points anywhere."""
        self._note(recall=self._ask.text("recall"))
        self.hurt = discrimination(self.interview.recall)
        self._ask.say("believed" if self.hurt else "recalled")

    def look_back_briefly(self) -> None:
        """Ask for one thing that went well, one to keep, and how at ease they were."""
        self._note(well=self._text("well-one"))
        self._note(keep=self._text("keep"))
        self._ask_ease()

    def look_back(self) -> None:
        """Ask what went well, what did not, how it felt, how at ease they were, what to keep.

        Who told of discrimination is not asked what went badly.
        """
        self._note(well=self._text("well"))
        if not self.hurt:
            self._note(badly=self._text("badly"))
            self.hurt = discrimination(self.interview.badly or "")
            if self.hurt:
                self._ask.say("believed")
        if self._may("feeling"):
            feeling = self._ask.pick("feeling", offered_feelings(AFTER_INTERVIEW), skippable=True)
            self._note(feeling=None if feeling is None else feeling.value)
        self._ask_ease()
        self._note(keep=self._text("keep"))

    def _ask_ease(self) -> None:
        if self._may("ease"):
            self._note(ease=self._ask.scale("ease", 0, 10, skippable=True))

    def weigh(self, facts: Facts) -> None:
        """Ask what came of it; a guess only while nobody knows; and whether they would have taken the job.

        What a recorded rejection of the same job tells already is not asked.
        """
        ask, told = self._ask, self._told(facts)
        if not told[0] and self._may("result"):
            self._note(result=ask.choice("result", RESULTS, skippable=True))
        waiting = self.interview.result == "waiting"
        if waiting and self._may("predicted"):
            self._note(predicted=ask.scale("predicted", 0, 100, step=10, skippable=True))
        key = "taken-open" if waiting else "taken"
        if not told[1] and self._may(key):
            self._note(taken=ask.choice(key, ("yes", "no", "unsure"), skippable=True))

    def _told(self, facts: Facts) -> tuple[bool, bool]:
        """Return whether the job had a rejection when this began, and whether one tells `taken`."""
        id = self._job.id
        noes = [] if id is None else [e for e in facts.diary.children(id) if e.words("status") == "rejected"]
        with self._ask.within("job", str(id or "new")):
            known = self._ask.pin("rejected", bool(noes), as_bool)
            taken = self._ask.pin("taken", any(entry.words("taken") for entry in noes), as_bool)
        return bool(known), bool(taken)
