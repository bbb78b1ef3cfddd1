"""A letter as the rules read it: plain lower-case words, sentence by sentence, with what is asked in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from conversations.feedback_request import measures
from conversations.feedback_request.letter import Ingredients
from conversations.safety.characters import fold

_TOKEN = re.compile(r"[a-z0-9]+|\?+")
_LISTED = re.compile(r"[,;]\s+(?:what|which|how|where|whether|why|who)\b", re.IGNORECASE)
_ASKED = re.compile(r"\b(?:what|which|how|where|whether|why|who|tell|know|share|say)\b", re.IGNORECASE)
_DRAWN = re.compile(r"([a-z])\1{2,}")


def slips(word: str) -> set[str]:
    """Return spellings one dropped, doubled or swapped letter away from `word`."""
    dropped = {word[:i] + word[i + 1 :] for i in range(1, len(word))}
    doubled = {word[:i] + word[i] + word[i:] for i in range(len(word))}
    swapped = {word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in range(len(word) - 1)}
    return (dropped | doubled | swapped) - {word}


def normalise(text: str, spellings: Mapping[str, str]) -> str:
    """Return `text` as the patterns read it: words apart by one space, no marks but "?", a space around.

    Args:
        spellings: the usual spelling (one word or more) by another one ("dont", "pls"), apostrophes left out.
    """
    plain: list[str] = []
    for token in _TOKEN.findall(fold(text)):
        word = "?" if token.startswith("?") else _DRAWN.sub(r"\1\1", token)
        plain.append(spellings.get(word, word))
    return " " + " ".join(plain) + " " if plain else " "


@dataclass(frozen=True)
class Vocabulary:
    """What letters are read with, from rules.toml.

    Args:
        spellings: see `normalise`.
        ask: tells a sentence that asks without a question mark.
        announce: tells a sentence that only says that questions come.
        thing: is found once for each thing that a question asks besides its first.
    """

    spellings: Mapping[str, str]
    ask: re.Pattern[str]
    announce: re.Pattern[str]
    thing: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Ask:
    """A sentence that asks: as it stands in the letter, normalised, and how many things it asks."""

    sentence: str
    plain: str
    things: int


@dataclass(frozen=True)
class Reading:
    """A letter with everything that the rules look at; what is costly is worked out when first asked for."""

    body: str
    ingredients: Ingredients
    subject: str | None
    vocabulary: Vocabulary

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        """The sentences as they stand in the text; a subject line is the last of them."""
        return (*self.sentences_of_body, *filter(None, (self.subject_sentence,)))

    @cached_property
    def sentences_of_body(self) -> tuple[str, ...]:
        """The same without the subject line."""
        return measures.sentences(self.body)

    @property
    def subject_sentence(self) -> str:
        """The subject line without the space around it."""
        return (self.subject or "").strip()

    @cached_property
    def plain_sentences(self) -> tuple[str, ...]:
        """The same, normalised."""
        return tuple(normalise(sentence, self.vocabulary.spellings) for sentence in self.sentences)

    @cached_property
    def plain(self) -> str:
        """All normalised sentences, apart by "|", so that no pattern runs from one into the next."""
        return "|".join(self.plain_sentences)

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        starts, at = [], 0
        for sentence in self.plain_sentences:
            starts.append(at)
            at += len(sentence) + 1
        return tuple(starts)

    def which(self, position: int) -> int:
        """Return the number of the sentence that stands at `position` of `plain`."""
        return bisect_right(self._starts, position) - 1

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines of the body that are not empty."""
        return tuple(line.strip() for line in self.body.splitlines() if line.strip())

    @cached_property
    def asks(self) -> tuple[Ask, ...]:
        """The sentences of the body that ask."""
        pairs = zip(self.sentences_of_body, self.plain_sentences, strict=False)
        return tuple(
            Ask(said, plain, self._things(said, plain)) for said, plain in pairs if self._is_ask(said, plain)
        )

    def _is_ask(self, said: str, plain: str) -> bool:
        asks = " ? " in plain or self.vocabulary.ask.search(plain) is not None
        return asks and (self.vocabulary.announce.search(plain) is None or self._things(said, plain) > 1)

    def _things(self, said: str, plain: str) -> int:
        """One, one more for each "and what ...", and one for each ", what ..." that does not come first."""
        listed = sum(_ASKED.search(said, 0, found.start()) is not None for found in _LISTED.finditer(said))
        return 1 + len(self.vocabulary.thing.findall(plain)) + listed

    @cached_property
    def names(self) -> frozenset[str]:
        """The words of the job, the company and the people: no rule about phrases may blame them."""
        given = self.ingredients
        return frozenset(
            self.plainly(" ".join(filter(None, (given.role, given.company, given.name, given.sign))))
        )

    def plainly(self, text: str | None) -> tuple[str, ...]:
        """Return the normalised words of a name, role or company."""
        return tuple(normalise(text or "", self.vocabulary.spellings).split())
