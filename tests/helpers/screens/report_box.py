"""The report box before the login, each view where it says the most, and its readers' inbox."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, cast

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from hvacdesk.domain.report_box.report_box import (
    Author,
    BoxReader,
    InboxView,
    Message,
    Report,
    ReportCategory,
    ReportRow,
    ReportState,
)
from hvacdesk.domain.report_box.report_box_input import NoReader
from hvacdesk.domain.roles import Role
from hvacdesk.services.report_box.report_desk import OpenedReport, ReportDesk, box_rules
from hvacdesk.ui.report_box.flood_dialog import FloodDialog
from hvacdesk.ui.report_box.hand_over_dialog import HandOverDialog
from hvacdesk.ui.report_box.receipt_view import ReceiptView
from hvacdesk.ui.report_box.report_dialog import ReportDialog
from hvacdesk.ui.report_box.reports_section import ReportsSection
from hvacdesk.ui.report_box.return_view import ReturnView
from hvacdesk.ui.report_box.start_view import ProtectionView, ReportStartView
from hvacdesk.ui.report_box.thread_view import ThreadView
from hvacdesk.ui.report_box.write_view import ReportWriteView
from hvacdesk.ui.widgets.entry_view import EntryView
from hvacdesk.vault.report_box.report_box_errors import BoxFull, ReceiptUnknown
from tests.helpers.screens import Screen
from tests.helpers.screens.stage import Stage

READERS = (
    BoxReader("a" * 32, "佐藤 花子", "8D0A DFFA AA36 9BB6 287C D223 6825 82BE"),
    BoxReader("b" * 32, "長谷川 由美子", "11F4 0C2E 93A0 55D1 7B0E 4410 9E2C 03AB"),
)
TEXT = (
    "出庫の帳簿と、実際に減った冷媒の本数が、先月から合っていません。"
    "<b>倉庫の鍵</b>は決まった人しか持っていません。"
)
ANSWER = (
    "お知らせありがとうございます。帳簿と在庫を、担当から離れた者が調べ始めました。"
    "来週までにここで回答します。"
)
REPORT = Report(
    ReportCategory.LAW,
    "",
    (
        Message(Author.REPORTER, TEXT, "2026-11-16"),
        Message(Author.READER, ANSWER, "2026-11-20", "長谷川 由美子"),
    ),
    (READERS[1].named(),),
    (READERS[0].named(),),
    ReportState.IN_PROGRESS,
)
NOBODY = cast(Any, None)


def written() -> ReportWriteView:
    """Refused, as everything may be wrong at once."""
    view = ReportWriteView(NOBODY, READERS)
    view.text.edit.setPlainText(TEXT)
    view._on_refused(NoReader("readers"))
    view._on_refused(BoxFull())
    return view


def slowed() -> ReturnView:
    view = ReturnView(NOBODY)
    view.receipt.setText("1234 5678 9012 3456")
    view._on_refused(ReceiptUnknown(20))
    return view


def report_views() -> dict[str, Callable[[QtBot], EntryView]]:
    """The box's views by name."""
    return {
        "report box": lambda _bot: ReportStartView(),
        "report protection": lambda _bot: ProtectionView(box_rules()),
        "report write": lambda _bot: written(),
        "report receipt": lambda _bot: ReceiptView("5712471451666675"),
        "report return": lambda _bot: slowed(),
        "report thread": lambda _bot: ThreadView(NOBODY, OpenedReport(REPORT, NOBODY)),
        "report lost": lambda _bot: ThreadView(NOBODY, OpenedReport(REPORT, NOBODY, REPORT.readers, READERS)),
    }


def with_reports(stage: Stage) -> None:
    """Two reports to the person who is logged in, one of them answered; only once for a stage."""
    if stage.office.reports.inbox(stage.actor).rows:
        return
    desk: ReportDesk = stage.entry.report_desk()
    desk.send(ReportCategory.LAW, TEXT, "", [stage.actor.account])
    desk.send(
        ReportCategory.QUESTION, "一人親方でも相談できますか。", "", [one.account for one in desk.readers()]
    )
    first = stage.office.reports.inbox(stage.actor).rows[0]
    stage.office.reports.answer(stage.actor, first.case, ANSWER)
    stage.office.reports.note(stage.actor, first.case, "在庫の確認は社外の税理士に頼みました。")


def inbox(stage: Stage) -> QWidget:
    with_reports(stage)
    stage.go("safeguards")
    stage.window.page.show_overview()  # type: ignore[attr-defined]
    return stage.go("safeguards", section="reports")


def one_report(stage: Stage) -> QWidget:
    with_reports(stage)
    rows = stage.office.reports.inbox(stage.actor).rows
    answered = next(row for row in rows if row.notes.notes)
    return stage.show(ReportDialog(stage.ctx, answered))


def handing_over(stage: Stage) -> QWidget:
    with_reports(stage)
    row = stage.office.reports.inbox(stage.actor).rows[0]
    return stage.show(HandOverDialog(stage.ctx, replace(row, handed_on=READERS)))


def many(stage: Stage) -> tuple[ReportRow, ...]:
    """Some genuine reports among many that are none."""
    with_reports(stage)
    row = stage.office.reports.inbox(stage.actor).rows[0]
    texts = [TEXT, *(f"あああああ {number} " * 12 for number in range(40))]
    return tuple(
        replace(
            row,
            case=f"{number:032x}",
            report=replace(
                row.report,
                category=list(ReportCategory)[number % len(ReportCategory)],
                messages=(Message(Author.REPORTER, text, "2026-11-16"),),
                state=ReportState.NEW,
            ),
        )
        for number, text in enumerate(texts)
    )


def flooded(stage: Stage) -> QWidget:
    rows = many(stage)
    inbox(stage)
    section = cast(ReportsSection, stage.window.page.section)  # type: ignore[attr-defined]
    section.show_read(InboxView(rows, 0, 0, remade=False, unread=312, grown=True, fingerprint="8D0A DFFA"))
    return stage.window


def sorting_out(stage: Stage) -> QWidget:
    return stage.show(FloodDialog(stage.ctx, many(stage)))


REPORT_BOX = (
    Screen("reports-flood", flooded, Role.OWNER),
    Screen("reports-sorted-out", sorting_out, Role.OWNER),
    Screen("reports", inbox, Role.OWNER),
    Screen("report", one_report, Role.OWNER),
    Screen("report-hand-over", handing_over, Role.OWNER),
)
