"""The screens of the calendar, the price list, estimates and recurring work."""

from __future__ import annotations

from dataclasses import replace
from unittest.mock import patch

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from hvacdesk.domain.billing.estimates import EstimateAnswer, EstimateLineRecord, EstimateRow, EstimateState
from hvacdesk.domain.calendar.dispatch import AbsenceKind, AbsenceRecord
from hvacdesk.domain.calendar.plans import AGREED, PlanRecord
from hvacdesk.domain.calendar.slots import Slot
from hvacdesk.domain.jobs.jobs import UnitRecord, WorkKind
from hvacdesk.domain.requests.consents import ConsentEvent, ConsentKind, ConsentWay
from hvacdesk.domain.roles import Role
from hvacdesk.ui.billing.answer_form import AcceptedForm, AnswerBackForm, DeclinedForm
from hvacdesk.ui.billing.estimates_tab import EstimatesTab
from hvacdesk.ui.billing.price_form import PriceForm
from hvacdesk.ui.calendar.calendar_tab import CalendarTab
from hvacdesk.ui.calendar.carry import Carry
from hvacdesk.ui.calendar.days_off import AbsenceForm, DaysOffDialog, HoursForm
from hvacdesk.ui.calendar.moving import MoveDialog, move_asked
from hvacdesk.ui.calendar.plan_form import PlanForm
from hvacdesk.ui.jobs.detail import JobDialog
from hvacdesk.ui.pages.schedule import SchedulePage
from hvacdesk.ui.theme import theme
from tests.helpers.screens import Screen
from tests.helpers.screens.stage import ROOM, Stage


def schedule(stage: Stage) -> CalendarTab:
    """The calendar on the week of a job, with somebody away."""
    staff = stage.ctx.office.jobs.staff(stage.ctx.actor)
    leave = AbsenceRecord(staff[0].account, stage.job().on, stage.job().on, AbsenceKind.LEAVE)
    stage.ctx.office.dispatch.keep_absence(stage.ctx.actor, leave)
    stage.go("schedule", day=stage.job().on)
    assert isinstance(stage.page, SchedulePage)
    return stage.page.calendar


def schedule_day(stage: Stage) -> QWidget:
    schedule(stage).show_day(stage.job().on)
    stage.calm()
    return stage.window


def schedule_month(stage: Stage) -> QWidget:
    schedule(stage).show_month()
    stage.calm()
    return stage.window


def carried_job(stage: Stage) -> QWidget:
    board = schedule(stage).board
    placed = board.in_column(stage.job().on)[0].placed
    board.take_up(placed.block, placed.lane)
    for _day in range(2):
        QTest.keyClick(board, Qt.Key.Key_Right)
    return stage.window


def move_dialog(stage: Stage) -> QWidget:
    board = schedule(stage).board
    placed = board.in_column(stage.job().on)[0].placed
    assert board.shown is not None
    return stage.show(MoveDialog(stage.ctx, board.shown, placed.block, placed.lane))


def move_question(stage: Stage) -> QWidget:
    board = schedule(stage).board
    placed = board.in_column(stage.job().on)[0].placed
    carry = Carry.of(placed.block, placed.lane).over(placed.lane, Slot("2026-11-29", "06:00", "08:00"))
    clashes = stage.ctx.office.dispatch.clashes(stage.ctx.actor, carry.placement)
    move_asked(stage.ctx, carry, clashes, board.names_of_people())
    return stage.dialog()


def no_prices(stage: Stage) -> QWidget:
    """As before the person responsible has written any: positions are never deleted, so none are read."""
    none = replace(stage.office.prices.listed(stage.actor), rows=())
    with patch.object(stage.office.prices, "listed", lambda _actor: none):
        page = stage.go("settings", tab="prices")
        stage.calm()
    return page


def prices(stage: Stage) -> QWidget:
    kept, actor = stage.office.prices, stage.actor
    kept.add_usual(actor, stage.ctx.words)
    for row, yen in zip(kept.listed(actor).rows, (16_500, 22_000, 11_000), strict=False):
        kept.keep(actor, replace(row.record, yen=yen), row.price, row.record)
    return stage.go("settings", tab="prices")


def job_dialog(stage: Stage) -> JobDialog:
    stage.go("schedule", job=stage.job().job)
    dialog = stage.dialog()
    assert isinstance(dialog, JobDialog)
    dialog.resize(theme.px(700), min(theme.px(690), ROOM[1]))
    return dialog


def estimate_draft(stage: Stage) -> QWidget:
    job_dialog(stage).write_estimate()
    return stage.dialog()


def estimate(stage: Stage) -> EstimateRow:
    """An issued estimate of the job."""
    estimates, actor, job = stage.office.estimates, stage.actor, stage.job().job
    made = estimates.draft(actor, job, stage.ctx.words)
    detail = estimates.detail(actor, made)
    if detail.row.state is EstimateState.DRAFT:
        lines = (
            EstimateLineRecord("標準取付工事", 2, "台", 16_500),
            EstimateLineRecord("配管延長", 2.5, "m", 3_300),
        )
        record = replace(detail.record, lines=lines, deposit_percent=33)
        estimates.issue(actor, made, detail.row.version, record)
    return estimates.detail(actor, made).row


def estimates_tab(stage: Stage) -> QWidget:
    estimate(stage)
    dialog = job_dialog(stage)
    dialog.tabs.show_tab(dialog.tabs.stack.indexOf(dialog.estimates))
    stage.calm()
    return dialog


def estimate_variants(stage: Stage) -> QWidget:
    """Two variants of the newest estimate that wait for an answer, and a third in draft."""
    estimates, actor, job = stage.office.estimates, stage.actor, stage.job().job
    first = estimates.draft(actor, job, stage.ctx.words)
    for made in (first, estimates.add_variant(actor, first)):
        detail = estimates.detail(actor, made)
        lines = (EstimateLineRecord("標準取付工事", 2, "台", 16_500),)
        if made == first:
            estimates.add_variant(actor, first)
        estimates.issue(actor, made, detail.row.version, replace(detail.record, lines=lines))
    dialog = job_dialog(stage)
    dialog.tabs.show_tab(dialog.tabs.stack.indexOf(dialog.estimates))
    stage.calm()
    return dialog


def answer_taken_back(stage: Stage) -> QWidget:
    """The question before the acceptance of one of these variants is taken back."""
    estimates, actor, job = stage.office.estimates, stage.actor, stage.job().job
    first = next(row for row in estimates.of_job(actor, job) if row.state is EstimateState.ISSUED).estimate
    today = stage.office.today().isoformat()
    collect = stage.office.jobs.detail(actor, job).paid_on_site
    estimates.answer(actor, first, EstimateAnswer(True, today, collect=collect))
    follows = estimates.answer_taken_back(actor, first)
    detail = estimates.detail(actor, first)
    return stage.show(AnswerBackForm(stage.ctx, detail.row, detail.name.text, follows))


def estimate_preview(stage: Stage) -> QWidget:
    row = estimate(stage)
    dialog = job_dialog(stage)
    assert isinstance(dialog.estimates, EstimatesTab)
    dialog.estimates.print_out(row)
    stage.calm()
    return stage.dialog()


def plan(stage: Stage, next_on: str, basis: str = AGREED) -> str:
    job = stage.office.jobs.detail(stage.actor, stage.job().job)
    record = PlanRecord(job.row.customer, job.site.site, WorkKind.INSPECT, basis, 12, next_on, "屋上の機器も")
    return stage.office.plans.keep(stage.actor, record)


def plans(stage: Stage) -> QWidget:
    for next_on, basis in (("2026-11-01", "freon_simple"), ("2026-12-10", AGREED)):
        plan(stage, next_on, basis)
    stage.office.plans.book(stage.actor, plan(stage, "2026-12-01", "freon_regular_3"))
    stage.go("schedule", plans="yes")
    assert isinstance(stage.page, SchedulePage)
    assert stage.page.plans is not None
    stage.page.plans.table.select_first()
    return stage.window


def reminders(stage: Stage) -> QWidget:
    """One who agreed, one who wants none and one who was never asked, each with something that is due."""
    found = stage.office.customers.search(stage.actor, "").rows
    customers = [row.customer for row in found if stage.office.jobs.sites(stage.actor, row.customer)][:3]
    for customer, given in zip(customers, (True, False, None), strict=True):
        site = stage.office.jobs.sites(stage.actor, customer)[0].site
        record = PlanRecord(customer, site, WorkKind.CLEAN, AGREED, 12, "2026-12-10")
        stage.office.plans.keep(stage.actor, record)
        stage.office.jobs.add_unit(
            stage.actor, site, UnitRecord(place="寝室", maker="見本電機", model="AB-22", year=2016)
        )
        if given is not None:
            event = ConsentEvent(ConsentKind.REMINDERS, given, "2026-11-20", ConsentWay.PHONE)
            stage.office.notices.record_consent(stage.actor, customer, event)
    stage.go("schedule", reminders="all")
    assert isinstance(stage.page, SchedulePage)
    assert stage.page.reminders is not None
    stage.calm()
    stage.page.reminders.table.select_first()
    return stage.window


def reminder_letter(stage: Stage) -> QWidget:
    reminders(stage)
    assert isinstance(stage.page, SchedulePage)
    assert stage.page.reminders is not None
    stage.page.reminders.table.select(lambda row: row.may_write)
    stage.page.reminders.letter()
    stage.calm()
    return stage.dialog()


def plan_form(stage: Stage) -> QWidget:
    job_dialog(stage).plan_again()
    form = stage.dialog()
    assert isinstance(form, PlanForm)
    form.basis.setCurrentIndex(2)
    return form


DISPATCH = (
    Screen("plans", plans),
    Screen("plan-form", plan_form),
    Screen("reminders", reminders),
    Screen("reminder-letter", reminder_letter),
    Screen("estimate-draft", estimate_draft),
    Screen("estimates", estimates_tab),
    Screen("estimate-preview", estimate_preview),
    Screen(
        "estimate-accepted",
        lambda stage: stage.show(
            AcceptedForm(stage.ctx, stage.job().job, estimate(stage), stage.job().name.text)
        ),
    ),
    Screen(
        "estimate-not-collected",
        lambda stage: stage.show(
            AcceptedForm(stage.ctx, stage.job().job, estimate(stage), "見本 ●●", paid_on_site=False)
        ),
    ),
    Screen(
        "estimate-declined",
        lambda stage: stage.show(
            DeclinedForm(stage.ctx, estimate(stage), stage.job().name.text, stage.job().job)
        ),
    ),
    Screen("estimate-variants", estimate_variants),
    Screen("estimate-answer-back", answer_taken_back),
    Screen("schedule-day", schedule_day),
    Screen("schedule-month", schedule_month),
    Screen("schedule-carry", carried_job),
    Screen("schedule-move", move_dialog),
    Screen("schedule-question", move_question),
    Screen("days-off", lambda stage: stage.show(DaysOffDialog(stage.ctx))),
    Screen("day-off-new", lambda stage: stage.show(AbsenceForm(stage.ctx, stage.window))),
    Screen("working-hours", lambda stage: stage.show(HoursForm(stage.ctx, stage.window)), Role.OWNER),
    Screen("prices-none", no_prices, Role.OWNER),
    Screen("prices", prices, Role.OWNER),
    Screen("price-new", lambda stage: stage.show(PriceForm(stage.ctx)), Role.OWNER),
)
