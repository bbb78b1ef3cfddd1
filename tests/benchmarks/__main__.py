"""Runs all benchmarks: `make bench`."""

from __future__ import annotations

import asyncio

from tests.benchmarks import throughput

if __name__ == "__main__":
    asyncio.run(throughput.main())
