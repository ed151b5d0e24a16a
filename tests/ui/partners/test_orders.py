"""Orders to firms in the window: written for a job, its law shown, its steps noted, its paper previewed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from hvacdesk.domain.jobs.jobs import JobState
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.oversight.duties import DutyKind
from hvacdesk.domain.partners.partner_orders import OrderRow, OrderState, OrderStep
from hvacdesk.domain.partners.partners import FirmFacts
from hvacdesk.domain.roles import Role
from hvacdesk.store.jobs import jobs as job_store
from hvacdesk.ui.oversight.duty_opening import open_duty
from hvacdesk.ui.partners.firm_form import FirmForm
from hvacdesk.ui.partners.order_forms import OrderForm, OrderStepForm
from hvacdesk.ui.partners.partners_view import PartnersView
from hvacdesk.ui.printing.preview import PreviewDialog
from tests.helpers.desk_office import texts_in
from tests.helpers.front_desk import FrontDesk, build_front_desk, open_desk
from tests.helpers.real_office import RealOffice
from tests.helpers.secret_service import SecretService
from tests.helpers.typing_forms import interrupt


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory, secret_service: SecretService) -> RealOffice:
    return build_front_desk(tmp_path_factory.mktemp("office") / "office")


@pytest.fixture
def desk(template: RealOffice, tmp_path: Path, qtbot: QtBot) -> Iterator[FrontDesk]:
    with open_desk(template, tmp_path / "office", qtbot, Role.OWNER) as opened:
        opened.office.partners.register(opened.actor, FirmFacts("見本配管", one_person=True))
        yield opened


def view(desk: FrontDesk, **arguments: object) -> PartnersView:
    desk.go("safeguards", section="partners", **arguments)
    found = desk.page.section
    assert isinstance(found, PartnersView)
    desk.calm()
    return found


def give_job(desk: FrontDesk) -> str:
    """Give a job of today to the firm; returns its number."""
    office, actor = desk.office, desk.actor
    row = office.jobs.day(actor, desk.window.context.today())[0]
    version = office.jobs.detail(actor, row.job).version
    record = replace(office.jobs.record_for_edit(actor, row.job), partner_firm="見本配管")
    office.jobs.change(actor, row.job, version, record)
    return row.number


def order_form(desk: FrontDesk) -> OrderForm:
    desk.wait(lambda: isinstance(desk.dialog(), OrderForm))
    form = desk.dialog()
    assert isinstance(form, OrderForm)
    return form


def fill(form: OrderForm, pay_by: str) -> None:
    form.work.setPlainText("エアコン新設 2台")
    form.work_on.set_iso("2026-12-01")
    form.yen.setText("66,000")
    form.pay_by.set_iso(pay_by)


def test_from_the_duty_to_the_order_and_its_payment(desk: FrontDesk) -> None:
    number = give_job(desk)
    (duty,) = [one for one in desk.office.duties.all(desk.actor) if one.kind is DutyKind.PARTNER_ORDER]
    open_duty(desk.window.context, duty)
    form = order_form(desk)
    assert form.job.text() == number
    assert form.law.isVisible()
    form.work_on.clear()
    form.work_on.editingFinished.emit()
    assert "within 60 days of the work" in form.law.text(), "no day is known from which to count"
    fill(form, "2027-01-30")
    form.save()
    desk.calm()
    assert "29 Jan 2027" in form.form.fields["pay_by"].error.text()
    form.pay_by.set_iso("2027-01-29")
    form.save()
    desk.wait(lambda: not form.isVisible())
    desk.calm()
    orders = desk.page.section.orders
    (row,) = orders.table.rows()
    assert (row.facts.job, row.state) == (number, OrderState.ORDERED)
    assert f"The order to {row.firm} was written: ¥66,000, work on 1 Dec 2026." in texts_in(desk.window)
    desk.click(orders.step_button)
    step = desk.dialog()
    assert isinstance(step, OrderStepForm)
    step.save()
    desk.wait(lambda: not step.isVisible())
    desk.calm()
    assert f"Order {row.number} to {row.firm}: “The work was done and received” on " in texts_in(desk.window)
    (payment,) = [one for one in desk.office.duties.all(desk.actor) if one.kind is DutyKind.PARTNER_PAYMENT]
    assert payment.due.isoformat() == "2027-01-22"  # 24 November is day 1, 22 January day 60
    open_duty(desk.window.context, payment)
    desk.calm()
    assert desk.page.section.orders.table.current().order == payment.record


def test_the_form_says_the_last_day_for_one_person_alone(desk: FrontDesk) -> None:
    desk.office.partners.register(desk.actor, FirmFacts("見本設備工業"))
    orders = view(desk, order="").orders
    desk.click(orders.write_button)
    form = order_form(desk)
    form.work_on.set_iso("2026-12-01")
    form._show_law()
    assert "29 Jan 2027" in form.law.text()
    assert form.firm.findText("見本配管 (one person)") >= 0
    form.firm.setCurrentIndex(form.firm.findText("見本設備工業"))
    assert not form.law.isVisible()
    form.reject()


def test_a_late_day_of_payment_is_remarked_on_with_any_firm(desk: FrontDesk) -> None:
    desk.office.partners.register(desk.actor, FirmFacts("見本設備工業"))
    orders = view(desk, order="").orders
    desk.click(orders.write_button)
    form = order_form(desk)
    form.firm.setCurrentIndex(form.firm.findText("見本設備工業"))
    fill(form, "2027-03-31")
    form.place.setText("当社倉庫")
    form.pay_by.editingFinished.emit()
    assert form.law.isVisible()
    assert "29 Jan 2027" in form.law.text()
    form.save()
    desk.wait(lambda: not form.isVisible())  # a remark, no refusal


def test_a_half_typed_order_belongs_to_its_job(desk: FrontDesk) -> None:
    """What was typed for one job names its work and place, and is no other job's."""
    office, actor = desk.office, desk.actor
    first, second = office.jobs.day(actor, office.today())
    orders = view(desk, order="").orders
    orders.write(first.number)
    form = order_form(desk)
    form.work.setPlainText("居間の交換工事")
    form.place.setText("栄3丁目41-7")
    interrupt(form)
    orders.write(second.number)
    other = order_form(desk)
    desk.calm()
    assert (other.job.text(), other.work.toPlainText(), other.place.text()) == (second.number, "", "")
    other.draft.release()
    other.done(0)
    (left,) = desk.window.drafts.left_open()
    desk.go(left.page, **left.arguments)
    again = order_form(desk)
    desk.calm()
    assert (again.job.text(), again.work.toPlainText()) == (first.number, "居間の交換工事")
    interrupt(again)
    assert desk.window.drafts.left_open() == (left,)


def test_a_withdrawal_half_noted_is_no_other_step(desk: FrontDesk) -> None:
    orders = view(desk, order="").orders
    orders.write(give_job(desk))
    form = order_form(desk)
    fill(form, "2027-01-29")
    form.save()
    desk.wait(lambda: not form.isVisible())
    desk.calm()
    orders.table.setCurrentIndex(orders.table.model().index(0, 0))
    orders.withdraw()
    step = desk.dialog()
    assert isinstance(step, OrderStepForm)
    desk.calm()
    step.on.set_iso("2026-11-20")
    interrupt(step)
    orders.note_step()
    plain = desk.dialog()
    assert isinstance(plain, OrderStepForm)
    desk.calm()
    assert plain.step.currentData() != OrderStep.WITHDRAWN
    assert plain.on.iso("on") == "2026-11-24"
    plain.draft.release()
    plain.done(0)
    (left,) = desk.window.drafts.left_open()
    desk.go(left.page, **left.arguments)
    again = desk.dialog()
    assert isinstance(again, OrderStepForm)
    desk.calm()
    assert (again.step.currentData(), again.on.iso("on")) == (OrderStep.WITHDRAWN, "2026-11-20")
    again.draft.release()


def test_an_order_is_corrected_from_the_list_until_it_is_printed(desk: FrontDesk) -> None:
    number = give_job(desk)
    orders = view(desk, order="").orders
    orders.write(number)
    form = order_form(desk)
    fill(form, "2026-12-25")
    form.save()
    desk.wait(lambda: not form.isVisible())
    desk.calm()
    desk.click(orders.correct_button)
    form = order_form(desk)
    assert (form.job.text(), form.yen.text(), form.typed()) == (number, "66,000", None)
    form.yen.setText("77,000")
    form.save()
    desk.wait(lambda: not form.isVisible())
    desk.calm()
    (row,) = orders.table.rows()
    assert row.facts.yen == 77_000
    desk.office.partner_orders.printed(desk.actor, row.order, shown=row.facts)
    orders.refresh()
    desk.calm()
    assert not orders.correct_button.isEnabled()
    desk.click(orders.withdraw_button)
    step = desk.dialog()
    assert isinstance(step, OrderStepForm)
    step.save()
    desk.wait(lambda: not step.isVisible())
    desk.calm()
    assert orders.table.rows()[0].state is OrderState.WITHDRAWN


def test_the_paper_is_shown_and_its_print_logged(desk: FrontDesk) -> None:
    orders = view(desk, order="").orders
    desk.click(orders.write_button)
    form = order_form(desk)
    fill(form, "2026-12-25")
    form.place.setText("当社倉庫")
    form.save()
    desk.wait(lambda: not form.isVisible())
    desk.calm()
    desk.click(orders.print_button)
    desk.wait(lambda: isinstance(desk.dialog(), PreviewDialog))
    preview = desk.dialog()
    assert isinstance(preview, PreviewDialog)
    preview.printed.emit("printer")
    preview.accept()
    desk.wait(lambda: bool(desk.office.audit.entries(desk.actor, action=Action.ORDER_PRINTED)))


def shown_order(desk: FrontDesk) -> tuple[PreviewDialog, OrderRow]:
    """The paper of an order for a job, shown from its line."""
    give_job(desk)
    (duty,) = [one for one in desk.office.duties.all(desk.actor) if one.kind is DutyKind.PARTNER_ORDER]
    open_duty(desk.window.context, duty)
    form = order_form(desk)
    fill(form, "2027-01-29")
    form.save()
    desk.wait(lambda: not form.isVisible())
    desk.calm()
    orders = desk.page.section.orders
    orders.table.select_first()
    desk.calm()
    desk.click(orders.print_button)
    desk.wait(lambda: isinstance(desk.dialog(), PreviewDialog))
    preview, (row,) = desk.dialog(), orders.table.rows()
    assert isinstance(preview, PreviewDialog)
    return preview, row


def test_the_paper_of_an_order_that_was_withdrawn_meanwhile_is_not_printed(
    desk: FrontDesk, taken: list[str]
) -> None:
    preview, row = shown_order(desk)
    today = desk.office.today().isoformat()
    desk.office.partner_orders.note(desk.actor, row.order, OrderStep.WITHDRAWN, today, shown=row.facts)
    preview.send(QPrinter())
    desk.wait(lambda: desk.dialog() is not preview)
    assert f"Order {row.number} was corrected or withdrawn" in texts_in(desk.dialog())
    assert "Print all the same" not in texts_in(desk.dialog())
    assert taken == []


def test_it_is_said_before_an_order_is_printed_that_its_job_was_cancelled(
    desk: FrontDesk, taken: list[str]
) -> None:
    preview, row = shown_order(desk)
    with desk.office._workplace.transaction() as session:
        (job,) = job_store.numbered(session, row.facts.job, None)
        job.state = JobState.CANCELLED
    preview.send(QPrinter())
    desk.wait(lambda: desk.dialog() is not preview)
    assert f"Job {row.facts.job} is cancelled." in texts_in(desk.dialog())
    assert taken == []


def test_a_firm_is_marked_and_the_deduction_in_force_is_named(desk: FrontDesk) -> None:
    firms = view(desk).firms
    (row,) = firms.table.rows()
    assert firms._invoice(row).text == "none: 70 %"
    assert firms._kind(row) == "Partner firm・one person"
    desk.click(firms.change_button)
    form = desk.dialog()
    assert isinstance(form, FirmForm)
    assert form.one_person.isChecked()
    form.controls["invoice_number"].setText("T1234567890123")
    form.save()
    desk.wait(lambda: not form.isVisible())
    desk.calm()
    (row,) = firms.table.rows()
    assert firms._invoice(row).text == "registered"
