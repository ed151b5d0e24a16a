"""A retention period is told whole: how long, from when and why from then, until when."""

from __future__ import annotations

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from hvacdesk.domain.jobs.jobs import EventKind
from hvacdesk.domain.retention.retention import Reason, Start
from hvacdesk.domain.text.wording import english, phrase
from hvacdesk.ui.wording.counting import counted

BOOKS = Reason(
    "books",
    phrase("Retention", "Books"),
    "法人税法",
    date(2027, 6, 1),
    date(2034, 5, 31),
    start=Start.RETURN_DEADLINE,
    years=7,
)


def test_all_of_it_is_told(qtbot: QtBot) -> None:
    said = counted(BOOKS, english)
    assert said.startswith("7 year")
    assert "from 1 Jun 2027" in said
    assert "two months after the fiscal year's end" in said
    assert said.endswith("kept until 31 May 2034")


@pytest.mark.parametrize("start", Start)
def test_each_start_is_explained(qtbot: QtBot, start: Start) -> None:
    reason = Reason("x", BOOKS.title, "", date(2026, 1, 2), date(2027, 1, 1), start=start, years=1)
    assert "(the day after" in counted(reason, english)


def test_what_is_not_recorded_is_named(qtbot: QtBot) -> None:
    missing = Reason("x", BOOKS.title, "", None, None, missing=EventKind.INVOICE)
    assert "not recorded" in counted(missing, english)
