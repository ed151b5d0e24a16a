"""Drawing 100 work orders, against drawing the same text and lines straight onto a ReportLab canvas.

The baseline knows every position beforehand: the canvas calls of one run are recorded and replayed in a bare
loop on a fresh canvas with the same embedded fonts. Both sides embed fonts and compress pages alike.
"""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable
from dataclasses import replace

from hvacdesk.documents.papers.work_orders import draw_work_orders
from hvacdesk.domain.papers.work_orders import WorkOrderView
from tests.benchmarks.direct_drawing import recorded, replay
from tests.benchmarks.result import Result
from tests.unit.documents.japanese import japanese
from tests.unit.documents.samples import HEAD, PROFILES

_COPIES = 100
_ROUNDS = 5


def _views() -> list[WorkOrderView]:
    return [
        replace(
            PROFILES[index % len(PROFILES)],
            number=f"2026-{index:06}",
            qr_text=f"HV1-2026-{index:06}-2-7KQX4Z",
            address=f"愛知県名古屋市中区栄3丁目{index}-00 サンプルハイツ {index}",
        )
        for index in range(_COPIES)
    ]


def _seconds(work: Callable[[], object]) -> float:
    gc.collect()
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def run() -> list[Result]:
    """Median seconds of several rounds, the two sides in turn so that both meet the same machine."""
    views = _views()
    calls = recorded(lambda: draw_work_orders(views, japanese, HEAD))
    rounds = [
        (_seconds(lambda: draw_work_orders(views, japanese, HEAD)), _seconds(lambda: replay(calls)))
        for _ in range(_ROUNDS)
    ]
    ours, baseline = (statistics.median(side) for side in zip(*rounds, strict=True))
    return [Result("work-orders", ours, baseline, "s", 1.5)]
