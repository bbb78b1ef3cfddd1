"""The record of reviews of the safety files: a change without a new entry fails a test.

python -m conversations.safety.reviews prints the fingerprint of the files as they are now, for REVIEWS.toml.
"""

from __future__ import annotations

import hashlib
import sys
from dataclasses import dataclass
from datetime import date

from conversations.content import ContentError, read_bytes, read_toml

FILE = "REVIEWS.toml"
REVIEWED = (
    ("conversations.safety", "rules.toml"),
    ("conversations.safety", "softer.toml"),
    ("conversations.safety", "languages.toml"),
    ("conversations.safety", "spelling.toml"),
    ("conversations.knowledge", "helplines.toml"),
    ("conversations", "locales/en/safety.ftl"),
)


@dataclass(frozen=True, slots=True)
class Review:
    """One review: the fingerprint of the files that were read, when, by whom, and what was found."""

    fingerprint: str
    on: date
    by: str
    note: str


def fingerprint() -> str:
    """Return the SHA-256 over all safety files as they are now."""
    whole = hashlib.sha256()
    for package, name in REVIEWED:
        content = read_bytes(package, name)
        whole.update(f"{name} {len(content)}\n".encode())
        whole.update(content)
    return whole.hexdigest()


def reviews() -> tuple[Review, ...]:
    """Return the recorded reviews, the oldest first.

    Raises:
        ContentError: an entry lacks its fingerprint, date, reviewer or note.
    """
    found: list[Review] = []
    for number, entry in enumerate(read_toml("conversations.safety", FILE).get("reviews", []), start=1):
        texts = [entry.get(key) for key in ("fingerprint", "by", "note")]
        if not all(isinstance(text, str) and text for text in texts) or not isinstance(entry.get("on"), date):
            raise ContentError(FILE, f"review {number}", "needs fingerprint, on, by and note")
        found.append(Review(entry["fingerprint"], entry["on"], entry["by"], entry["note"]))
    return tuple(found)


if __name__ == "__main__":
    sys.stdout.write(fingerprint() + "\n")
