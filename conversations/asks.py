"""What a posting asks for: the lines of a pasted text that say so, for the person to confirm.

Simple on purpose: lists of wishes, and lines or sentences with the words in which wishes are put. What is
about the employer, its offer or its rules is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from conversations.understanding.lists import BULLET, split_list


def words(*patterns: str) -> re.Pattern[str]:
    """Return what finds any of `patterns` as whole words, whatever their case."""
    return re.compile(rf"(?i)(?<!\w)(?:{'|'.join(patterns)})(?!\w)")


MOST = 8
"""Asks that are offered."""
SHORT = 8
"""Lines up to which a text is a list somebody typed, not a posting."""
LINE = 120
"""Characters of a typed ask, and of a heading."""
LONGEST = 240
"""Characters from which a line is a paragraph: its sentences are looked at one by one."""
_WISH = words(
    r"experience[sd]?", "years?", "degree", "diploma", r"qualifi\w+", r"certifi\w+", "licen[cs]e",
    r"skill\w*", "knowledge", "ability", "able to", "capable", r"fluen\w+", r"proficien\w+", r"familiar\w*",
    r"confident\w*", "comfortable", "understanding of", "background in", "track record",
    "you(?:['’]ve|['’]re)", "must",
    "you (?:have|are|can|bring|know|speak|hold|will have)", "required?", "essential", "strong", "excellent",
    "we (?:expect|ask|need|look for|are looking for)", "looking for someone", r"willing\w*", "team player",
)  # fmt: skip
"""The words in which wishes are put."""
_WANTED = words(
    "requirements?", "qualifications?", "what you(?:['’]ll)? (?:bring|need|have)", "you (?:have|bring|are)",
    "about you", "your (?:profile|skills|experience)", "who you are", "who we(?:['’]re| are) looking for",
    r"what we(?:['’]re| are)? look\w* for", "essential", "must[- ]haves?", "nice to have", "desirable",
    "skills", "person specification", "ideal candidate", "we expect", "profile",
)  # fmt: skip
"""Headings of what is asked for."""
_OTHER = words(
    "we offer", "what we offer", "offer you", "benefits?", "perks", "about us", "who we are", "our company",
    "the company", "why us", "why join", "how to apply", "apply now", "to apply", "next steps", "diversity",
    r"equal opportunit\w+", "salary", "contact", "closing date", r"responsibilit\w+", "your tasks", "duties",
    "what you(?:['’]ll| will) do", "the role", "about the (?:role|job)", "day[- ]to[- ]day",
)  # fmt: skip
"""Headings of what is not."""
_NEVER = words(
    "https?", "www", r"\S+@\S+", r"equal opportunit\w+", r"discriminat\w+", "regardless of", "pension",
    "holidays?", "salary", "annual leave", "we (?:offer|provide)", "our (?:mission|values|clients|customers)",
    "apply",
)  # fmt: skip
"""What stands in no line that asks for something."""
_ROLE = re.compile(r"^(?:job title|role|position|vacancy|title|job)\s*[:–-]\s*", re.IGNORECASE)
"""What stands before the role in the first line of a posting."""
TITLE = 60
"""Characters of a first line that may be the role."""
_SENTENCE = re.compile(r"(?<=[.!?;])\s+")
_WORD = re.compile(r"[^\W\d_]")


def find_asks(text: str) -> tuple[str, ...]:
    """Return what `text` asks for, verbatim, eight at most; nothing if no line says so."""
    if is_list(text):
        return tuple(item for item in split_list(text) if _WORD.search(item))[:MOST]
    found = list(_rated(text))
    best = sorted(range(len(found)), key=lambda place: (-found[place][0], place))
    unique: dict[str, tuple[int, str]] = {}
    for place in best:
        unique.setdefault(found[place][1].casefold(), (place, found[place][1]))
    return tuple(ask for _, ask in sorted(list(unique.values())[:MOST]))


def find_role(text: str) -> str | None:
    """Return the role that the first line of a pasted posting names, None if it names none."""
    rows = [row.strip() for row in text.splitlines() if row.strip()]
    if len(rows) < 2 or is_list(text):
        return None
    first = re.sub(r"\s*\([^)]*\)", "", _ROLE.sub("", rows[0])).strip(" *#|-–")
    plain = 2 < len(first) <= TITLE and _WORD.search(first) and not re.search(r"[.:!?;]$|[<>{}]", first)
    about = _WANTED.search(first) or _OTHER.search(first) or _NEVER.search(first) or BULLET.match(rows[0])
    return first if plain and not about else None


def is_list(text: str) -> bool:
    """Return whether `text` is a short list that somebody typed, one ask a line or between commas."""
    typed = split_list(text)
    if not 0 < len(typed) <= SHORT or any(len(item) > LINE for item in typed):
        return False
    return not any(item.endswith(":") or _NEVER.search(item) for item in typed)


def _rated(text: str) -> Iterator[tuple[int, str]]:
    """Yield (rate, words) of each line or sentence that may be an ask."""
    wanted: bool | None = None
    for line in text.splitlines():
        said, bulleted = BULLET.sub("", line).strip(), BULLET.match(line) is not None
        if _is_heading(said, bulleted):
            wanted = _about_wishes(said, wanted)
            continue
        if wanted is False or not _WORD.search(said):
            continue
        for part in _SENTENCE.split(said) if len(said) > LONGEST or not bulleted else (said,):
            part = part.strip()
            rate = (
                2 * (wanted is True and bulleted)
                + 2 * bool(_WISH.search(part))
                + (bulleted or wanted is True)
            )
            if rate > 1 and 1 < len(part) <= 2 * LONGEST and not _NEVER.search(part):
                yield rate, part.rstrip(" .;,")


def _is_heading(words: str, bulleted: bool) -> bool:
    """Return whether a line is a heading: short, no bullet, and no sentence."""
    return 0 < len(words) <= 60 and not bulleted and (words.endswith(":") or not re.search(r"[.,;!]", words))


def _about_wishes(heading: str, before: bool | None) -> bool | None:
    """Return whether what stands below a heading is asked for: True, False, or None if it does not tell."""
    if _WANTED.search(heading):
        return True
    if _OTHER.search(heading):
        return False
    return None if heading.endswith(":") or before is False else before
