"""A retention period is told whole: how long, from when and why from then, until when."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from hvacdesk.domain.jobs.job_events import EventKind
from hvacdesk.domain.requests.openness import KeptUntil
from hvacdesk.domain.retention.retention import Reason, Start
from hvacdesk.domain.text.wording import english, phrase
from hvacdesk.ui.widgets.kept_note import kept_text
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


def test_the_job_that_lacks_a_date_is_named(qtbot: QtBot) -> None:
    missing = replace(
        Reason("x", BOOKS.title, "", None, None, missing=EventKind.INVOICE), job_number="2026-000058"
    )
    assert counted(missing, english) == "job 2026-000058 has no date for “Invoice”, so its end cannot be told"
    early = counted(replace(missing, in_progress=True), english)
    assert early == "job 2026-000058 has no date for “Invoice” yet, and the period is counted from it"


def test_beside_a_job_nothing_is_said_of_another_one(qtbot: QtBot) -> None:
    undecided = phrase("Retention", "Undecidable, kept: job {job} has no invoice date.")
    other = Reason("books", BOOKS.title, "", None, None, missing=EventKind.INVOICE, job_number="J-2")
    found = KeptUntil((undecided, {"job": "J-2"}), (other, replace(BOOKS, job_number="J-1")), None)
    own = kept_text(found, english, date(2026, 12, 1), "J-1")
    assert own.startswith("Books of this job: 7 year")
    assert "J-2" not in own
    assert "job J-2 has no invoice date" in kept_text(found, english, date(2026, 12, 1), "J-2")
    assert "job J-2 has no invoice date" in kept_text(found, english, date(2026, 12, 1))


def test_papers_that_were_issued_have_their_own_day_beside_a_job_that_lacks_one(qtbot: QtBot) -> None:
    open_job = Reason(
        "books", BOOKS.title, "", None, None, missing=EventKind.INVOICE, job_number="J-1", in_progress=True
    )
    found = KeptUntil((phrase("Retention", "Kept"), {}), (open_job, replace(BOOKS, of_documents=True)), None)
    lines = kept_text(found, english, date(2026, 12, 1)).splitlines()
    assert lines[1] == "Books: job J-1 has no date for “Invoice” yet, and the period is counted from it"
    assert lines[2].startswith("Books, as far as recorded: 7 year")
    assert lines[2].endswith("kept until 31 May 2034")


def test_a_cancelled_job_says_that_its_period_counts_from_the_cancellation(qtbot: QtBot) -> None:
    said = counted(replace(BOOKS, of_cancellation=True), english)
    assert "the job was cancelled" in said
    assert "kept until 31 May 2034" in said
