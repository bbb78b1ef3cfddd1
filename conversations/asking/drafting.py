"""The review of a letter: shown with what the check finds, revised until it is taken; the person sends it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from conversations.asking.findings import explain, find_faults, find_mendable, offer_fix, say_left_out
from conversations.dialogue import Dialogue
from conversations.effects import ChangeEntry, SendLetter
from conversations.facts import Entry, Facts
from conversations.feedback_request.compose import compose
from conversations.feedback_request.letter import (
    Ingredients,
    Letter,
    letter_from_json,
    letter_to_json,
)
from conversations.feedback_request.mend import mend
from conversations.feedback_request.parts import change_ingredient, lock, unlock
from conversations.feedback_request.revise import Way, adopt, adopt_subject, revise
from conversations.lines import digest, excerpt
from conversations.memory import hold_words

WAYS = ("another", "shorter")
RARER = ("warmer", "plainer")
"""Ways of revising that stand behind "change"; typed, they are understood at once."""
TRIES = 8
"""Versions that are looked through for one that was not shown before."""
FEW = 12
"""Words below which something typed is taken for the whole letter only after asking."""

Change = Callable[[Dialogue, Ingredients], Ingredients]
"""Asks for one ingredient anew."""


@dataclass(frozen=True, slots=True)
class Taken:
    """How the review ended: the letter as it stands, and the option that ended it."""

    letter: Letter
    way: str


def finish_letter(
    ask: Dialogue,
    facts: Facts,
    ingredients: Ingredients,
    save: Callable[[Letter], None],
    *,
    changes: Mapping[str, Change],
    ways: Sequence[str] = ("sent", "later"),
    slot: str | int | None = None,
    begin: Letter | None = None,
) -> Taken:
    """Show the letter and revise it until one of `ways` ends the review.

    Args:
        save: records the letter as it stands.
        changes: the ingredients that can be changed, by slug (a label of `letter-which`), in order.
        ways: the options that end it, the first ones on the screen (labels of `letter-draft`).
        slot: where the letter is recorded, a slot or an entry; with it an e-mail can be opened in the mail
            program.
        begin: the letter as it was left the last time.
    """
    review = _Review(ask, facts.chance, changes, slot, ingredients)
    letter = review.begin(lambda: begin or compose(ingredients, facts.chance))
    while True:
        save(letter)
        option, text = review.show(letter, ways)
        if option in ways:
            return Taken(letter, option)
        letter = review.follow(letter, option, text)


def look_again(
    ask: Dialogue, facts: Facts, entry: Entry, ingredients: Ingredients, changes: Mapping[str, Change]
) -> Taken:
    """Open the letter in an entry (`subject` and `body`) as it was left; what is changed goes into the entry.

    Use it inside `with ask.within("letter", "1", texts="letter")`.
    """
    body, subject = hold_words(ask, "left", entry, "body", "subject")
    left = adopt(compose(ingredients, facts.chance), body)
    if left.subject is not None and subject:
        left = adopt_subject(left, subject)
    steps: list[str] = []

    def save(letter: Letter) -> None:
        steps.append(digest(letter.subject or "", letter.body))  # a text may come back: each step counts
        key = digest(*steps)
        ask.effect(f"body-{key}", ChangeEntry(entry.id, "body", letter.body))
        if letter.subject is not None:
            ask.effect(f"subject-{key}", ChangeEntry(entry.id, "subject", letter.subject))

    taken = finish_letter(ask, facts, ingredients, save, changes=changes, slot=entry.id, begin=left)
    save(taken.letter)
    return taken


class _Review:
    """One review; its steps are known by what the letter is made from, and by all that was done before them.

    Each version of the letter is kept as it was made: new wordings in a new release change none of them.
    """

    def __init__(
        self,
        ask: Dialogue,
        seed: str,
        changes: Mapping[str, Change],
        slot: str | int | None,
        ingredients: Ingredients,
    ) -> None:
        self._ask = ask
        self._seed = seed
        self._changes = changes
        self._slot = ask.path(slot) if isinstance(slot, str) else slot
        self._made_from = digest(repr(ingredients))
        self._done: list[str] = []

    def begin(self, make: Callable[[], Letter]) -> Letter:
        """Return the letter to begin with."""
        with self._ask.within("begin", self._made_from):
            return self.hold("letter", make)

    def hold(self, key: str, make: Callable[[], Letter]) -> Letter:
        """Return the letter that `make` made when the conversation first came here."""
        return self._ask.hold(key, make, letter_from_json, letter_to_json)

    @property
    def _step(self) -> str:
        return digest(self._made_from, *self._done)

    def show(self, letter: Letter, ways: Sequence[str]) -> tuple[str, str]:
        """Show the letter with what the check finds; return what was chosen and the text."""
        with self._ask.within("step", self._step):
            found = () if self._ask.is_settled("draft") else find_faults(letter)
            mendable = find_mendable(letter, found, self._seed)
            fix = () if mendable is None else (offer_fix(mendable),)
            buttons = (*fix, *ways, *WAYS, *(("change",) if self._changes else RARER))
            return self._ask.review(
                "script" if letter.ingredients.channel == "call" else "draft",
                letter.body,
                (*buttons, *(slug for slug in (*RARER, *self._mail(letter)) if slug not in buttons)),
                subject=letter.subject,
                direct=True,
                shown=len(buttons),
                notes=(*say_left_out(letter), *explain(found, mendable)),
            )

    def _mail(self, letter: Letter) -> Sequence[str]:
        mail = self._slot is not None and letter.ingredients.channel == "email" and "mail" not in self._done
        return ("mail",) if mail else ()

    def follow(self, letter: Letter, option: str, text: str) -> Letter:
        """Return the letter after one step."""
        with self._ask.within("after", self._step):
            after = self._follow(letter, option, text)
        self._done += (option, digest(after.subject or "", after.body))
        return after

    def _follow(self, letter: Letter, option: str, text: str) -> Letter:
        match option:
            case "shorter" | "warmer" | "plainer" | "another":
                return self._revise(letter, option)
            case "mend":
                return self._mend(letter)
            case "mail" if self._slot is not None:
                self._ask.effect("page", SendLetter(self._slot))
                self._ask.say("page")
            case "change":
                return self._change(letter)
            case "edited" if self._is_whole(text):
                return adopt(letter, text)
        return letter

    def _revise(self, letter: Letter, way: Way) -> Letter:
        revised = self.hold("revised", lambda: self._new_version(letter, way))
        if revised.body == letter.body:
            self._ask.say(f"no-{way}")
        return revised

    def _new_version(self, letter: Letter, way: Way) -> Letter:
        """Return a version that was not shown before, the letter itself where there is none."""
        questions = lock(letter, ("question",)) if way in ("shorter", "plainer") else letter
        for place in range(TRIES):
            version = self._version + place
            made = unlock(revise(questions, way, self._seed, version), letter)
            if way == "shorter" and len(made.body) >= len(letter.body):
                made = revise(letter, way, self._seed, version)
            if digest(made.subject or "", made.body) not in self._done:
                break
        less = len(made.body.split()) < len(letter.body.split()) or len(made.body) < len(letter.body)
        return letter if way == "shorter" and not less else made

    @property
    def _version(self) -> int:
        return len(self._done) // 2 + 1

    def _mend(self, letter: Letter) -> Letter:
        def make() -> Letter:
            finding = find_mendable(letter, find_faults(letter), self._seed)
            return letter if finding is None else mend(letter, finding, self._seed)

        return self.hold("mended", make)

    def _is_whole(self, text: str) -> bool:
        """Ask whether a few typed words are meant to be the whole letter."""
        return len(text.split()) >= FEW or self._ask.confirm("whole", about=text, words=excerpt(text))

    def _change(self, letter: Letter) -> Letter:
        subject = ("subject",) if letter.subject is not None else ()
        fresh = ("fresh",) if any(part.own for part in letter.parts) else ()
        options = (*RARER, *self._mail(letter), *self._changes, *subject, *fresh, "nothing")
        which = self._ask.choice("which", options)
        match which:
            case "warmer" | "plainer":
                return self._revise(letter, which)
            case "mail" if self._slot is not None:
                self._ask.effect("page", SendLetter(self._slot))
                self._ask.say("page")
                return letter
            case "subject":
                return adopt_subject(letter, self._ask.text("subject", words=letter.subject or ""))
            case "fresh":
                return self.hold("fresh", lambda: compose(letter.ingredients, self._seed, self._version))
        if which not in self._changes:
            return letter
        with self._ask.within("ingredient", which):
            ingredients = self._changes[which](self._ask, letter.ingredients)
        return self.hold(
            "changed", lambda: change_ingredient(letter, which, ingredients, self._seed, self._version)
        )
