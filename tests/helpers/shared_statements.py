"""Statements that were put into SQL for one office of the test process are ready for the next one.

The program opens one office; a test process opens a thousand, and half of what a service's test did was
SQLAlchemy's work of writing the same statements again. It keeps them by dialect, so all engines get one.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

from sqlalchemy import Engine, create_engine
from sqlalchemy.util import LRUCache

from hvacdesk.store import engine as store_engine

MOST_STATEMENTS = 5_000
"""Ten times an engine's own number: every service's, not those of one office's day."""


@contextmanager
def shared_statements() -> Iterator[None]:
    """Let the engines made within the block share their statements. Nothing in the program can reach this."""
    first: list[Engine] = []
    statements: LRUCache[Any, Any] = LRUCache(MOST_STATEMENTS)

    def create(url: str, **settings: Any) -> Engine:
        engine = create_engine(url, **settings)
        if not first:
            first.append(engine)
        engine.dialect = engine.pool._dialect = first[0].dialect
        engine._compiled_cache = statements
        return engine

    with patch.object(store_engine, "create_engine", create):
        yield
