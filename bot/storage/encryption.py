"""Encryption of single fields: AES-GCM, bound to the person and the column, several keys for reading."""

from __future__ import annotations

import hmac
import json
import os
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from bot.storage.errors import ForeignDataError

KEY_BYTES = 32
_FORMAT = b"\x01"
_NONCE_BYTES = 12
_HEAD = 1 + 4 + _NONCE_BYTES  # format, key id, nonce

Json = Any
Upcast = Callable[[Json], Json]


class _Key:
    """What is derived from one piece of key material."""

    __slots__ = ("box", "check", "id", "ledger")

    def __init__(self, material: bytes) -> None:
        if len(material) != KEY_BYTES:
            raise ValueError(f"an encryption key has {KEY_BYTES} bytes")
        self.id = _derive(material, b"rebound: key id")[:4]
        self.check = _derive(material, b"rebound: key check")[:8].hex()
        self.box = AESGCM(_derive(material, b"rebound: fields"))
        self.ledger = _derive(material, b"rebound: ledger of erasures")


def _derive(material: bytes, purpose: bytes) -> bytes:
    return hmac.digest(material, purpose, "sha256")


class Vault:
    """Seals and opens what people wrote.

    A sealed field is: format (1 byte), key id (4), nonce (12), ciphertext with tag. The owner and the
    column are authenticated with it, so that a value moved to another person or column does not open.

    Args:
        keys: pieces of key material, 32 bytes each; the first one writes, all of them read.
    """

    def __init__(self, keys: Sequence[bytes]) -> None:
        if not keys:
            raise ValueError("at least one encryption key is needed")
        self._keys = [_Key(material) for material in keys]
        self._by_id = {key.id: key for key in self._keys}

    def seal(self, owner: int, column: str, data: bytes) -> bytes:
        """Return `data` encrypted for one owner (a person's id) and one column (`table.column`)."""
        key = self._keys[0]
        nonce = os.urandom(_NONCE_BYTES)
        return _FORMAT + key.id + nonce + key.box.encrypt(nonce, data, _bind(owner, column))

    def open(self, owner: int, column: str, sealed: bytes) -> bytes:
        """Return what `seal` was given.

        Raises:
            ForeignDataError: it was changed or moved, or its key is not among the keys.
        """
        if sealed[:1] != _FORMAT or len(sealed) < _HEAD:
            raise ForeignDataError(f"{column}: a stored value has an unknown format")
        key = self._by_id.get(bytes(sealed[1:5]))
        if key is None:
            raise ForeignDataError(f"{column}: a stored value needs a key that was not given")
        try:
            return key.box.decrypt(sealed[5:_HEAD], sealed[_HEAD:], _bind(owner, column))
        except InvalidTag:
            pass
        raise ForeignDataError(f"{column}: a stored value was changed or belongs to somebody else")

    def seal_json(self, owner: int, column: str, value: Json, version: int = 1) -> bytes:
        """Return a JSON value sealed, with the version (0 to 65535) of its shape in front."""
        text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        # A person may send a lone surrogate; it has to come back as it was.
        return self.seal(owner, column, version.to_bytes(2, "big") + text.encode("utf-8", "surrogatepass"))

    def open_json(
        self, owner: int, column: str, sealed: bytes, upcasts: Mapping[int, Upcast] | None = None
    ) -> Json:
        """Return a sealed JSON value in its newest shape.

        Args:
            owner: the person's id.
            column: `table.column`.
            sealed: what `seal_json` returned.
            upcasts: for each old version the function that turns it into the next one.

        Raises:
            ForeignDataError: it was changed or moved, or its key is not among the keys.
        """
        data = self.open(owner, column, sealed)
        version = int.from_bytes(data[:2], "big")
        value = json.loads(data[2:].decode("utf-8", "surrogatepass"))
        while upcasts and version in upcasts:
            value, version = upcasts[version](value), version + 1
        return value

    def digest(self, chat_id: int) -> bytes:
        """Return the keyed hash of a chat id for the ledger of erasures, by the writing key."""
        return self.digests(chat_id)[0]

    def digests(self, chat_id: int) -> list[bytes]:
        """Return the keyed hashes of a chat id by every key, the writing key first."""
        return [hmac.digest(key.ledger, str(chat_id).encode(), "sha256") for key in self._keys]

    @property
    def writing_key(self) -> tuple[str, str]:
        """The id and the check value of the key that writes, in hexadecimal."""
        return self._keys[0].id.hex(), self._keys[0].check

    @property
    def checks(self) -> dict[str, str]:
        """The check value of each key by its id, in hexadecimal; neither tells anything of the key."""
        return {key.id.hex(): key.check for key in self._keys}


def _bind(owner: int, column: str) -> bytes:
    return f"{owner}|{column}".encode()
