"""Checks a request against the published parameters of its method (methods.toml, types.toml)."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from bot.sandbox.errors import bad_request


@dataclass(frozen=True)
class Upload:
    """A file that came with a multipart request."""

    name: str
    mime: str
    content: bytes


@dataclass(frozen=True)
class Field:
    """One published parameter of a method, or field of an object."""

    name: str
    types: tuple[str, ...]
    required: bool


Table = dict[str, dict[str, Field]]

# What Telegram says about these when they are missing; the rest gets its general wording.
_MISSING = {
    "chat_id": "chat_id is empty",
    "text": "message text is empty",
    "message_id": "message identifier is not specified",
    "message_ids": "message identifiers are not specified",
    "photo": "there is no photo in the request",
    "document": "there is no document in the request",
}
_TRUE, _FALSE = {"true", "1", "yes"}, {"false", "0", "no"}


class _MismatchError(Exception):
    """A value is not of the type asked for; the text says where."""


def _load(part: str) -> Table:
    raw = tomllib.loads(files("bot.sandbox").joinpath(f"{part}.toml").read_text("utf-8"))[part]
    return {
        name: {
            key: Field(key, tuple(kind.lstrip("!").split("|")), kind.startswith("!"))
            for key, kind in fields.items()
        }
        for name, fields in raw.items()
    }


METHODS, TYPES = _load("methods"), _load("types")
_NAMES = {name.lower(): name for name in METHODS}


def published_name(method: str) -> str | None:
    """Return the published spelling of `method` (Telegram ignores case), or None if it is not served here."""
    return _NAMES.get(method.lower())


def check_parameters(method: str, given: Mapping[str, Any]) -> dict[str, Any]:
    """Return `given` with every value in its published type.

    Args:
        method: a name in METHODS.
        given: values as they came: strings from a form, native values from JSON, Upload for files.

    Raises:
        ApiError: 400 for an unknown, missing or ill-typed parameter. Telegram itself ignores unknown
            ones; a bot under test should learn of them.
    """
    fields = METHODS[method]
    for name in given:
        if name not in fields and not isinstance(given[name], Upload):
            raise bad_request(f'unknown parameter "{name}" in {method}')
    checked: dict[str, Any] = {}
    for field in fields.values():
        if field.name in given:
            checked[field.name] = _parameter(field, given[field.name], given)
        elif field.required:
            raise bad_request(_MISSING.get(field.name, f'parameter "{field.name}" is required'))
    return checked


def _parameter(field: Field, value: Any, given: Mapping[str, Any]) -> Any:
    label = field.name.replace("_", " ")
    if isinstance(value, str) and not {"String", "Integer", "Boolean", "Float"} & set(field.types):
        if field.types == ("InputFile",):
            return _file(value, given)
        try:
            value = json.loads(value)
        except ValueError:
            raise bad_request(f"can't parse {label} JSON object") from None
    elif isinstance(value, str) and "InputFile" in field.types:
        return _file(value, given)
    try:
        return _convert(field.types, value, from_form=True)
    except _MismatchError as mismatch:
        raise bad_request(f"can't parse {label}: {mismatch}") from None


def _file(value: str, given: Mapping[str, Any]) -> Any:
    if not value.startswith("attach://"):
        return value
    upload = given.get(value.removeprefix("attach://"))
    if not isinstance(upload, Upload):
        raise bad_request("file was not attached to the request")
    return upload


def _convert(types: tuple[str, ...], value: Any, *, from_form: bool = False) -> Any:
    reasons = []
    for kind in types:
        try:
            return _convert_one(kind, value, from_form)
        except _MismatchError as mismatch:
            reasons.append(mismatch)
    raise _best(types, value, reasons)


def _best(types: tuple[str, ...], value: Any, reasons: list[_MismatchError]) -> _MismatchError:
    """Return the reason of the object type in a union that `value` was most likely meant to be."""
    for kind, reason in zip(types, reasons, strict=True):
        required = [field.name for field in TYPES.get(kind, {}).values() if field.required]
        if isinstance(value, dict) and required and required[0] in value:
            return reason
    return reasons[0]


def _convert_one(kind: str, value: Any, from_form: bool) -> Any:
    if kind.startswith("Array of "):
        if not isinstance(value, list):
            raise _MismatchError(f"{kind} expected")
        return [_convert((kind.removeprefix("Array of "),), item) for item in value]
    if kind in TYPES:
        return _object(kind, value)
    converted = _scalar(kind, value, from_form)
    if converted is None:
        raise _MismatchError(f"{kind} expected")
    return converted


def _scalar(kind: str, value: Any, from_form: bool) -> Any:
    """Return the value, or None if it is not of the kind. Strings stand for numbers only at the top level."""
    if kind == "String":
        return _valid_text(value) if isinstance(value, str) else None
    if kind == "InputFile":
        return value if isinstance(value, Upload) else None
    if kind == "Boolean":
        if from_form and isinstance(value, str) and value.lower() in _TRUE | _FALSE:
            return value.lower() in _TRUE
        return value if isinstance(value, bool) else None
    if from_form and isinstance(value, str) and value.lstrip("-").isdecimal() and value.isascii():
        return int(value)
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _valid_text(value: str) -> str:
    try:
        value.encode("utf-8")
    except UnicodeEncodeError:
        raise bad_request("strings must be encoded in UTF-8") from None
    return value


def _object(kind: str, value: Any) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise _MismatchError(f"{kind} expected")
    fields = TYPES[kind]
    for name in value:
        if name not in fields:
            raise _MismatchError(f'Unknown field "{name}" in {kind}')
    for field in fields.values():
        if field.required and field.name not in value:
            raise _MismatchError(f'Can\'t find field "{field.name}"')
    converted = {}
    for name, item in value.items():
        try:
            converted[name] = _convert(fields[name].types, item)
        except _MismatchError as mismatch:
            raise _MismatchError(f'Field "{name}" of {kind}: {mismatch}') from None
    return converted
