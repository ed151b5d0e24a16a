"""The screens about partner firms and client contractors."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from hvacdesk.domain.partners.handovers import HandoverRow, LedgerQuery
from hvacdesk.domain.partners.partner_orders import OrderRow
from hvacdesk.domain.partners.partners import ClientTerms, FirmFacts, FirmRow
from hvacdesk.domain.roles import Role
from hvacdesk.ui.partners.check_form import CheckForm
from hvacdesk.ui.partners.firm_form import FirmForm
from hvacdesk.ui.partners.handover_forms import ClientBackForm, ConfirmForm, HandoverForm
from hvacdesk.ui.partners.order_forms import OrderForm, OrderStepForm
from tests.helpers.screens import Screen
from tests.helpers.screens.safeguards import section
from tests.helpers.screens.stage import Stage


def firm(stage: Stage) -> FirmRow:
    """A registered firm of the sample office."""
    return next(row for row in stage.office.partners.all(stage.actor) if row.record and row.facts.partner)


def handover(stage: Stage) -> HandoverRow:
    """A hand-over that is out."""
    return stage.office.handovers.all(stage.actor, LedgerQuery(only_open=True))[0]


def client_form(stage: Stage) -> QWidget:
    """A client contractor with its terms."""
    facts = FirmFacts(
        "例示建設株式会社",
        partner=False,
        client=True,
        terms=ClientTerms(leak_contact="安全管理課 052-000-0199"),
    )
    return stage.show(FirmForm(stage.ctx, FirmRow(facts)))


def client_back(stage: Stage) -> QWidget:
    """A client contractor's data going back."""
    job = next(row for row in stage.office.client_data.all(stage.actor) if row.open)
    return stage.show(ClientBackForm(stage.ctx, job))


def an_order(stage: Stage) -> OrderRow:
    """An order of the sample office that is not paid yet."""
    return next(row for row in stage.office.partner_orders.all(stage.actor) if not row.paid_on)


def orders(stage: Stage) -> QWidget:
    """The list of orders."""
    stage.go("safeguards", section="partners", order=an_order(stage).order)
    return stage.window


def order_form(stage: Stage) -> QWidget:
    """An order to a one-person firm."""
    firm = FirmRow(FirmFacts("見本配管（一人親方）", one_person=True), "f" * 32)
    form = OrderForm(stage.ctx, (firm,), stage.job().number)
    form.work_on.set_iso("2026-12-01")
    form._show_law()
    return stage.show(form)


def order_step(stage: Stage) -> QWidget:
    """The step of an order."""
    return stage.show(OrderStepForm(stage.ctx, an_order(stage)))


PARTNERS = (
    Screen("partner-orders", orders, Role.OWNER),
    Screen("partner-order-new", order_form, Role.OWNER),
    Screen("partner-order-step", order_step, Role.OWNER),
    Screen("safeguards-partners", section("partners"), Role.OWNER),
    Screen("safeguards-partners-desk", section("partners", ledger=""), Role.DESK),
    Screen("firm-new", lambda stage: stage.show(FirmForm(stage.ctx)), Role.OWNER),
    Screen("firm-client", client_form, Role.OWNER),
    Screen("firm-check", lambda stage: stage.show(CheckForm(stage.ctx, firm(stage))), Role.OWNER),
    Screen("handover-new", lambda stage: stage.show(HandoverForm(stage.ctx)), Role.DESK),
    Screen("handover-back", lambda stage: stage.show(ConfirmForm(stage.ctx, handover(stage))), Role.DESK),
    Screen("client-data-back", client_back, Role.DESK),
)
