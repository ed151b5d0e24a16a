"""``python -m tests.benchmarks [NAME…]``: run the benchmarks, one line each; without a name all of them."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from importlib import import_module

from tests.benchmarks.result import Result

MODULES = {
    "start": "bench_start",
    "login": "bench_login",
    "search": "bench_search",
    "work-orders": "bench_work_orders",
    "memory": "bench_memory",
    "import": "bench_import",
    "rotation": "bench_rotation",
    "backup": "bench_backup",
    "disposal": "bench_disposal",
    "home": "bench_home",
    "screens": "bench_screens",
}


def main(names: Sequence[str]) -> int:
    """Print each benchmark's lines; 0 when every goal was met, 1 otherwise, 2 for an unknown name."""
    unknown = [name for name in names if name not in MODULES]
    if unknown:
        print(f"no such benchmark: {', '.join(unknown)}; there are: {', '.join(MODULES)}", file=sys.stderr)
        return 2
    met = True
    for name in names or MODULES:
        run: Callable[[], list[Result]] = import_module(f"tests.benchmarks.{MODULES[name]}").run
        for result in run():
            print(result.line(), flush=True)
            met = met and result.met
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
