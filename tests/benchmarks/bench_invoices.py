"""Drawing invoices: a month's end for 500 customers as one file, and one invoice of 200 lines.

The month's end is compared with drawing the same text and lines straight onto a ReportLab canvas, as work
orders are; see :mod:`tests.benchmarks.bench_work_orders`.
"""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable
from dataclasses import replace

from hvacdesk.documents.billing.invoices import draw_invoice, draw_invoices
from hvacdesk.domain.billing.invoices import InvoicePaper
from hvacdesk.services.language import words_for
from tests.benchmarks.direct_drawing import recorded, replay
from tests.benchmarks.result import Result
from tests.unit.documents.billing.money_papers import HEAD, MIXED, collective, invoice

_CUSTOMERS = 500
_ROUNDS = 3


def _papers() -> list[InvoicePaper]:
    return [
        replace(
            invoice(MIXED, number=f"I2026-{index:06}") if index % 3 else collective(12),
            code=f"P2026-{index:05}-7KQX",
            name=f"株式会社青葉商店{index}",
            address=("4640811", f"愛知県名古屋市千種区唐山町{index}-2", "青葉ビル1階"),
        )
        for index in range(_CUSTOMERS)
    ]


def _seconds(work: Callable[[], object]) -> float:
    gc.collect()
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def run() -> list[Result]:
    """Median seconds of several rounds, the two sides in turn so that both meet the same machine."""
    words, papers, long = words_for("ja"), _papers(), collective(200)
    calls = recorded(lambda: draw_invoices(papers, words, HEAD))
    gc.collect()
    gc.freeze()  # half a million recorded calls would slow every later collection
    rounds = [
        (_seconds(lambda: draw_invoices(papers, words, HEAD)), _seconds(lambda: replay(calls)))
        for _ in range(_ROUNDS)
    ]
    ours, baseline = (statistics.median(side) for side in zip(*rounds, strict=True))
    gc.unfreeze()
    single = statistics.median(_seconds(lambda: draw_invoice(long, words, HEAD)) for _ in range(5))
    return [
        Result("invoices-500", ours, baseline, "s", 1.5),
        Result("invoice-200-lines", single * 1000, 200, "ms", 1.0),
    ]
