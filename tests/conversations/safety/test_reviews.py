"""A change to a safety text, rule or helpline needs a recorded review."""

from __future__ import annotations

import pytest

from conversations import content
from conversations.safety import reviews as record


def test_the_safety_files_are_as_they_were_last_reviewed() -> None:
    last = record.reviews()[-1]
    assert last.fingerprint == record.fingerprint(), (
        "A safety file changed. Read it as a cautious clinician and as an annoyed job seeker, then add an"
        " entry to conversations/safety/REVIEWS.toml: python -m conversations.safety.reviews"
    )


def test_a_change_to_any_safety_file_changes_the_fingerprint(monkeypatch: pytest.MonkeyPatch) -> None:
    before, read = record.fingerprint(), content.read_bytes
    for package, name in record.REVIEWED:
        changed = name

        def altered(asked: str, file: str, changed: str = changed) -> bytes:
            return read(asked, file) + (b" " if file == changed else b"")

        with monkeypatch.context() as patch:
            patch.setattr(record, "read_bytes", altered)
            assert record.fingerprint() != before, (package, name)
