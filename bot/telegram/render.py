"""Rendering: turns the outcome of a turn into Bot API requests."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

from bot.telegram.incoming import TappedMessage
from bot.telegram.keyboards import Rows, lay_out_card, lay_out_question
from bot.telegram.markup import TEXT_LIMIT, complete, escape, length, split
from conversations.lines import Card, Line, excerpt, line
from conversations.outcome import Outcome, Question, Refreshed, Settled, Show
from conversations.texts import Texts

ChooseVariant = Callable[[str, int], int]
"""Takes a text id and how many wordings it has; returns which one this person gets now."""


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A request to be made.

    Args:
        method: Bot API method.
        params: its parameters, `chat_id` and the id of an edited message left out.
        turn: (session, turn) of the question the message carries.
        edits: (session, turn) of the question whose message it changes.
    """

    method: str
    params: dict[str, Any]
    turn: tuple[str, int] | None = None
    edits: tuple[str, int] | None = None


def choose_first(id: str, count: int) -> int:
    """Return the first wording: for whoever has no log of wordings."""
    return 0


class Renderer:
    """Renders for one person: in their locale, with the wordings that are their turn."""

    def __init__(self, texts: Texts, choose: ChooseVariant = choose_first) -> None:
        self.texts = texts
        self._choose = choose

    def render(self, outcome: Outcome, under: TappedMessage | None = None) -> list[Outgoing]:
        """Return the requests of an outcome: first what is new, then what becomes of the old question.

        Args:
            under: the message whose button was tapped.
        """
        made: list[Outgoing] = []
        waiting: list[Line] = []
        for show in outcome.shows:
            made += self._show(show, waiting)
        if waiting:
            made += self._messages(self._say_all(waiting), [])
        return made if outcome.settled is None else [*made, self.settle(outcome.settled, under)]

    def _show(self, show: Show, waiting: list[Line]) -> list[Outgoing]:
        if isinstance(show, Line):
            waiting.append(show)
            return []
        if isinstance(show, Refreshed):
            asked = show.question
            markup = {"reply_markup": {"inline_keyboard": lay_out_question(asked, self.texts)}}
            return [Outgoing("editMessageReplyMarkup", markup, edits=(asked.session, asked.turn))]
        paragraphs = [*self._say_all(waiting), *self._paragraphs(show)]
        waiting.clear()
        if isinstance(show, Card):
            return self._messages(paragraphs, lay_out_card(show, self.texts))
        rows = lay_out_question(show, self.texts)
        *before, last = self._messages(paragraphs, rows)
        return [*before, replace(last, turn=(show.session, show.turn))]

    def _paragraphs(self, show: Card | Question) -> list[str]:
        if isinstance(show, Card):
            return self._say_all(show.lines)
        prompt = show.prompt
        paragraphs = self._say_all([*prompt.header, *([show.unclear] if show.unclear else [])])
        if prompt.subject:
            paragraphs.append(f"<pre>{escape(prompt.subject)}</pre>")
        if prompt.draft is not None:
            paragraphs.append(f"<pre>{escape(prompt.draft)}</pre>")
        paragraphs += self._say_all(prompt.notes)
        if isinstance(prompt.default, str) and prompt.kind == "text":
            paragraphs.append(self.say(line("engine-before", words=excerpt(prompt.default))))
        return [*paragraphs, self.say(prompt.text)]

    def _say_all(self, lines: Iterable[Line]) -> list[str]:
        """Return lines as paragraphs; those of a list (`.row` in the text) stand right below each other."""
        paragraphs: list[str] = []
        in_list = False
        for what in lines:
            row = self.texts.has(what.id, "row")
            if row and in_list:
                paragraphs[-1] += f"\n{self.say(what)}"
            else:
                paragraphs.append(self.say(what))
            in_list = row
        return paragraphs

    def say(self, what: Line) -> str:
        """Return a line as HTML, in the wording that is this person's turn."""
        if what.attribute is not None:
            return complete(self.texts.render(what, escape=escape))
        count = self.texts.variants(what.id)
        variant = self._choose(what.id, count) if count > 1 else 0
        return complete(self.texts.render(what, variant, escape))

    def settle(self, settled: Settled, under: TappedMessage | None = None) -> Outgoing:
        """Take the keyboard off a question; a tapped answer stays visible under it."""
        where = (settled.session, settled.turn)
        if settled.answer is None or under is None:
            return Outgoing("editMessageReplyMarkup", {}, edits=where)
        answer = settled.answer
        words = self.texts.phrase(answer) if isinstance(answer, Line) else str(answer)
        return replace(show_choice(under, words), edits=where)

    def _messages(self, paragraphs: list[str], rows: Rows) -> list[Outgoing]:
        *before, last = split("\n\n".join(paragraph for paragraph in paragraphs if paragraph))
        made = [Outgoing("sendMessage", _html(text)) for text in before]
        params = _html(last)
        if rows:
            params["reply_markup"] = {"inline_keyboard": rows}
        return [*made, Outgoing("sendMessage", params)]


def show_choice(under: TappedMessage, words: str) -> Outgoing:
    """Put what was chosen under a message in place of its buttons; the caller says which message."""
    text = f"{under.html}\n\n▸ <b>{escape(words)}</b>"
    if length(text) > TEXT_LIMIT:
        return Outgoing("editMessageReplyMarkup", {})
    return Outgoing("editMessageText", _html(text))


def _html(text: str) -> dict[str, Any]:
    return {"text": text, "parse_mode": "HTML", "link_preview_options": {"is_disabled": True}}
