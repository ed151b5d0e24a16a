"""The benchmarks of what the program exists for come to their end, in an office of a few customers."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.benchmarks import bench_backup, bench_disposal, bench_rotation
from tests.benchmarks.result import Result

FEW = 60


@pytest.mark.parametrize(
    "run",
    [
        lambda: bench_disposal.run(FEW, 3),
        lambda: bench_rotation.run(FEW),
        lambda: bench_backup.run(FEW),
    ],
    ids=["disposal", "rotation", "backup"],
)
def test_a_benchmark_measures_what_the_program_does_now(run: Callable[[], list[Result]]) -> None:
    results = run()
    assert results
    assert all(result.ours > 0 and result.baseline > 0 for result in results)
