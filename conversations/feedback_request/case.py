"""What is known of one letter, in the terms of the building blocks: conditions, words, questions, limits."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import Any

from conversations.feedback_request.blocks import Block, load_blocks, load_layouts, rank, turned
from conversations.feedback_request.contractions import write_out
from conversations.feedback_request.letter import MOST_WANTS, NOTE_LIMIT, WANTS, Ingredients
from conversations.feedback_request.measures import words
from conversations.feedback_request.own_words import (
    as_question,
    clean,
    detail_form,
    fill,
    has_title,
    own_words,
)

CONTACT_WANTS = ("advice", "look", "talk", "introduction")
_SCRIPTED = ("request", "contact")
_TARGETS = {
    "request": {"warm": (75, 120), "neutral": (60, 105), "brief": (50, 68)},
    "follow-up": {"warm": (40, 75), "neutral": (32, 62), "brief": (25, 42)},
    "last-word": {"warm": (28, 56), "neutral": (20, 44), "brief": (15, 28)},
    "thanks": {"warm": (34, 75), "neutral": (25, 60), "brief": (16, 40)},
    "clarify": {"warm": (32, 75), "neutral": (26, 64), "brief": (20, 44)},
    "contact": {"warm": (62, 105), "neutral": (52, 90), "brief": (42, 64)},
}
"""Words of a message, from and to, by purpose and tone; inside the limits of PRODUCT.md, section 4, 3."""
CALL_TARGET = (0, 125)
_NOUNS = ("role", "position", "job")
"""One of these is what a person calls what they applied for, all through a letter."""


@lru_cache(maxsize=8192)
def count_words(text: str) -> int:
    """Return how many words are in `text`."""
    return len(words(text))


def known_stage(stage: str | None) -> str:
    """Return the stage as the blocks know it."""
    return stage if stage in ("screen", "interview", "task", "final") else "unknown"


@dataclass(frozen=True)
class Case:
    """One letter to write.

    Args:
        ingredients: what it is made from.
        without: slots that must not be in it.
    """

    ingredients: Ingredients
    without: frozenset[str] = frozenset()

    @cached_property
    def channel(self) -> str:
        """The channel whose blocks fit; an answer to a mail has no script."""
        if self.ingredients.purpose in _SCRIPTED:
            return self.ingredients.channel
        return "email" if self.ingredients.channel == "email" else "linkedin"

    @cached_property
    def questions(self) -> tuple[str, ...]:
        """The slots of the questions it asks: three at most, one in a note or a follow-up, two in a call."""
        return tuple(slot for slot in self._asked() if slot not in self.without)

    def _asked(self) -> tuple[str, ...]:
        one, own = self.ingredients, ("question-own",) if clean(self.ingredients.question) else ()
        if one.purpose == "clarify":
            return own or ("question-clarify",)
        if one.purpose == "contact":
            asked = [want for want in one.wants if want in CONTACT_WANTS][:1] or ["advice"]
            return own or (f"question-{asked[0]}",)
        if one.purpose not in ("request", "follow-up"):
            return ()
        wants = tuple(f"question-{want}" for want in dict.fromkeys(one.wants) if want in WANTS)
        found = (own + wants)[: self._most] or ("question-open",)
        if self.channel == "call" and len(found) == 1:
            found += ("question-open",) if found != ("question-open",) else ("question-change",)
        return found

    @cached_property
    def _most(self) -> int:
        if self.ingredients.purpose == "follow-up":
            return 1
        return {"note": 1, "call": 2}.get(self.channel, MOST_WANTS)

    @cached_property
    def situation(self) -> dict[str, Any]:
        """What the conditions of the blocks are held against."""
        one = self.ingredients
        return {
            "purpose": one.purpose,
            "channel": self.channel,
            "to": one.to,
            "stage": known_stage(one.stage),
            "tone": one.tone,
            "asks": len(self.questions),
            "late": one.late,
            "titled": has_title(one.name),
            "detail": detail_form(clean(one.detail)),
        }

    @cached_property
    def words(self) -> dict[str, str]:
        """What stands for each placeholder."""
        return own_words(self.ingredients)

    @cached_property
    def _words_by_noun(self) -> dict[str, dict[str, str]]:
        return {noun: own_words(self.ingredients, noun) for noun in _NOUNS}

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks that fit."""
        return tuple(block for block in load_blocks() if block.fits(self.situation, self.words))

    @cached_property
    def target(self) -> tuple[int, int]:
        """How many words it should have, from and to."""
        if self.channel == "call":
            return CALL_TARGET
        if self.ingredients.channel == "note":
            return 0, NOTE_LIMIT
        return _TARGETS[self.ingredients.purpose][self.ingredients.tone]

    @cached_property
    def _known(self) -> dict[tuple[frozenset[str], str, int], list[str]]:
        return {}

    def too_long(self, body: str) -> bool:
        """Return whether a body is above its target."""
        if self.ingredients.channel == "note":
            return len(body) > NOTE_LIMIT
        return count_words(body) > self.target[1]

    def wordings(self, does: Iterable[str], seed: str, version: int) -> list[str]:
        """Return the texts that do exactly what `does` names, in the order for seed and version."""
        wanted = frozenset(does)
        key = (wanted, seed, version)
        if key not in self._known:
            self._known[key] = self._wordings(wanted, seed, version)
        return self._known[key]

    def _wordings(self, wanted: frozenset[str], seed: str, version: int) -> list[str]:
        if wanted == {"question-own"}:
            return [as_question(self.words["question"])] if "question" in self.words else []
        if wanted == {"sign"}:
            return [self.words["sign"]] if "sign" in self.words else []
        slot = "+".join(sorted(wanted))
        found = {block.text: block for block in self.blocks if block.does == wanted}
        blocks = sorted(found.values(), key=lambda one: rank(seed, slot, one.text))
        start = turned(len(blocks), version)
        spoken = [block.spoken(f"{seed} {version}") for block in blocks[start:] + blocks[:start]]
        texts = [one[0] for one in spoken] + [text for one in spoken for text in one[1:]]
        if self._writes_out(seed):
            texts = [write_out(text) for text in texts]
        words = self._words_by_noun[_NOUNS[rank(seed, "noun", "")[0] % len(_NOUNS)]]
        return [self._spell(text, wanted, words) for text in texts]

    def _writes_out(self, seed: str) -> bool:
        """Every other person writes "I would" for "I'd"; nobody says so on the phone."""
        return self.channel != "call" and rank(seed, "contractions", "")[0] % 2 == 0

    def leading(self, does: Iterable[str], seed: str, version: int) -> list[str]:
        """Return one text for each block that does exactly what `does` names."""
        wanted = frozenset(does)
        number = len({block.text for block in self.blocks if block.does == wanted})
        return self.wordings(wanted, seed, version)[: number or 1]

    def _spell(self, text: str, does: Iterable[str], words: Mapping[str, str]) -> str:
        """Return a block's text with the person's words; a name below turns a closing into its line."""
        full = fill(text, words)
        if "closing" in does and "sign" in words and full[-1] not in ".!?,":
            return full + ","
        return full

    def outline(self, seed: str, version: int) -> list[tuple[str, list[str]]]:
        """Return the slots by paragraph, each with its label, in one of the orders that fit."""
        fitting = sorted(
            (one.paragraphs for one in load_layouts() if one.fits(self.situation)),
            key=lambda one: rank(seed, "layout", repr(one)),
        )
        chosen = fitting[turned(len(fitting), version)]
        return [
            (line[0], [slot for name in line for slot in self._slots(name, seed, version)]) for line in chosen
        ]

    def _slots(self, name: str, seed: str, version: int) -> list[str]:
        if name == "questions":
            return sorted(self.questions, key=lambda one: rank(f"{seed}{version}", "order", one))
        if name in ("first-question", "second-question"):
            return [self.questions[name == "second-question"]]
        absent = (
            name in self.without
            or (name == "detail" and self.situation["detail"] == "none")
            or (name == "late" and not self.ingredients.late)
            or (name == "sign" and "sign" not in self.words)
            or (name == "wish" and self.ingredients.tone != "warm")
        )
        return [] if absent else [name]

    def lacking(self, *names: str) -> Case:
        """Return the case without these ingredients."""
        return replace(self, ingredients=lacking(self.ingredients, names))


def lacking(ingredients: Ingredients, names: Iterable[str]) -> Ingredients:
    """Return the ingredients without those named, which may be some of what a person typed."""
    gone = frozenset(names)
    return replace(
        ingredients,
        detail=None if "detail" in gone else ingredients.detail,
        question=None if "question" in gone else ingredients.question,
        point=None if "point" in gone else ingredients.point,
        company=None if "company" in gone else ingredients.company,
        role=None if "role" in gone else ingredients.role,
        name=None if "name" in gone else ingredients.name,
        sign=None if "sign" in gone else ingredients.sign,
    )
