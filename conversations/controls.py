"""Controls that every conversation has for free: back, skip, edit, undo, continue later, cancel."""

from __future__ import annotations

from conversations.answers import Stored
from conversations.catalog import World
from conversations.lines import Json, Line, Option, Prompt, Word, digest, excerpt, line
from conversations.replay import Run, Visit
from conversations.session import Session
from conversations.texts import Texts

EDITABLE = 10
"""How many of the latest answers the list for editing shows."""


def go_back(session: Session, run: Run) -> Session | None:
    """Reopen the last question the person answered on the trail; None if there is none."""
    key = next((v.key for v in reversed(run.trail) if v.by != "known"), None)
    return None if key is None else session.reopen(key)


def skip(session: Session, run: Run) -> Session | None:
    """Leave the open question out; None if it cannot be."""
    if run.prompt is None or not run.prompt.skippable:
        return None
    return session.answer(run.prompt.key, Stored(None, "skip", run.prompt.about))


def edit_prompt(run: Run, texts: Texts) -> Prompt | None:
    """Return the question which answer to change, None if there is none."""
    visits = [visit for visit in run.trail if texts.has(visit.text.id, "title")][-EDITABLE:]
    if not visits:
        return None
    options = tuple(Option(_edit_slug(visit), _item(visit, texts)) for visit in visits)
    stay = Option("~stay", Line("engine-edit", (), "o-stay"))
    return Prompt("~edit", "choice", line("engine-edit"), options=(*options, stay), wide=True)


def _edit_slug(visit: Visit) -> str:
    """Name an answer by its key, not its place: a release may move it."""
    return f"~edit-{digest(visit.key)}"


def edit(session: Session, run: Run, slug: str) -> Session | None:
    """Reopen the answer that was chosen from the list; None if it is not there any more."""
    key = next((visit.key for visit in run.trail if _edit_slug(visit) == slug), None)
    stored = None if key is None else session.answers.get(key)
    return None if key is None or stored is None else session.reopen(key)


def _item(visit: Visit, texts: Texts) -> str:
    title = texts.phrase(Line(visit.text.id, (), "title"))
    return excerpt(f"{title}: {_spoken(visit, visit.value, texts)}", 56)


def _spoken(visit: Visit, value: Json, texts: Texts) -> str:
    if value is None:
        return texts.phrase(line("engine-skipped"))
    if isinstance(value, bool):
        return texts.phrase(Line("options", (), "o-yes" if value else "o-no"))
    if isinstance(value, list):
        return ", ".join(_spoken(visit, item, texts) for item in value)
    if isinstance(value, dict):
        value = value.get("own") or value.get("slug") or value.get("text")
    label = next((option for option in visit.options if option.slug == value), None)
    return texts.label(label) if label is not None else excerpt(str(value), 40)


def cancel_prompt(about: Word) -> Prompt:
    """Return the question whether to keep what was written, throw it away, or stay."""
    text = line("engine-cancel", title=about)
    options = tuple(
        Option(f"~{slug}", Line("engine-cancel", (), f"o-{slug}")) for slug in ("keep", "discard", "stay")
    )
    return Prompt("~cancel", "choice", text, options=options, wide=True)


def reword_prompt(words: str) -> Prompt:
    """Return the question whether an edited message is the new answer."""
    text = line("engine-reword", words=excerpt(words))
    options = tuple(Option(f"~{slug}", Line("engine-reword", (), f"o-{slug}")) for slug in ("take", "leave"))
    return Prompt("~reword", "choice", text, options=options)


def control_prompt(session: Session, run: Run, world: World) -> Prompt | None:
    """Return the control question that stands in front of the open one, None if there is none."""
    if session.mode == "edit":
        return edit_prompt(run, world.texts)
    if session.mode == "cancel":
        return cancel_prompt(line(f"{session.conversation}-title"))
    if session.mode == "reword" and session.reword is not None:
        return reword_prompt(session.reword[1])
    return None
