"""The wanderer: a person who does anything at any time, repeatably."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import count
from random import Random

from conversations.effects import Effect
from conversations.events import Commanded, Corrected, Event, Other, Returned, Said, Tapped
from conversations.outcome import Question
from conversations.session import State

WORDS = (
    "I will never find a job", "They thought I was slow", "yes", "no", "3", "1.", "70", "about seven", "1, 2",
    "yesterday", "3 days ago", "14 November", "back", "Skip", "undo", "stop", "edit", "later", "done", "same",
    "mind reading", "Mind readin", "zzz", "x" * 130, "= 1 + 1", "{0.__class__} <b>", "\u202eabc\x00", "-5",
    "7.5", "Lisbon", "deep", "short", "loop", "keep", "w" * 4096,
)  # fmt: skip


class Wanderer:
    """Chooses what happens next.

    Args:
        commands: the conversations that are opened by command.
    """

    def __init__(self, seed: int, commands: Sequence[str]) -> None:
        self.random = Random(seed)
        self.commands = commands
        self.keen = self.random.choice((8, 16, 60, 300))
        self.state = State()
        self.shown: dict[str, Question] = {}
        self.questions: list[Question] = []
        self.taps: list[Tapped] = []
        self.live: dict[tuple[str, str], Effect] = {}
        self.messages = count(1)

    def choose(self) -> Event:
        """Return something a person may do now."""
        question = self._open_question()
        kinds = {
            "answer": self.keen if question else 0, "words": 6, "control": 4 if question else 0, "stale": 2,
            "double": 2, "command": 2, "forged": 1, "correct": 2, "other": 0.5, "crisis": 0.5, "return": 2,
            "card": 1,
        }  # fmt: skip
        kind = self.random.choices(list(kinds), list(kinds.values()))[0]
        return self._make(kind, question)

    def _make(self, kind: str, question: Question | None) -> Event:
        chance = self.random.random()
        match kind:
            case "answer" if question is not None and (question.prompt.kind != "text" or chance < 0.2):
                return self._tap(question, self._option(question))
            case "control" if question is not None and question.controls:
                done = "~done" in question.controls and chance < 0.5
                return self._tap(question, "~done" if done else self.random.choice(question.controls))
            case "stale" if self.questions:
                old = self.random.choice(self.questions)
                return self._tap(old, self._option(old))
            case "double" if self.taps:
                return self.taps[-1]
            case "forged":
                tap = self.taps[-1] if self.taps else Tapped("zz", 1, "zz")
                option = self.random.choice(
                    ("zz", "~zz", "~skip", "~done", "~same", "+zz", "", "~keep", "~edit-0")
                )
                return replace(tap, option=option, turn=tap.turn + self.random.choice((0, 1, 2)))
            case "card":
                name = self.random.choice(("home", "aside", "hello", "sos"))
                ids = [f"go-{s.id}" for s in self.state.aside] + [f"new-{s.id}" for s in self.state.aside]
                options = [
                    "drop",
                    "adult-no",
                    "adult-else",
                    "go",
                    "stop",
                    "country-gb",
                    "countries",
                    "zz",
                    *ids,
                ]
                return Tapped(name, 0, self.random.choice([*options, *ids, *ids]))
            case "command":
                named = (
                    "back",
                    "skip",
                    "edit",
                    "undo",
                    "later",
                    "cancel",
                    "continue",
                    "start",
                    "help",
                    "sos",
                    "zz",
                )
                return Commanded(self.random.choice([*named, *self.commands, *self.commands]))
            case "correct":
                return Corrected(
                    self.random.choice(WORDS), max(1, self._last_message() - self.random.choice((0, 0, 1)))
                )
            case "other":
                return Other("sticker")
            case "return" if self.live:
                session, key = self.random.choice(list(self.live))
                return Returned(session, key, self.random.choice(("done", "failed")))
            case _:
                crisis, forwarded = kind == "crisis", self.random.random() < 0.1
                return Said(self.random.choice(WORDS), next(self.messages), forwarded, crisis)

    def _last_message(self) -> int:
        last = next(self.messages)
        self.messages = count(last)
        return last - 1

    def _tap(self, question: Question, option: str) -> Tapped:
        self.taps.append(Tapped(question.session, question.turn, option))
        return self.taps[-1]

    def _option(self, question: Question) -> str:
        prompt = question.prompt
        if prompt.kind == "scale":
            return str(self.random.randrange(prompt.low, prompt.high + 1, prompt.step))
        slugs = [option.slug for option in prompt.options] or ["none"]
        slug = self.random.choice(slugs)
        return f"{self.random.choice('++-')}{slug}" if prompt.kind == "several" else slug

    def _open_question(self) -> Question | None:
        return None if self.state.active is None else self.shown.get(self.state.active.id)
