"""The screens of customers, their sites and units."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from hvacdesk.domain.roles import Role
from hvacdesk.ui.customers.caller_check import CallerCheckDialog
from hvacdesk.ui.customers.site_form import SiteForm
from hvacdesk.ui.customers.unit_form import UnitForm
from hvacdesk.ui.finder.finder import CustomerFinder
from tests.helpers.screens import Screen
from tests.helpers.screens.stage import Stage


def chosen_customer(stage: Stage) -> QWidget:
    stage.with_customer()
    return stage.window


def shown_contact(stage: Stage) -> QWidget:
    customers = stage.with_customer()
    customers._toggle_call()
    stage.calm()
    return stage.window


def nobody_found(stage: Stage) -> QWidget:
    stage.go("customers")
    stage.window.page.search.setText("zzzz")  # type: ignore[attr-defined]
    stage.qtbot.wait(60)
    stage.calm()
    return stage.window


def every_hit(stage: Stage) -> QWidget:
    stage.go("customers")
    stage.window.page.search.setText("")  # type: ignore[attr-defined]
    stage.qtbot.wait(60)
    stage.calm()
    return stage.window


def caller_checked(stage: Stage) -> QWidget:
    """A caller who fits the customer in front."""
    customers = stage.with_customer()
    assert customers.panel is not None
    detail = customers.panel.detail
    family = (detail.kana.text or detail.name.text).split()[0]
    dialog = stage.show(CallerCheckDialog(stage.ctx, detail.customer))
    dialog.name.setText(family)
    dialog.last_four.setText(detail.phones[0].number.text[-4:])
    stage.wait(dialog.verdict.text)
    stage.calm()
    return dialog


def new_customer(stage: Stage) -> QWidget:
    stage.go("customers", new="yes")
    return stage.dialog()


def change_customer(stage: Stage) -> QWidget:
    stage.with_customer().edit_customer()
    return stage.dialog()


def half_typed(stage: Stage) -> QWidget:
    form = new_customer(stage)
    form.texts["email"].setText("satou@example")  # type: ignore[attr-defined]
    form.reject()  # type: ignore[attr-defined]
    return stage.dialog()


def refused_customer(stage: Stage) -> QWidget:
    form = new_customer(stage)
    form.save()  # type: ignore[attr-defined]
    stage.calm()
    return form


def site_form(*, new: bool) -> Callable[[Stage], QWidget]:
    def make(stage: Stage) -> QWidget:
        customer = stage.customer().customer
        site = None if new else stage.office.jobs.sites(stage.actor, customer)[0]
        return stage.show(SiteForm(stage.ctx, customer, site))

    return make


def unit_form(*, new: bool) -> Callable[[Stage], QWidget]:
    def make(stage: Stage) -> QWidget:
        site = stage.office.jobs.sites(stage.actor, stage.customer().customer)[0]
        return stage.show(
            UnitForm(stage.ctx, site.site, None if new else site.units[0], customer=stage.customer().customer)
        )

    return make


CUSTOMERS = (
    Screen("customers", every_hit),
    Screen("customer", chosen_customer),
    Screen("customer-on-a-call", shown_contact),
    Screen("customers-nobody", nobody_found),
    Screen("customer-new", new_customer),
    Screen("customer-refused", refused_customer),
    Screen("customer-throw-away", half_typed),
    Screen("customer-change", change_customer),
    Screen("caller-check", caller_checked),
    Screen("customer-finder", lambda stage: stage.show(CustomerFinder(stage.ctx, "支払者"))),
    Screen("site-new", site_form(new=True)),
    Screen("site-change", site_form(new=False)),
    Screen("unit-new", unit_form(new=True)),
    Screen("unit-change", unit_form(new=False)),
    Screen("customer-accounting", chosen_customer, Role.ACCOUNTING),
)
