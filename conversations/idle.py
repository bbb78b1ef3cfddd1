"""Somebody writes while nothing is open: the words are carried to where they belong, or let go."""

from __future__ import annotations

from conversations.dialogue import Dialogue
from conversations.facts import Facts
from conversations.lines import excerpt
from conversations.records import Note, Win

WHERE = ("rejected", "reframe", "note", "win", "nothing")


def idle(ask: Dialogue, facts: Facts) -> None:
    """Ask once where the words belong; nothing is kept that the person did not choose to keep."""
    words = ask.text("words", known=facts.given.get("words"))
    match ask.choice("where", WHERE, about=words, wide=True, words=excerpt(words)):
        case "rejected":
            ask.follow("rejected", thought=words)
        case "reframe":
            ask.follow("reframe", thought=words)
        case "note":
            ask.record("note", Note(words))
            ask.say("kept")
        case "win":
            ask.record("win", Win(words))
            ask.say("win-kept")
        case _:
            ask.say("let-go")
