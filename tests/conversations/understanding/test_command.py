"""python -m conversations.understanding answers one JSON object a line."""

from __future__ import annotations

import io
import json
import subprocess
import sys

from conversations.understanding.__main__ import main


def judge(task: str, *lines: str) -> list[dict[str, object]]:
    sink = io.StringIO()
    assert main([task], [f"{line}\n" for line in lines], sink) == 0
    return [json.loads(line) for line in sink.getvalue().splitlines()]


def test_traps() -> None:
    first, second = judge("traps", "I will never find a job", "They wrote on Friday")
    labels = first["labels"]
    assert isinstance(labels, list)
    assert labels[0][0] == "fortune_telling"
    assert 0 < labels[0][1] <= 1
    assert second == {"labels": [["none", 1.0]]}


def test_crisis_and_an_empty_line() -> None:
    assert judge("crisis", "I want to die", "", "I want to disappear", "dead-end job") == [
        {"tier": 1}, {"tier": 0}, {"tier": 2}, {"tier": 0},
    ]  # fmt: skip


def test_the_command_reads_bytes_that_are_no_text() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "conversations.understanding", "crisis"],
        input=b"\xff\xfe\nI want to die\n", capture_output=True, check=True,
    )  # fmt: skip
    assert [json.loads(line) for line in done.stdout.splitlines()] == [{"tier": 0}, {"tier": 1}]


def test_a_wrong_call_says_how() -> None:
    assert main(["mood"], [], io.StringIO()) == 2
