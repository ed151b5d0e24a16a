"""A job goes to a partner firm: its copy is printed, chased from today's page, confirmed as destroyed."""

from __future__ import annotations

from collections.abc import Iterator

import icalendar
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog
from pytestqt.qtbot import QtBot

from hvacdesk.domain.oversight.duties import DutyKind
from hvacdesk.domain.papers.work_orders import Profile
from hvacdesk.domain.partners.handovers import Ending
from hvacdesk.domain.roles import Role
from hvacdesk.ui.jobs.form import JobForm
from hvacdesk.ui.papers.issue import IssueDialog
from hvacdesk.ui.partners.firm_form import FirmForm
from hvacdesk.ui.partners.handover_forms import ConfirmForm
from hvacdesk.ui.partners.partners_view import LEDGER, PartnersView
from hvacdesk.ui.printing.preview import WorkOrderPreview
from tests.helpers.cups import CupsPrinter
from tests.helpers.front_desk import SECRETS, FrontDesk, build_front_desk, open_window
from tests.helpers.paper import read_text
from tests.helpers.real_office import RealOffice
from tests.helpers.secret_service import SecretService

FIRM = "見本設備株式会社"
AS_WRITTEN = "見本設備㈱"
CHASED = "Handed-over data to come back"


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory, secret_service: SecretService) -> RealOffice:
    return build_front_desk(tmp_path_factory.mktemp("office") / "office")


@pytest.fixture
def desk(real: RealOffice, qtbot: QtBot) -> Iterator[FrontDesk]:
    with open_window(real, qtbot, Role.OWNER) as opened:
        yield opened


def partners(desk: FrontDesk) -> PartnersView:
    found = desk.page.section
    assert isinstance(found, PartnersView)
    return found


def register(desk: FrontDesk) -> None:
    desk.go("safeguards", section="partners")
    desk.click(partners(desk).firms.add_button)
    form = desk.dialog()
    assert isinstance(form, FirmForm)
    form.fill({"firm": FIRM, "on": "2026-04-01", "confidentiality": True})
    form.save()
    desk.calm()


def give_job(desk: FrontDesk) -> str:
    """Give the day's first job to the firm, written otherwise than in the register; returns its number."""
    row = desk.office.jobs.day(desk.actor, desk.office.today())[0]
    desk.go("schedule", job=row.job, edit="yes")
    form = desk.dialog()
    assert isinstance(form, JobForm)
    form.edits["partner_firm"].setText(AS_WRITTEN)
    form.save()
    desk.calm()
    (given,) = (one for one in desk.office.jobs.day(desk.actor, desk.office.today()) if one.job == row.job)
    assert given.partner_firm == FIRM  # as the register spells it
    return row.number


def print_copy(desk: FrontDesk, printer: CupsPrinter) -> str:
    """Print the firm's copy on the printer; returns what stands on the paper."""
    desk.go("today")
    desk.page.table.select_first()
    desk.click(desk.page.print_button)
    dialog = desk.dialog()
    assert isinstance(dialog, IssueDialog)
    for profile, box in dialog.boxes.items():
        box.setChecked(profile is Profile.PARTNER)
    dialog._issue()
    desk.wait(lambda: isinstance(desk.dialog(), WorkOrderPreview))
    preview = desk.dialog()
    assert isinstance(preview, WorkOrderPreview)
    desk.click(preview.primary)
    desk.wait(lambda: preview.findChildren(QPrintDialog))
    desk.qtbot.keyClick(preview.findChildren(QPrintDialog)[-1], Qt.Key.Key_Return)
    desk.wait(lambda: not preview.isVisible())
    return read_text(printer.printed(1)[0])


def test_a_job_for_a_partner_firm_is_chased_until_its_paper_is_destroyed(
    desk: FrontDesk, cups_printer: CupsPrinter
) -> None:
    register(desk)
    number = give_job(desk)
    paper = print_copy(desk, cups_printer)
    assert number in paper
    assert not [secret for secret in SECRETS if secret in paper and secret not in ("3丁目41-7", "メゾン栄")]

    desk.go("safeguards", section="partners", ledger=FIRM)
    (row,) = partners(desk).ledger.table.rows()
    assert (row.job_number, row.copy_number, row.open, row.overdue) == (number, 1, True, False)
    assert partners(desk).ledger.firm.currentText() == FIRM

    desk.real.clock.pass_time(days=7)
    desk.go("today")
    desk.page._read()
    desk.calm()
    line = next(row for row in desk.page.attention.tasks.rows if row.line.text == f"{CHASED}  {FIRM}")
    assert line.line.alarm
    calendar = desk.office.duties.calendar(desk.actor, desk.window.context.words)
    summaries = [str(event["SUMMARY"]) for event in icalendar.Calendar.from_ical(calendar).walk("VEVENT")]
    assert any(CHASED in summary and FIRM in summary for summary in summaries)
    assert not [one for one in (*SECRETS, "田中") if one in " ".join(summaries)]

    desk.click(line)
    assert partners(desk).tabs.current == LEDGER
    (late,) = partners(desk).ledger.table.rows()
    assert late.overdue
    desk.key(partners(desk).ledger.table, Qt.Key.Key_Return)
    form = desk.dialog()
    assert isinstance(form, ConfirmForm)
    form.ending.setCurrentIndex(form.ending.findData(Ending.SHREDDED_THERE.value))
    form.save()
    desk.calm()

    (ended,) = partners(desk).ledger.table.rows()
    assert (ended.ending, ended.ended_on, ended.confirmed_by) == (
        Ending.SHREDDED_THERE,
        desk.office.today().isoformat(),
        desk.actor.name,
    )
    assert DutyKind.HANDOVER not in {duty.kind for duty in desk.office.duties.all(desk.actor)}
