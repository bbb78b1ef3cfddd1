"""Somebody writes while nothing is open: the words are carried to where they belong, or let go."""

from __future__ import annotations

from conversations.dialogue import Dialogue
from conversations.facts import Facts
from conversations.lines import excerpt
from conversations.records import Note, Win
from conversations.understanding.wording import is_greeting, tells_of_a_no

WHERE = ("rejected", "reframe", "note", "win", "nothing")
AFTER_A_NO = ("rejected", "reframe", "note", "nothing")
LETTER = 80
"""Characters from which words may be an employer's answer."""
OWN = 4000
"""Characters of what somebody tells after a greeting."""
HELLO = ("rejected", "reframe", "control", "nothing")


def idle(ask: Dialogue, facts: Facts) -> None:
    """Ask once where the words belong; nothing is kept that the person did not choose to keep."""
    words = ask.text("words", known=facts.given.get("words"))
    if is_greeting(words):
        told = _greet(ask)
        if told is None:
            return
        words = told
    key, options = ("no", AFTER_A_NO) if tells_of_a_no(words) else ("where", WHERE)
    if len(words) >= LETTER and not facts.quiet:
        options = ("reply", *options)
    match ask.choice(key, options, about=words, wide=True, words=excerpt(words)):
        case "rejected":
            ask.follow("rejected", thought=words)
        case "reframe":
            ask.follow("reframe", thought=words)
        case "reply":
            ask.follow("reply", words=words)
        case "note":
            ask.record("note", Note(words))
            ask.say("kept")
        case "win":
            ask.record("win", Win(words))
            ask.say("win-kept")
        case _:
            ask.say("let-go")


def _greet(ask: Dialogue) -> str | None:
    """Greet back; return what they then tell, None if they tapped where to go: a greeting is not kept."""
    where = ask.pick("hello", HELLO, own=OWN)
    if where.own is not None:
        return where.own
    if where.slug == "nothing":
        ask.say("bye")
    else:
        ask.follow(where.value)
    return None
