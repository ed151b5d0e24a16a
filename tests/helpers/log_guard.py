"""Unexpected warnings in the program's log fail the test that caused them."""

from __future__ import annotations

import logging
import re


class LogGuard(logging.Handler):
    """Collects what is logged at WARNING or above and compares it with what the test announced."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self._seen: list[str] = []
        self._expected: list[re.Pattern[str]] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the record for :meth:`complaints`."""
        self._seen.append(f"{record.levelname} {record.name}: {record.getMessage()}")

    def expect(self, pattern: str) -> None:
        """Announce a warning that the test means to cause: its ``LEVEL logger: message`` must match."""
        self._expected.append(re.compile(pattern))

    def complaints(self) -> list[str]:
        """What went against the announcement: unexpected records, and announced ones that did not come."""
        unexpected = [text for text in self._seen if not any(e.search(text) for e in self._expected)]
        missing = [e.pattern for e in self._expected if not any(e.search(text) for text in self._seen)]
        return [f"unexpected: {text}" for text in unexpected] + [f"did not come: {text}" for text in missing]
