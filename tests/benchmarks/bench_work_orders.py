"""Drawing 100 work orders, against drawing the same text and lines straight onto a ReportLab canvas.

The baseline knows every position beforehand: the canvas calls of one run are recorded and replayed in a bare
loop on a fresh canvas with the same embedded fonts. Both sides embed fonts and compress pages alike.
"""

from __future__ import annotations

import gc
import io
import itertools
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any
from unittest import mock

from hvacdesk.documents import page
from hvacdesk.documents.work_order import draw_work_orders
from hvacdesk.domain.work_orders import WorkOrderView
from tests.benchmarks.result import Result
from tests.unit.documents.japanese import japanese
from tests.unit.documents.samples import HEAD, PROFILES

Call = tuple[int, str, tuple[Any, ...], dict[str, Any]]

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


class _Recorder:
    """Passes every call on to a canvas or one of its paths, and remembers it with the index of its target."""

    def __init__(self, target: Any, calls: list[Call], counter: Iterator[int]) -> None:
        self.target = target
        self.index = next(counter)
        self._calls = calls
        self._counter = counter

    def __getattr__(self, name: str) -> Callable[..., Any]:
        method = getattr(self.target, name)

        def recorded(*args: Any, **kwargs: Any) -> Any:
            self._calls.append((self.index, name, args, kwargs))
            if name == "beginPath":
                return _Recorder(method(*args, **kwargs), self._calls, self._counter)
            return method(*(arg.target if isinstance(arg, _Recorder) else arg for arg in args), **kwargs)

        return recorded


def _recorded(views: list[WorkOrderView]) -> list[Call]:
    """The canvas calls that draw the views, with paths named by their index."""
    calls: list[Call] = []
    plain = page.new_canvas

    def recording(*args: Any) -> Any:
        return _Recorder(plain(*args), calls, itertools.count())

    with mock.patch.object(page, "new_canvas", recording):
        draw_work_orders(views, japanese, HEAD)
    return [call for call in calls if call[1] != "save"]


def _replay(calls: list[Call]) -> bytes:
    buffer = io.BytesIO()
    canvas = page.new_canvas(buffer, "Work orders", "2026-11-24")
    targets: list[Any] = [canvas]
    for index, name, args, kwargs in calls:
        if name == "beginPath":
            targets.append(canvas.beginPath())
        elif name == "drawPath":
            canvas.drawPath(targets[args[0].index], **kwargs)
        else:
            getattr(targets[index], name)(*args, **kwargs)
    canvas.save()
    return buffer.getvalue()


def _seconds(work: Callable[[], object]) -> float:
    gc.collect()
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def run() -> list[Result]:
    """Median seconds of several rounds, the two sides in turn so that both meet the same machine."""
    views = _views()
    calls = _recorded(views)
    rounds = [
        (_seconds(lambda: draw_work_orders(views, japanese, HEAD)), _seconds(lambda: _replay(calls)))
        for _ in range(_ROUNDS)
    ]
    ours, baseline = (statistics.median(side) for side in zip(*rounds, strict=True))
    return [Result("work-orders", ours, baseline, "s", 1.5)]
