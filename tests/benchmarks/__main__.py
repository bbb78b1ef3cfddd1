"""Runs all benchmarks: `make bench`."""

from __future__ import annotations

import asyncio

from tests.benchmarks import dispatching, throughput

if __name__ == "__main__":
    asyncio.run(dispatching.main())
    asyncio.run(throughput.main())
