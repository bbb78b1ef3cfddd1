"""The choice of what helps: look at the thought, sort worries, burn the reply, settle, write, a step, enough.

Each is a sub-dialogue that other conversations use as well; each is offered once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from conversations.burn import burn
from conversations.calm import HEAVY, settle
from conversations.control import sort_worries
from conversations.dialogue import Dialogue
from conversations.facts import Facts
from conversations.lines import Line, Option
from conversations.memory import SHIFT
from conversations.records import Note
from conversations.steps import choose_step
from conversations.thought_record import Looked, Trouble, look_at, solve_thought
from conversations.understanding.traps import discrimination, may_be_true

TOOLS = ("look", "hands", "burn", "calm", "write")
FOR_PROBLEMS = ("solve", "look", "hands", "calm", "write")
"""What is offered where the thought names a real problem: working on it comes first."""
OTHERWISE = ("hands", "calm", "write", "burn")
"""What is offered after a look that shifted nothing: do not repeat it (PRODUCT.md, section 3)."""


@dataclass(frozen=True, slots=True)
class Job:
    """The job that was applied for, as far as it was told."""

    role: str | None = None
    company: str | None = None


Details = Callable[[], Job | None]
"""Asks for the details of a rejection; returns the job, None if they are put off."""


@dataclass(frozen=True, slots=True)
class Visit:
    """What was used so far, and what is known."""

    trouble: Trouble
    used: tuple[str, ...] = ()
    looked: Looked = field(default_factory=Looked)
    job: Job = field(default_factory=Job)


def offer_tools(ask: Dialogue, facts: Facts, visit: Visit, details: Details | None = None) -> None:
    """Offer one tool after another until it is enough.

    Args:
        details: asks how the news came, the stage and the job, where that belongs here.
    """
    while True:
        with ask.within("next", visit.used[-1] if visit.used else "first", texts="toolbox"):
            key = "next" if set(visit.used) - {"calm"} else "first"
            tool = ask.choice(key, _offered(facts, visit, details is not None), wide=True)
        if tool in ("enough", "tomorrow"):
            break
        visit = _use(ask, facts, visit, tool, details)
        if visit.looked.enough or tool == "step":
            break
    with ask.within("end", "1", texts="toolbox"):
        ask.say("end-tomorrow" if tool == "tomorrow" else "end")


def _offered(facts: Facts, visit: Visit, details: bool) -> Sequence[str | Option]:
    """Return what is offered now; nothing about applying in quiet days."""
    hidden = (*visit.used, *(("burn",) if facts.quiet else ()))
    stuck = visit.looked.shift is not None and visit.looked.shift < SHIFT
    tools = OTHERWISE if stuck else FOR_PROBLEMS if _is_real(visit.trouble) else TOOLS
    others = [tool for tool in tools if tool not in hidden]
    note = ("details",) if details and not facts.quiet and "details" not in visit.used else ()
    if not set(visit.used) - {"calm"}:
        return _worded((*_first(others, visit.trouble), *note, "enough"), visit.trouble)
    step = () if visit.looked.stepped else ("step",)
    if stuck:
        return (*others[:3], *step, *note, "enough")
    if {"look", "solve"} & set(visit.used):
        return (*step, *others[:1], *note, "tomorrow", "enough")
    return _worded((*step, *others[:3], *note, "enough"), visit.trouble)


def _first(tools: Sequence[str], trouble: Trouble) -> Sequence[str]:
    """Return the tools, the pause first while it is heavy."""
    if (trouble.strength or 0) < HEAVY * 10 or "calm" not in tools:
        return tools
    return ("calm", *(tool for tool in tools if tool != "calm"))


def _worded(tools: Sequence[str], trouble: Trouble) -> Sequence[str | Option]:
    """Return the tools; the look is called what it is: advice where discrimination was named, else a look."""
    believed = discrimination(f"{trouble.situation or ''}\n{trouble.thought or ''}")
    if trouble.thought and not believed:
        return tools
    named = Option("look", Line("toolbox-look", (), "o-advice" if believed else "o-any"))
    return [named if tool == "look" else tool for tool in tools]


def _is_real(trouble: Trouble) -> bool:
    thought = trouble.thought or ""
    return may_be_true(thought) and not discrimination(f"{trouble.situation or ''}\n{thought}")


def _use(ask: Dialogue, facts: Facts, visit: Visit, tool: str, details: Details | None) -> Visit:
    """Use one tool; return what is known afterwards."""
    trouble, used = visit.trouble, (*visit.used, tool)
    if tool == "details":
        return replace(visit, used=used, job=(details() if details else None) or visit.job)
    with ask.within("tool", tool, texts=TEXTS[tool]):
        match tool:
            case "look":
                checked = replace(trouble, checked=_is_real(trouble))
                return replace(visit, used=used, looked=look_at(ask, facts, checked))
            case "solve":
                return replace(visit, used=used, looked=solve_thought(ask, trouble))
            case "hands":
                sort_worries(ask, facts, trouble.under)
            case "burn":
                burn(ask, facts, visit.job.role, visit.job.company)
            case "calm":
                now = settle(ask).now
                strength = trouble.strength if now is None else now * 10
                return replace(visit, used=used, trouble=replace(trouble, strength=strength, paused=True))
            case "write":
                ask.record("note", Note(ask.text("note")), trouble.under)
                ask.say("noted")
            case "step":
                choose_step(ask, facts, visit.looked.distress or trouble.strength, trouble.under)
    return replace(visit, used=used)


TEXTS = {
    "look": "reframe",
    "solve": "reframe",
    "hands": "control",
    "burn": "burn",
    "calm": "calm",
    "write": "toolbox",
    "step": "step",
}
"""Where the texts of each tool stand."""
