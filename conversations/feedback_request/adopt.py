"""Takes over what the person edited, byte for byte: unchanged sentences stay ours, the rest becomes own."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from sentencex import segment

from conversations.feedback_request.letter import Letter, Part, usual_gap

_LINE = re.compile(r"[^\n]+")
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")


@dataclass(frozen=True, slots=True)
class _Span:
    start: int
    end: int

    def of(self, text: str) -> str:
        return text[self.start : self.end]


def adopt(letter: Letter, body: str) -> Letter:
    """Return the letter with the person's text: `adopt(letter, body).body == body`, white space included.

    A part of ours that stands there unchanged stays ours. Any other text becomes one own part, which stands
    for the parts whose place it took. Parts that went without anything in their place are named in `removed`.
    """
    if body == letter.body:
        return letter
    places = _places(letter, body)
    kept = sorted((span.start, index) for index, span in places.items())
    parts: list[Part] = []
    removed = set(letter.removed)
    position, gap, before = 0, "", -1
    for start, index in [*kept, (len(body), len(letter.parts))]:
        lost = {slot for part in letter.parts[before + 1 : index] for slot in part.does}
        text = gap + body[position:start]
        gap = text[len(text.rstrip()) :]
        if text.strip():
            own = text.strip()
            lead = text[: text.index(own)]
            _add(parts, Part(_slot(lost), own, 0, own=True), lead)
        else:
            removed |= lost
        if index < len(letter.parts):
            _add(parts, letter.parts[index], gap)
            position, gap, before = places[index].end, "", index
    return replace(letter, parts=tuple(parts), after=gap, removed=tuple(sorted(removed)))


def adopt_subject(letter: Letter, subject: str) -> Letter:
    """Return the letter with a subject line of the person's own."""
    return replace(letter, subject=subject, own_subject=True)


def _slot(lost: set[str]) -> str:
    return "+".join(sorted(lost - {"own", "label"})) or "own"


def _add(parts: list[Part], part: Part, gap: str) -> None:
    """Add a part after `gap`, which is remembered where it is not the usual one."""
    last = parts[-1] if parts else None
    paragraph = (last.paragraph + bool(_BLANK_LINE.search(gap))) if last else 0
    placed = replace(part, paragraph=paragraph, before=None)
    parts.append(placed if usual_gap(last, placed) == gap else replace(placed, before=gap))


def _places(letter: Letter, body: str) -> dict[int, _Span]:
    """Return where each part stands unchanged in `body`."""
    old = letter.body
    old_spans, new_spans = list(_sentences(old)), list(_sentences(body))
    said, says = [one.of(old) for one in old_spans], [one.of(body) for one in new_spans]
    matcher = SequenceMatcher(None, said, says, autojunk=False)
    matches = {
        first + step: new_spans[second + step]
        for first, second, size in matcher.get_matching_blocks()
        for step in range(size)
    }
    starts = [one.start for one in old_spans]
    found: dict[int, _Span] = {}
    end = 0
    for index, span in enumerate(_part_spans(letter)):
        number = bisect_right(starts, span.start) - 1
        match = matches.get(number)
        if match is None:
            continue
        start = match.start + span.start - starts[number]
        place = _Span(start, start + span.end - span.start)
        if start >= end and place.of(body) == span.of(old) and _whole(body, place, new_spans):
            found[index] = place
            end = place.end
    return found


def _whole(body: str, place: _Span, sentences: list[_Span]) -> bool:
    """Return whether nothing was written on to what stands there."""
    edges = [place.start - 1] if place.start else []
    return all(
        not body[at : at + 1].strip() or any(at in (one.start, one.end - 1) for one in sentences)
        for at in (*edges, place.end)
    )


def _part_spans(letter: Letter) -> Iterator[_Span]:
    position = 0
    last: Part | None = None
    for part in letter.parts:
        start = position + len(usual_gap(last, part) if part.before is None else part.before)
        position = start + len(part.text)
        yield _Span(start, position)
        last = part


def _sentences(text: str) -> Iterator[_Span]:
    """Yield where the sentences of `text` are, without the white space around them."""
    for line in _LINE.finditer(text):
        position = line.start()
        for sentence in segment("en", line.group()):
            words = sentence.strip()
            at = text.find(words, position, line.end()) if words else -1
            if at >= 0:
                yield _Span(at, at + len(words))
                position = at + len(words)
