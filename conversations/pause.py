"""/pause: nothing comes unasked for a day, a week, or until one says so. What is due is not lost."""

from __future__ import annotations

from conversations.answers import as_bool
from conversations.dialogue import Dialogue
from conversations.effects import Pause
from conversations.facts import Facts, Silence
from conversations.lines import Line, line
from conversations.spoken import spoken_day

DAYS: dict[str, int | None] = {"day": 1, "week": 7, "open": None}
"""How long each choice is, in days; None is until they say so."""


def pause(ask: Dialogue, facts: Facts) -> None:
    """Ask for how long; within a pause, whether it goes on."""
    silent = ask.pin("silent", facts.silence is not None, as_bool)
    if silent:
        how = ask.choice("again", (*DAYS, "end", "leave"), wide=True)
    else:
        how = ask.choice("how", (*DAYS, "leave"), wide=True)
    if how in DAYS:
        ask.effect(f"pause-{how}", Pause(DAYS[how]))
    elif how == "end" or not silent:
        # Also where nothing was chosen: an undo may have led here from a pause.
        ask.effect("pause-none", Pause(0))
    ask.say(how)


def silence_word(silence: Silence | None) -> Line:
    """Return in words whether something may come unasked."""
    if silence is None:
        return line("pause-off")
    return (
        line("pause-endless") if silence.until is None else line("pause-until", day=spoken_day(silence.until))
    )
