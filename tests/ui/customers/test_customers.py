"""Customers at the desk: finding, masks, reveals with reasons, forms, drafts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from hvacdesk.domain.customers.customers import CustomerField, CustomerKind, PaymentMethod, PhoneKind
from hvacdesk.domain.oversight.audit_log import Action, RevealReason
from hvacdesk.domain.roles import Role
from hvacdesk.domain.text.text_forms import hyphenated
from hvacdesk.ui.customers.form import CustomerForm
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.masked_value import SHOWN_SECONDS
from tests.helpers.desk_office import texts_in
from tests.helpers.front_desk import (
    SECRETS,
    SHOP,
    TANAKA,
    FrontDesk,
    open_desk,
    type_in,
)
from tests.helpers.left_typed import left_typed
from tests.helpers.people import customer, payment
from tests.helpers.real_office import RealOffice

Opened = Callable[..., FrontDesk]


def reveals(desk: FrontDesk, customer: str) -> list[dict[str, object]]:
    entries = desk.office.customers.accesses(desk.actor, customer)
    return [entry.details for entry in entries if entry.action is Action.REVEALED]


def rows(desk: FrontDesk) -> list[str]:
    return [row.name.text for row in desk.page.table.rows()]


class TestFinding:
    def test_hits_appear_while_typing_with_their_count(self, desk: FrontDesk) -> None:
        desk.search("田中")
        assert rows(desk) == ["田中 ●●", "田中 ●●"]
        assert desk.page.count.text() == "2 / 3 customers"
        assert desk.page.panel.detail.name.text == "田中 ●●"

    def test_no_hidden_value_is_anywhere_in_the_window(self, desk: FrontDesk) -> None:
        desk.go("customers", customer=desk.customer(TANAKA))
        assert desk.page.panel.detail.phones[0].number.text == "●●●-●●●●-5678"
        shown = texts_in(desk.window)
        assert [secret for secret in SECRETS if secret in shown] == []

    def test_what_an_input_method_composes_counts_as_typed(self, desk: FrontDesk) -> None:
        desk.go("customers")
        desk.page.focus_search()
        QApplication.sendEvent(desk.page.search, QInputMethodEvent("あおば", []))
        desk.wait(lambda: rows(desk) == ["株式会社青葉商店"])
        assert desk.page.search.text() == ""

    def test_an_older_answer_does_not_replace_a_newer_one(self, desk: FrontDesk) -> None:
        desk.search("田中")
        old = desk.office.customers.search(desk.actor, "青葉")
        desk.page.results.live._answer("青葉", old)
        assert rows(desk) == ["田中 ●●", "田中 ●●"]

    def test_arrow_keys_lead_from_the_search_into_the_list(self, desk: FrontDesk) -> None:
        desk.search("田中")
        desk.key(desk.page.search, Qt.Key.Key_Down)
        assert desk.page.table.hasFocus()
        first = desk.page.panel.detail.customer
        desk.key(desk.page.table, Qt.Key.Key_Down)
        desk.wait(lambda: desk.page.panel is not None and desk.page.panel.detail.customer != first)

    def test_nobody_found_says_what_can_be_tried(self, desk: FrontDesk) -> None:
        desk.search("zzzz")
        assert desk.page.results.no_hit.isVisible()

    def test_a_search_that_finds_nobody_closes_no_customer_opened_since(self, desk: FrontDesk) -> None:
        desk.search("zzzz")
        customer = desk.customer(SHOP)
        desk.go("customers", customer=customer)
        desk.page.results.live.again()
        desk.calm()
        assert desk.page.panel is not None
        assert desk.page.panel.detail.customer == customer
        desk.search("zzzzz")
        assert desk.page.panel is None


class TestReveal:
    def test_show_asks_for_a_reason_and_logs_it(self, desk: FrontDesk) -> None:
        customer = desk.customer(SHOP)
        desk.go("customers", customer=customer)
        desk.calm()
        value = desk.page.panel.contact.values["phone0"]
        desk.click(value._link)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        assert menu.activeAction().text() == "On the phone with the customer"
        desk.key(menu, Qt.Key.Key_Return)
        desk.wait(lambda: value.shown)
        assert "052-781-5601" in value._text.text()
        assert reveals(desk, customer) == [{"fields": ["phone"], "reason": "call"}]

    def test_one_key_shows_phone_and_address_for_todays_job(self, desk: FrontDesk) -> None:
        customer = desk.customer(TANAKA)
        desk.go("customers", customer=customer)
        desk.key(desk.page.table, Qt.Key.Key_F6)
        values = desk.page.panel.contact.values
        desk.wait(lambda: values["phone0"].shown and values["address"].shown)
        code = hyphenated(TANAKA.address.postal_code)
        assert values["address"]._text.text() == f"〒{code} {TANAKA.address.full()}"
        values["address"].hide_value()
        assert values["address"]._text.text().startswith(f"〒{code} {TANAKA.address.area}")
        assert TANAKA.address.street not in values["address"]._text.text()
        assert reveals(desk, customer) == [{"fields": ["phone", "address"], "reason": "todays_job"}]

    def test_a_call_keeps_values_shown_and_its_end_hides_them(self, desk: FrontDesk) -> None:
        desk.go("customers", customer=desk.customer(TANAKA))
        desk.key(desk.page.table, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
        value = desk.page.panel.contact.values["phone0"]
        desk.wait(lambda: value.shown)
        assert SHOWN_SECONDS < value._seconds <= 600
        desk.click(desk.page.panel.contact.call)
        assert not value.shown
        assert "8765" not in texts_in(desk.window)

    def test_leaving_the_page_or_the_curtain_hides_what_was_shown(self, desk: FrontDesk) -> None:
        desk.go("customers", customer=desk.customer(TANAKA))
        desk.key(desk.page.table, Qt.Key.Key_F6)
        value = desk.page.panel.contact.values["phone0"]
        desk.wait(lambda: value.shown)
        desk.window.draw_curtain()
        assert not value.shown
        assert not [one for one in ("田中", *SECRETS) if one in texts_in(desk.window)]

    def test_accounting_sees_payment_and_no_phone(
        self, template: RealOffice, tmp_path: Path, qtbot: QtBot
    ) -> None:
        with open_desk(template, tmp_path / "accounting", qtbot, Role.ACCOUNTING) as desk:
            found = desk.office.customers.search(desk.actor, "青葉").rows[0].customer
            desk.go("customers", customer=found)
            contact = desk.page.panel.contact
            assert contact.values["phone0"]._lock.isVisible()
            assert contact.both is None
            assert not desk.page.panel.job_button.isVisible()

    def test_bank_lines_leave_the_jobs_their_place_until_they_are_wanted(
        self, template: RealOffice, tmp_path: Path, qtbot: QtBot
    ) -> None:
        with open_desk(template, tmp_path / "owner", qtbot, Role.OWNER) as desk:
            by_bank = replace(SHOP, payment_method=PaymentMethod.TRANSFER, payment=payment())
            desk.go("customers", customer=desk.office.customers.add(desk.actor, by_bank))
            desk.calm()
            contact = desk.page.panel.contact
            assert contact.values["method"].isVisible()
            lines = [value for key, value in contact.values.items() if key.startswith("payment")]
            assert lines
            assert not any(line.isVisible() for line in lines)
            contact.account.click()
            assert all(line.isVisible() for line in lines)


class TestForm:
    def opened(self, desk: FrontDesk, customer: str = "") -> CustomerForm:
        desk.go("customers", **({"customer": customer, "edit": "yes"} if customer else {"new": "yes"}))
        form = desk.dialog()
        assert isinstance(form, CustomerForm)
        desk.calm()
        return form

    def test_a_new_customer_from_the_postal_code_on(self, desk: FrontDesk) -> None:
        form = self.opened(desk)
        assert form.payment.method.currentText() == "Not known", "nobody chose how they pay"
        type_in(form.name.parts["family"], "髙﨑")
        type_in(form.name.parts["given"], "みどり")
        type_in(form.phones.lines[0].number, "０９０１２３４５６７８")
        type_in(form.address.parts["postal_code"], "460-0008")
        desk.wait(lambda: form.address.parts["town"].text() == "栄")
        assert form.address.parts["city"].text() == "名古屋市中区"
        type_in(form.address.parts["street"], "1-1")
        assert form.phones.lines[0].number.text() == "090-1234-5678"
        desk.key(form, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
        desk.wait(lambda: not form.isVisible())
        found = desk.office.customers.search(desk.actor, "髙﨑").rows
        assert [row.name.text for row in found] == ["髙﨑 ●●"]
        assert len(desk.office.jobs.sites(desk.actor, found[0].customer)) == 1

    def test_several_towns_of_one_postal_code_are_offered(self, desk: FrontDesk) -> None:
        code = next(code for code in ("4980000", "4528799", "0191833", "4480000") if _several(desk, code))
        form = self.opened(desk)
        type_in(form.address.parts["postal_code"], code)
        desk.wait(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
        menu = QApplication.activePopupWidget()
        chosen = menu.actions()[1].text()
        QTest.keyClick(menu, Qt.Key.Key_Down)
        QTest.keyClick(menu, Qt.Key.Key_Return)
        parts = form.address.parts
        assert parts["prefecture"].text() + parts["city"].text() + parts["town"].text() == chosen

    def test_an_empty_name_is_marked_at_its_field(self, desk: FrontDesk) -> None:
        form = self.opened(desk)
        type_in(form.texts["email"], "a@b.example")
        form.save()
        desk.calm()
        assert form.isVisible()
        assert form.form.fields["name.family"].error.text()
        assert form.texts["email"].text() == "a@b.example"

    def test_a_text_that_is_no_name_is_refused(self, desk: FrontDesk) -> None:
        form = self.opened(desk)
        type_in(form.name.parts["family"], "寿限無" * 60)
        form.save()
        desk.calm()
        assert form.isVisible()
        assert "60" in form.form.fields["name.family"].error.text()

    def test_a_number_tells_its_kind_unless_somebody_chose(self, desk: FrontDesk) -> None:
        form = self.opened(desk)
        line = form.phones.lines[0]
        for number, kind in (("0521234567", PhoneKind.HOME), ("08012345678", PhoneKind.MOBILE)):
            line.number.clear()
            type_in(line.number, number)
            form.texts["email"].setFocus()
            assert line.chosen_kind is kind
        form.name.kinds[CustomerKind.ORGANISATION].click()
        line.number.clear()
        type_in(line.number, "0312345678")
        form.texts["email"].setFocus()
        assert line.chosen_kind is PhoneKind.WORK
        line.kind.setCurrentIndex(line.kind.findData(PhoneKind.FAX.value))
        line.kind.activated.emit(line.kind.currentIndex())
        line.number.clear()
        type_in(line.number, "0312345679")
        form.texts["email"].setFocus()
        assert line.chosen_kind is PhoneKind.FAX

    def test_all_that_is_wrong_is_marked_until_it_is_corrected(self, desk: FrontDesk) -> None:
        form = self.opened(desk)
        type_in(form.phones.lines[0].number, "abc")
        form.save()
        desk.calm()
        family, phone = form.form.fields["name.family"], form.form.fields["phones.0"]
        assert family.error.text()
        assert phone.error.text()
        assert form.focusWidget() is form.name.parts["family"]
        type_in(form.name.parts["family"], "試験")
        assert not family.error.text()
        assert phone.error.text()
        type_in(form.phones.lines[0].number, "052")
        QTest.keyClicks(form.phones.lines[0].number, "1")
        assert not phone.error.text()

    def test_a_wrong_number_moves_nothing_beside_it(self, desk: FrontDesk) -> None:
        form = self.opened(desk)
        line = form.phones.lines[0]
        before = line.number.mapTo(form.form, QPoint()).y() - line.kind.mapTo(form.form, QPoint()).y()
        type_in(line.number, "abc")
        form.texts["email"].setFocus()
        desk.wait(lambda: line.field.error.isVisible() and line.row.height() > 80)
        assert before == 0
        assert line.number.mapTo(form.form, QPoint()).y() == line.kind.mapTo(form.form, QPoint()).y()

    def test_a_hidden_name_is_not_missing(self, desk: FrontDesk) -> None:
        form = self.opened(desk, desk.customer(TANAKA))
        type_in(form.phones.lines[0].number, "abc")
        form.save()
        desk.calm()
        assert not form.form.fields["name.family"].error.text()
        assert form.form.fields["phones.0"].error.text()

    def test_a_card_number_is_refused_and_the_statement_is_logged(self, desk: FrontDesk) -> None:
        form = self.opened(desk)
        type_in(form.name.parts["family"], "試験")
        type_in(form.texts["note"], "4111 1111 1111 1111")
        form.save()
        desk.calm()
        assert "card number" in form.form.fields["note"].error.text()
        assert form.not_a_number.isVisible()
        error = form.form.fields["note"].error
        desk.wait(lambda: error.visibleRegion().boundingRect().height() == error.height())
        form.save()
        desk.calm()
        assert form.isVisible(), "saved without the statement"
        form.not_a_number.setFocus()
        desk.key(form.not_a_number, Qt.Key.Key_Space)
        assert form.not_a_number.isChecked()
        form.save()
        desk.wait(lambda: not form.isVisible())
        desk.calm()
        customer = desk.office.customers.search(desk.actor, "試験").rows[0].customer
        actions = [entry.action for entry in desk.office.customers.accesses(desk.actor, customer)]
        assert Action.NUMBER_ALLOWED in actions

    def test_a_likely_duplicate_is_shown_before_saving(self, desk: FrontDesk) -> None:
        form = self.opened(desk)
        type_in(form.name.parts["family"], "青葉")
        type_in(form.phones.lines[0].number, "0527365610")
        form.texts["email"].setFocus()
        desk.wait(lambda: form.duplicates.isVisible() and "田中 ●●" in texts_in(form))

    def test_typing_replaces_a_hidden_field_and_nothing_else(self, desk: FrontDesk) -> None:
        customer = desk.customer(TANAKA)
        form = self.opened(desk, customer)
        assert not [secret for secret in SECRETS if secret in texts_in(form)]
        type_in(form.phones.lines[0].number, "09011112222")
        form.save()
        desk.wait(lambda: not form.isVisible())
        shown = {
            field: desk.office.customers.reveal(desk.actor, customer, field, RevealReason.CALL)
            for field in (CustomerField.PHONE, CustomerField.NAME, CustomerField.ADDRESS, CustomerField.NOTE)
        }
        assert shown[CustomerField.PHONE] == "090-1111-2222"
        assert shown[CustomerField.NAME] == "田中 美沙緒"
        assert shown[CustomerField.ADDRESS] == TANAKA.address.full()
        assert shown[CustomerField.NOTE] == TANAKA.note

    def test_changing_part_of_a_hidden_field_needs_a_logged_look(self, desk: FrontDesk) -> None:
        customer = desk.customer(TANAKA)
        form = self.opened(desk, customer)
        desk.key(form.address.parts["street"], Qt.Key.Key_F6)
        desk.wait(lambda: form.address.parts["street"].text() == "3丁目41-7")
        assert form.address.parts["building"].text() == "メゾン栄 502号室"
        assert form.changes() == {}
        desk.key(form.name.parts["given"], Qt.Key.Key_F6)
        desk.wait(lambda: form.name.parts["given"].text() == "美沙緒")
        logged = reveals(desk, customer)
        assert [(one["fields"], one["reason"]) for one in logged] == [
            (["name"], "correction"),
            (["address"], "correction"),
        ]

    def test_a_half_typed_form_survives_a_lock_for_its_author(self, desk: FrontDesk) -> None:
        form = self.opened(desk)
        type_in(form.name.parts["family"], "半書き")
        type_in(form.phones.lines[0].number, "090-2222-3333")
        desk.window.lock()
        desk.calm()
        assert not form.isVisible()
        assert "半書き" not in texts_in(desk.window)
        kept = left_typed(desk.window.drafts, "customer", "new")
        assert kept is not None
        again = CustomerForm(desk.window.context)
        desk.calm()
        assert again.name.parts["family"].text() == "半書き"
        assert again.phones.lines[0].number.text() == "090-2222-3333"

    def test_closing_a_half_typed_form_asks_first(self, desk: FrontDesk) -> None:
        form = self.opened(desk)
        type_in(form.name.parts["family"], "半書き")
        desk.key(form, Qt.Key.Key_Escape)
        question = desk.dialog()
        assert isinstance(question, Dialog)
        assert question is not form
        desk.key_where_the_keyboard_is(Qt.Key.Key_Return)
        assert not question.isVisible()
        assert form.isVisible()


def _several(desk: FrontDesk, code: str) -> bool:
    return len(desk.office.customers.postal_lookup(code)) > 1


class TestChangedByOthers:
    def change(self, desk: FrontDesk, town: str) -> None:
        customers, customer = desk.office.customers, desk.customer(TANAKA)
        version = customers.record_for_edit(desk.actor, customer).version
        customers.change(desk.actor, customer, version, {"address": {"town": town}})

    def test_the_panel_follows_what_is_saved_at_another_pc(self, desk: FrontDesk) -> None:
        desk.go("customers", customer=desk.customer(TANAKA))
        former = desk.page.panel
        self.change(desk, "錦")
        desk.wait(lambda: desk.page.panel is not former)
        assert "錦" in texts_in(desk.page.panel)

    def test_with_its_call(self, desk: FrontDesk) -> None:
        desk.go("customers", customer=desk.customer(TANAKA), call="yes")
        former = desk.page.panel
        desk.wait(lambda: former.contact.reveal.on_call)
        self.change(desk, "錦")
        desk.wait(lambda: desk.page.panel is not former)
        assert desk.page.panel.contact.reveal.on_call

    def test_what_is_saved_of_others_leaves_what_is_shown_where_it_is(self, desk: FrontDesk) -> None:
        desk.go("customers", customer=desk.customer(SHOP))
        panel = desk.page.panel
        panel.contact.show_contact()
        desk.calm()
        shown = texts_in(panel)
        self.change(desk, "錦")
        desk.calm()
        assert desk.page.panel is panel
        assert texts_in(panel) == shown

    def test_who_is_used_keeps_the_line_while_the_list_is_in_front(self, desk: FrontDesk) -> None:
        desk.go("customers")
        before = [row.customer for row in desk.page.table.rows()]
        for used in (before[-1], before[1]):
            desk.real.clock.pass_time(minutes=1)
            desk.office.customers.reveal(desk.actor, used, CustomerField.PHONE, RevealReason.CALL)
        desk.page.results.live.again()
        desk.calm()
        assert [row.customer for row in desk.page.table.rows()] == before
        desk.go("today")
        desk.go("customers")
        desk.calm()
        latest = [row.customer for row in desk.page.table.rows()]
        assert (latest[:2], sorted(latest)) == ([before[1], before[-1]], sorted(before))

    def test_who_is_registered_meanwhile_comes_on_top(self, desk: FrontDesk) -> None:
        desk.go("customers")
        before = [row.customer for row in desk.page.table.rows()]
        new = desk.office.customers.add(desk.actor, customer())
        desk.wait(lambda: [row.customer for row in desk.page.table.rows()] == [new, *before])
