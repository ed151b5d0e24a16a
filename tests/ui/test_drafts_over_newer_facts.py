"""A draft or an open form over what somebody else saved meanwhile: that is not undone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from hvacdesk.domain.customers.customers import CustomerField, Phone, PhoneKind
from hvacdesk.domain.errors import ChangedMeanwhile
from hvacdesk.domain.oversight.audit_log import RevealReason
from hvacdesk.domain.partners.partners import FirmFacts
from hvacdesk.domain.roles import Role
from hvacdesk.ui.calendar.days_off import HoursForm
from hvacdesk.ui.customers.form import CustomerForm
from hvacdesk.ui.half_typed import OpenForm
from hvacdesk.ui.pages.settings_office import OfficeTab
from hvacdesk.ui.papers.cabinets import CabinetsDialog
from hvacdesk.ui.papers.layout_tab import LayoutTab
from hvacdesk.ui.partners.firm_form import FirmForm
from hvacdesk.ui.shell.draft_offer import ASK_AGAIN_MS
from hvacdesk.ui.widgets.form_dialog import FormDialog
from hvacdesk.ui.widgets.notice import Notice
from tests.helpers.front_desk import FrontDesk, open_desk
from tests.helpers.people import customer
from tests.helpers.real_office import RealOffice

THEIRS, OURS = "新任 花子", "052-999-9999"


@pytest.fixture
def desk(template: RealOffice, tmp_path: Path, qtbot: QtBot) -> Iterator[FrontDesk]:
    with open_desk(template, tmp_path / "office", qtbot, Role.OWNER) as opened:
        yield opened


def leave(desk: FrontDesk, form: QWidget) -> None:
    """Store what is typed into the form, and leave it as a crash does."""
    assert desk.window.drafts.keep_all() == 1
    desk.window.drafts._forget(id(form))
    if isinstance(form, FormDialog | CabinetsDialog):
        form.draft.kept = False
        form.done(0)
    desk.calm()


def colleague(desk: FrontDesk) -> None:
    facts = replace(desk.office.facts(), privacy_manager=THEIRS, representative=THEIRS)
    desk.office.settings.change_facts(desk.actor, facts)
    layout = desk.office.layout.letterhead().layout
    theirs = replace(layout, footer="新しい行", seal_titles=("所長",))
    desk.office.layout.change(desk.actor, theirs, layout)


@pytest.mark.parametrize("again", [True, False], ids=["draft", "still open"])
def test_the_offices_facts(desk: FrontDesk, again: bool) -> None:
    desk.go("settings", tab="office")
    tab: OfficeTab = desk.page.tabs.content("office")
    tab.form.phone.setText(OURS)
    if again:
        leave(desk, tab)
    colleague(desk)
    if again:
        tab = OfficeTab(desk.window.context)
        desk.wait(lambda: tab.form.phone.text() == OURS)
        assert tab.form.manager.text() == THEIRS
    tab.save()
    desk.calm()
    facts = desk.office.facts()
    assert (facts.phone, facts.privacy_manager, facts.representative) == (OURS, THEIRS, THEIRS)


def test_the_same_fact_changed_twice_is_said(desk: FrontDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.go("settings", tab="office")
    tab: OfficeTab = desk.page.tabs.content("office")
    tab.form.manager.setText("別の 人")
    colleague(desk)
    said: list[Exception] = []
    monkeypatch.setattr(tab, "_refused", said.append)
    tab.save()
    desk.calm()
    assert [type(one) for one in said] == [ChangedMeanwhile]
    assert desk.office.facts().privacy_manager == THEIRS


@pytest.mark.parametrize("again", [True, False], ids=["draft", "still open"])
def test_what_papers_show(desk: FrontDesk, again: bool) -> None:
    desk.go("settings", tab="layout_of_papers")
    tab: LayoutTab = desk.page.tabs.content("layout_of_papers")
    desk.calm()
    tab.facts["fax"].setText(OURS)
    if again:
        leave(desk, tab)
    colleague(desk)
    if again:
        tab = LayoutTab(desk.window.context)
        tab.setParent(desk.window)  # and goes with it
        tab.refresh()
        desk.wait(lambda: tab.facts["fax"].text() == OURS)
        assert (tab.facts["representative"].text(), tab.footer.text()) == (THEIRS, "新しい行")
    else:
        tab.refresh()
        desk.calm()
    tab.save()
    desk.calm()
    head = desk.office.layout.letterhead()
    assert (head.facts.fax, head.facts.representative) == (OURS, THEIRS)
    assert (head.layout.footer, head.layout.seal_titles) == ("新しい行", ("所長",))


@pytest.mark.parametrize("again", [True, False], ids=["draft", "still open"])
def test_working_hours(desk: FrontDesk, again: bool) -> None:
    form = HoursForm(desk.window.context, desk.window)
    form.open()
    desk.calm()
    form.closes.setCurrentIndex(form.closes.count() - 1)
    latest = form.closes.currentData()
    if again:
        leave(desk, form)
    before = desk.office.dispatch.hours()
    desk.office.dispatch.set_hours(desk.actor, replace(before, rest_days=0b11), before)
    if again:
        form = HoursForm(desk.window.context, desk.window)
        form.open()
        desk.calm()
    desk.click(form.primary)
    desk.calm()
    hours = desk.office.dispatch.hours()
    assert (hours.closes, hours.rest_days) == (latest, 0b11)


def test_a_firm(desk: FrontDesk) -> None:
    partners = desk.office.partners
    record = partners.register(desk.actor, FirmFacts("協力一号", partner=True))
    form = FirmForm(desk.window.context, next(r for r in partners.all(desk.actor) if r.record == record))
    form.open()
    desk.calm()
    form.controls["seat"].setText("名古屋市")
    leave(desk, form)
    theirs = FirmFacts("協力一号", partner=True, representative=THEIRS)
    partners.change(desk.actor, record, theirs, shown=FirmFacts("協力一号", partner=True))
    form = FirmForm(desk.window.context, next(r for r in partners.all(desk.actor) if r.record == record))
    form.open()
    desk.wait(lambda: form.controls["seat"].text() == "名古屋市")
    assert form.controls["representative"].text() == THEIRS
    form.draft.release()
    form.done(0)


def test_a_cabinet(desk: FrontDesk) -> None:
    cabinets, actor = desk.office.papers.cabinets, desk.actor
    cabinet = cabinets.save(actor, "", "第一書庫", "")
    dialog = CabinetsDialog(desk.window.context)
    dialog.open()
    desk.calm()
    dialog.table.select(lambda row: row.cabinet == cabinet)
    desk.calm()
    dialog.name.setText("第一書庫(2階)")
    leave(desk, dialog)
    cabinets.save(actor, cabinet, "第一書庫", actor.account, cabinets.all(actor)[0])
    dialog = CabinetsDialog(desk.window.context)
    dialog.open()
    desk.wait(lambda: dialog.name.text() == "第一書庫(2階)")
    assert dialog.holder.currentData() == actor.account
    dialog.save()
    desk.calm()
    (row,) = cabinets.all(actor)
    assert (row.cabinet, row.label, row.key_holder) == (cabinet, "第一書庫(2階)", actor.account)
    dialog.done(0)


NOBODY = "0" * 31
"""No record has such an id; of one that is gone nothing half typed is kept."""


def test_what_cannot_be_opened_any_more_is_said_and_thrown_away_on_request(desk: FrontDesk) -> None:
    drafts, window = desk.office.drafts, desk.window
    arguments = {"tab": "accounts", "rename": NOBODY}
    gone = {"page": "settings", "arguments": arguments, "typed": {"name": "作業 三郎"}}
    drafts.keep(desk.actor, "rename", NOBODY, gone)

    def pressed(text: str) -> None:
        desk.wait(
            lambda: any(
                text in one.accessibleName() for one in window.findChildren(Notice) if one.isVisible()
            )
        )
        notice = next(one for one in window.findChildren(Notice) if text in one.accessibleName())
        assert notice._button is not None
        desk.click(notice._button)
        desk.calm()

    assert window.draft_offer.offer()
    pressed("Unfinished work is waiting: 1")
    pressed("can no longer be opened")
    assert window.drafts.left_open() == ()


def test_what_waits_is_offered_until_it_is_answered(desk: FrontDesk, qtbot: QtBot) -> None:
    drafts, window = desk.office.drafts, desk.window
    for number in range(2):
        kept = {
            "page": "settings",
            "arguments": {"tab": "accounts", "invite": "yes"},
            "typed": {"name": "新"},
        }
        drafts.keep(desk.actor, "invite", "new" if number else "other", kept)

    def offers() -> list[str]:
        QTest.qWait(0)  # what was closed is gone then
        return [one.accessibleName() for one in window.findChildren(Notice) if one.isVisible()]

    assert window.draft_offer.offer()
    assert offers() == ["Unfinished work is waiting: 2"]
    told = next(iter(window.findChildren(Notice)))
    assert not told._timer.isActive(), "it does not go away by itself"
    window.notify("The customer was saved.")
    assert offers() == ["The customer was saved."]
    next(one for one in window.findChildren(Notice) if one.isVisible())._go()
    assert offers() == ["Unfinished work is waiting: 2"]
    window.drafts.throw_away(OpenForm("invite", "other", "settings", {}))
    assert offers() == ["Unfinished work is waiting: 1"]
    notice = next(one for one in window.findChildren(Notice) if one.isVisible())
    assert notice._button is not None
    desk.click(notice._button)
    dialog = desk.dialog()
    qtbot.wait(3 * ASK_AGAIN_MS)
    assert not any("Unfinished" in told for told in offers())
    dialog.draft.release()
    dialog.done(0)


def test_what_was_opened_again_is_not_called_gone(desk: FrontDesk, qtbot: QtBot) -> None:
    window = desk.window
    invited = {
        "page": "settings",
        "arguments": {"tab": "accounts", "invite": "yes"},
        "typed": {"name": "新人"},
    }
    desk.office.drafts.keep(desk.actor, "invite", "new", invited)
    assert window.draft_offer.offer()
    notice = next(one for one in window.findChildren(Notice) if one.isVisible())
    assert notice._button is not None
    desk.click(notice._button)
    dialog = desk.dialog()
    qtbot.wait(3 * ASK_AGAIN_MS)
    assert not any("no longer" in one.accessibleName() for one in window.findChildren(Notice))
    dialog.draft.release()
    dialog.done(0)


FIRST, SECOND = Phone(PhoneKind.MOBILE, "090-1111-2222"), Phone(PhoneKind.HOME, "052-781-4649")


def numbers(desk: FrontDesk, who: str) -> list[str]:
    office, actor = desk.office, desk.actor
    count = len(office.customers.record_for_edit(actor, who).phones)
    why, what = RevealReason.CORRECTION, CustomerField.PHONE
    return [office.customers.reveal(actor, who, what, why, at) for at in range(count)]


@pytest.mark.parametrize("removes", [False, True], ids=["another number", "removed"])
def test_a_telephone_number_that_moved_up(desk: FrontDesk, removes: bool) -> None:
    """What was typed over one number does not take the place of another."""
    kept = Phone(PhoneKind.FAX, "052-781-9911")
    who = desk.office.customers.add(desk.actor, replace(customer(), phones=(FIRST, SECOND, kept)))
    desk.go("customers", customer=who, edit="yes")
    form = desk.dialog()
    assert isinstance(form, CustomerForm)
    line = form.phones.lines[1]
    form.phones._remove(line) if removes else line.number.setText(OURS)
    leave(desk, form)
    version = desk.office.customers.detail(desk.actor, who).version
    desk.office.customers.change(desk.actor, who, version, {"phones": {0: None}})
    desk.go("customers", customer=who, edit="yes")
    form = desk.dialog()
    assert isinstance(form, CustomerForm)
    desk.wait(lambda: form.typed() is not None)
    form.save()
    desk.calm()
    assert numbers(desk, who) == ([kept.number] if removes else [OURS, kept.number])


def test_what_was_typed_over_a_number_that_is_gone_is_a_new_one(desk: FrontDesk) -> None:
    who = desk.office.customers.add(desk.actor, replace(customer(), phones=(FIRST, SECOND)))
    desk.go("customers", customer=who, edit="yes")
    form = desk.dialog()
    assert isinstance(form, CustomerForm)
    form.phones.lines[0].number.setText(OURS)
    leave(desk, form)
    version = desk.office.customers.detail(desk.actor, who).version
    desk.office.customers.change(desk.actor, who, version, {"phones": {0: None}})
    desk.go("customers", customer=who, edit="yes")
    form = desk.dialog()
    assert isinstance(form, CustomerForm)
    desk.wait(lambda: form.typed() is not None)
    form.save()
    desk.calm()
    assert numbers(desk, who) == [SECOND.number, OURS]
