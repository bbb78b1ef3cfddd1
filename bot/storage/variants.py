"""Wordings: which variant of a text each person got, so that nobody reads one twice in a row."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import bindparam, delete, func, select

from bot.storage.tables import variants
from bot.storage.transaction import Transaction

_c = variants.c
_newest = (
    select(func.max(_c.id))
    .where(_c.person_id == bindparam("person"), _c.text_id.in_(bindparam("texts", expanding=True)))
    .group_by(_c.text_id)
)
_last = select(_c.text_id, _c.variant).where(_c.id.in_(_newest))
_newest_of_many = (
    select(func.max(_c.id))
    .where(
        _c.person_id.in_(bindparam("people", expanding=True)),
        _c.text_id.in_(bindparam("texts", expanding=True)),
    )
    .group_by(_c.person_id, _c.text_id)
)
_last_of_many = select(_c.person_id, _c.text_id, _c.variant).where(_c.id.in_(_newest_of_many))
_log = variants.insert()
# Ids grow with time: the first row to keep ends the search, without an index by time.
_kept = select(_c.id).where(_c.at >= bindparam("before")).order_by(_c.id).limit(1).scalar_subquery()
_prune = delete(variants).where(_c.id < func.coalesce(_kept, 2**62))


def next_variants(tx: Transaction, person_id: int, counts: Mapping[str, int]) -> dict[str, int]:
    """Choose the next wording of several texts for a person, and log the choice.

    Args:
        tx: the transaction.
        person_id: who reads them.
        counts: how many wordings each text has now. A text with one needs no choice and no log.

    Returns:
        For each text the number of its wording, from 0.
    """
    chosen = dict.fromkeys(counts, 0)
    texts = [text for text, count in counts.items() if count > 1]
    if not texts:
        return chosen
    rows = tx.connection.execute(_last, {"person": person_id, "texts": texts})
    chosen |= {row.text_id: (row.variant + 1) % counts[row.text_id] for row in rows}
    tx.connection.execute(
        _log,
        [{"person_id": person_id, "text_id": text, "variant": chosen[text], "at": tx.now} for text in texts],
    )
    return chosen


def next_for_many(tx: Transaction, texts: Mapping[int, str], counts: Mapping[str, int]) -> dict[int, int]:
    """Choose the next wording of one text for each of many people, and log the choices.

    Args:
        tx: the transaction.
        texts: the text that each person reads.
        counts: how many wordings each text has now.

    Returns:
        For each person the number of the wording, from 0.
    """
    chosen = dict.fromkeys(texts, 0)
    values = {"people": list(texts), "texts": sorted(set(texts.values()))}
    for person, text, variant in tx.connection.execute(_last_of_many, values):
        if texts[person] == text:
            chosen[person] = (variant + 1) % counts[text]
    log = [
        {"person_id": person, "text_id": text, "variant": chosen[person], "at": tx.now}
        for person, text in texts.items()
    ]
    if log:
        tx.connection.execute(_log, log)
    return chosen


def prune(tx: Transaction, before: float) -> int:
    """Forget which wordings were read before a time (UTC epoch seconds); return how many."""
    return tx.connection.execute(_prune, {"before": before}).rowcount
