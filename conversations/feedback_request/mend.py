"""Mends what the check found, as the person tapped: one sentence goes or comes, the others stay."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from conversations.feedback_request import measures
from conversations.feedback_request.adopt import adopt
from conversations.feedback_request.check import Finding, check
from conversations.feedback_request.compose import compose
from conversations.feedback_request.letter import Letter
from conversations.feedback_request.revise import revise

TRIES = 6
"""Wordings of ours that are tried until the finding is gone."""
FULLER = ("thanks", "growth", "advice", "way-out", "acceptance")
"""What makes a letter fuller, the first that is missing first."""
_SHOUT = re.compile(r"\b[^\W\d_]{3,}\b")
_LINE_END = re.compile(r"[.!?…:]\s*$")


def mend(letter: Letter, finding: Finding, seed: str) -> Letter:
    """Return the letter with the fix of a finding; the letter itself where the fix cannot do it.

    Args:
        finding: what `check` found in this very letter, with a fix.
        seed: as for `compose`.
    """
    fix = finding.fix or ""
    if fix.startswith("add-"):
        return _first_better(letter, finding, _adding(letter, fix.removeprefix("add-"), seed))
    make = _FIXES.get(fix)
    return letter if make is None else make(letter, finding, seed)


def _first_better(letter: Letter, finding: Finding, tries: Iterator[Letter]) -> Letter:
    """Return the first try in which the finding is gone and nothing worse has come, else the letter."""
    worst = _faults(letter)
    for one in tries:
        found = check(one.body, one.ingredients, one.subject)
        gone = all((f.rule, f.sentence) != (finding.rule, finding.sentence) for f in found)
        if gone and sum(f.severity == "fault" for f in found) <= worst:
            return one
    return letter


def _faults(letter: Letter) -> int:
    found = check(letter.body, letter.ingredients, letter.subject)
    return sum(finding.severity == "fault" for finding in found)


def drop(text: str, sentence: str) -> str:
    """Return `text` without a sentence, and without the gap that it leaves."""
    before, found, after = text.partition(sentence)
    if not found:
        return text
    at_start, at_end = not before or before.endswith("\n"), not after or after.startswith("\n")
    if at_start and at_end:
        after = after.lstrip("\n") if before else after.lstrip()
        return (before + after) if after else before.rstrip("\n")
    if at_start:
        return before + after.lstrip(" ")
    return before.rstrip(" ") + after if at_end else before + after.lstrip(" ")


def _drop_sentence(letter: Letter, finding: Finding, seed: str) -> Letter:
    return _without(letter, finding.sentence)


def _without(letter: Letter, sentence: str) -> Letter:
    """Return the letter without a sentence; a letter of nothing else stays."""
    left = drop(letter.body, sentence)
    return adopt(letter, left) if left.strip() else letter


def _ask_less(letter: Letter, finding: Finding, seed: str) -> Letter:
    """Drop the question that gives least: a closed one, else the last."""
    asked = [one for one in measures.sentences(letter.body) if one.rstrip().endswith("?")]
    if not asked:
        return letter
    closed = [one for one in asked if not re.match(r"(?i)(?:and )?(?:what|which|how|where)\b", one.strip())]
    return _without(letter, (closed or asked)[-1])


def _adding(letter: Letter, slot: str, seed: str) -> Iterator[Letter]:
    """Yield the letter with one sentence of ours for `slot`, in one wording after another."""
    wanted = {"role": "opening", "question": "question"}.get(slot, slot)
    for version in range(TRIES):
        parts = compose(letter.ingredients, f"{seed} {slot}", version).parts
        words = [part.text for part in parts if any(does.startswith(wanted) for does in part.does)]
        if words:
            yield adopt(letter, insert(letter.body, " ".join(words[:1]), slot))


def insert(text: str, sentence: str, slot: str) -> str:
    """Return `text` with a sentence where its slot belongs: the greeting first, asks late, the name last."""
    blocks = re.split(r"(\n\s*\n)", text)
    if slot == "greeting":
        return f"{sentence}\n\n{text}"
    if slot == "sign":
        return f"{text.rstrip()}\n{sentence}"
    places = [place for place in range(0, len(blocks), 2) if _LINE_END.search(blocks[place])]
    if not places:
        return f"{text.rstrip()}\n\n{sentence}"
    if slot in ("way-out", "question", "advice", "growth"):
        blocks[places[-1]] = f"{blocks[places[-1]]} {sentence}"
    else:
        blocks[places[0]] = f"{sentence} {blocks[places[0]]}"
    return "".join(blocks)


def _make_fuller(letter: Letter, finding: Finding, seed: str) -> Letter:
    """Add what is missing, one sentence after another, until it is long enough."""
    for slot in FULLER:
        if all((f.rule, f.sentence) != (finding.rule, finding.sentence) for f in _found(letter)):
            break
        if all(slot not in part.does for part in letter.parts if not part.own):
            letter = next(_adding(letter, slot, seed), letter)
    return letter


def _found(letter: Letter) -> tuple[Finding, ...]:
    return check(letter.body, letter.ingredients, letter.subject)


def _calm(letter: Letter, finding: Finding, seed: str) -> Letter:
    """Keep the first exclamation mark; the others become full stops."""
    head, mark, rest = letter.body.partition("!")
    rest = re.sub(r"!+(?=\?)|(?<=\?)!+", "", rest.lstrip("!"))
    return adopt(letter, head + mark + re.sub(r"!+", ".", rest))


def _speak_softly(letter: Letter, finding: Finding, seed: str) -> Letter:
    """Write shouted words small, as far as the check takes them for shouted."""
    for sentence in measures.sentences(letter.body):
        for word in dict.fromkeys(_SHOUT.findall(sentence)):
            if word.isupper() and _shouts(letter, word):
                soft = word.capitalize() if sentence.lstrip().startswith(word) else word.lower()
                letter = adopt(letter, re.sub(rf"\b{re.escape(word)}\b", soft, letter.body))
    return letter


def _shouts(letter: Letter, word: str) -> bool:
    """Return whether the check, shown this word twice, takes it for shouted."""
    found = check(f"{word} and {word}.", letter.ingredients, letter.subject)
    return any(finding.fix == "no-capitals" for finding in found)


def _renew_subject(letter: Letter, finding: Finding, seed: str) -> Letter:
    fresh = (compose(letter.ingredients, seed, version).subject for version in range(TRIES))
    tries = (replace(letter, subject=subject, own_subject=False) for subject in fresh if subject)
    return _first_better(letter, finding, tries)


_FIXES: Mapping[str, Callable[[Letter, Finding, str], Letter]] = {
    "drop-sentence": _drop_sentence,
    "one-question-less": _ask_less,
    "fuller": _make_fuller,
    "new-subject": _renew_subject,
    "fewer-exclamations": _calm,
    "no-capitals": _speak_softly,
    "shorter": lambda letter, finding, seed: revise(letter, "shorter", seed),
    "plainer": lambda letter, finding, seed: revise(letter, "plainer", seed),
}
