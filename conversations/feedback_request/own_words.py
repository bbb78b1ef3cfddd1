"""A person's own words in our sentences: byte-equal, and the sentence around them made to fit."""

from __future__ import annotations

import re
from collections.abc import Mapping

from conversations.feedback_request.letter import Ingredients

_ENDS = (".", "!", "?", "…")
_JOB = re.compile(
    r"(?i)\b(role|job|position|post|opening|vacancy|place|traineeship|internship|apprenticeship)s?$"
)
_ARTICLE = re.compile(r"(?i)^(the|this|that|your|my|our|their)\s")
_INDEFINITE = re.compile(r"(?i)^(an?|one|some|any)\s")
_LOOSE = re.compile(r"(?i)\s(at|in|with|for|on|from|to|by|near|within)\s|[,;:()/\n]")
_LONG_ROLE = 5
"""Words."""
_TITLE = re.compile(
    r"(?i)(er|or|ist|ant|ian|yst|eer|ate|ive)$|^(nurse|chef|lead|head|clerk|cook|aide|intern|trainee|apprentice|"
    r"dev|architect|president|expert|mechanic|coach|guide|host|guard|pilot|vet|tutor|chief|deputy|scientist|"
    r"midwife|porter|secretary|staff|vp|cto|ceo|cfo|coo|pm|sre)$"
)
_SUBJECT = re.compile(
    r"(?i)^(you|i|we|they|he|she|it|there|that|this|these|those|everyone|everybody|nobody|when|because|as|to|if|"
    r"what|after|before|i['’]\w+|you['’]\w+|we['’]\w+|it['’]s|there['’]s|he['’]s|she['’]s)\b"
)
_VERB = re.compile(
    r"(?i)^(was|were|is|are|had|has|have|did|made|gave|told|showed|took|explained|asked|said|let|helped|walked|felt|"
    r"could|would|will|can|got|went|came|knew|listened|shared|introduced|answered|invited|offered|spent|kept|put|"
    r"brought|sent|seemed|stayed|wasn['’]t|weren['’]t|didn['’]t)$"
)
_TITLED = re.compile(r"(?i)(mr|mrs|ms|miss|mx|dr|prof|professor|sir|dame|rev|reverend|herr|frau)\b\.?\s")
_LEANING = re.compile(r"(?i)^(that|because|as|to|if|what|after|before)\b")
"""A clause that begins so cannot stand alone."""
_RELATIVE = re.compile(r"(?i)^(who|that|which|you|we|i|they|he|she|how|where|when|whose|whom)$")
_PREPOSITION = re.compile(
    r"(?i)^(through|at|on|in|via|by|from|with|during|after|over|under|among|while|thanks\sto)\b"
)
_NO_SPACE = re.compile(r"\{([a-z]+)\}(\.?)")


def clean(words: str | None) -> str | None:
    """Return a person's words without outer white space, None if nothing is left."""
    return (words or "").strip() or None


def has_title(name: str | None) -> bool:
    """Return whether a name begins with a title, as in "Ms Okafor", to whom nobody says "Hi"."""
    return _TITLED.match(clean(name) or "") is not None


def label(words: str | None) -> str | None:
    """Return a name, role or company without outer white space and without the full stop of a sentence.

    A short last word keeps its stop: "Acme Inc.", "J. R.".
    """
    text = clean(words)
    if text and re.search(r"\w{5,}\.$", text):
        return text[:-1]
    return text


def _is_loose(role: str) -> bool:
    """Return whether a role is too long or too loose to stand before a noun."""
    return _LOOSE.search(role) is not None or len(role.split()) > _LONG_ROLE


def role_phrase(role: str | None, noun: str = "role") -> str:
    """Return the role as a noun phrase that stands after "for" or "about".

    Args:
        noun: role, position or job, as one likes to say.

    "Nurse" gives "the Nurse role"; "the nurse job" stays; "a nurse" gives "the role of a nurse".
    """
    if role is None:
        return f"the {noun}"
    if _JOB.search(role):
        return role if _ARTICLE.match(role) or _INDEFINITE.match(role) else f"the {role}"
    if _INDEFINITE.match(role):
        return f"the {noun} of {role}"
    if _is_loose(role):
        return f"the {noun} of {role}"
    return f"{role} {noun}" if _ARTICLE.match(role) else f"the {role} {noun}"


def goal_phrase(role: str | None, noun: str = "role") -> str | None:
    """Return what somebody aims at as a noun phrase: "a Senior Nurse role", "work in green energy"."""
    if role is None or _ARTICLE.match(role) or _INDEFINITE.match(role):
        return role
    vowel = role[0].casefold() in "aeiou" and not role.casefold().startswith(("uni", "use"))
    article = "an" if vowel else "a"
    if _JOB.search(role):
        return role if role.casefold().endswith("s") else f"{article} {role}"
    if _is_loose(role):
        return f"work as {role}"
    if any(_TITLE.search(word) for word in role.split()):
        return f"{article} {role} {noun}"
    return f"work in {role}"


def detail_form(detail: str | None) -> str:
    """Return how a detail can stand in a sentence.

    Returns:
        none; thank and thank-low (a thank-you itself, with a capital or without), for ("for the tour"), way
        ("through Ben"), said ("You showed me the lab", which stands alone), doing ("showing me the lab"),
        sentence, or phrase; only the last and doing can follow "Thank you for". In doubt sentence: it stands
        after a colon, where everything is right, capitals too.
    """
    if detail is None:
        return "none"
    first = detail.split()
    if re.match(r"(?i)(thank|thx|many thanks)", detail):
        return "thank" if detail[0].isupper() else "thank-low"
    if re.search(r"\n|[,;:]$", detail):
        return "sentence"
    clause = _SUBJECT.match(detail) is not None or _has_verb(first[1:])
    if detail[0].isupper():
        return "said" if clause and not _LEANING.match(detail) else "sentence"
    if re.search(r"[.!?…]\s+\S", detail) or _SUBJECT.match(detail):
        return "sentence"
    if first[0] == "for":
        return "for"
    if _PREPOSITION.match(detail):
        return "way"
    if first[0].endswith("ing"):
        return "doing"
    return "sentence" if clause else "phrase"


def _has_verb(words: list[str]) -> bool:
    """Return whether a verb stands among the words, outside a clause that only tells more of a thing."""
    for word in words:
        if _RELATIVE.match(word):
            return False
        if _VERB.match(word):
            return True
    return False


def own_words(ingredients: Ingredients, noun: str = "role") -> dict[str, str]:
    """Return what stands for each placeholder; what is not known is not there.

    Args:
        noun: as for `role_phrase`.
    """
    role, company = label(ingredients.role), label(ingredients.company)
    job, goal = role_phrase(role, noun), goal_phrase(role, noun)
    if company and company.casefold() not in job.casefold():
        job = f"{job} at {company}"
        goal = f"{goal} at {company}" if goal else f"work at {company}"
    found: dict[str, str | None] = {
        "role": role_phrase(role, noun),
        "job": job,
        "goal": goal,
        "title": role if role and not (_ARTICLE.match(role) or _INDEFINITE.match(role)) else None,
        "company": company,
        "name": label(ingredients.name),
        "detail": clean(ingredients.detail),
        "point": clean(ingredients.point),
        "question": clean(ingredients.question),
        "sign": clean(ingredients.sign),
    }
    return {name: words for name, words in found.items() if words}


def fill(text: str, words: Mapping[str, str]) -> str:
    """Return `text` with its placeholders filled; a full stop of ours gives way to the end that is there."""

    def put(match: re.Match[str]) -> str:
        said = words[match.group(1)]
        ended = said.rstrip("\"'”’)").endswith(_ENDS) or said.endswith((",", ";", ":"))
        return said if ended else said + match.group(2)

    return _NO_SPACE.sub(put, text)


def as_question(question: str) -> str:
    """Return a question of the person's own, with a question mark if it has no end of its own."""
    return question if question.endswith(_ENDS) else f"{question}?"
