"""Prints how long screening and trap suggestions take: python -m tests.benchmarks.bench_screening."""

from __future__ import annotations

import time
from collections.abc import Callable

from conversations.safety.normalise import normalise
from conversations.safety.screening import screen, screener
from conversations.understanding.traps import suggest_traps

MESSAGES = (
    "I got the rejection email this morning from the hospital and I don't know what to say to my wife. "
    "She was so sure I would get it this time, I keep thinking about the second question they asked me",
    "They said they want someone with more experience. I don't want to go through this again, what is "
    "the point of five rounds if they already know they take the internal candidate? My life is on hold",
)
HOSTILE = (
    "i want to ",
    "a",
    "k.",
    "k i l l ",
    "myself",
    "1@$!",
    "💀",
    "e\u0301",
    "sorry a b c d e f g h ",
    "kill ",
)


def milliseconds(work: Callable[[], object], times: int) -> float:
    start = time.perf_counter()
    for _ in range(times):
        work()
    return (time.perf_counter() - start) / times * 1000


def main() -> None:
    start = time.perf_counter()
    screener()
    print(f"loading the rules         {(time.perf_counter() - start) * 1000:8.1f} ms (once)")
    for message in MESSAGES:
        size = len(message)
        print(f"screen, {size} characters   {milliseconds(lambda m=message: screen(m), 1000):8.3f} ms")  # type: ignore[misc]
        print(f"  of it normalising       {milliseconds(lambda m=message: normalise(m), 1000):8.3f} ms")  # type: ignore[misc]
        print(f"suggest traps             {milliseconds(lambda m=message: suggest_traps(m), 200):8.3f} ms")  # type: ignore[misc]
    for bit in HOSTILE:
        text = (bit * 12_000)[:12_000]
        print(f"screen 12,000 of {bit!r:26} {milliseconds(lambda t=text: screen(t), 3):8.1f} ms")  # type: ignore[misc]


if __name__ == "__main__":
    main()
