"""Feelings: the words offered for a mood. Slugs are stable; labels stand in locales/en/feelings.ftl."""

from __future__ import annotations

from collections.abc import Sequence

from conversations.answers import Pick
from conversations.lines import Line, Option, Word, excerpt

FEELINGS = ("flat", "hurt", "angry", "ashamed", "anxious", "sad", "relieved", "numb")

AFTER_INTERVIEW = ("hopeful", "calm", "relieved", "anxious", "flat", "ashamed", "angry", "numb")
"""The same for an interview, which can leave lighter ones behind as well."""
QUOTED = 40
"""Characters of own words for a feeling that are said back."""


def offered_feelings(slugs: Sequence[str] = FEELINGS) -> Sequence[Option]:
    """Return the feelings as options; own words are taken beside them."""
    return [Option(slug, Line("feelings", (), f"o-{slug}")) for slug in slugs]


def quoted(feeling: Pick) -> Word:
    """Return a feeling as it is said back: the label, or the person's own words, cut short."""
    return feeling.word if feeling.own is None else excerpt(feeling.own, QUOTED)
