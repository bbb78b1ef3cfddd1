"""A crowd: people who talk without pause, answer each new question once, and note what they said."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable
from functools import partial
from random import Random
from typing import Any

from bot.sandbox.chats import Message
from bot.sandbox.people import Person
from bot.sandbox.server import BotApiServer, Request
from conversations.lines import line
from conversations.texts import load_texts

STARTERS = {
    "did", "learned", "told", "kept-going", "i-am", "i-will-never", "they", "now", "asked", "managed", "said",
    "even-though", "one-no", "i-cannot-know", "what-is-true", "ask", "find-out", "put-off",
}  # fmt: skip
"""Options that begin a sentence: their question takes words."""
AVOIDED = {"burn", "details", "find", "delete"}
"""Options whose words are thrown away, or that lead away from what is counted."""
APOLOGY = load_texts().phrase(line("engine-broken"))
QUIET, ALIVE = 0.3, 1.0
"""A message that is no question may have come twice, with the answer still on its way. It counts as the last
word when the bot has lived so many seconds, has confirmed what was said, and nothing else comes."""
COMMANDS = ("/wins", "/wins", "/wins", "/rejected", "/reframe")

Turn = tuple[str, int]


class Talker:
    """One person of the crowd.

    Args:
        person: their side of the chat.
        random: what they decide by.
        poison: the share of their inputs that come with an update nobody can read.
    """

    def __init__(self, person: Person, random: Random, poison: float) -> None:
        self.person = person
        self.random = random
        self.poison = poison
        self.seen: set[Turn] = set()
        self.words: list[str] = []
        self.inputs = 0
        self.poisoned = 0
        self.waiting = ""
        self.resting = False
        self.apologies = 0
        self._closing: asyncio.TimerHandle | None = None
        self.is_sure: Callable[[], bool] = lambda: True

    def begin(self) -> None:
        """Come in."""
        self._does("/start")
        self.person.says("/start")

    def next_conversation(self) -> None:
        """Begin something."""
        command = self.random.choice(COMMANDS)
        self._does(command)
        self.person.says(command)

    def hears(self, message: Message) -> None:
        """React to a message; a question that came before is not answered again."""
        if message.text == APOLOGY:
            self.apologies += 1
            return
        buttons = [str(b["callback_data"]) for row in message.keyboard for b in row if "callback_data" in b]
        name, turn, _ = buttons[0].split(".") if buttons else ("", "0", "")
        if not int(turn):
            self._wait_whether_more_comes(message, name, buttons)
        elif (name, int(turn)) not in self.seen:
            self.seen.add((name, int(turn)))
            self._go_on(message, name, buttons)

    def _wait_whether_more_comes(self, message: Message, name: str, buttons: list[str]) -> None:
        if self._closing is not None:
            self._closing.cancel()
        loop = asyncio.get_running_loop()
        if self.is_sure():
            self._closing = loop.call_later(QUIET, self._conclude, message, name, buttons)
        else:
            self._closing = loop.call_later(QUIET, self._wait_whether_more_comes, message, name, buttons)

    def _conclude(self, message: Message, name: str, buttons: list[str]) -> None:
        if self.is_sure():
            self._go_on(message, name, buttons)
        else:
            self._wait_whether_more_comes(message, name, buttons)

    def _go_on(self, message: Message, name: str, buttons: list[str]) -> None:
        if self._closing is not None:
            self._closing.cancel()
        self.waiting = ""
        if self.resting:
            return
        if self.random.random() < self.poison:
            self.poisoned += 1
            chat = {"id": self.person.chat_id, "type": "private"}
            self.person.sends_update({"message": {"message_id": 1, "chat": chat}})
        self._answer(message, name, {data.split(".", 2)[2]: data for data in buttons})

    def _answer(self, message: Message, name: str, options: dict[str, str]) -> None:
        if name == "hello":
            self._taps(message, options["adult-else"])
        elif name in ("", "home"):
            self.next_conversation()
        elif name == "aside":
            # Going on, never letting go: what is said stays where it can be counted.
            self._taps(message, options[self.random.choice([o for o in options if o.startswith("go-")])])
        else:
            self._answer_question(message, options)

    def _answer_question(self, message: Message, options: dict[str, str]) -> None:
        offered = sorted(slug for slug in options if slug[0] not in "~-" and slug not in AVOIDED)
        if not offered or set(offered) <= STARTERS:
            self._says(f"words {self.person.chat_id} number {len(self.words)}.")
        elif offered[0].isdigit():
            self._does("a number")
            self.person.says(self.random.choice(offered))
        elif offered[0].startswith("+"):
            # A tap would only tick it; its number answers at once.
            self._does("the first")
            self.person.says("1")
        else:
            chosen = "another" if "another" in offered and self.random.random() < 0.8 else None
            self._taps(message, options[chosen or self.random.choice(offered)])

    def _says(self, words: str) -> None:
        self.words.append(words)
        self._does(words)
        self.person.says(words)

    def _taps(self, message: Message, data: str) -> None:
        self._does(f"tap {data}")
        self.person.taps(message, data)

    def _does(self, what: str) -> None:
        self.inputs += 1
        self.waiting = what


class Crowd:
    """The people, and what the server did for them."""

    def __init__(self, server: BotApiServer, size: int, random: Random, poison: float = 0.02) -> None:
        self.server = server
        self.talkers = {
            person.chat_id: Talker(person, Random(random.random()), poison)
            for person in (server.add_person(f"P{number}") for number in range(size))
        }
        for talker in self.talkers.values():
            talker.is_sure = partial(self._is_sure, talker)
        self.alive_since: float | None = None
        server.on_request(self._polled, "getUpdates")
        self.questions: Counter[Turn] = Counter()
        """How often the question of each session and turn was sent."""
        server.on_answer(self._sent, "sendMessage")

    def bot_starts(self) -> None:
        """Note that the bot is started anew."""
        self.alive_since = None

    def _polled(self, request: Request) -> None:
        if self.alive_since is None:
            self.alive_since = asyncio.get_running_loop().time()

    def _is_sure(self, talker: Talker) -> bool:
        since = self.alive_since
        alive = since is not None and asyncio.get_running_loop().time() - since > ALIVE
        return alive and not self.server.updates.pending(talker.person.chat_id)

    def begin(self) -> None:
        """Let everybody come in."""
        for talker in self.talkers.values():
            talker.begin()

    def rest(self) -> None:
        """Let nobody begin anything new."""
        for talker in self.talkers.values():
            talker.resting = True

    @property
    def waiting(self) -> dict[int, str]:
        """What each person who waits for an answer did last."""
        return {chat: talker.waiting for chat, talker in self.talkers.items() if talker.waiting}

    def _sent(self, request: Request) -> None:
        if request.status != 200:
            return
        talker = self.talkers.get(request.chat_id or 0)
        turn = turn_of(request.parameters)
        if turn is not None and turn[1]:
            self.questions[turn] += 1
        if talker is not None:
            talker.hears(talker.person.chat.messages[request.result["message_id"]])


def turn_of(parameters: dict[str, Any]) -> Turn | None:
    """Return the session and turn of the question in a request; None if it is none."""
    rows = parameters.get("reply_markup", {}).get("inline_keyboard", [])
    data = next((b["callback_data"] for row in rows for b in row if "callback_data" in b), None)
    if data is None:
        return None
    session, turn, _ = str(data).split(".")
    return session, int(turn)
