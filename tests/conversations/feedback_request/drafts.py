"""Ingredients over all combinations, drawn by a fixed seed, for the tests of letters."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from typing import get_args

from conversations.feedback_request.letter import WANTS, Channel, Ingredients, Purpose, Tone

PURPOSES = get_args(Purpose)
CHANNELS = get_args(Channel)
TONES = get_args(Tone)
EMPLOYERS = ("interviewer", "recruiter", "manager", "unknown")
CONTACTS = ("worked", "event", "friend", "online", "unknown")
STAGES = (None, "screen", "interview", "task", "final")
NAMES = (None, "Anna", "Dr Schmidt", "J. R.", "Zoë Müller-Okafor")
ROLES = (
    None, "Senior Nurse", "the nurse job", "a junior dev position", "data analyst", "Head of Sales",
    "nursing", "Shift lead (nights)", "Care Assistant at the Elms", "the Editor", "an apprenticeship", "UX",
)  # fmt: skip
COMPANIES = (None, "Acme", "Acme Inc.", "St Mary's Hospital", "böhme & söhne")
DETAILS = (
    None, None, "the tour of the lab", "You showed me the lab.", "walking me through the roadmap",
    "for the coffee", "thank you for the coffee", "Thank you for being so kind!", "the tour.",
    "Your patience with my questions",
    "I could ask anything; nobody rushed me", "how you explained the shifts", "through it all, a smile",
    "the chat about {role} and <b>tea</b>", "the way you told me what your first year was like",
)  # fmt: skip
POINTS = (None, "more numbers in my examples", "You need more SQL.", "be clearer about what I did", "my pace")
SIGNS = (None, "Sam", "Sam Lee", "S.")
QUESTIONS = (
    None,
    None,
    None,
    "How did my portfolio come across?",
    "what would you read first",
    "Which book helps? Any!",
)


def typed(one: Ingredients) -> dict[str, str]:
    """What the person typed that belongs into a letter of this purpose."""
    belongs = {
        "request": ("name", "role", "company", "detail", "question", "sign"),
        "follow-up": ("name", "role", "company", "question", "sign"),
        "last-word": ("name", "role", "company", "sign"),
        "thanks": ("name", "point", "sign"),
        "clarify": ("name", "point", "question", "sign"),
        "contact": ("name", "role", "company", "detail", "question", "sign"),
    }[one.purpose]
    return {name: words for name in belongs if (words := getattr(one, name))}


def draw(dice: random.Random, purpose: str, channel: str, tone: str) -> Ingredients:
    """One set of ingredients; all that is not given is drawn."""
    contact = purpose == "contact"
    wants: tuple[str, ...] = tuple(dice.sample(WANTS, dice.randint(0, 3)))
    if contact:
        wants = (dice.choice(("advice", "look", "talk", "introduction")),)
    blank = Ingredients(purpose=purpose, channel=channel, tone=tone, wants=wants)  # type: ignore[arg-type]
    return replace(
        blank,
        to=dice.choice(CONTACTS if contact else EMPLOYERS),
        name=dice.choice(NAMES),
        role=dice.choice(ROLES),
        company=dice.choice(COMPANIES),
        stage=dice.choice(STAGES),
        question=dice.choice(QUESTIONS),
        detail=dice.choice(DETAILS),
        point=dice.choice(POINTS),
        sign=dice.choice(SIGNS),
        late=dice.random() < 0.25,
    )


def drawn(number: int, seed: int = 1) -> Iterator[tuple[Ingredients, str]]:
    """`number` sets of ingredients, each purpose, channel and tone in turn, each with a seed of its own."""
    dice = random.Random(seed)
    grid = [(purpose, channel, tone) for purpose in PURPOSES for channel in CHANNELS for tone in TONES]
    for index in range(number):
        yield draw(dice, *grid[index % len(grid)]), f"person {seed} {index}"
