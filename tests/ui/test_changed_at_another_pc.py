"""What was changed at another PC while a form was open is not written over, and the form says so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from hvacdesk.domain.billing.prices import PriceRecord, PriceRow
from hvacdesk.domain.retention.retention_choices import Choice
from hvacdesk.domain.roles import Role
from hvacdesk.ui.billing.price_form import PriceForm
from hvacdesk.ui.papers.cabinets import CabinetsDialog
from hvacdesk.ui.retention.choice_forms import PeriodForm
from hvacdesk.ui.staff.roles_dialog import RolesDialog
from tests.helpers.desk_office import texts_in
from tests.helpers.fitting import cut
from tests.helpers.front_desk import FrontDesk, open_desk
from tests.helpers.others_save import in_place, save
from tests.helpers.real_office import NAMES, RealOffice
from tests.ui.retention.test_retention import INQUIRY, see_effect

SAID = "This record was changed after you opened it: by someone else, or by you at another PC."


@pytest.fixture
def desk(template: RealOffice, tmp_path: Path, qtbot: QtBot) -> Iterator[FrontDesk]:
    with open_desk(template, tmp_path / "office", qtbot, Role.OWNER) as opened:
        yield opened


def told(desk: FrontDesk) -> None:
    """Wait until it is said, in the form or over it, and close what says it."""
    desk.wait(lambda: SAID in texts_in(desk.dialog()))
    while isinstance(front := QApplication.activeModalWidget(), QDialog):
        front.done(0)
        desk.calm()


def test_a_position_of_the_price_list(desk: FrontDesk) -> None:
    prices, actor = desk.office.prices, desk.actor
    record = PriceRecord(None, "標準取付工事", "台", 16_500)
    price = prices.keep(actor, record)
    form = PriceForm(desk.window.context, PriceRow(price, record))
    form.open()
    form.yen.setText("18,000")
    prices.keep(actor, replace(record, yen=17_000), price, record)
    save(desk, form)
    fresh = in_place(desk, form)
    said = texts_in(fresh.others)
    assert "17,000" in said
    assert "18,000" in said
    assert "That was you yourself, at another PC or in another window." in said
    assert prices.listed(actor).rows[0].record.yen == 17_000
    save(desk, fresh)
    desk.wait(lambda: not fresh.isVisible())
    assert prices.listed(actor).rows[0].record.yen == 18_000


def test_a_cabinet(desk: FrontDesk) -> None:
    cabinets, actor = desk.office.papers.cabinets, desk.actor
    cabinet = cabinets.save(actor, "", "第一書庫", "")
    dialog = CabinetsDialog(desk.window.context)
    dialog.open()
    desk.calm()
    dialog.table.select(lambda row: row.cabinet == cabinet)
    dialog.name.setText("奥の書庫")
    cabinets.save(actor, cabinet, "第一書庫", actor.account, cabinets.all(actor)[0])
    dialog.save()
    told(desk)
    (row,) = cabinets.all(actor)
    assert (row.label, row.key_holder) == ("第一書庫", actor.account)


def test_somebodys_roles(desk: FrontDesk) -> None:
    accounts, actor = desk.office.accounts, desk.actor
    member = next(one for one in accounts.list(actor) if one.name == NAMES[Role.DESK])
    dialog = RolesDialog(desk.window.context, replace(member, roles=("desk", "technician")))
    dialog.open()
    dialog.roles.boxes[Role.INSPECTOR].setChecked(True)
    dialog.save()
    desk.wait(dialog.others.text)
    assert desk.dialog() is dialog, "a box over it would hide the roles that are to be compared"
    assert dialog.others.text() == f"By now {NAMES[Role.DESK]} has: Front desk"
    assert cut(dialog) == []
    unseen = [role for role, box in dialog.roles.boxes.items() if box.visibleRegion().isEmpty()]
    assert unseen == []
    told(desk)
    (now,) = (one for one in accounts.list(actor) if one.account == member.account)
    assert now.roles == ("desk",), "the technician's role was taken away since it was read"


def test_a_retention_period(desk: FrontDesk) -> None:
    retention, actor = desk.office.retention, desk.actor
    one = next(one for one in retention.rules(actor) if one.rule.code == INQUIRY)
    desk.go("rules", tab="retention")
    form = PeriodForm(desk.window.context, one)
    desk.page.retention._ask(form)
    form.years.setValue(3)
    effect = see_effect(desk, form)
    retention.save(actor, Choice(INQUIRY, 2, 0))
    desk.click(effect.primary)
    told(desk)
    assert [one.years for one in retention.history(actor)] == [2]


def test_the_days_that_a_disposal_waits(desk: FrontDesk) -> None:
    desk.go("settings", tab="office")
    tab, settings = desk.page.office, desk.office.settings
    settings.set_office_value(desk.actor, "disposal_waiting_days", 5, 1)
    tab.waiting.setCurrentIndex(tab.waiting.findData(2))
    tab.waiting.activated.emit(tab.waiting.currentIndex())
    desk.wait(lambda: tab.waiting.currentData() == 5)
    assert settings.office_value("disposal_waiting_days") == 5
    tab.waiting.setCurrentIndex(tab.waiting.findData(2))
    tab.waiting.activated.emit(tab.waiting.currentIndex())
    desk.wait(lambda: settings.office_value("disposal_waiting_days") == 2)
