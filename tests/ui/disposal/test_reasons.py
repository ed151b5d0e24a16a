"""Why a customer may go or stays: the answer first, then every rule, however many there are."""

from __future__ import annotations

from datetime import date

from pytestqt.qtbot import QtBot

from hvacdesk.domain.disposal.disposal import Decision, ReviewRow
from hvacdesk.domain.masked import Masked
from hvacdesk.domain.retention.retention import OFFICE_RULE, Reason, RetentionVerdict, Standing
from hvacdesk.domain.text.wording import Phrase, english
from hvacdesk.ui.disposal.reasons_dialog import ReasonsDialog
from hvacdesk.ui.widgets.scroll_column import ScrollColumn
from tests.helpers.desk_office import texts_in

ENDED = date(2026, 5, 31)


def row(jobs: int) -> ReviewRow:
    reasons = tuple(
        Reason(
            "service",
            Phrase("Retention", "Service and warranty"),
            OFFICE_RULE,
            date(2021, 6, 1),
            ENDED,
            job_number=f"2021-{job:06}",
            years=5,
        )
        for job in range(1, jobs + 1)
    )
    return ReviewRow(
        "0" * 32,
        "C-000001",
        Masked("田中 ●●"),
        "",
        None,
        RetentionVerdict(Standing.DUE, ENDED, reasons),
        (),
        Decision.DESTROY,
        0,
    )


def test_the_answer_comes_before_the_rules_and_names_the_offices_own_as_such(qtbot: QtBot) -> None:
    dialog = ReasonsDialog(row(1), english)
    qtbot.addWidget(dialog)
    dialog.show()
    said = texts_in(dialog)
    assert said.index("Retention ended 31 May 2026 (office rule)") < said.index("2021-000001")
    assert "Office rule. 5 years from 1 Jun 2021 (the day after the event): kept until 31 May 2026" in said
    assert OFFICE_RULE not in said


def test_a_hundred_reasons_are_scrolled_and_the_button_stays_in_reach(qtbot: QtBot) -> None:
    few, many = (ReasonsDialog(row(jobs), english) for jobs in (6, 100))
    for dialog in (few, many):
        qtbot.addWidget(dialog)
        dialog.show()
    assert "2021-000100" in texts_in(many)
    assert many.height() < many.screen().availableGeometry().height()
    (area,) = many.findChildren(ScrollColumn)
    assert area.verticalScrollBar().maximum() > 0
    assert area.accessibleName()
    assert many.primary is not None
    assert many.rect().contains(many.primary.geometry())
