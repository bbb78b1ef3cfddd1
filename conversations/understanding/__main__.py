"""Reads one text a line from standard input and prints one JSON object a line, for measuring.

python -m conversations.understanding traps     {"labels": [["fortune_telling", 0.62], ...]}, best first
python -m conversations.understanding feedback  {"labels": [["communication", 0.71], ...]}, best first, or []
python -m conversations.understanding crisis    {"tier": 0}, 1 = helplines at once, 2 = the gentle question
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable
from typing import TextIO

from conversations.safety.screening import screen
from conversations.understanding.feedback import sort_feedback
from conversations.understanding.traps import MOST, ranked_traps


def judge_traps(text: str) -> dict[str, object]:
    """Return the trap labels of one thought; "none" when no cue is found."""
    return {"labels": ranked_traps(text)[:MOST] or [("none", 1.0)]}


def judge_crisis(text: str) -> dict[str, object]:
    """Return the crisis tier of one message."""
    return {"tier": screen(text).tier}


def judge_feedback(text: str) -> dict[str, object]:
    """Return the kinds of feedback of an employer's reply, the likeliest first; none when no cue is found."""
    return {"labels": sort_feedback(text)}


JUDGES: dict[str, Callable[[str], dict[str, object]]] = {
    "traps": judge_traps,
    "feedback": judge_feedback,
    "crisis": judge_crisis,
}


def main(arguments: list[str], source: Iterable[str], sink: TextIO) -> int:
    """Judge every line of `source`; return the exit code (2 for a wrong call)."""
    if len(arguments) != 1 or arguments[0] not in JUDGES:
        sys.stderr.write(f"usage: python -m conversations.understanding {'|'.join(JUDGES)} < lines\n")
        return 2
    judge = JUDGES[arguments[0]]
    for text in source:
        sink.write(json.dumps(judge(text.rstrip("\r\n"))) + "\n")
        sink.flush()
    return 0


if __name__ == "__main__":
    for stream in (sys.stdin, sys.stdout):
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    raise SystemExit(main(sys.argv[1:], sys.stdin, sys.stdout))
