"""Reply visits: the ways an employer's answer goes, from the sting to one change; yielded at each step."""

from __future__ import annotations

from collections.abc import Iterator

from tests.conversations.replies import CONCRETE, FORM, FRIENDLY, JOB, POINT, UNFAIR, asked, told
from tests.conversations.strolls import stroll
from tests.conversations.talk import Talk

CLOSED = "The job was frozen by head office, so nobody was hired."
ANOTHER = "The competition was fierce."
HINT = "Perhaps a little more experience would help."
FULL = (
    "Your SQL test was solid, but three of your answers ran over ten minutes, for instance the one on the "
    "Leeds project. Practise telling it in two minutes. You also lack experience with budgets, and we felt "
    "that the culture of our team might not suit you."
)
PHONE = "She rang and said my examples had no numbers in them, and that I talked too fast"
VERDICT = "People like you will never make it in this industry."
NATIVE = "We need a native speaker."
ADVISED = "Your SQL was weak. Do a small project with SQL and apply again in spring."
EMPTY = "We had a strong field of candidates. It was a very difficult decision. Your answers were too long."


def worked_through() -> Iterator[Talk]:
    """Go from their words to thanks and a change, in each way it may read."""
    for words in (POINT, CONCRETE, HINT, FULL, PHONE, EMPTY, CLOSED, ANOTHER, FORM):
        talk = Talk("reply").says(words).taps("~skip")
        yield talk
        while talk.question is not None:
            yield talk.taps("~skip")


def let_go() -> Iterator[Talk]:
    """Say yes to what leaves nothing to fix."""
    yield from stroll(told(CLOSED), "Yes, that's it", "Looks right", "Let it go", "Not now")
    yield from stroll(told(ANOTHER), "Yes, that's all", "Let it go")
    yield from stroll(told(FORM), "Yes, no reason", "Let it go")


def answered() -> Iterator[Talk]:
    """Thank them, now or not yet; ask one question back, now or not yet."""
    for end in ("I've sent it", "Keep for later"):
        diary, _, _ = asked()
        talk = Talk("reply", diary=diary).says(CONCRETE).taps(JOB).taps("2", "Yes, that's it", "Looks right")
        yield from stroll(talk, "Say one answer aloud", "Thank them now", end)
        diary, _, _ = asked()
        talk = Talk("reply", diary=diary).says(FRIENDLY).taps(JOB).taps("2", "~skip")
        while "Ask one question" not in talk.buttons:
            talk.taps("~skip")
        yield from stroll(talk, "Ask one question", end)


def fitting_teams() -> Iterator[Talk]:
    """Look at whether one would have thrived there."""
    for thrived in ("Yes", "No", "Not sure"):
        talk = told(CONCRETE).taps("Something else", "Team fit", "~done", "Looks right")
        yield from stroll(talk, thrived)


def hurt() -> Iterator[Talk]:
    """Bring words that hurt, some of them unfair or perhaps unfair, and look at what else there is."""
    for end in ("Leave that part", "See if anything's usable", "That's enough"):
        for words in (VERDICT, f"{VERDICT} Your SQL was weak."):
            yield from stroll(told(words), end)
    talk = told(VERDICT).taps("Leave that part", "Settle for two minutes", "Look around me")
    yield from stroll(talk, "I've done that", "I've done that", "I've done that", "3", "That's enough")
    for held in ("Yes", "No", "Not sure"):
        yield from stroll(told(NATIVE), held)
    yield from stroll(told(f"{VERDICT} {NATIVE}"), "No")
    for words in (UNFAIR, f"{UNFAIR} Your SQL was weak."):
        yield from stroll(told(words), "Look at the rest of it")
    yield from stroll(told(f"{UNFAIR} Your SQL was weak."), "Look at the rest of it", "Yes")
    for words in (VERDICT, CONCRETE, POINT):
        for _ in range(2):
            yield Talk("reply").says(words)


def advised() -> Iterator[Talk]:
    """Take the employer's own advice."""
    yield from stroll(told(ADVISED), "Yes, that's it", "Looks right", "Do a small project with SQL")


def reply_by_phone() -> Iterator[Talk]:
    """Retell what was said on the phone, settle first, and ask which day it shall be."""
    talk = Talk("reply").says("she said on the phone that I was too quiet in the interview")
    yield talk
    talk.taps("~skip").taps("9")
    yield talk
    talk.taps(next(label for label in talk.buttons if "ettle" in label or "inutes" in label))
    for _ in range(12):
        yield talk
        if talk.question is None or "day" in talk.question.prompt.text.id:
            break
        talk.taps(next((label for label in talk.buttons if label[0] != "~"), "~skip"))


REPLY_VISITS = (worked_through, let_go, answered, fitting_teams, hurt, advised, reply_by_phone)
"""All of them."""
