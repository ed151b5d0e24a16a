"""The screens of work orders and all other papers."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget

from hvacdesk.domain.jobs.jobs import JobRow
from hvacdesk.domain.papers.paper_names import NamedPaper
from hvacdesk.domain.papers.register import NewPaper, PaperKind, PaperRow, PaperState
from hvacdesk.domain.papers.shown import Outdated, Since
from hvacdesk.domain.papers.work_orders import Profile
from hvacdesk.domain.roles import Role
from hvacdesk.seats.calls import NoAnswer
from hvacdesk.ui.finder.which_copy import WhichCopyDialog
from hvacdesk.ui.finder.which_job import WhichJobDialog
from hvacdesk.ui.pages.work_orders import WorkOrdersPage
from hvacdesk.ui.papers.cabinets import CabinetsDialog
from hvacdesk.ui.papers.fax_dialog import FaxDialog
from hvacdesk.ui.papers.filing import FilePaperDialog
from hvacdesk.ui.papers.issue import IssueDialog, ReprintDialog
from hvacdesk.ui.papers.label_dialog import LabelDialog
from hvacdesk.ui.papers.other_papers import print_slip
from hvacdesk.ui.papers.register import LendDialog, PutDialog
from hvacdesk.ui.printing.preview import PreviewDialog, WorkOrderPreview
from tests.helpers.screens import Screen
from tests.helpers.screens.stage import TODAY, Stage


def day_to_print(stage: Stage) -> QWidget:
    stage.go("work_orders", day=stage.job().on)
    return stage.window


def preview(stage: Stage) -> QWidget:
    day_to_print(stage)
    found = stage.page
    assert isinstance(found, WorkOrdersPage)
    found.print_day()
    return stage.dialog()


def slip(stage: Stage) -> QWidget:
    print_slip(stage.ctx, stage.job())
    return stage.dialog()


def a_paper(stage: Stage) -> PaperRow:
    new = NewPaper(PaperKind.HELD, stage.job().customer, label="保証書")
    return stage.office.papers.file(stage.actor, new)


def lost_paper(stage: Stage) -> QWidget:
    stage.go("work_orders", copies="yes")
    register = stage.page.register  # type: ignore[attr-defined]
    register.scan.choose(PaperState.LOST)
    register.scan.code.setText(a_paper(stage).number)
    register.scan.register()
    stage.calm()
    return stage.dialog()


def scanned_meanwhile(stage: Stage, *, answered: bool = False) -> QWidget:
    """The next paper was scanned while it was still asked about the one before."""
    question = lost_paper(stage)
    QTest.keyClicks(question, a_paper(stage).code)
    QTest.keyClick(question, Qt.Key.Key_Return)
    stage.calm()
    if not answered:
        return question
    assert isinstance(question, QDialog)
    question.reject()
    stage.calm()
    return stage.window


def shredded_paper(stage: Stage) -> QWidget:
    """One that by the register was shredded is registered as kept; behind it the list, with a row picked."""
    row = a_paper(stage)
    stage.office.papers.register_return(stage.actor, row.paper, PaperState.SHREDDED)
    stage.go("work_orders", copies="yes")
    register = stage.page.register  # type: ignore[attr-defined]
    register.scan.choose(PaperState.KEPT)
    register.show_paper(stage.office.papers.find(stage.actor, row.paper))
    stage.calm()
    register.scan.register()
    stage.calm()
    return stage.dialog()


def which_copy(stage: Stage) -> QWidget:
    """A number that is on three copies was typed."""
    job = stage.job()
    profiles = (Profile.TECHNICIAN, Profile.CUSTOMER, Profile.OFFICE)
    reason = "spoiled" if job.work_order_issued else None
    stage.office.work_orders.issue(stage.actor, job.job, profiles, stage.ctx.words, reason=reason)
    named = stage.office.papers.named(stage.actor, job.number)
    return stage.show(WhichCopyDialog(named, stage.ctx.words, lambda _picked: None, stage.window))


def which_sheet(stage: Stage) -> QWidget:
    """A code was scanned that is on a filed page and on the sheet that was printed of it again."""
    first = a_paper(stage)
    told = [
        NamedPaper(number, number, PaperKind.INVOICE, state, None, first.registered_on)
        for number, state in (("P2026-00041", PaperState.LOST), ("P2026-00057", PaperState.HANDED_OVER))
    ]
    return stage.show(WhichCopyDialog(told, stage.ctx.words, lambda _picked: None, stage.window))


def outdated(*found: Outdated) -> Callable[[Stage], QWidget]:
    """The question before pages are printed of which this is not so any more."""

    def open_it(stage: Stage) -> QWidget:
        pages = slip(stage)
        assert isinstance(pages, PreviewDialog)
        assert pages.still_so is not None
        pages.still_so.ask(pages, found, lambda: None)
        return stage.dialog()

    return open_it


def one_of_a_pile(stage: Stage) -> QWidget:
    """The question before copies are printed of which one was lost, and one is about suspended data."""
    profiles = (Profile.TECHNICIAN, Profile.CUSTOMER, Profile.OFFICE)
    job = stage.job()
    reason = "spoiled" if job.work_order_issued else None
    issued = stage.office.work_orders.issue(stage.actor, job.job, profiles, stage.ctx.words, reason=reason)
    pages = WorkOrderPreview(stage.ctx, (issued,), issued.pdf, "Work order")
    pages.open()
    stage.calm()
    first, second = (copy.copy for copy in issued.copies[:2])
    found = Outdated(Since.ENDED, f"{job.number}  1/3", first), Outdated(Since.SUSPENDED, "C-000012", second)
    assert pages.still_so is not None
    pages.still_so.ask(pages, found, lambda: None)
    return stage.dialog()


def unanswered(stage: Stage) -> QWidget:
    """The question before pages are printed while the office does not say whether they are up to date."""
    pages = slip(stage)
    assert isinstance(pages, PreviewDialog)
    assert pages.still_so is not None
    pages.still_so.ask_unanswered(pages, NoAnswer(), lambda: None)
    return stage.dialog()


def todays_jobs(stage: Stage) -> tuple[JobRow, ...]:
    """Several jobs, to choose one of."""
    return stage.office.jobs.day(stage.actor, TODAY)


PAPERS = (
    Screen("paper-which-copy", which_copy),
    Screen("paper-which-sheet", which_sheet),
    Screen("work-orders", day_to_print),
    Screen("work-order-issue", lambda stage: stage.show(IssueDialog(stage.ctx, stage.job()))),
    Screen("work-order-which", lambda stage: stage.show(WhichJobDialog(stage.ctx, todays_jobs(stage)))),
    Screen("work-order-reprint", lambda stage: stage.show(ReprintDialog(stage.ctx, 2))),
    Screen("work-order-preview", preview),
    Screen("paper-lost", lost_paper),
    Screen("paper-scanned-meanwhile", scanned_meanwhile),
    Screen("paper-not-taken", lambda stage: scanned_meanwhile(stage, answered=True)),
    Screen("paper-shredded", shredded_paper),
    Screen("labels", lambda stage: stage.show(LabelDialog(stage.ctx, {stage.job().customer: "田中 ●●"}))),
    Screen("fax", lambda stage: stage.show(FaxDialog(stage.ctx, stage.job()))),
    Screen("contact-slip", slip),
    Screen(
        "pages-outdated",
        outdated(
            *(Outdated(Since.JOINED, "C-000012"), Outdated(Since.SEPARATED, "C-000031")),
            Outdated(Since.CANCELLED, "J2026-000031"),
            *(Outdated(Since.VOID, "I2026-000007"), Outdated(Since.PRINTED, "P2026-00012")),
        ),
    ),
    Screen(
        "pages-changed",
        outdated(
            *(Outdated(Since.CUSTOMER_CHANGED, "C-000012"), Outdated(Since.SITE_CHANGED, "2026-000031")),
            *(Outdated(Since.JOB_CHANGED, "2026-000031"), Outdated(Since.OTHER_AMOUNT, "2026-000031")),
            *(Outdated(Since.ANSWERED, "E2026-000004"), Outdated(Since.DRAFT_CHANGED)),
        ),
    ),
    Screen("pages-of-a-pile", one_of_a_pile),
    Screen("pages-of-destroyed", outdated(Outdated(Since.DESTROYED))),
    Screen("pages-taken-out", outdated(Outdated(Since.TAKEN_OUT))),
    Screen("pages-printed-before", outdated(Outdated(Since.PRINTED, "P2026-00007"))),
    Screen("pages-unanswered", unanswered),
    Screen("paper-file", lambda stage: stage.show(FilePaperDialog(stage.ctx))),
    Screen("paper-put", lambda stage: stage.show(PutDialog(stage.ctx, a_paper(stage)))),
    Screen("paper-lend", lambda stage: stage.show(LendDialog(stage.ctx, a_paper(stage)))),
    Screen("cabinets", lambda stage: stage.show(CabinetsDialog(stage.ctx)), Role.OWNER),
)
