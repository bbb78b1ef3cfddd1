"""A record: the fields of one entry."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import ClassVar

from conversations.lines import Json


@dataclass(frozen=True, slots=True)
class Record:
    """The fields of one entry; `kind` names it in the database and in exports."""

    kind: ClassVar[str] = ""

    def fields(self) -> dict[str, Json]:
        """Return the fields as JSON, those that are empty left out."""
        return {
            name: list(value) if isinstance(value, tuple) else value
            for name, value in asdict(self).items()
            if value not in (None, "", ())
        }
