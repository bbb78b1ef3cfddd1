"""The dialogue engine: a conversation is a plain function of the answers so far, run from the top each turn.

The first question without an answer stops the run; it is the one to ask. (The re-run checklist of
docassemble, with Python's own control flow.) The contract this keeps is in ARCHITECTURE.md, "The dialogue".
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Literal, TypeAlias, overload

from conversations.answers import (
    Pick,
    Stored,
    as_bool,
    as_date,
    as_int,
    as_pick,
    as_picks,
    as_review,
    as_text,
)
from conversations.days import NEAR
from conversations.facts import Facts
from conversations.lines import OWN_WORDS, Line, Option, Word
from conversations.replay import Paused, Replay, Run


class Dialogue(Replay):
    """What a conversation speaks with. Each question returns its answer, or stops the run to be asked.

    With `skippable=True` a question may be left out and then returns None. `about` takes the person's earlier
    words that the question speaks about: it is asked again when they change. Further keyword arguments are
    variables of the question's text, whose id is `<conversation>-<key>`.
    """

    @overload
    def text(self, key: str, *, skippable: Literal[False] = False, about: str | None = None,
             known: str | None = None, starters: Sequence[str] = (), keep: bool = True,
             pasted: bool = False, **words: Word) -> str: ...  # fmt: skip
    @overload
    def text(self, key: str, *, skippable: Literal[True], about: str | None = None,
             known: str | None = None, starters: Sequence[str] = (), keep: bool = True,
             pasted: bool = False, **words: Word) -> str | None: ...  # fmt: skip
    def text(
        self,
        key: str,
        *,
        skippable: bool = False,
        about: str | None = None,
        known: str | None = None,
        starters: Sequence[str] = (),
        keep: bool = True,
        pasted: bool = False,
        **words: Word,
    ) -> str | None:
        """Ask for words of the person's own.

        Args:
            about: the person's earlier words that the question is about; it is asked again when they change.
            known: the answer, if it was said before: then it is not asked, but can be edited.
            starters: slugs of sentence starters that can be tapped.
            keep: False throws the words away once they are screened; the answer is then empty.
            pasted: whether forwarded words of others are welcome.
            words: variables of the text.
        """
        prompt = replace(
            self._prompt(key, "text", starters, skippable, about, words), keep=keep, pasted=pasted
        )
        return self._ask(prompt, as_text, known)

    @overload
    def choice(self, key: str, options: Sequence[str | Option], *, skippable: Literal[False] = False,
               about: str | None = None, known: str | None = None, wide: bool = False, shown: int = 0,
               **words: Word) -> str: ...  # fmt: skip
    @overload
    def choice(self, key: str, options: Sequence[str | Option], *, skippable: Literal[True],
               about: str | None = None, known: str | None = None, wide: bool = False, shown: int = 0,
               **words: Word) -> str | None: ...  # fmt: skip
    def choice(
        self,
        key: str,
        options: Sequence[str | Option],
        *,
        skippable: bool = False,
        about: str | None = None,
        known: str | None = None,
        wide: bool = False,
        shown: int = 0,
        **words: Word,
    ) -> str | None:
        """Ask for one of `options`; return its slug.

        Args:
            wide: whether each option stands on a row of its own.
            shown: how many of the options are buttons; the others are understood when typed. 0 is all.
        """
        prompt = replace(
            self._prompt(key, "choice", options, skippable, about, words), wide=wide, shown=shown
        )
        return self._ask(prompt, as_text, known)

    @overload
    def pick(self, key: str, options: Sequence[str | Option], *, skippable: Literal[False] = False,
             about: str | None = None, own: int = OWN_WORDS, **words: Word) -> Pick: ...  # fmt: skip
    @overload
    def pick(self, key: str, options: Sequence[str | Option], *, skippable: Literal[True],
             about: str | None = None, own: int = OWN_WORDS, **words: Word) -> Pick | None: ...  # fmt: skip
    def pick(
        self,
        key: str,
        options: Sequence[str | Option],
        *,
        skippable: bool = False,
        about: str | None = None,
        own: int = OWN_WORDS,
        **words: Word,
    ) -> Pick | None:
        """Ask for one of `options` or the person's own words, at most `own` characters of them."""
        prompt = replace(self._prompt(key, "pick", options, skippable, about, words), own=own)
        return self._ask(prompt, lambda value: as_pick(value, prompt.options))

    @overload
    def several(self, key: str, options: Sequence[str | Option], *, skippable: Literal[False] = False,
                most: int = 3, about: str | None = None, own: int = OWN_WORDS,
                **words: Word) -> tuple[Pick, ...]: ...  # fmt: skip
    @overload
    def several(self, key: str, options: Sequence[str | Option], *, skippable: Literal[True],
                most: int = 3, about: str | None = None, own: int = OWN_WORDS,
                **words: Word) -> tuple[Pick, ...] | None: ...  # fmt: skip
    def several(
        self,
        key: str,
        options: Sequence[str | Option],
        *,
        skippable: bool = False,
        most: int = 3,
        about: str | None = None,
        own: int = OWN_WORDS,
        **words: Word,
    ) -> tuple[Pick, ...] | None:
        """Ask for up to `most` of `options`, own words (at most `own` characters) among them."""
        prompt = replace(self._prompt(key, "several", options, skippable, about, words), most=most, own=own)
        return self._ask(prompt, lambda value: as_picks(value, prompt.options))

    @overload
    def scale(self, key: str, low: int = 0, high: int = 10, *, step: int = 1,
              skippable: Literal[False] = False, about: str | None = None,
              **words: Word) -> int: ...  # fmt: skip
    @overload
    def scale(self, key: str, low: int = 0, high: int = 10, *, step: int = 1, skippable: Literal[True],
              about: str | None = None, **words: Word) -> int | None: ...  # fmt: skip
    def scale(
        self,
        key: str,
        low: int = 0,
        high: int = 10,
        *,
        step: int = 1,
        skippable: bool = False,
        about: str | None = None,
        **words: Word,
    ) -> int | None:
        """Ask for a whole number from `low` to `high`; buttons are `step` apart, any number may be typed."""
        prompt = replace(
            self._prompt(key, "scale", (), skippable, about, words), low=low, high=high, step=step
        )
        return self._ask(prompt, as_int)

    @overload
    def confirm(self, key: str, *, skippable: Literal[False] = False, about: str | None = None,
                **words: Word) -> bool: ...  # fmt: skip
    @overload
    def confirm(self, key: str, *, skippable: Literal[True], about: str | None = None,
                **words: Word) -> bool | None: ...  # fmt: skip
    def confirm(
        self, key: str, *, skippable: bool = False, about: str | None = None, **words: Word
    ) -> bool | None:
        """Ask yes or no."""
        prompt = self._prompt(key, "confirm", ("yes", "no"), skippable, about, words)
        return self._ask(prompt, as_bool)

    @overload
    def date(self, key: str, *, skippable: Literal[False] = False, about: str | None = None,
             ahead: bool = False, **words: Word) -> date: ...  # fmt: skip
    @overload
    def date(self, key: str, *, skippable: Literal[True], about: str | None = None,
             ahead: bool = False, **words: Word) -> date | None: ...  # fmt: skip
    def date(
        self,
        key: str,
        *,
        skippable: bool = False,
        about: str | None = None,
        ahead: bool = False,
        **words: Word,
    ) -> date | None:
        """Ask for a day that has been, or for one to come (`ahead`); the nearest ones can be tapped."""
        prompt = self._prompt(key, "date", tuple(NEAR[ahead]), skippable, about, words)
        return self._ask(replace(prompt, ahead=ahead), as_date)

    @overload
    def review(self, key: str, draft: str | Line, options: Sequence[str | Option] = ("keep",), *,
               skippable: Literal[False] = False, subject: str | None = None, direct: bool = False,
               notes: Sequence[Line] = (), shown: int = 0, **words: Word) -> tuple[str, str]: ...  # fmt: skip
    @overload
    def review(self, key: str, draft: str | Line, options: Sequence[str | Option] = ("keep",), *,
               skippable: Literal[True], subject: str | None = None, direct: bool = False,
               notes: Sequence[Line] = (), shown: int = 0,
               **words: Word) -> tuple[str, str] | None: ...  # fmt: skip
    def review(
        self,
        key: str,
        draft: str | Line,
        options: Sequence[str | Option] = ("keep",),
        *,
        skippable: bool = False,
        subject: str | None = None,
        direct: bool = False,
        notes: Sequence[Line] = (),
        shown: int = 0,
        **words: Word,
    ) -> tuple[str, str] | None:
        """Show a draft, the person's words or a text of ours; typed words replace it, an option settles it.

        Return (option slug, final text).

        Args:
            subject: the subject line of an e-mail, shown apart.
            direct: whether typed words answer at once, as the option `edited`, so that they can be looked at.
            notes: lines between the draft and the question.
            shown: how many of the options are buttons; the others are understood when typed. 0 is all.
        """
        about = _person_words(draft) if isinstance(draft, Line) else draft
        prompt = self._prompt(key, "review", options, skippable, about, words)
        text = {"drafted": draft} if isinstance(draft, Line) else {"draft": draft}
        prompt = replace(prompt, subject=subject, direct=direct, notes=tuple(notes), shown=shown, **text)
        return self._ask(prompt, as_review)


def _person_words(draft: Line) -> str | None:
    return "\x1f".join(word for _, word in draft.args if isinstance(word, str)) or None


Conversation: TypeAlias = Callable[[Dialogue, Facts], None]


def run_conversation(
    function: Conversation,
    name: str,
    answers: Mapping[str, Stored],
    facts: Facts,
    outcomes: Mapping[str, str] | None = None,
) -> Run:
    """Run a conversation from the top; return what came out of it.

    Raises:
        BrokenConversation: if it breaks the contract.
    """
    dialogue = Dialogue(name, answers, outcomes)
    try:
        function(dialogue, facts)
    except Paused as paused:
        dialogue.run.prompt = paused.prompt
    return dialogue.run
