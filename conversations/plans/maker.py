"""The maker: asks for what is missing of a plan, mends it with the person, and keeps it when it fits."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import replace
from datetime import date

from conversations.answers import Pick
from conversations.dialogue import Dialogue
from conversations.effects import Remind
from conversations.facts import Facts
from conversations.lines import Line, Option, Word, digest, excerpt
from conversations.plans.keeping import REMINDER
from conversations.plans.mending import LABEL, OWN, mend_action, mend_cue, mend_length
from conversations.plans.reading import Draft, calls_for_help, read_action, read_cue, read_plan
from conversations.plans.rules import is_lost
from conversations.plans.words import (
    ACTIONS,
    ANY_AREA,
    AREAS,
    CARE,
    CARE_CUES,
    CARE_EASY,
    CUES,
    EASY,
    SUGGESTED,
    Source,
    action_label,
    day_word,
    plan_line,
)
from conversations.records import Note, Plan
from conversations.restraint import Restraint

SLOT = "plan"
CUE_OWN = 150
"""Characters a cue of one's own may have."""
QUOTED = 80
"""Characters of a source that are quoted."""
MOST_CHANGES = 6
"""Times a plan is shown whole again after a change."""


class Maker:
    """A plan that is being made; what there is of it is saved after each answer."""

    def __init__(
        self,
        ask: Dialogue,
        facts: Facts,
        under: str | int | None,
        area: str | None,
        source: str | None,
        shown: Word | None,
    ) -> None:
        self._ask, self._facts, self._under = ask, facts, under
        self.area, self.source, self._shown = area, source, shown
        self._own: str | None = None
        self._draft = Draft()

    @property
    def _may(self) -> Restraint:
        return Restraint(self._ask, self._facts.quiet and self.area != CARE)

    def stop(self) -> bool:
        """End without a plan; words that call for help are kept, and in quiet days it is said it can wait."""
        words = self._call_for_help()
        if words is not None:
            self._ask.record("words", Note(words))
        if self._facts.quiet:
            self._ask.say("quiet-kept")
        return False

    def _call_for_help(self) -> str | None:
        own = (self._draft.action, self._draft.cue)
        return next((words for words in own if calls_for_help(words)), None)

    def begin(self, action: str) -> None:
        """Take an action that is chosen already, and what else its words name of the plan."""
        self._draft = Draft(action=action) if action in ACTIONS else read_plan(action, self._facts.today)

    def choose_subject(self, sources: Sequence[Source]) -> bool:
        """Ask what the plan is about: something written before, an area, or one's own words."""
        pick = self._ask_source(sources) if sources else Pick("else")
        if pick is not None and pick.slug == "else":
            pick = self._ask.pick("area", (*AREAS, "own"), own=OWN) if self._may("area") else None
        if pick is not None and pick.slug == "own":
            pick = self._ask.pick("own", (), own=OWN) if self._may("own") else None
        if pick is None:
            return False
        if pick.own is not None:
            self._draft = read_plan(pick.own, self._facts.today)
        for found in sources:
            if found.slug == pick.slug:
                self.source, self._shown, self._own = found.words, found.shown, found.action
        self.area = pick.slug if pick.slug in AREAS else None
        return True

    def _ask_source(self, sources: Sequence[Source]) -> Pick | None:
        """Quote what was written before, and ask whether to begin there."""
        if not self._may("from"):
            return None
        with ExitStack() as shown:
            for found in sources:
                shown.enter_context(self._ask.in_view(f"source-{found.slug}", words=found.shown))
            return self._ask.pick("from", (*(found.slug for found in sources), "else"), own=OWN)

    def make(self, suggestions: Sequence[str | Option]) -> bool:
        """Ask for what is missing, show it whole and keep it; return False if it has to wait."""
        if not (self._find_action(suggestions) and self._note()):
            return False
        if not (self._find_cue() and self._note() and self._find_day()):
            return False
        self._draft = replace(self._draft, action=mend_length(self._ask, self._draft, self._may))
        if not (self._note() and self._review(suggestions)):
            return False
        self._note("open")
        due = None if self._draft.due is None else self._draft.due.isoformat()
        self._ask.effect("remind", Remind(REMINDER, self._ask.path(SLOT), on=due))
        self._ask.say("kept")
        return True

    def _find_action(self, suggestions: Sequence[str | Option]) -> bool:
        if self._draft.action:
            if not self._is_lost():
                self._mend_action()
        elif self._may("action"):
            self._ask_action(suggestions)
        else:
            return False
        return not self._is_lost() or self._help_along()

    def _is_lost(self) -> bool:
        action = self._draft.action
        return action not in ACTIONS and is_lost(action) and not calls_for_help(action)

    def _help_along(self) -> bool:
        """Offer a few easy things to somebody who does not know; return False if it is nothing for today."""
        if not self._may("lost"):
            return False
        easy = CARE_EASY if self.area == CARE else EASY
        options: list[str | Option] = [Option(slug, action_label(slug, LABEL)) for slug in easy]
        options.append("not-today")
        pick = self._ask.pick("lost", options, own=OWN)
        if pick.slug == "not-today":
            if not self._facts.quiet:
                self._ask.say("quiet-end")
            return False
        self._draft = replace(self._draft, action=pick.value if pick.own is None else read_action(pick.own))
        return True

    def _ask_action(self, suggestions: Sequence[str | Option]) -> None:
        offered = self._offered(suggestions)
        about = f"{self.area} {self.source}"
        with ExitStack() as shown:
            if self._shown is not None:
                words = self._shown if isinstance(self._shown, Line) else excerpt(str(self._shown), QUOTED)
                shown.enter_context(self._ask.in_view("source", words=words))
            pick = self._ask.pick("action", list(offered.values()), own=OWN, about=about)
        if pick.own is None:
            slug = pick.slug or ""
            action = next((words for words, option in offered.items() if option.slug == slug), slug)
            self._draft = replace(self._draft, action=action)
        else:
            self._read(pick.own)
        if not self._is_lost():
            self._mend_action()

    def _offered(self, suggestions: Sequence[str | Option]) -> dict[str, Option]:
        """Return what is offered, by what is written down when it is chosen."""
        usual = SUGGESTED.get(self.area or "", ANY_AREA)
        own = () if self._own is None else (self._own,)
        options: dict[str, Option] = {}
        for item in suggestions or (*own, *usual[: len(usual) - len(own)]):
            if isinstance(item, Option):
                options[item.label if isinstance(item.label, str) else item.slug] = item
            else:
                slug = item if item in ACTIONS else digest(item)
                options[item] = Option(slug, action_label(item, LABEL))
        return options

    def _read(self, words: str) -> None:
        """Take typed words into the plan: what they do not name stays."""
        read = read_plan(words, self._facts.today)
        cue, due = read.cue or self._draft.cue, read.due or self._draft.due
        self._draft = Draft(cue, read.action or self._draft.action, due)

    def _mend_action(self) -> None:
        self._draft = replace(self._draft, action=mend_action(self._ask, self._draft.action, self._may))

    def _find_cue(self) -> bool:
        """Ask for the cue unless it was said; a day said with it is taken. Return False if it has to wait."""
        if self._draft.cue:
            self._mend_cue()
            return True
        with self._ask.in_view("so-far", plan=self._line()):
            said = self._take_cue("cue")
            if said is not None and self._has_day_only():
                said = self._take_cue("cue-day")
        if said is None:
            return False
        if not self._draft.cue:
            self._set_cue(said, None)
        self._mend_cue()
        return True

    def _has_day_only(self) -> bool:
        return not self._draft.cue and self._draft.due is not None

    def _take_cue(self, key: str) -> str | None:
        """Ask for the cue, and take the day said with it; return what was said, None if it has to wait."""
        if not self._may(key):
            return None
        pick = self._ask_cue(key)
        if pick.own is None:
            self._set_cue(pick.value, None)
        else:
            self._set_cue(*read_cue(pick.own, self._facts.today))
        return pick.value

    def _ask_cue(self, key: str) -> Pick:
        chips = CARE_CUES if self.area == CARE else CUES
        due = self._draft.due
        if key == "cue" or due is None:
            return self._ask.pick("cue", chips, own=CUE_OWN)
        options = [Option(chip, Line("plan-cue", (), f"o-{chip}")) for chip in chips]
        return self._ask.pick("cue-day", options, own=CUE_OWN, day=day_word(due, self._facts.today))

    def _mend_cue(self) -> None:
        with self._ask.in_view("so-far", plan=self._line("")):
            self._set_cue(*mend_cue(self._ask, self._draft.cue, self._facts.today, self._may))

    def _set_cue(self, cue: str, due: date | None) -> None:
        self._draft = replace(self._draft, cue=cue, due=due or self._draft.due)

    def _find_day(self) -> bool:
        if self._draft.due is not None:
            return True
        return self._ask_day()

    def _ask_day(self) -> bool:
        if not self._may("date"):
            return False
        with self._ask.in_view("so-far", plan=self._line()):
            self._draft = replace(self._draft, due=self._ask.date("date", ahead=True))
        return True

    def _review(self, suggestions: Sequence[str | Option]) -> bool:
        """Show the plan whole until it is kept; a showing is known by what it shows and what came before."""
        shown = ""
        for _ in range(MOST_CHANGES):
            shown = digest(shown, self._draft)
            with self._ask.within("whole", shown):
                kept = self._show_whole(suggestions)
            if kept is not None or not self._note():
                return bool(kept)
        return True

    def _show_whole(self, suggestions: Sequence[str | Option]) -> bool | None:
        """Return True if it is kept, False if it has to wait, None if it was changed."""
        if not self._may("whole"):
            return False
        pick = self._ask.pick("whole", ("keep", "action", "cue", "day"), own=OWN, plan=self._line())
        if pick.slug == "keep":
            return True
        if not self._may(pick.slug or "own"):
            return None if pick.slug is None else False
        if pick.slug == "action":
            self._ask_action(suggestions)
        elif pick.slug == "cue":
            self._draft = replace(self._draft, cue="")
            return None if self._find_cue() else False
        elif pick.slug == "day":
            return None if self._ask_day() else False
        else:
            self._reword(pick.own or "")
        return None

    def _reword(self, words: str) -> None:
        self._read(words)
        self._mend_action()
        self._mend_cue()
        self._draft = replace(self._draft, action=mend_length(self._ask, self._draft, self._may))

    def _line(self, cue: str | None = None) -> Line:
        draft = self._draft
        return plan_line(draft.cue if cue is None else cue, draft.action, draft.due, self._facts.today)

    def _note(self, state: str | None = None) -> bool:
        """Save what there is of the plan; return False, and save nothing, if its words call for help."""
        if self._call_for_help() is not None:
            return False
        draft = self._draft
        due = None if draft.due is None else draft.due.isoformat()
        plan = Plan(draft.cue, draft.action, due, self.area, self.source, state)
        self._ask.record(SLOT, plan, self._under)
        return True
