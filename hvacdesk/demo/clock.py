"""A clock that the sample office's history is lived through with, before it shows the real time."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from hvacdesk.domain.clock import JAPAN


class HistoryClock:
    """Shows a moment of the past until :meth:`catch_up`, and never goes back."""

    def __init__(self, start: date) -> None:
        self._moment: datetime | None = datetime.combine(start, time(9), JAPAN).astimezone(UTC)

    def __call__(self) -> datetime:
        return self._moment or datetime.now(UTC)

    def go_to(self, day: date, hour: int = 10) -> None:
        """Move on to an hour of a day in the office; a moment already passed only lets a minute go by."""
        if self._moment is None:
            raise RuntimeError("history has ended")
        wanted = datetime.combine(day, time(hour), JAPAN).astimezone(UTC)
        self._moment = max(wanted, self._moment + timedelta(minutes=1))

    def catch_up(self) -> None:
        """Show the real time from now on."""
        self._moment = None
