"""Replies: reads what a person typed or tapped as an answer to the open question."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from rapidfuzz import fuzz, process, utils

from conversations.days import NEAR, coming_day, past_day
from conversations.lines import Json, Prompt
from conversations.texts import Texts

LONGEST = 20_000
"""Characters one answer may have: five full Telegram messages."""
CLOSE = 84.0
"""Similarity (0 to 100) from which a typed label counts as meant; typos of one or two letters pass."""
NUMBER = re.compile(r"(?<![\w.,=#-])-?\d{1,6}(?!\d|[.,]\d)")
"""A whole number; half ones are asked for again rather than rounded."""
FEW = 3
"""Words a reply may have in which a number in words is taken for an answer."""
LIST = re.compile(r"[,;&+\n]| and ", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Understood:
    """An answer, ready to be stored."""

    value: Json


@dataclass(frozen=True, slots=True)
class Unclear:
    """No answer: `why` names the text that says what is expected."""

    why: str


Reading = Understood | Unclear


def read_text(prompt: Prompt, text: str, texts: Texts, today: date, draft: Json = None) -> Reading:
    """Read typed words as an answer to `prompt`.

    Args:
        today: the person's local date, for words such as "yesterday".
        draft: what was put in before at this question (options ticked, starter).
    """
    words = text.strip()
    if not words:
        return Unclear("empty")
    if len(words) > LONGEST:
        return Unclear("too-long")
    if prompt.kind == "text":
        return Understood(_with_starter(words, draft) if prompt.keep else "")
    if prompt.kind == "scale":
        return _read_number(prompt, words, texts)
    if prompt.kind == "date":
        return _read_day(prompt, words, texts, today)
    listed = _read_list(prompt, words, texts, draft) if prompt.kind == "several" else None
    if listed is not None:
        return listed
    slug = _match_option(prompt, words, texts)
    if prompt.kind in ("pick", "several"):
        return _read_pick(prompt, words, slug, draft)
    if slug is None and prompt.direct:
        return Understood({"option": "edited", "text": words})
    if slug is None:
        return Unclear(prompt.kind)
    return _answer_with(prompt, slug, draft)


def read_option(prompt: Prompt, slug: str, today: date, draft: Json = None) -> Reading:
    """Read a tapped option; one the question does not offer is unclear."""
    if prompt.kind == "scale":
        number = int(slug) if re.fullmatch(r"-?\d{1,6}", slug) else None
        good = number is not None and prompt.low <= number <= prompt.high
        return Understood(number) if good else Unclear("scale")
    if slug not in {option.slug for option in prompt.options}:
        return Unclear(prompt.kind)
    if prompt.kind == "date":
        days = NEAR[prompt.ahead].get(slug)
        return Unclear("date") if days is None else Understood((today + timedelta(days=days)).isoformat())
    return _answer_with(prompt, slug, draft)


def _answer_with(prompt: Prompt, slug: str, draft: Json) -> Reading:
    if prompt.kind == "confirm":
        return Understood(slug == "yes")
    if prompt.kind == "pick":
        return Understood({"slug": slug})
    if prompt.kind == "review":
        edited = draft.get("text") if isinstance(draft, dict) else None
        return Understood({"option": slug, "text": edited if isinstance(edited, str) else prompt.draft})
    return Understood(slug)


def _with_starter(words: str, draft: Json) -> str:
    starter = draft.get("words") if isinstance(draft, dict) else None
    if not isinstance(starter, str) or words.casefold().startswith(starter.casefold()):
        return words
    return f"{starter} {words}"


def names_option(prompt: Prompt, text: str, texts: Texts) -> bool:
    """Return whether `text` is exactly what an option of `prompt` is called."""
    return prompt.kind != "text" and _named_option(prompt, utils.default_process(text), texts) is not None


def _read_pick(prompt: Prompt, words: str, slug: str | None, draft: Json) -> Reading:
    if slug is None and len(words) > prompt.own:
        return Unclear("own-too-long")
    item: dict[str, Json] = {"own": words} if slug is None else {"slug": slug}
    if prompt.kind == "pick":
        return Understood(item)
    if any(option.alone and option.slug == slug for option in prompt.options):
        return Understood([item])
    return _with_ticked(prompt, [item], draft)


def _with_ticked(prompt: Prompt, items: Sequence[Json], draft: Json) -> Reading:
    """Return what was ticked before together with what was typed; more than may be chosen is unclear."""
    chosen = [*(c for c in chosen_of(draft) if c not in items), *items]
    return Understood(chosen) if len(chosen) <= prompt.most else Unclear("most")


def _read_list(prompt: Prompt, words: str, texts: Texts, draft: Json) -> Reading | None:
    """Read several options typed at once, such as "1, 3"; None if it is no list of options."""
    parts = [part.strip() for part in LIST.split(words) if part.strip()]
    # More parts than options are a text with commas: matching thousands of them would hold everybody up.
    listed = 1 < len(parts) <= len(prompt.options)
    slugs = [_match_option(prompt, part, texts) for part in parts] if listed else []
    alone = {option.slug for option in prompt.options if option.alone}
    if not slugs or None in slugs or alone & set(slugs):
        return None
    return _with_ticked(prompt, [{"slug": slug} for slug in dict.fromkeys(slugs)], draft)


def chosen_of(draft: Json) -> list[Json]:
    """Return what has been ticked so far at a question with several answers."""
    chosen = draft.get("chosen") if isinstance(draft, dict) else None
    return chosen if isinstance(chosen, list) else []


def _match_option(prompt: Prompt, words: str, texts: Texts) -> str | None:
    if re.fullmatch(r"\d{1,2}[.)]?", words):
        place = int(words.rstrip(".)")) - 1
        return prompt.options[place].slug if 0 <= place < len(prompt.options) else None
    flat = utils.default_process(words)
    named = _named_option(prompt, flat, texts)
    labels = [utils.default_process(texts.label(option)) for option in prompt.options]
    return _closest(flat, labels, prompt) if named is None else named


def _named_option(prompt: Prompt, flat: str, texts: Texts) -> str | None:
    for option in prompt.options if flat else ():
        own, shared = (texts.words(id, f"w-{option.slug}") for id in (prompt.text.id, "options"))
        names = (texts.label(option), option.slug, *(own or shared))
        if flat in {utils.default_process(name) for name in names}:
            return option.slug
    return None


def _closest(flat: str, labels: Sequence[str], prompt: Prompt) -> str | None:
    if len(flat) < 3:
        return None
    starts = [i for i, label in enumerate(labels) if label.startswith(flat)]
    if len(starts) == 1:
        return prompt.options[starts[0]].slug
    ranked = process.extract(flat, labels, scorer=fuzz.ratio, score_cutoff=CLOSE, limit=2)
    if not ranked or (len(ranked) == 2 and ranked[0][1] - ranked[1][1] < 5):
        return None
    return prompt.options[ranked[0][2]].slug


def _read_number(prompt: Prompt, words: str, texts: Texts) -> Reading:
    after = texts.words("engine-numbers", "after")
    found = [int(m[0]) for m in NUMBER.finditer(words) if _stands_alone(words[m.end() :], after)]
    if not found and len(words.split()) <= FEW:
        names = texts.words("engine-numbers", "names")
        spoken = re.findall(r"\w+", words.casefold())
        found = [names.index(word) for word in spoken if word in names]
    if not found or not prompt.low <= found[0] <= prompt.high:
        return Unclear("scale")
    return Understood(found[0])


def _stands_alone(rest: str, after: Sequence[str]) -> bool:
    """Return whether a number before `rest` is a rating, and does not count something ("3 applications")."""
    following = re.match(r"\s*(\w*)", rest)
    return following is None or not following[1] or following[1].casefold() in after


def _read_day(prompt: Prompt, words: str, texts: Texts, today: date) -> Reading:
    """Read an option by its name, else a day; only then an option that is spelt nearly so."""
    named = _named_option(prompt, utils.default_process(words), texts)
    if named is not None:
        return read_option(prompt, named, today)
    day = coming_day(words, today) if prompt.ahead else past_day(words, today)
    if day is None:
        close = None if words.isdigit() else _match_option(prompt, words, texts)
        return (
            Unclear("coming" if prompt.ahead else "date")
            if close is None
            else read_option(prompt, close, today)
        )
    if day != today and (day > today) != prompt.ahead:
        return Unclear("past" if prompt.ahead else "future")
    return Understood(day.isoformat())
