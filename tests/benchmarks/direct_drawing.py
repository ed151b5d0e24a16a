"""Drawing straight onto a ReportLab canvas: the calls of one run, recorded, and replayed in a bare loop."""

from __future__ import annotations

import io
import itertools
from collections.abc import Callable, Iterator
from typing import Any
from unittest import mock

from hvacdesk.documents.kit import page

Call = tuple[int, str, tuple[Any, ...], dict[str, Any]]


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


def recorded(draw: Callable[[], object]) -> list[Call]:
    """The canvas calls of a drawing, with paths named by their index."""
    calls: list[Call] = []
    plain = page.new_canvas

    def recording(*args: Any) -> Any:
        return _Recorder(plain(*args), calls, itertools.count())

    with mock.patch.object(page, "new_canvas", recording):
        draw()
    return [call for call in calls if call[1] != "save"]


def replay(calls: list[Call]) -> bytes:
    """The same drawing on a fresh canvas."""
    buffer = io.BytesIO()
    canvas = page.new_canvas(buffer, "Papers", "2026-11-24")
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
