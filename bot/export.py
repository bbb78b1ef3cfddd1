"""Export: everything we hold about one person, as one zip made in memory: JSON, and a diary to read."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from itertools import groupby
from operator import itemgetter

from bot.storage import entries, persons, registry
from bot.storage.transaction import Transaction
from bot.zones import local_date
from conversations.entries import part_title, parts_of, slug_of
from conversations.facts import Entry
from conversations.lines import Line, Word, line
from conversations.records import Application
from conversations.texts import Texts, load_texts

SCHEMA = 1
"""Version of the JSON's form; raised when a field changes its meaning."""
FILE_NAME = "rebound-export.zip"
PAGE = 200


def make_export(tx: Transaction, person_id: int) -> bytes | None:
    """Return the zip, None if the person is gone. Memory grows with the zip alone, not with the rows."""
    person = persons.get(tx, person_id)
    if person is None:
        return None
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        with archive.open("rebound.json", "w") as file:
            # A lone surrogate stands as its escape, as JSON itself writes it: it comes back as it was.
            _write(file.write, _json(tx, person_id), "backslashreplace")
        with archive.open("diary.md", "w") as file:
            _write(file.write, _diary(tx, person, load_texts(person.locale)))
    return buffer.getvalue()


def _write(write: Callable[[bytes], int], parts: Iterator[str], errors: str = "replace") -> None:
    for part in parts:
        write(part.encode("utf-8", errors))


def _json(tx: Transaction, person_id: int) -> Iterator[str]:
    made = datetime.fromtimestamp(tx.now, UTC).isoformat(timespec="seconds")
    yield f'{{\n"format": "rebound-export",\n"schema": {SCHEMA},\n"made": {json.dumps(made)}'
    table = None
    for name, row in registry.export_person(tx, person_id):
        if name != table:
            yield ("" if table is None else "\n]") + f',\n"{name}": [\n'
        else:
            yield ",\n"
        table = name
        yield json.dumps(row, ensure_ascii=False, default=str)
    yield "\n}\n" if table is None else "\n]\n}\n"


def _diary(tx: Transaction, person: persons.PersonRow, texts: Texts) -> Iterator[str]:
    yield f"# {texts.phrase(line('diary-title'))}\n\n{texts.phrase(line('diary-intro'))}\n"
    before: int | None = None
    while True:
        page = entries.list_entries(tx, person.id, limit=PAGE, before_id=before)
        for row in page:
            yield from _entry(row, _job_of(tx, row), person.zone, texts)
        if len(page) < PAGE:
            return
        before = page[-1].id


def _job_of(tx: Transaction, row: entries.EntryRow) -> entries.EntryRow | None:
    """Return the application that `row` belongs to, however deep it lies; None if to none."""
    above: entries.EntryRow | None = row
    while above is not None and above.parent_id is not None:
        above = entries.get(tx, row.person_id, above.parent_id)
        if above is not None and above.kind == Application.kind:
            return above
    return None


def _entry(
    row: entries.EntryRow, job: entries.EntryRow | None, zone: str | None, texts: Texts
) -> Iterator[str]:
    """Yield an entry as a section: what was chosen in the words of its button, empty ones not at all."""
    parts = list(parts_of(_read(row)))
    if not parts:
        return
    kind = texts.phrase(line(f"diary-kind-{slug_of(row.kind)}"))
    yield f"\n## {local_date(row.at, zone).isoformat()} · {kind}\n\n"
    for name, group in groupby([*(parts_of(_read(job)) if job else ()), *parts], key=itemgetter(0)):
        said = "; ".join(_in_words(texts, words) for _, words in group)
        yield f"- **{texts.phrase(part_title(name))}**: {said}\n"


def _read(row: entries.EntryRow) -> Entry:
    return Entry(
        row.id, row.kind, row.at, row.payload if isinstance(row.payload, dict) else {}, row.parent_id
    )


def _in_words(texts: Texts, words: Word) -> str:
    if isinstance(words, Line):
        return texts.phrase(words)
    return str(words).replace("\n", "\n  ")
