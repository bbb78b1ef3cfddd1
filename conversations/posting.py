"""/posting: CV and cover letter are tailored to one posting, by what the person can truly show.

PRODUCT.md, section 3 (source article): revise and tailor CV and cover letter. Nothing is made up: each
example is the person's own, and what they cannot show yet is a gap that a plan or an honest line can take.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field

from conversations.aims import ask_aim
from conversations.asks import find_asks, find_role, is_list
from conversations.dialogue import Dialogue
from conversations.effects import ChangeEntry
from conversations.facts import Entry, Facts
from conversations.lines import Json, Line, Option, digest, excerpt, line
from conversations.memory import hold_latest
from conversations.plans.offering import plan_from
from conversations.records import Note, Posting
from conversations.restraint import rests_in_quiet_days
from conversations.understanding.lists import split_list

STEPS = ("top", "number", "words", "opening", "page", "eyes", "file")
"""The checklist: what makes a CV and a letter fit this posting."""
NONE = "none"
MOST = 5
"""Asks that are walked through; three to five decide."""
TOP = 3
"""Matches that belong into the top third of the CV."""
LABEL = 56
VIEW = 120
PASTED = 12_000
"""Characters a posting may have that is pasted where its role is asked."""
ROLE = 80
"""Characters from which words are a posting, not a role."""
HEADLINE = 40
"""Characters of the last posting's name."""
OWN = 500
SLOT = "posting"


@dataclass(slots=True)
class Fit:
    """How the person and the posting fit, as far as it is told; saved after each answer.

    Args:
        asks: what the posting asks for, the three to five that matter.
        shown: of those, what can be shown, with the example (empty if none was told).
        near: of those shown, what is only close to it.
        missing: what cannot be shown yet; `honest` is a line about one of these for the letter.
        place: why this place, for the letter.
    """

    ask: Dialogue
    role: str | None = None
    asks: Sequence[str] = ()
    shown: dict[str, str] = field(default_factory=dict)
    near: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    honest: str | None = None
    place: str = ""
    checked: tuple[str, ...] = ()

    @property
    def strongest(self) -> Sequence[str]:
        """What can be shown, a full match before a near one, an example before none."""
        return sorted(self.shown, key=lambda one: (one in self.near, not self.shown[one]))

    def save(self) -> None:
        """Record it, if there is anything."""
        record = Posting(
            self.role,
            "\n".join(self.asks) or None,
            "\n".join(_with_example(one, self.shown[one]) for one in self.shown) or None,
            "\n".join([*self.missing, *([self.honest] if self.honest else [])]) or None,
            self.checked,
        )
        if record.fields():
            self.ask.record(SLOT, record)


@rests_in_quiet_days
def posting(ask: Dialogue, facts: Facts) -> None:
    """Walk through one posting, or go on with the checklist of the last one."""
    last = hold_latest(ask, facts, "last", Posting.kind, _is_open)
    if last is not None and _go_on(ask, last):
        return
    pasted = ask.text("paste", skippable=True, pasted=True)
    role = ask_aim(ask, facts, found=find_role(pasted or ""), own=PASTED)
    if pasted is None and role and ("\n" in role or len(role) > ROLE):
        with ask.within("role", digest(role)):
            pasted, role = role, ask_aim(ask, facts, found=find_role(role))
    fit = Fit(ask, role)
    fit.save()
    fit.asks = () if pasted is None else _choose_asks(ask, pasted)
    fit.save()
    for one in fit.asks:
        with ask.within("ask", digest(one.casefold())), ask.in_view("ask-in-view", ask=excerpt(one, VIEW)):
            _show(ask, fit, one)
        fit.save()
    gap = _face_gap(ask, fit)
    if fit.shown:
        _sum_up(ask, fit)
    fit.checked = _tick(ask, "checked", STEPS)
    fit.save()
    if gap is not None:
        plan_from(ask, facts, "skills", gap, excerpt(gap, VIEW))
    elif fit.role or fit.asks or fit.checked:
        ask.say("end")
    else:
        ask.say("left-it")


def _choose_asks(ask: Dialogue, pasted: str) -> Sequence[str]:
    """Return the three to five asks that matter: found in what was pasted, or typed."""
    found = find_asks(pasted)
    if is_list(pasted) and len(found) <= MOST:
        return found
    if not found:
        typed = ask.text("typed", skippable=True, pasted=True, about=pasted)
        return split_list(typed or "")[:MOST]
    options = {digest(one.casefold()): one for one in found}
    labels = [Option(slug, excerpt(one, LABEL)) for slug, one in options.items()]
    picks = ask.several("asks", labels, most=MOST, own=OWN, about=pasted, skippable=True) or ()
    chosen: list[str] = []
    for pick in picks:
        chosen += split_list(pick.own) if pick.own else [options.get(pick.value, "")]
    return tuple({one.casefold(): one for one in chosen if one}.values())[:MOST]


def _show(ask: Dialogue, fit: Fit, one: str) -> None:
    """Ask whether one thing can be shown, and for the person's own example."""
    can = ask.choice("can", ("yes", "bit", "not-yet"), skippable=True)
    if can == "not-yet":
        fit.missing.append(one)
    elif can is not None:
        fit.near += [one] if can == "bit" else []
        fit.shown[one] = ask.text(f"example-{can}", skippable=True) or ""


def _face_gap(ask: Dialogue, fit: Fit) -> str | None:
    """Ask what to do about what cannot be shown yet; return the gap that a plan is wanted for."""
    if not fit.missing:
        return None
    gap = fit.missing[0]
    if len(fit.missing) > 1:
        options = [Option(digest(one.casefold()), excerpt(one, LABEL)) for one in fit.missing]
        which = ask.choice("which-gap", (*options, "leave"), skippable=True, wide=True)
        gap = next((one for one in fit.missing if digest(one.casefold()) == which), "")
    if not gap:
        return None
    with ask.within("gap", digest(gap.casefold())), ask.in_view("ask-in-view", ask=excerpt(gap, VIEW)):
        way = ask.choice("gap", ("line", "plan", "both", "leave"), skippable=True)
        if way in ("line", "both"):
            fit.honest = ask.text("honest", skippable=True, starters=("not-yet", "near", "learning"))
    fit.save()
    return gap if way in ("plan", "both") else None


def _sum_up(ask: Dialogue, fit: Fit) -> None:
    """Show what goes where, in the person's own words, to be copied or changed; it is kept as a note."""
    fit.place = ask.text("place", skippable=True) or ""
    reviewed = ask.review("summary", _summary(fit), ("keep",), skippable=True)
    if reviewed is not None:
        ask.record("summary", Note(reviewed[1]), under=SLOT)


def _summary(fit: Fit) -> Line:
    best = fit.strongest
    below = [one for one in fit.shown if one not in best[:TOP]]
    return line(
        "posting-sheet",
        role=fit.role or "",
        named=int(bool(fit.role)),
        top=_rows(best[:TOP], fit.shown),
        below=_rows(below, fit.shown),
        more=len(below),
        place=fit.place,
        told=int(bool(fit.place)),
        match=_with_example(best[0], fit.shown[best[0]]),
        honest=fit.honest or "",
        gaps=int(bool(fit.honest)),
    )


def _rows(asks: Sequence[str], shown: Mapping[str, str]) -> str:
    return "\n".join(f"• {_with_example(one, shown[one])}" for one in asks)


def _with_example(one: str, example: str) -> str:
    return f"{one}: {example}" if example else one


def _tick(ask: Dialogue, key: str, steps: Sequence[str]) -> tuple[str, ...]:
    """Show the steps of the checklist and ask which are done; return those."""
    options = [Option(step, Line("posting-checked", (), f"o-{step}")) for step in steps]
    none = Option(NONE, Line("posting-checked", (), f"o-{NONE}"), alone=True)
    with ExitStack() as shown:
        for step in steps:
            shown.enter_context(ask.in_view(f"step-{step}"))
        picks = ask.several(key, (*options, none), most=len(steps), skippable=True) or ()
    return tuple(step for step in steps if step in {pick.slug for pick in picks})


def _is_open(entry: Entry) -> bool:
    return bool(entry.words("asks") or entry.words("role")) and len(
        _checked(entry.data.get("checked")) or ()
    ) < len(STEPS)


def _checked(value: Json) -> tuple[str, ...] | None:
    return tuple(step for step in STEPS if step in value) if isinstance(value, list) else None


def _go_on(ask: Dialogue, last: Entry) -> bool:
    """Offer to go on with the last posting's checklist; return whether that is what they came for."""
    before = ask.pin("was-checked", _checked(last.data.get("checked")) or (), _checked)
    name = last.words("role") or last.words("asks").splitlines()[0]
    if ask.choice("before", ("go-on", "new"), about=name, name=excerpt(name, HEADLINE)) == "new":
        return False
    ticked = _tick(ask, "left", [step for step in STEPS if step not in before])
    done: list[Json] = [step for step in STEPS if step in before or step in ticked]
    if ticked:
        ask.effect("checked", ChangeEntry(last.id, "checked", done))
    ask.say("all-done" if len(done) == len(STEPS) else "end")
    return True
