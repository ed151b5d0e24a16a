"""Recurring work at the desk: planned from a job, due on the schedule, booked in one step."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from hvacdesk.domain.calendar.plans import AGREED, PlanRecord
from hvacdesk.domain.jobs.jobs import JobField, WorkKind
from hvacdesk.domain.roles import Role
from hvacdesk.ui.calendar.plan_form import PlanForm
from hvacdesk.ui.calendar.plans_tab import PlansTab
from hvacdesk.ui.jobs.detail import JobDialog
from tests.helpers.desk_office import texts_in
from tests.helpers.front_desk import SECRETS, TANAKA, FrontDesk, open_desk
from tests.helpers.real_office import RealOffice
from tests.helpers.typing_forms import interrupt

CTRL = Qt.KeyboardModifier.ControlModifier


def tab(desk: FrontDesk) -> PlansTab:
    desk.go("schedule", plans="yes")
    assert isinstance(desk.page.plans, PlansTab)
    return desk.page.plans


def keep(desk: FrontDesk, next_on: str) -> str:
    customer = desk.customer(TANAKA)
    site = desk.office.jobs.sites(desk.actor, customer)[0].site
    return desk.office.plans.keep(
        desk.actor, PlanRecord(customer, site, WorkKind.CLEAN, AGREED, 12, next_on, "ベランダから")
    )


def test_planned_from_a_job_by_the_law(desk: FrontDesk) -> None:
    job = desk.office.jobs.day(desk.actor, desk.office.today())[0].job
    desk.go("schedule", job=job)
    dialog = desk.dialog()
    assert isinstance(dialog, JobDialog)
    desk.press(dialog, "Plan this again…")
    form = desk.dialog()
    assert isinstance(form, PlanForm)
    desk.calm()
    form.basis.setCurrentIndex(form.basis.findData("freon_simple"))
    assert (form.months.value(), form.next.iso("next_on")) == (3, "2027-02-24")
    assert "compressor" in form.source.text()
    desk.key(form, Qt.Key.Key_S, CTRL)
    desk.wait(lambda: not form.isVisible())
    rows = desk.office.plans.of_customer(desk.actor, desk.customer(TANAKA))
    assert [(row.basis, row.every_months, row.next_on) for row in rows] == [("freon_simple", 3, "2027-02-24")]


def test_work_half_planned_for_one_site_is_no_other_sites(desk: FrontDesk) -> None:
    customer = desk.customer(TANAKA)
    first = desk.office.jobs.sites(desk.actor, customer)[0].site
    desk.window.context.rooms.add_plan(customer, "田中", first, WorkKind.CLEAN)
    form = desk.dialog()
    assert isinstance(form, PlanForm)
    desk.calm()
    form.text.setPlainText("ベランダから")
    interrupt(form)
    desk.window.context.rooms.add_plan(customer, "田中", "", WorkKind.CLEAN)
    other = desk.dialog()
    assert isinstance(other, PlanForm)
    desk.calm()
    assert other.text.toPlainText() == ""
    other.draft.release()
    other.done(0)
    (left,) = desk.window.drafts.left_open()
    desk.go(left.page, **left.arguments)
    again = desk.dialog()
    assert isinstance(again, PlanForm)
    desk.calm()
    assert (again.text.toPlainText(), again.site.currentData()) == ("ベランダから", first)
    again.draft.release()


def test_due_work_is_booked_by_its_button_alone_and_opens_its_job(desk: FrontDesk) -> None:
    keep(desk, "2026-12-10")
    keep(desk, "2026-10-01")
    shown = tab(desk)
    rows = shown.table.rows()
    assert [row.next_on for row in rows] == ["2026-10-01", "2026-12-10"]
    assert [shown._state(row).text for row in rows] == ["Overdue", "Not booked"]
    shown.table.setFocus()
    shown.table.selectRow(1)
    desk.key(shown.table, Qt.Key.Key_Return)
    desk.wait(lambda: isinstance(desk.dialog(), PlanForm))
    desk.dialog().reject()
    desk.calm()
    assert [row.job for row in shown.table.rows()] == ["", ""], "Enter creates nothing"
    desk.click(shown.book_button)
    desk.wait(lambda: isinstance(desk.dialog(), JobDialog))
    dialog = desk.dialog()
    assert isinstance(dialog, JobDialog)
    assert dialog.detail.row.on == "2026-12-10"
    assert dialog.detail.texts[JobField.NOTE].text == "ベランダから"
    dialog.accept()
    desk.calm()
    assert [shown._state(row).text for row in shown.table.rows()] == ["Overdue", "Booked 10 Dec 2026"]
    assert not [one for one in SECRETS if one in texts_in(desk.window)]


def test_ended_work_is_no_longer_due(desk: FrontDesk) -> None:
    keep(desk, "2026-12-10")
    shown = tab(desk)
    shown.table.selectRow(0)
    desk.click(shown.change_button)
    form = desk.dialog()
    assert isinstance(form, PlanForm)
    desk.calm()
    form.active.setChecked(False)
    desk.key(form, Qt.Key.Key_S, CTRL)
    desk.wait(lambda: not form.isVisible())
    desk.calm()
    assert shown.table.rows() == ()
    assert "Nothing is due" in texts_in(desk.window)


def test_a_technician_has_no_list_of_customers_here(
    template: RealOffice, tmp_path: Path, qtbot: QtBot
) -> None:
    with open_desk(template, tmp_path / "own", qtbot, Role.TECHNICIAN) as desk:
        desk.go("schedule", plans="yes")
        assert desk.page.plans is None
