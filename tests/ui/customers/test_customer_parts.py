"""The register at the desk: contacts, cautions, merging, two windows on one customer; by keyboard."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QMenu, QPushButton

from hvacdesk.domain.billing.pay_terms import PayTerms
from hvacdesk.domain.billing.payments import PaymentRecord, PaymentWay
from hvacdesk.domain.customers.cautions import Caution, CautionKind
from hvacdesk.domain.customers.contacts import ContactField, ContactRecord
from hvacdesk.domain.customers.customers import CustomerField, PersonName, Phone, PhoneKind
from hvacdesk.domain.customers.merging import MergeField, Take, Unsettled
from hvacdesk.domain.jobs.jobs import UnitRecord
from hvacdesk.domain.oversight.audit_log import Action, RevealReason
from hvacdesk.domain.roles import Role
from hvacdesk.seats.calls import NoAnswer, NotReached
from hvacdesk.services.customers.customers import Customers
from hvacdesk.ui.customers.contact_form import ContactForm
from hvacdesk.ui.customers.form import CustomerForm
from hvacdesk.ui.customers.merge_dialog import MergeDialog
from hvacdesk.ui.jobs.form import JobForm
from hvacdesk.ui.widgets.filtered_rows import FilteredRows
from hvacdesk.ui.widgets.standing_note import standing
from tests.helpers.desk_office import texts_in
from tests.helpers.front_desk import (
    OTHER_TANAKA,
    SECRETS,
    SHOP,
    TANAKA,
    FrontDesk,
    type_in,
)

CLERK = ContactRecord(
    "総務部", PersonName("森", "佐代子", "モリ", "サヨコ"), "090-6666-1234", "s@mori.example"
)


def nobody_answers(*_asked: object) -> None:
    raise NoAnswer


def choose(desk: FrontDesk, steps: int) -> None:
    """Go down the open menu and take an entry."""
    desk.wait(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    for _ in range(steps):
        QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    desk.calm()


def choose_named(desk: FrontDesk, name: str) -> None:
    """Go down the open menu to an entry and take it."""
    desk.wait(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    for _ in menu.actions():
        if menu.activeAction() is not None and menu.activeAction().text() == name:
            break
        QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    desk.calm()


def save(desk: FrontDesk, form) -> None:  # type: ignore[no-untyped-def]
    desk.key(form, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    desk.wait(lambda: not form.isVisible())
    desk.calm()


def show_tab(desk: FrontDesk, name: str) -> None:
    """Walk to a tab with the arrow keys."""
    tabs = desk.page.panel.tabs
    buttons = tabs._group.buttons()
    number = next(at for at, one in enumerate(buttons) if one.text() == name)
    buttons[tabs.current].setFocus()
    while tabs.current != number:
        desk.key(buttons[tabs.current], Qt.Key.Key_Right)
    desk.calm()


class TestContacts:
    def test_a_contact_is_added_shown_masked_and_revealed(self, desk: FrontDesk) -> None:
        shop = desk.customer(SHOP)
        desk.go("customers", customer=shop)
        show_tab(desk, "Contacts")
        desk.press(desk.page.panel.contacts, "Add a contact")
        form = desk.dialog()
        assert isinstance(form, ContactForm)
        for key, text in (("department", "総務部"), ("family", "森"), ("given", "佐代子")):
            type_in(form.parts[key], text)
        type_in(form.parts["phone"], "０９０６６６６１２３４")
        save(desk, form)
        (contact,) = desk.office.contacts.of(desk.actor, shop)
        assert (contact.title, contact.values[ContactField.PHONE].text) == ("総務部  森 ●●", "●●●-●●●●-1234")
        desk.wait(lambda: "総務部  森 ●●" in texts_in(desk.page.panel.contacts))
        assert "佐代子" not in texts_in(desk.window)
        value = desk.page.panel.contacts.values[contact.contact, ContactField.PHONE]
        value._link.setFocus()
        desk.key(value._link, Qt.Key.Key_Space)
        choose(desk, 0)
        desk.wait(lambda: value.shown)
        assert "090-6666-1234" in value._text.text()
        assert desk.office.customers.accesses(desk.actor, shop)[0].action is Action.REVEALED

    def test_typing_replaces_a_hidden_part_alone_and_a_wrong_phone_is_marked(self, desk: FrontDesk) -> None:
        shop = desk.customer(SHOP)
        key = desk.office.contacts.add(desk.actor, shop, CLERK)
        desk.go("customers", customer=shop)
        show_tab(desk, "Contacts")
        desk.press(desk.page.panel.contacts, "Change contact 総務部  森 ●●")
        form = desk.dialog()
        type_in(form.parts["phone"], "12")
        form.save()
        desk.calm()
        assert form.form.fields["phone"].error.text()
        form.parts["phone"].clear()
        type_in(form.parts["phone"], "0527365610")
        save(desk, form)
        reveal = desk.office.contacts.reveal
        fields = (ContactField.PHONE, ContactField.NAME, ContactField.EMAIL)
        found = [reveal(desk.actor, key, field, RevealReason.CALL) for field in fields]
        assert found == ["052-736-5610", "森 佐代子", "s@mori.example"]

    def test_a_contact_is_removed_after_a_question(self, desk: FrontDesk) -> None:
        shop = desk.customer(SHOP)
        desk.office.contacts.add(desk.actor, shop, CLERK)
        desk.go("customers", customer=shop)
        show_tab(desk, "Contacts")
        desk.press(desk.page.panel.contacts, "Change contact 総務部  森 ●●")
        form = desk.dialog()
        desk.press(form, "Remove")
        question = desk.dialog()
        assert question is not form
        desk.press(question, "Remove")
        desk.wait(lambda: not form.isVisible())
        assert desk.office.contacts.of(desk.actor, shop) == ()

    def test_a_job_is_booked_with_a_contact(self, desk: FrontDesk) -> None:
        shop = desk.customer(SHOP)
        key = desk.office.contacts.add(desk.actor, shop, CLERK)
        desk.go("customers", customer=shop, book="yes")
        form = desk.dialog()
        assert isinstance(form, JobForm)
        desk.calm()
        box = form.parties.contacts
        assert box.isVisible()
        box.setFocus()
        desk.key(box, Qt.Key.Key_Down)
        assert box.currentText() == "総務部  森 ●●"
        save(desk, form)
        (job,) = desk.office.jobs.of_customer(desk.actor, shop)
        assert desk.office.jobs.record_for_edit(desk.actor, job.job).contact == key

    def test_a_person_without_contacts_is_booked_as_ever(self, desk: FrontDesk) -> None:
        desk.go("customers", customer=desk.customer(TANAKA), book="yes")
        form = desk.dialog()
        desk.calm()
        assert not form.parties.contacts.isVisible()
        assert form.record().contact == ""


class TestCautions:
    def test_cautions_are_chosen_by_keyboard_and_shown_in_the_panel(self, desk: FrontDesk) -> None:
        customer = desk.customer(TANAKA)
        desk.go("customers", customer=customer, edit="yes")
        form = desk.dialog()
        assert isinstance(form, CustomerForm)
        desk.calm()
        form.cautions.more.setFocus()
        desk.key(form.cautions.more, Qt.Key.Key_Space)
        choose(desk, list(CautionKind).index(CautionKind.PET))
        field = form.cautions.lines[CautionKind.PET].detail
        assert field.hasFocus()
        type_in(field, "柴犬")
        save(desk, form)
        assert desk.office.customers.detail(desk.actor, customer).cautions == (
            Caution(CautionKind.PET, "柴犬"),
        )
        desk.wait(lambda: "Dog or other pet in the house  柴犬" in texts_in(desk.page.panel))

    def test_a_number_that_may_not_be_kept_is_refused_at_its_line(self, desk: FrontDesk) -> None:
        desk.go("customers", customer=desk.customer(TANAKA), edit="yes")
        form = desk.dialog()
        desk.calm()
        form.cautions.fill([{"kind": "stairs", "detail": "4111 1111 1111 1111"}])
        form.save()
        desk.calm()
        assert "card number" in form.form.fields["cautions.stairs"].error.text()


class TestMerge:
    def opened(self, desk: FrontDesk) -> MergeDialog:
        desk.go("customers", customer=desk.customer(TANAKA))
        more = desk.page.panel.more_button
        more.setFocus()
        desk.key(more, Qt.Key.Key_Space)
        choose_named(desk, "Merge with another registration…")
        finder = desk.dialog()
        type_in(finder.search, "052-736-5610")
        desk.wait(lambda: finder.table.current() is not None)
        desk.key(finder.search, Qt.Key.Key_Return)
        dialog = desk.dialog()
        assert isinstance(dialog, MergeDialog)
        desk.calm()
        return dialog

    def agreed(self, desk: FrontDesk, dialog: MergeDialog, kept: str = "C-000001") -> None:
        """Press *Merge*, and say once more that the two are one, since nothing of them agrees."""
        desk.click(dialog.primary)
        question = desk.dialog()
        assert f"After the merge only {kept} is found." in texts_in(question)
        desk.press(question, "Merge all the same")

    def test_two_of_whom_nothing_agrees_are_warned_of_and_asked_about(self, desk: FrontDesk) -> None:
        kept, other = desk.customer(TANAKA), desk.customer(OTHER_TANAKA)
        dialog = self.opened(desk)
        said = "Name, Kana, Phone numbers, Address: not the same in the two"
        assert said in texts_in(dialog)
        desk.click(dialog.primary)
        question = desk.dialog()
        assert "C-000001 and C-000002" in question.windowTitle()
        assert f"{said}. After the merge only C-000001 is found." in texts_in(question)
        assert not [secret for secret in (*SECRETS, "健一郎", "052-736") if secret in texts_in(question)]
        desk.press(question, "Leave them apart")
        assert desk.dialog() is dialog
        assert len(desk.office.jobs.of_customer(desk.actor, other)) == 1
        self.agreed(desk, dialog)
        desk.wait(lambda: not dialog.isVisible())
        assert len(desk.office.jobs.of_customer(desk.actor, kept)) == 2

    def test_two_who_share_a_phone_are_merged_without_a_question(self, desk: FrontDesk) -> None:
        other = desk.customer(OTHER_TANAKA)
        desk.office.customers.change(desk.actor, other, 1, {"phones": TANAKA.phones})
        desk.go("customers", customer=desk.customer(TANAKA))
        desk.page.panel.merge_with(other)
        dialog = desk.dialog()
        desk.calm()
        assert "not the same in the two" not in texts_in(dialog)
        desk.click(dialog.primary)
        desk.wait(lambda: not dialog.isVisible())
        assert desk.page.panel.detail.customer == desk.customer(TANAKA)

    def test_what_helps_to_choose_is_said_where_the_masks_are_alike(self, desk: FrontDesk) -> None:
        """Both readings are タナカ ●●: which one is marked says nothing."""
        dialog = self.opened(desk)
        told = texts_in(dialog)
        assert "What is shown does not tell the two apart" in told
        assert "It is the reading of the name: take both from the same registration." in told

    def test_a_reading_that_is_wholly_hidden_is_explained(self, desk: FrontDesk) -> None:
        customers, other = desk.office.customers, desk.customer(OTHER_TANAKA)
        whole = {
            "family": "タナカケンイチロウ",
            "given": "",
            "family_kana": "タナカケンイチロウ",
            "given_kana": "",
        }
        customers.change(desk.actor, other, 1, {"name": whole})
        none = {"family_kana": "", "given_kana": ""}
        customers.change(desk.actor, desk.customer(TANAKA), 1, {"name": none})
        told = texts_in(self.opened(desk))
        assert "One of the two has none, so the other's is proposed. “Show” tells what it is." in told

    def test_nobody_is_offered_as_their_own_duplicate(self, desk: FrontDesk) -> None:
        desk.go("customers", customer=desk.customer(TANAKA))
        desk.page.panel._seek_duplicate()
        finder = desk.dialog()
        type_in(finder.search, "田中")
        desk.wait(lambda: finder.table.current() is not None)
        assert [row.customer for row in finder.table.rows()] == [desk.customer(OTHER_TANAKA)]
        assert "1 / " in texts_in(finder)

    def test_the_likely_ones_are_listed_first_and_everybody_else_is_found_by_typing(
        self, desk: FrontDesk
    ) -> None:
        kept, other = desk.customer(TANAKA), desk.customer(OTHER_TANAKA)
        desk.go("customers", customer=kept)
        desk.page.panel._seek_duplicate()
        finder = desk.dialog()
        desk.calm()
        assert finder.table.rows() == ()
        assert "No likely duplicate was found" in texts_in(finder)
        finder.reject()
        desk.office.customers.change(desk.actor, other, 1, {"phones": TANAKA.phones})
        desk.page.panel._seek_duplicate()
        finder = desk.dialog()
        desk.wait(lambda: [row.customer for row in finder.table.rows()] == [other])
        assert "Likely duplicates." in texts_in(finder)
        shared = next(one for one in finder.table.columns if one.key == "shared")
        assert shared.value(finder.table.rows()[0]).startswith("Same phone number")
        type_in(finder.search, "青葉")
        desk.wait(lambda: [row.number for row in finder.table.rows()] == ["C-000003"])
        assert shared.value(finder.table.rows()[0]) == ""
        finder.search.clear()
        desk.wait(lambda: [row.customer for row in finder.table.rows()] == [other])
        finder.reject()

    def test_two_registrations_become_one_and_two_again(self, desk: FrontDesk) -> None:
        kept, other = desk.customer(TANAKA), desk.customer(OTHER_TANAKA)
        dialog = self.opened(desk)
        assert not [secret for secret in (*SECRETS, "健一郎") if secret in texts_in(dialog)]
        self.agreed(desk, dialog)
        desk.wait(lambda: not dialog.isVisible())
        desk.calm()
        assert desk.page.panel.detail.customer == kept
        assert "“Undo” at the top of the customer's page" in texts_in(desk.window)
        desk.search("田中")
        assert [row.customer for row in desk.page.table.rows()] == [kept]
        assert len(desk.office.jobs.of_customer(desk.actor, kept)) == 2
        desk.go("customers", customer=other)
        assert desk.page.panel.detail.customer == kept, "an old link leads to the kept one"
        desk.wait(lambda: "was merged into this" in texts_in(desk.page.panel))
        desk.press(desk.page.panel, "Undo the merge with C-000002")
        desk.search("田中")
        assert {row.customer for row in desk.page.table.rows()} == {kept, other}

    def test_what_was_changed_since_and_stays_is_told(self, desk: FrontDesk) -> None:
        customers, kept = desk.office.customers, desk.customer(TANAKA)
        sides = desk.office.merging.compare(desk.actor, kept, desk.customer(OTHER_TANAKA))
        versions, takes = (sides.kept.version, sides.merged.version), {MergeField.ADDRESS: Take.MERGED}
        desk.office.merging.merge(desk.actor, kept, sides.merged.customer, versions, takes)
        version = customers.detail(desk.actor, kept).version
        customers.change(desk.actor, kept, version, {"address": {"building": "別館四号"}})
        desk.go("customers", customer=kept)
        desk.wait(lambda: "was merged into this" in texts_in(desk.page.panel))
        desk.press(desk.page.panel, "Undo the merge with C-000002")
        desk.calm()
        told = texts_in(desk.dialog())
        assert "Address: changed since the merge" in told
        assert "C-000002" in told
        assert "四号" not in told
        desk.press(desk.dialog(), "Close")
        desk.wait(lambda: "was merged into this" not in texts_in(desk.page.panel))

    def test_money_that_may_be_either_ones_is_told(self, desk: FrontDesk) -> None:
        office, kept, other = desk.office, desk.customer(TANAKA), desk.customer(OTHER_TANAKA)
        sides = office.merging.compare(desk.actor, kept, other)
        versions = (sides.kept.version, sides.merged.version)
        office.merging.merge(desk.actor, kept, other, versions, {})
        books = replace(desk.actor, roles=frozenset({Role.ACCOUNTING}))
        for yen in range(1_000, 14_000, 1_000):
            paid = PaymentRecord(office.today().isoformat(), yen, PaymentWay.CASH)
            office.payments.book(books, kept, paid)
        desk.go("customers", customer=kept)
        desk.wait(lambda: "was merged into this" in texts_in(desk.page.panel))
        desk.press(desk.page.panel, "Undo the merge with C-000002")
        desk.calm()
        told = texts_in(desk.dialog())
        first, *_others = sorted(row.number for row in office.payments.of_customer(books, kept).payments)
        assert first in told
        assert "and 1 more: entered while the two were one" in told
        assert "changed since the merge" not in told

    def test_what_nobody_can_tell_apart_is_told(
        self, desk: FrontDesk, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        merging, kept = desk.office.merging, desk.customer(TANAKA)
        sides = merging.compare(desk.actor, kept, desk.customer(OTHER_TANAKA))
        merging.merge(desk.actor, kept, sides.merged.customer, (sides.kept.version, sides.merged.version), {})
        undo = merging.undo
        everything = tuple(Unsettled)
        left = {"unsettled": everything, "requests": ("R-0007", "R-0009")}
        monkeypatch.setattr(merging, "undo", lambda *asked: replace(undo(*asked), **left))
        desk.go("customers", customer=kept)
        desk.wait(lambda: "was merged into this" in texts_in(desk.page.panel))
        desk.press(desk.page.panel, "Undo the merge with C-000002")
        desk.calm()
        told = texts_in(desk.dialog())
        assert "Phone numbers, Cautions: changed since the merge" in told
        assert "Call notes, Requests, Consents: noted while the two were one" in told
        assert "The requests are R-0007, R-0009. If one is from C-000002, enter it there" in told
        assert "What was refused or withdrawn counts for C-000002, too." in told
        assert "The disposal of C-000002 was put off as well" in told
        assert "The address of a site of C-000002 was changed since the merge" in told
        desk.press(desk.dialog(), "Close")

    def test_the_payment_terms_of_both_are_told_and_the_chosen_ones_taken(self, desk: FrontDesk) -> None:
        kept, terms = desk.customer(TANAKA), desk.office.billing_terms
        books = replace(desk.actor, roles=frozenset({Role.ACCOUNTING}))
        theirs = PayTerms(20, 1, 10, carries_balance=True)
        terms.change_customer(books, desk.customer(OTHER_TANAKA), None, theirs)
        dialog = self.opened(desk)
        told = texts_in(dialog)
        assert "our usual ones" in told
        assert "closed: day 20; paid in the next month, day 10; the former balance is carried over" in told
        self.agreed(desk, dialog)
        desk.wait(lambda: not dialog.isVisible())
        assert terms.of_customer(books, kept) == theirs

    def test_the_other_one_may_stay(self, desk: FrontDesk) -> None:
        dialog = self.opened(desk)
        desk.key(dialog.swap_button, Qt.Key.Key_Space)
        desk.wait(lambda: dialog._view is not None and dialog._view.kept.number == "C-000002")
        desk.calm()
        self.agreed(desk, dialog, "C-000002")
        desk.wait(lambda: not dialog.isVisible())
        desk.wait(lambda: desk.page.panel.detail.number == "C-000002")

    def test_a_save_in_between_is_said_and_read_again(self, desk: FrontDesk) -> None:
        dialog = self.opened(desk)
        other = desk.customer(OTHER_TANAKA)
        version = desk.office.customers.detail(desk.actor, other).version
        desk.office.customers.change(desk.actor, other, version, {"note": "別の窓から"})
        self.agreed(desk, dialog)
        assert "This record was changed after you opened it" in texts_in(dialog)
        desk.press(dialog, "Try again")
        assert "This record was changed after you opened it" not in texts_in(dialog)
        self.agreed(desk, dialog)
        desk.wait(lambda: not dialog.isVisible())


class TestTwoWindows:
    """Somebody else saves the customer while the form is open."""

    def opened(self, desk: FrontDesk) -> CustomerForm:
        desk.go("customers", customer=desk.customer(TANAKA), edit="yes")
        form = desk.dialog()
        assert isinstance(form, CustomerForm)
        desk.calm()
        return form

    def meanwhile(self, desk: FrontDesk, changes: dict[str, object]) -> str:
        customer = desk.customer(TANAKA)
        version = desk.office.customers.detail(desk.actor, customer).version
        desk.office.customers.change(desk.actor, customer, version, changes)
        return customer

    def shown(self, desk: FrontDesk, customer: str, field: CustomerField, position: int = 0) -> str:
        return desk.office.customers.reveal(desk.actor, customer, field, RevealReason.CALL, position)

    def test_the_second_is_told_who_changed_what_and_saves_on_top(self, desk: FrontDesk) -> None:
        form = self.opened(desk)
        self.meanwhile(desk, {"note": "別の窓から"})
        customer = self.meanwhile(desk, {"cautions": (Caution(CautionKind.STAIRS),)})
        type_in(form.texts["email"], "new@b.example")
        fresh = self.refused(desk, form)
        told = texts_in(fresh)
        assert "受付 花子 changed at 10:00: Note" in told
        assert "受付 花子 changed at 10:00: Cautions" in told
        assert "What you typed is untouched by that" in told
        assert "This record was changed after you opened it" not in told
        assert fresh.texts["email"].text() == "new@b.example"
        save(desk, fresh)
        assert self.shown(desk, customer, CustomerField.EMAIL) == "new@b.example"
        assert self.shown(desk, customer, CustomerField.NOTE) == "別の窓から"

    def test_what_both_changed_is_named_before_it_is_replaced(self, desk: FrontDesk) -> None:
        form = self.opened(desk)
        customer = self.meanwhile(desk, {"email": "first@b.example"})
        type_in(form.texts["email"], "second@b.example")
        fresh = self.refused(desk, form)
        assert "You both changed" in texts_in(fresh)
        assert fresh.primary is not None
        assert fresh.primary.text() == "Save mine on top"
        assert self.shown(desk, customer, CustomerField.EMAIL) == "first@b.example"
        save(desk, fresh)
        assert self.shown(desk, customer, CustomerField.EMAIL) == "second@b.example"

    def test_numbers_that_both_changed_are_looked_at_and_none_is_lost(self, desk: FrontDesk) -> None:
        form = self.opened(desk)
        home = {1: Phone(PhoneKind.HOME, "052-111-2222")}
        customer = self.meanwhile(desk, {"phones": home})
        form.phones.add()
        type_in(form.phones.lines[-1].number, "090-3333-4444")
        fresh = self.refused(desk, form)
        numbers = [line.number.text() or line.number.placeholderText() for line in fresh.phones.lines]
        assert numbers == ["●●●-●●●●-5678", "●●●-●●●●-2222", "090-3333-4444"]
        save(desk, fresh)
        found = [self.shown(desk, customer, CustomerField.PHONE, position) for position in range(3)]
        assert found == ["090-8765-5678", "052-111-2222", "090-3333-4444"]

    def test_a_removed_number_stays_removed(self, desk: FrontDesk) -> None:
        form = self.opened(desk)
        customer = self.meanwhile(desk, {"note": "別の窓から"})
        form.phones._remove(form.phones.lines[0])
        save(desk, self.refused(desk, form))
        assert desk.office.customers.detail(desk.actor, customer).phones == ()

    def refused(self, desk: FrontDesk, form: CustomerForm) -> CustomerForm:
        """Save over somebody else's save: the form that takes its place."""
        form.save()
        desk.wait(lambda: not form.isVisible())
        fresh = desk.dialog()
        assert isinstance(fresh, CustomerForm)
        assert fresh.others is not None
        return fresh


def test_what_the_standing_note_tells_is_not_followed_by_a_lone_sentence(desk: FrontDesk) -> None:
    """Of what the note below says the form says only what that means for the save, and when to try again."""
    desk.go("customers", new="yes")
    form = desk.dialog()
    assert isinstance(form, CustomerForm)
    standing.say("The office PC does not answer.", None, (NotReached,))
    try:
        form.show_failure(NotReached())
        assert "This is not saved yet. Save it again once the office PC answers." in texts_in(form)
    finally:
        standing.say("")


class TestAddress:
    def opened(self, desk: FrontDesk) -> CustomerForm:
        desk.go("customers", new="yes")
        form = desk.dialog()
        assert isinstance(form, CustomerForm)
        desk.calm()
        type_in(form.name.parts["family"], "一")
        return form

    def test_an_unknown_postal_code_is_said_calmly_and_kept(self, desk: FrontDesk) -> None:
        form = self.opened(desk)
        type_in(form.address.parts["postal_code"], "999-9999")
        desk.wait(lambda: "not in Japan Post's list" in texts_in(form))
        assert not form.form.fields["address.postal_code"].error.text()
        type_in(form.address.parts["prefecture"], "愛知県")
        save(desk, form)
        (row,) = desk.office.customers.search(desk.actor, "一").rows
        assert desk.office.customers.detail(desk.actor, row.customer).postal_code.text == "9999999"

    def test_a_postal_code_typed_while_nobody_answered_is_looked_up_with_the_draft(
        self, desk: FrontDesk
    ) -> None:
        form = self.opened(desk)
        parts = form.address.parts
        form.fill({"address": {"postal_code": "4600008"}})
        desk.wait(lambda: parts["town"].text() == "栄")
        assert parts["postal_code"].text() == "460-0008", "as it is written, not as it is stored"
        assert parts["city"].text() == "名古屋市中区"
        form.address.fill({"postal_code": "4520961", "city": "別の市"})
        desk.calm()
        assert parts["city"].text() == "別の市", "what was typed stays as it was typed"

    def test_a_postal_code_that_nobody_answered_is_asked_again_when_it_is_typed_again(
        self, desk: FrontDesk, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        form = self.opened(desk)
        code = form.address.parts["postal_code"]
        with monkeypatch.context() as away:
            away.setattr(Customers, "postal_lookup", nobody_answers)
            type_in(code, "4600008")
            desk.calm()
            desk.dialog().accept()
        code.clear()
        type_in(code, "4600008")
        desk.wait(lambda: form.address.parts["town"].text() == "栄")

    def test_a_postal_code_is_shown_again_as_it_is_written(self, desk: FrontDesk) -> None:
        desk.go("customers", customer=desk.customer(TANAKA), edit="yes")
        form = desk.dialog()
        assert isinstance(form, CustomerForm)
        desk.calm()
        stored = TANAKA.address.postal_code
        assert len(stored) == 7
        assert form.address.parts["postal_code"].text() == f"{stored[:3]}-{stored[3:]}"
        assert form.changes() == {}

    def test_an_address_needs_no_postal_code(self, desk: FrontDesk) -> None:
        form = self.opened(desk)
        for key, text in (("prefecture", "愛知県"), ("city", "名古屋市中区"), ("town", "栄")):
            type_in(form.address.parts[key], text)
        save(desk, form)
        (row,) = desk.office.customers.search(desk.actor, "一").rows
        assert row.address.text == "愛知県名古屋市中区栄"

    def test_a_postal_code_writes_over_nothing_that_was_typed(self, desk: FrontDesk) -> None:
        form = self.opened(desk)
        parts = form.address.parts
        type_in(parts["city"], "小牧市")
        type_in(parts["postal_code"], "4600008")
        desk.wait(form.address.take_over.isVisible)
        assert (parts["city"].text(), parts["town"].text()) == ("小牧市", "")
        form.address.take_over.setFocus()
        desk.key(form.address.take_over, Qt.Key.Key_Space)
        assert (parts["city"].text(), parts["town"].text()) == ("名古屋市中区", "栄")

    @pytest.mark.parametrize(
        ("code", "said"), [("060-0001", "What you typed was left"), ("999-9999", "not in Japan Post's list")]
    )
    def test_what_is_said_of_a_postal_code_is_said_again_when_it_is_typed_again(
        self, desk: FrontDesk, code: str, said: str
    ) -> None:
        form = self.opened(desk)
        edit = form.address.parts["postal_code"]
        type_in(form.address.parts["city"], "豊田市")
        type_in(edit, code)
        desk.calm()
        taken_over = form.address.take_over.isVisible()
        desk.key(edit, Qt.Key.Key_Backspace)
        assert said not in texts_in(form)
        type_in(edit, code[-1])
        desk.calm()
        assert said in texts_in(form)
        assert form.address.take_over.isVisible() is taken_over is (code == "060-0001")

    @pytest.mark.parametrize("typed", ["4600008", "４６０－０００８", "460ー0008"])
    def test_a_postal_code_that_is_left_has_its_hyphen(self, desk: FrontDesk, typed: str) -> None:
        parts = self.opened(desk).address.parts
        type_in(parts["postal_code"], typed)
        desk.calm()
        desk.key_where_the_keyboard_is(Qt.Key.Key_Tab)
        assert parts["postal_code"].text() == "460-0008"
        assert parts["town"].text() == "栄", "what it filled in stays"

    def test_a_postal_code_that_is_not_whole_is_left_as_it_was_typed(self, desk: FrontDesk) -> None:
        parts = self.opened(desk).address.parts
        type_in(parts["postal_code"], "460-00")
        desk.key_where_the_keyboard_is(Qt.Key.Key_Tab)
        assert parts["postal_code"].text() == "460-00"

    def test_what_a_business_code_filled_in_goes_with_it(self, desk: FrontDesk) -> None:
        parts = self.opened(desk).address.parts
        type_in(parts["postal_code"], "4608508")
        desk.wait(lambda: parts["street"].text() == "3丁目1-1")
        parts["postal_code"].clear()
        type_in(parts["postal_code"], "4530015")
        desk.wait(lambda: parts["town"].text() == "椿町")
        assert parts["street"].text() == ""

    @pytest.mark.parametrize("code", ["4530015", "4608508"])
    def test_a_street_that_was_typed_stays_and_is_named(self, desk: FrontDesk, code: str) -> None:
        form = self.opened(desk)
        parts = form.address.parts
        type_in(parts["street"], "1-2-3")
        type_in(parts["postal_code"], "4600008")
        desk.wait(lambda: parts["town"].text() == "栄")
        assert "Block and number were left" not in texts_in(form), "there was no other town before"
        parts["postal_code"].clear()
        type_in(parts["postal_code"], code)
        desk.wait(lambda: parts["town"].text() in {"椿町", "三の丸"})
        assert parts["street"].text() == "1-2-3"
        assert "Block and number were left" in texts_in(form)

    def test_an_unknown_code_says_whose_address_stays(self, desk: FrontDesk) -> None:
        form = self.opened(desk)
        parts = form.address.parts
        type_in(parts["postal_code"], "9999999")
        desk.calm()
        assert "Type the address; it is kept." in texts_in(form)
        parts["postal_code"].clear()
        type_in(parts["postal_code"], "4600008")
        desk.wait(lambda: parts["town"].text() == "栄")
        parts["postal_code"].clear()
        type_in(parts["postal_code"], "9999999")
        desk.calm()
        assert "See whether the address below is right" in texts_in(form)

    def test_a_choice_of_towns_that_was_left_is_named_and_comes_again(self, desk: FrontDesk) -> None:
        form = self.opened(desk)
        code = form.address.parts["postal_code"]
        for _time in range(2):
            code.clear()
            type_in(code, "4980000")
            desk.wait(lambda: QApplication.activePopupWidget() is not None)
            menu = QApplication.activePopupWidget()
            assert menu is not None
            desk.key(menu, Qt.Key.Key_Escape)
            assert "Several towns have this postal code" in texts_in(form)

    @pytest.mark.parametrize("street", ["", "1-1"])
    def test_tab_goes_from_the_postal_code_to_the_first_empty_field(
        self, desk: FrontDesk, street: str
    ) -> None:
        parts = self.opened(desk).address.parts
        parts["street"].setText(street)
        type_in(parts["postal_code"], "460-0008")
        desk.wait(lambda: parts["town"].text() == "栄")
        desk.key_where_the_keyboard_is(Qt.Key.Key_Tab)
        assert parts["building" if street else "street"].hasFocus()

    def test_tab_goes_on_as_usual_where_the_postal_code_filled_nothing_in(self, desk: FrontDesk) -> None:
        parts = self.opened(desk).address.parts
        type_in(parts["postal_code"], "999-9999")
        desk.calm()
        desk.key_where_the_keyboard_is(Qt.Key.Key_Tab)
        assert parts["prefecture"].hasFocus()

    def test_a_late_answer_does_not_take_the_cursor_away(self, desk: FrontDesk) -> None:
        form = self.opened(desk)
        type_in(form.address.parts["postal_code"], "4600008")
        form.texts["email"].setFocus()
        desk.wait(lambda: form.address.parts["town"].text() == "栄")
        assert form.texts["email"].hasFocus()


class TestManyUnits:
    """A building with 200 air conditioners at one site."""

    @pytest.fixture
    def building(self, desk: FrontDesk) -> str:
        shop = desk.customer(SHOP)
        site = desk.office.jobs.sites(desk.actor, shop)[0].site
        for number in range(200):
            unit = UnitRecord(
                place=f"{number // 10 + 1}階 {number % 10 + 1}号室", maker="試験工業", serial=f"S{number:04}"
            )
            desk.office.jobs.add_unit(desk.actor, site, unit)
        return shop

    def test_a_unit_is_found_by_its_room_and_changed_by_keyboard(
        self, desk: FrontDesk, building: str
    ) -> None:
        desk.go("customers", customer=building)
        show_tab(desk, "Sites")
        (rows,) = desk.page.panel.sites.findChildren(FilteredRows)
        assert (
            len([one for one in rows.findChildren(QPushButton) if "Change unit" in one.accessibleName()])
            == 12
        )
        assert "and 188 more" in texts_in(rows)
        type_in(rows.filter, "17階4号室")
        desk.calm()
        assert len(rows.found()) == 1
        desk.press(rows, "Change unit 17階 4号室  indoor  試験工業")
        form = desk.dialog()
        type_in(form.edits["model"], "TX-9")
        save(desk, form)
        units = desk.office.jobs.sites(desk.actor, building)[0].units
        assert [unit.record.serial for unit in units if unit.record.model == "TX-9"] == ["S0163"]

    def test_what_is_typed_that_no_unit_fits_is_said_with_the_way_back(
        self, desk: FrontDesk, building: str
    ) -> None:
        desk.go("customers", customer=building)
        show_tab(desk, "Sites")
        (rows,) = desk.page.panel.sites.findChildren(FilteredRows)
        type_in(rows.filter, "no such room")
        desk.calm()
        assert "None of 200 fits what is typed: clear it to see them again" in texts_in(rows)
        rows.filter.clear()
        desk.calm()
        assert "fits what is typed" not in texts_in(rows)

    def test_a_site_without_units_says_so_and_one_with_them_what_to_choose(self, desk: FrontDesk) -> None:
        shop = desk.customer(SHOP)
        site = desk.office.jobs.sites(desk.actor, shop)[0]
        assert not site.units
        desk.go("customers", customer=shop)
        show_tab(desk, "Sites")
        assert "No unit is registered here yet." in texts_in(desk.page.panel.sites)
        desk.go("customers", customer=shop, book="yes")
        desk.calm()
        form, chosen = desk.dialog(), "Choose what is done to the units of this job."
        assert "No unit is registered here yet." in texts_in(form.place)
        assert chosen not in texts_in(form.place)
        form.reject()
        desk.office.jobs.add_unit(desk.actor, site.site, UnitRecord(place="居間", maker="試験工業"))
        desk.go("customers", customer=shop, book="yes")
        desk.calm()
        told = texts_in(desk.dialog().place)
        assert chosen in told
        assert "No unit is registered here yet." not in told

    def test_a_job_takes_units_from_anywhere_in_the_list(self, desk: FrontDesk, building: str) -> None:
        desk.go("customers", customer=building, book="yes")
        form = desk.dialog()
        desk.calm()
        for serial in ("S0199", "S0007"):
            (rows,) = form.place.findChildren(FilteredRows)
            rows.filter.clear()
            type_in(rows.filter, serial)
            desk.calm()
            box = next(
                one for one in rows.findChildren(QComboBox) if one.isVisible() and not one.currentIndex()
            )
            box.setFocus()
            desk.key(box, Qt.Key.Key_Down)
        save(desk, form)
        (job,) = desk.office.jobs.of_customer(desk.actor, building)
        units = {one.unit: one.record.serial for one in desk.office.jobs.sites(desk.actor, building)[0].units}
        record = desk.office.jobs.record_for_edit(desk.actor, job.job)
        assert sorted(units[one.unit] for one in record.units) == ["S0007", "S0199"]


class TestDuplicates:
    """Somebody new who may be registered already."""

    def opened(self, desk: FrontDesk) -> CustomerForm:
        desk.go("customers", new="yes")
        form = desk.dialog()
        assert isinstance(form, CustomerForm)
        desk.calm()
        type_in(form.name.parts["family"], "別所")
        type_in(form.phones.lines[0].number, "090-8765-5678")
        form.texts["email"].setFocus()
        desk.wait(form.duplicates.isVisible)
        desk.calm()
        return form

    def test_it_is_said_again_when_somebody_goes_on_after_an_interruption(self, desk: FrontDesk) -> None:
        form = self.opened(desk)
        desk.window.drafts.keep_all()
        desk.calm()
        form.done(0)
        form.deleteLater()
        QApplication.processEvents()
        desk.go("customers", new="yes")
        again = desk.dialog()
        assert isinstance(again, CustomerForm)
        assert again is not form
        desk.wait(lambda: again.name.parts["family"].text() == "別所")
        desk.wait(again.duplicates.isVisible)
        assert "Same phone number" in texts_in(again.duplicates)

    def button(self, form: CustomerForm, words: str) -> QPushButton:
        found = [one for one in form.duplicates.findChildren(QPushButton) if one.isVisible()]
        return next(one for one in found if one.text() == words)

    def test_it_says_what_is_shared_and_shows_no_more_than_the_mask(self, desk: FrontDesk) -> None:
        told = texts_in(self.opened(desk).duplicates)
        assert "C-000001  田中 ●●  愛知県名古屋市中区栄 ●●●" in told
        assert "Same phone number" in told
        assert not [secret for secret in SECRETS if secret in told]

    def test_an_e_mail_address_alone_is_sought(self, desk: FrontDesk) -> None:
        desk.go("customers", new="yes")
        form = desk.dialog()
        assert isinstance(form, CustomerForm)
        desk.calm()
        type_in(form.texts["email"], "misao@yanagawa.example")
        form.address.parts["street"].setFocus()
        desk.calm()
        assert form.duplicates.isVisible()
        assert "Same e-mail" in texts_in(form.duplicates)

    def test_who_is_another_person_is_not_asked_about_again(self, desk: FrontDesk) -> None:
        form = self.opened(desk)
        no = self.button(form, "Another person")
        no.setFocus()
        desk.key(no, Qt.Key.Key_Space)
        assert not form.duplicates.isVisible()
        type_in(form.name.parts["given"], "保")
        form.texts["email"].setFocus()
        desk.calm()
        assert not form.duplicates.isVisible()
        save(desk, form)
        assert desk.office.customers.search(desk.actor, "").total == 4

    def test_the_registered_one_is_opened_instead(self, desk: FrontDesk) -> None:
        form = self.opened(desk)
        yes = self.button(form, "Open")
        yes.setFocus()
        desk.key(yes, Qt.Key.Key_Space)
        question = desk.dialog()
        assert question is not form
        desk.press(question, "Throw away")
        desk.wait(lambda: desk.page.panel is not None and desk.page.panel.detail.number == "C-000001")
        assert desk.office.customers.search(desk.actor, "").total == 3


def test_a_firms_page_says_whom_to_ask_for(desk: FrontDesk) -> None:
    desk.go("customers", customer=desk.customer(SHOP))
    values = desk.page.panel.contact.values
    assert "name" not in values
    line = values["person"]
    assert line._text.text() == "鈴木 ●●"
    line._link.setFocus()
    desk.key(line._link, Qt.Key.Key_Space)
    choose(desk, 0)
    desk.wait(lambda: line.shown)
    assert line._text.text() == "株式会社青葉商店 鈴木 一"


def test_the_family_name_alone_of_whom_to_ask_for_is_not_hidden(desk: FrontDesk) -> None:
    record = replace(SHOP, name=PersonName("山田"), organisation="株式会社丸山", phones=())
    desk.go("customers", customer=desk.office.customers.add(desk.actor, record))
    line = desk.page.panel.contact.values["person"]
    assert line._text.text() == "山田"
    assert not line._link.isVisible()
