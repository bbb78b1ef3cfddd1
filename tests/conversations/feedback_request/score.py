"""Scores the check on letters by hands that had not seen its rules.

    python tests/conversations/feedback_request/score.py [--half dev|frozen] [--show]

bad_unguided.toml: by a hand that was told only that the letters must be bad; bad_guided.toml: by one that had
a list of kinds of faults; good.toml and good_fresh.toml: good letters by a third and a fourth hand.
good_fresh.toml was measured unseen at 10.0 % faults and 26.7 % any finding before it was opened: expect that
of letters that nobody tuned on. The rules have now been shaped on all four lists, on both halves (split by a
hash of the text): their figures are no forecast. Floors: good.toml and good_fresh.toml each <= 5 % faults.
--show prints misses and false findings, of the dev half unless told otherwise.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[3]
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from conversations.feedback_request.check import Finding, check  # noqa: E402
from conversations.feedback_request.letter import Ingredients, Purpose  # noqa: E402

HERE = Path(__file__).parent
BAD = ("bad_unguided", "bad_guided")
GOOD = ("good", "good_fresh")
FITS = {
    "a": "arguing rebuttal lecturing", "b": "why-not-me", "c": "reopening begging big-ask",
    "d": "unfair arguing insult lecturing", "e": "deserving comparing", "f": "deadline demanding",
    "g": "legal discrimination threat", "h": "brutal", "i": "too-long long too-short short note-too-long",
    "j": "too-many-questions many-questions question", "k": "vague-question closed-questions advice",
    "l": "thanks", "m": "arguing reopening unfair acceptance", "n": "role",
    "o": "way-out demanding guilt deadline",
    "p": "name-at-end", "q": "many-exclamations exclamations shouting capitals", "r": "chasing",
    "s": "subject-length subject-missing shouting", "t": "hard-to-read not-simple stilted gushing text-speak",
    "u": "guilt chasing demanding threat", "v": "self-blame begging insult oversharing guilt",
}  # fmt: skip
"""The rules that fit each kind of fault of bad_guided.toml."""


@dataclass(frozen=True, slots=True)
class Judged:
    """One letter of a list with what the check found in it."""

    text: str
    labels: tuple[str, ...]
    findings: tuple[Finding, ...]

    @property
    def faulty(self) -> bool:
        """Whether a finding is a fault."""
        return any(finding.severity == "fault" for finding in self.findings)

    def met(self, label: str) -> bool:
        """Whether a finding fits one kind of fault of the guided list."""
        return not {finding.rule for finding in self.findings}.isdisjoint(FITS[label].split())

    @property
    def frozen(self) -> bool:
        """Whether it belongs to the half that was opened last."""
        return hashlib.sha256(self.text.encode()).digest()[0] % 2 == 1


def read(name: str) -> Iterator[tuple[dict[str, Any], Ingredients]]:
    """The letters of one list; a connection note is a request in these lists."""
    with (HERE / f"{name}.toml").open("rb") as file:
        entries = tomllib.load(file)["message"]
    for entry in entries:
        purpose: Purpose = "request" if entry["purpose"] == "note" else entry["purpose"]
        role, company = entry.get("role") or None, entry.get("company") or None
        yield entry, Ingredients(purpose=purpose, channel=entry["channel"], role=role, company=company)


def judge(name: str) -> list[Judged]:
    """Check every letter of a list."""
    return [
        Judged(
            entry["text"],
            tuple(entry.get("faults", ())),
            check(entry["text"], ingredients, entry.get("subject")),
        )
        for entry, ingredients in read(name)
    ]


def share(part: int, whole: int) -> str:
    """A count with its percentage."""
    return f"{part}/{whole} ({100 * part / max(1, whole):.1f} %)"


def report(name: str, letters: list[Judged], show: bool) -> None:
    """Print the figures of one list; with `show` also what went wrong."""
    faulty = sum(letter.faulty for letter in letters)
    found = sum(bool(letter.findings) for letter in letters)
    hinted = sum(bool(letter.findings) and not letter.faulty for letter in letters)
    print(
        f"{name}: any finding {share(found, len(letters))}, a fault {share(faulty, len(letters))}, ", end=""
    )
    print(f"only hints {share(hinted, len(letters))}")
    counts = Counter((f.rule, f.severity) for letter in letters for f in letter.findings)
    print("   ", ", ".join(f"{rule} {count}" for (rule, _), count in counts.most_common(60)))
    if name == "bad_guided":
        report_kinds(letters)
    for letter in letters if show else ():
        wrong = letter.findings if name in GOOD else () if letter.faulty else ("no fault",)
        if wrong:
            print(f"--- {', '.join(letter.labels)}\n{letter.text}")
            for finding in letter.findings:
                print(f"    {finding.severity} {finding.rule}: {finding.sentence}")


def report_kinds(letters: list[Judged]) -> None:
    """Print how many letters have a finding that fits, and the same for each kind of fault."""
    fitting = sum(any(map(letter.met, letter.labels)) for letter in letters)
    kinds = []
    for label in FITS:
        having = [letter for letter in letters if label in letter.labels]
        kinds.append(f"{label} {sum(letter.met(label) for letter in having)}/{len(having)}")
    print(f"    a fitting finding {share(fitting, len(letters))}; by kind: {', '.join(kinds)}")


def main() -> None:
    """Print the figures of all lists."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", choices=("dev", "frozen"))
    parser.add_argument("--show", action="store_true")
    given = parser.parse_args()
    half = given.half or ("dev" if given.show else None)
    for name in (*BAD, *GOOD):
        letters = [one for one in judge(name) if half is None or one.frozen == (half == "frozen")]
        report(name, letters, given.show)


if __name__ == "__main__":
    main()
