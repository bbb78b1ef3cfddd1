"""Export: everything we hold about one person, as one zip made in memory: JSON, and a diary to read."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

from bot.people import local_date
from bot.storage import entries, persons, registry
from bot.storage.transaction import Transaction
from conversations.lines import Json, Line, line
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
            # A lone surrogate stands as \\udXXX, which is how JSON itself writes it: it comes back as it was.
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
        for entry in page:
            yield from _entry(entry, person.zone, texts)
        if len(page) < PAGE:
            return
        before = page[-1].id


def _entry(entry: entries.EntryRow, zone: str | None, texts: Texts) -> Iterator[str]:
    day = local_date(entry.at, zone).isoformat()
    yield f"\n## {day} · {_phrase(texts, f'diary-kind-{_slug(entry.kind)}', entry.kind)}\n\n"
    fields = entry.payload if isinstance(entry.payload, dict) else {}
    for name, value in fields.items():
        label = _phrase(texts, f"diary-field-{_slug(name)}", name.replace("_", " "))
        yield f"- {label}: {_value(texts, name, value)}\n"


def _value(texts: Texts, name: str, value: Json) -> str:
    if isinstance(value, list):
        return ", ".join(_value(texts, name, item) for item in value)
    if isinstance(value, str):
        slug = _slug(value)
        if name == "traps" and f"trap-{slug}" in texts:
            return texts.phrase(Line(f"trap-{slug}"))
        if texts.has("diary-values", f"o-{slug}"):
            return texts.phrase(Line("diary-values", (), f"o-{slug}"))
        return value.replace("\n", "\n  ")
    return str(value)


def _phrase(texts: Texts, id: str, otherwise: str) -> str:
    return texts.phrase(Line(id)) if id in texts else otherwise


def _slug(name: str) -> str:
    return name.replace("_", "-")


