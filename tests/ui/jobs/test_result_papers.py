"""From typed results to paper: report, refrigerant log, electrical-work ledger; and the booking's warning."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog

from hvacdesk.domain.jobs.jobs import ItemLine, JobState, WorkItem
from hvacdesk.domain.jobs.quantities import Quantity
from hvacdesk.domain.jobs.refrigerant import RefrigerantKind, RefrigerantRecord, StrikeReason
from hvacdesk.domain.jobs.results import JobResults, UnitResultRecord
from hvacdesk.domain.papers.register import PaperKind, PaperState, RegisterQuery
from hvacdesk.ui.jobs.detail import JobDialog
from hvacdesk.ui.jobs.form import JobForm
from hvacdesk.ui.jobs.ledger_form import LedgerForm, LedgerReasonDialog
from hvacdesk.ui.jobs.refrigerant_dialog import RefrigerantDialog
from hvacdesk.ui.jobs.refrigerant_form import RefrigerantForm, StrikeForm
from hvacdesk.ui.printing.preview import PreviewDialog
from tests.helpers.cups import CupsPrinter
from tests.helpers.desk_office import texts_in
from tests.helpers.front_desk import TODAY, FrontDesk, type_in
from tests.helpers.paper import qr_codes, read_text


def first_job(desk: FrontDesk) -> str:
    return desk.office.jobs.day(desk.actor, desk.office.today())[0].job


def unit_of(desk: FrontDesk) -> str:
    return desk.office.results.sheet(desk.actor, first_job(desk)).units[0].unit


def printed(desk: FrontDesk, printer: CupsPrinter) -> Path:
    """Print what the preview in front shows, on the real printer."""
    preview = desk.dialog()
    assert isinstance(preview, PreviewDialog)
    desk.click(preview.primary)
    desk.wait(lambda: preview.findChildren(QPrintDialog))
    desk.qtbot.keyClick(preview.findChildren(QPrintDialog)[-1], Qt.Key.Key_Return)
    desk.wait(lambda: not preview.isVisible())
    desk.calm()
    return printer.printed(1)[0]


def papers(desk: FrontDesk, kind: PaperKind) -> list[PaperState]:
    return [row.state for row in desk.office.papers.rows(desk.actor, RegisterQuery()) if row.kind is kind]


def test_the_report_goes_to_the_printer_and_into_the_register(
    desk: FrontDesk, cups_printer: CupsPrinter
) -> None:
    record = JobResults(TODAY, units=(UnitResultRecord(unit_of(desk), {Quantity.AIRTIGHT_MPA: 4.15}),))
    desk.office.results.save(desk.actor, first_job(desk), 0, record)
    desk.go("schedule", job=first_job(desk))
    page = desk.dialog()
    assert isinstance(page, JobDialog)
    page.tabs.show_tab(1)
    desk.calm()
    desk.press(page, "Completion report")
    paper = printed(desk, cups_printer)
    text = read_text(paper)
    assert "4.15 MPa" in text
    (row,) = [row for row in desk.office.papers.rows(desk.actor, RegisterQuery()) if row.job_number]
    assert qr_codes(paper) == [row.code]
    desk.wait(lambda: papers(desk, PaperKind.REPORT) == [PaperState.HANDED_OVER])


def test_closing_the_preview_strikes_the_report(desk: FrontDesk) -> None:
    record = JobResults(TODAY, units=(UnitResultRecord(unit_of(desk), {Quantity.AIRTIGHT_MPA: 4.15}),))
    desk.office.results.save(desk.actor, first_job(desk), 0, record)
    desk.go("schedule", job=first_job(desk))
    page = desk.dialog()
    assert isinstance(page, JobDialog)
    page.tabs.show_tab(1)
    desk.calm()
    desk.press(page, "Completion report")
    desk.key(desk.dialog(), Qt.Key.Key_Escape)
    desk.wait(lambda: papers(desk, PaperKind.REPORT) == [PaperState.STRUCK])


def test_amounts_of_gas_are_sorted_by_how_large_they_are(desk: FrontDesk) -> None:
    unit = unit_of(desk)
    for kg in (10.5, 100.0, 9.5):
        desk.office.refrigerant.add(desk.actor, unit, RefrigerantRecord(RefrigerantKind.RECOVERED, TODAY, kg))
    log = RefrigerantDialog(desk.window.context, unit)
    log.open()
    desk.calm()
    model = log.table.model()
    for column in (2, 3):
        log.table.sortByColumn(column, Qt.SortOrder.AscendingOrder)
        shown = [model.index(row, column).data() for row in range(3)]
        assert shown == sorted(shown, key=lambda one: float(one.removesuffix(" kg") or "-inf"))
    log.reject()


def test_an_entry_is_added_and_struck_and_the_log_is_printed(
    desk: FrontDesk, cups_printer: CupsPrinter
) -> None:
    log = RefrigerantDialog(desk.window.context, unit_of(desk))
    log.open()
    desk.calm()
    desk.click(log.add_button)
    form = desk.dialog()
    assert isinstance(form, RefrigerantForm)
    form.save()
    assert form.form.fields["kg"].error.isVisible()
    type_in(form.edits["kg"], "０，２５")
    type_in(form.edits["refrigerant"], "R32")
    form.save()
    desk.calm()
    assert "counts" in [chip.text for chip in map(log._state, log.table.rows())]
    log.activateWindow()
    log.table.setFocus()
    desk.wait(log.table.hasFocus)
    assert not log.strike_button.isEnabled(), "no row is chosen"
    log.table.select_first()
    desk.click(log.strike_button)
    strike = desk.dialog()
    assert isinstance(strike, StrikeForm)
    assert not strike.primary.isEnabled()
    strike.reason.buttons[StrikeReason.TWICE].setChecked(True)
    strike.save()
    desk.calm()
    (entry,) = desk.office.refrigerant.log(desk.actor, unit_of(desk)).entries
    assert (entry.record.kg, entry.struck) == (0.25, StrikeReason.TWICE)
    assert not log.strike_button.isEnabled()
    desk.click(log.print_button)
    paper = printed(desk, cups_printer)
    assert "0.25 kg" in read_text(paper)
    assert "Struck" in read_text(paper)
    desk.wait(lambda: papers(desk, PaperKind.REFRIGERANT_LOG) == [PaperState.HANDED_OVER])


def test_the_ledger_asks_for_what_is_missing_and_why_it_is_printed(
    desk: FrontDesk, cups_printer: CupsPrinter
) -> None:
    job = first_job(desk)
    detail = desk.office.jobs.detail(desk.actor, job)
    record = desk.office.jobs.record_for_edit(desk.actor, job)
    desk.office.jobs.change(
        desk.actor, job, detail.version, replace(record, items=(ItemLine(WorkItem.BREAKER, 1),))
    )
    desk.office.jobs.set_state(desk.actor, job, JobState.DONE)
    desk.go("work_orders")
    tabs, ledger = desk.page.tabs, desk.page.ledger
    tabs.show_tab(tabs.stack.indexOf(desk.page._ledger))
    desk.calm()
    assert "still need" in texts_in(desk.page)
    assert not ledger.print_button.isEnabled()
    ledger.table.select_first()
    desk.key(ledger.table, Qt.Key.Key_Return)
    form = desk.dialog()
    assert isinstance(form, LedgerForm)
    form.save()
    desk.calm()
    assert form.form.fields["work"].error.isVisible()
    for key, text in (("work", "ブレーカー交換"), ("chief", "青木"), ("diagram", "図-1")):
        type_in(form.edits[key], text)
    type_in(form.edits["earth_ohm"], "18,5Ω")
    form.outcome.setCurrentIndex(1)
    form.save()
    desk.calm()
    assert not form.isVisible(), texts_in(form)
    assert ledger.print_button.isEnabled()
    ledger.last.setText("2026-11-31")
    desk.click(ledger.print_button)
    desk.calm()
    assert "There is no such day." in ledger.answer.text(), "nothing else is printed than what is typed"
    ledger.last.set_iso(desk.window.context.today().isoformat())
    desk.click(ledger.print_button)
    question = desk.dialog()
    assert isinstance(question, LedgerReasonDialog)
    assert question.primary is not None
    assert not question.primary.isEnabled()
    next(iter(question.reason.buttons.values())).setChecked(True)
    desk.click(question.primary)
    text = read_text(printed(desk, cups_printer))
    assert "ブレーカー交換" in text
    assert "18.5 Ω" in text


def test_booking_at_an_old_building_warns_of_the_survey(desk: FrontDesk) -> None:
    desk.go("schedule", job=first_job(desk), edit="yes")
    form = desk.dialog()
    assert isinstance(form, JobForm)
    desk.calm()
    assert form.place.asbestos.isVisible()
    desk.key(form, Qt.Key.Key_Escape)
    site = desk.office.jobs.detail(desk.actor, first_job(desk)).site.site
    desk.office.jobs.change_site(desk.actor, site, {"building_started_on": "2012-04-01"})
    desk.go("schedule", job=first_job(desk), edit="yes")
    again = desk.dialog()
    assert isinstance(again, JobForm)
    desk.calm()
    assert not again.place.asbestos.isVisible()
