"""Fields are sealed: they open for their person and column alone, by any key that is given."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.storage.encryption import Vault
from bot.storage.errors import ForeignDataError, StorageError

OLD, NEW = b"o" * 32, b"n" * 32
vault = Vault([NEW])

texts = st.text(alphabet=st.characters(codec=None, exclude_categories=()), max_size=60)


@given(texts)
def test_any_text_comes_back_byte_for_byte(text: str) -> None:
    sealed = vault.seal_json(7, "entries.payload", {"text": text, text: [1, None, True]})
    assert vault.open_json(7, "entries.payload", sealed) == {"text": text, text: [1, None, True]}


def test_a_lone_surrogate_comes_back() -> None:
    assert vault.open_json(1, "a.b", vault.seal_json(1, "a.b", "\ud83d!\x00")) == "\ud83d!\x00"


@pytest.mark.fault("storage-tampered-ciphertext")
@given(position=st.integers(min_value=0), bit=st.integers(0, 7))
def test_one_flipped_bit_does_not_open(position: int, bit: int) -> None:
    sealed = bytearray(vault.seal(7, "entries.payload", b"I am not good enough"))
    sealed[position % len(sealed)] ^= 1 << bit
    with pytest.raises(ForeignDataError):
        vault.open(7, "entries.payload", bytes(sealed))


@pytest.mark.fault("storage-tampered-ciphertext")
@pytest.mark.parametrize("length", [0, 1, 16, 17, 30])
def test_a_cut_value_does_not_open(length: int) -> None:
    with pytest.raises(ForeignDataError):
        vault.open(7, "a.b", vault.seal(7, "a.b", b"some words")[:length])


@pytest.mark.fault("storage-moved-ciphertext")
@pytest.mark.parametrize(("owner", "column"), [(8, "entries.payload"), (7, "sessions.state")])
def test_a_value_moved_to_another_person_or_column_does_not_open(owner: int, column: str) -> None:
    sealed = vault.seal(7, "entries.payload", b"some words")
    with pytest.raises(ForeignDataError):
        vault.open(owner, column, sealed)


def test_the_words_are_not_in_the_sealed_value_and_it_is_never_the_same_twice() -> None:
    one, two = (vault.seal(7, "a.b", b"some words") for _ in range(2))
    assert b"words" not in one
    assert one != two


def test_the_first_key_writes_and_all_keys_read() -> None:
    old, both = Vault([OLD]), Vault([NEW, OLD])
    assert both.open(7, "a.b", old.seal(7, "a.b", b"before")) == b"before"
    assert Vault([NEW]).open(7, "a.b", both.seal(7, "a.b", b"after")) == b"after"
    with pytest.raises(ForeignDataError, match="a key that was not given"):
        Vault([OLD]).open(7, "a.b", both.seal(7, "a.b", b"after"))


def test_an_old_payload_is_brought_to_its_newest_shape_on_reading() -> None:
    sealed = vault.seal_json(7, "a.b", {"mood": 3}, version=1)
    upcasts = {1: lambda old: {"moods": [old["mood"]]}, 2: lambda old: old | {"scale": 10}}
    assert vault.open_json(7, "a.b", sealed, upcasts) == {"moods": [3], "scale": 10}


def test_the_digest_needs_the_key_and_tells_chats_apart() -> None:
    assert vault.digest(5) == vault.digest(5)
    assert len({vault.digest(5), vault.digest(6), Vault([OLD]).digest(5)}) == 3
    assert Vault([NEW, OLD]).digests(5) == [vault.digest(5), Vault([OLD]).digest(5)]


def test_errors_hold_neither_words_nor_key() -> None:
    with pytest.raises(StorageError) as caught:
        vault.open(8, "a.b", vault.seal(7, "a.b", b"secret words"))
    assert "secret" not in str(caught.value)
    assert caught.value.__context__ is None
