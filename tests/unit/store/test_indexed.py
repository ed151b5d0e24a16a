"""What the home page and the calendar ask each time they open walks no table of jobs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session

from hvacdesk.store.billing import open_items
from hvacdesk.store.calendar import dispatch
from hvacdesk.store.engine import Store
from hvacdesk.store.papers import register as papers
from hvacdesk.store.partners import client_data, partners

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    "ask",
    [
        lambda session: client_data.jobs(session, to_do=True),
        lambda session: partners.everything(session, TODAY),
        lambda session: partners.clients(session, TODAY),
        lambda session: papers.longest_late(session, TODAY),
        lambda session: papers.counts(session, TODAY),
        lambda session: dispatch.firms_since(session, TODAY.isoformat()),
        lambda session: open_items.how_many(session, TODAY.isoformat()),
    ],
    ids=[
        "clients' data",
        "firms",
        "clients",
        "late papers",
        "papers out and late",
        "firms of the calendar",
        "billing",
    ],
)
def test_a_question_that_opens_a_page_finds_by_an_index(
    store: Store, ask: Callable[[Session], object]
) -> None:
    with store.connection() as connection, Session(connection) as session:
        asked: list[tuple[str, object]] = []

        def note(
            _connection: object, _cursor: object, statement: str, values: object, *_rest: object
        ) -> None:
            asked.append((statement, values))

        event.listen(connection, "before_cursor_execute", note)
        ask(session)
        event.remove(connection, "before_cursor_execute", note)
        assert asked
        for statement, values in asked:
            plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)  # type: ignore[arg-type]
            for step in plan:
                assert not step.detail.startswith(
                    ("SCAN jobs", "SCAN copies", "SCAN papers", "SCAN invoices")
                ), step.detail
