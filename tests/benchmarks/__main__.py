"""``python -m tests.benchmarks [NAME…]``: run the benchmarks, one line each; without a name all but the long.

Each of several runs in a process of its own, so that none pays for what another one left in memory.
Only by name: ``search-large`` and ``review-large``: 1,000,000 customers, a quarter of an hour, 2 GB of disk.
Full offices are kept from run to run in the folder that ``HVACDESK_BENCH_OFFICES`` names, if it names one.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Sequence
from importlib import import_module

from tests.benchmarks.result import Result

MODULES = {
    "start": "bench_start",
    "start-installed": "bench_start_installed",
    "login": "bench_login",
    "search": "bench_search",
    "work-orders": "bench_work_orders",
    "invoices": "bench_invoices",
    "memory": "bench_memory",
    "import": "bench_import",
    "rotation": "bench_rotation",
    "backup": "bench_backup",
    "disposal": "bench_disposal",
    "disposal-batches": "bench_disposal_batches",
    "home": "bench_today",
    "screens": "bench_screens",
    "pauses": "bench_pauses",
    "save": "bench_save",
    "incidents": "bench_incidents",
    "report-box": "bench_report_box",
    "bank-matching": "bench_bank_matching",
    "billing": "bench_billing",
    "books": "bench_books",
    "wire": "bench_wire",
    "seats": "bench_seats",
}
LONG = {"search-large": "bench_search_large", "review-large": "bench_review_large"}


def main(names: Sequence[str]) -> int:
    """Print each benchmark's lines; 0 when every goal was met, 1 otherwise, 2 for an unknown name."""
    modules = {**MODULES, **LONG}
    unknown = [name for name in names if name not in modules]
    if unknown:
        print(f"no such benchmark: {', '.join(unknown)}; there are: {', '.join(modules)}", file=sys.stderr)
        return 2
    if len(names) == 1:
        return _run(modules[names[0]])
    command = (sys.executable, "-m", "tests.benchmarks")
    failed = [name for name in names or MODULES if subprocess.run((*command, name), check=False).returncode]
    print(f"not met: {', '.join(failed) or 'none'}")
    return 1 if failed else 0


def _run(module: str) -> int:
    run: Callable[[], list[Result]] = import_module(f"tests.benchmarks.{module}").run
    met = True
    for result in run():
        print(result.line(), flush=True)
        met = met and result.met
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
