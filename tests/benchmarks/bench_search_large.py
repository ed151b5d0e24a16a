"""The search's benchmark at 1,000,000 customers. Filling such an office takes ten minutes, so only by name.

Run: ``sh installers/run.sh --bench search-large``.
"""

from __future__ import annotations

from tests.benchmarks import bench_search
from tests.benchmarks.result import Result

CUSTOMERS = 1_000_000


def run() -> list[Result]:
    """See :func:`tests.benchmarks.bench_search.run`."""
    return bench_search.run(CUSTOMERS)
