"""The check of a letter: what in it would cost the answer, and what could be better."""

from __future__ import annotations

from dataclasses import dataclass

from conversations.feedback_request.letter import Ingredients
from conversations.feedback_request.reading import Reading
from conversations.feedback_request.rules import Severity, load_rules


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule that a letter breaks.

    Args:
        rule: its name; the text `check-<rule>` says why it matters.
        sentence: the sentence it is about, as it stands in the text; "" for the letter as a whole.
        fix: what `mend` can do about it, None if only the person can tell.
    """

    rule: str
    severity: Severity
    sentence: str
    fix: str | None


def check(body: str, ingredients: Ingredients, subject: str | None = None) -> tuple[Finding, ...]:
    """Return what the rules for this purpose and channel find, worst first, at most one finding a rule.

    Args:
        subject: the subject line; None where there is none, which is a finding for an e-mail's first message.
    """
    known = load_rules()
    reading = Reading(body, ingredients, subject, known.vocabulary)
    found = []
    for rule in known.rules:
        if rule.applies(ingredients.purpose, ingredients.channel):
            breach = rule.broken(reading)
            if breach is not None:
                severity, sentence = breach
                found.append(Finding(rule.name, severity, sentence, _fix(rule.fix, sentence, reading)))
    return tuple(sorted(found, key=lambda finding: finding.severity))


def _fix(fix: str | None, sentence: str, reading: Reading) -> str | None:
    """A subject line is replaced, never dropped."""
    in_subject = fix == "drop-sentence" and sentence == reading.subject_sentence
    return "new-subject" if in_subject else fix
