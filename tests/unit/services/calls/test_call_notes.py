"""Call notes: who may take and see them, how they are masked, closed, passed on and linked."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hvacdesk.domain.calls.call_notes import (
    CallField,
    CallFilter,
    CallNoteRecord,
    CallSubject,
    CallsWaiting,
    CallWay,
)
from hvacdesk.domain.customers.customers import CustomerKind, CustomerRecord, PersonName
from hvacdesk.domain.errors import ChangedMeanwhile, InvalidInput, Missing, NotPermitted
from hvacdesk.domain.oversight.audit_log import Action, RevealReason
from hvacdesk.domain.roles import Role
from hvacdesk.domain.text.refused_numbers import CardNumberFound, MyNumberFound
from hvacdesk.services.calls.call_notes import CallNotes
from hvacdesk.services.customers.customers import Customers
from hvacdesk.services.oversight.audit_log import AuditLog
from hvacdesk.services.undo import EditOverwritten
from hvacdesk.store.models import CallNote
from tests.helpers.billed import Billed, billed_office
from tests.helpers.ground import Ground
from tests.helpers.people import customer

CARD = "4242 4242 4242 4242"
UNKNOWN = CallNoteRecord(
    caller_name="渡辺 香織",
    phone="０９０ー１１１１ー２２２２",
    subject=CallSubject.BREAKDOWN,
    text="冷房が効かない",
    call_back_by="2026-11-24",
)


@pytest.fixture
def billed(ground: Ground) -> Billed:
    return billed_office(ground)


@pytest.fixture
def notes(ground: Ground) -> CallNotes:
    return CallNotes(ground.workplace)


def entries(ground: Ground, action: Action) -> list[tuple[str, dict[str, object]]]:
    found = AuditLog(ground.workplace).entries(ground.owner, action=action)
    return [(entry.subject, entry.details) for entry in found]


class TestTaking:
    def test_an_unknown_caller_is_masked_as_a_customer_is(self, ground: Ground, notes: CallNotes) -> None:
        note = notes.take(ground.desk, UNKNOWN)
        row = notes.detail(ground.desk, note)
        assert (row.name.text, row.phone.text) == ("渡辺 ●●", "●●●-●●●●-2222")
        assert (row.text.text, row.subject, row.open) == ("冷房が効かない", CallSubject.BREAKDOWN, True)
        assert entries(ground, Action.CALL_NOTED) == [(f"call:{note}", {"open": True})]

    def test_a_name_without_a_space_is_masked_too(self, ground: Ground, notes: CallNotes) -> None:
        note = notes.take(ground.desk, replace(UNKNOWN, caller_name="渡辺香織様"))
        assert notes.detail(ground.desk, note).name.text == "渡辺 ●●"

    @pytest.mark.parametrize(
        ("caller", "shown"),
        [
            ("株式会社みどり 担当 渡辺 香織様", "株式会社みどり 渡辺 ●●"),
            ("ひかり管理組合 理事長 渡辺香織", "ひかり管理組合 渡辺 ●●"),
            ("渡辺社長", "渡辺 ●●"),
            ("佐藤様方 渡辺香織", "渡辺 ●●"),
            ("株式会社みどり工務店", "株式会社みどり工務店"),
            ("㈱みどり 090-1234-5678", "㈱みどり ●●●-●●●●-5678"),
            ("㈱みどり（０９０－１２３４－５６７８）", "㈱みどり ●●●-●●●●-5678"),
            ("渡辺香織 090-1234-5678", "渡辺 ●● ●●●-●●●●-5678"),
            ("㈱みどり 蓬莱花子", "㈱みどり 蓬莱 ●●"),
        ],
    )
    def test_who_calls_for_a_firm_is_masked(
        self, ground: Ground, notes: CallNotes, caller: str, shown: str
    ) -> None:
        note = notes.take(ground.desk, replace(UNKNOWN, caller_name=caller))
        name = notes.detail(ground.desk, note).name
        assert (name.text, name.hidden) == (shown, "●" in shown)
        if name.hidden:
            assert name.revealable

    def test_a_registered_customer_lends_name_number_and_contact_day(
        self, ground: Ground, notes: CallNotes
    ) -> None:
        customers = Customers(ground.workplace)
        person = customers.add(ground.desk, customer())
        ground.clock.pass_time(days=3)
        note = notes.take(ground.desk, CallNoteRecord(customer=person, subject=CallSubject.INVOICE))
        row = notes.detail(ground.desk, note)
        assert (row.name.text, row.phone.text) == ("柳川 ●●", "●●●-●●●●-4649")
        assert customers.detail(ground.desk, person).last_contact_on == "2026-11-27"

    def test_a_sales_call_is_no_contact_with_the_customer(self, ground: Ground, notes: CallNotes) -> None:
        customers = Customers(ground.workplace)
        person = customers.add(ground.desk, customer())
        ground.clock.pass_time(days=3)
        notes.take(ground.desk, CallNoteRecord(customer=person, subject=CallSubject.SALES))
        assert customers.detail(ground.desk, person).last_contact_on == "2026-11-24"

    def test_a_note_that_asks_nothing_is_closed_at_once(self, ground: Ground, notes: CallNotes) -> None:
        note = notes.take(ground.desk, replace(UNKNOWN, call_back_by=""))
        assert notes.open(ground.desk) == ()
        assert [row.note for row in notes.listed(ground.desk, CallFilter.DONE)] == [note]

    @pytest.mark.parametrize(
        ("changes", "error", "field"),
        [
            ({"caller_name": "", "phone": ""}, Missing, "caller_name"),
            ({"subject": CallSubject.OTHER, "text": ""}, Missing, "text"),
            ({"text": f"カード {CARD}"}, CardNumberFound, "text"),
            ({"text": "マイナンバー 123456789018"}, MyNumberFound, "text"),
            ({"caller_name": CARD}, CardNumberFound, "caller_name"),
            ({"phone": "12"}, InvalidInput, "phone"),
            ({"call_back_by": "2026-11-23"}, InvalidInput, "call_back_by"),
            ({"call_back_by": "2026-11-24T25:00"}, InvalidInput, "call_back_time"),
            ({"for_account": "f" * 32}, InvalidInput, "for_account"),
        ],
    )
    def test_what_cannot_be_kept_names_its_field(
        self, ground: Ground, notes: CallNotes, changes: dict[str, object], error: type, field: str
    ) -> None:
        with pytest.raises(error) as refused:
            notes.take(ground.desk, replace(UNKNOWN, **changes))  # type: ignore[arg-type]
        assert refused.value.field == field
        assert notes.open(ground.desk) == ()

    def test_a_stated_number_is_kept_and_logged(self, ground: Ground, notes: CallNotes) -> None:
        note = notes.take(ground.desk, replace(UNKNOWN, text=f"券番号 {CARD}"), allow_number=True)
        assert entries(ground, Action.NUMBER_ALLOWED) == [(f"call:{note}", {"field": "text"})]


class TestWhoSees:
    def test_a_technician_sees_only_notes_for_themself_and_no_number(
        self, ground: Ground, notes: CallNotes
    ) -> None:
        technician = ground.people[Role.TECHNICIAN]
        other = notes.take(ground.desk, UNKNOWN)
        own = notes.take(ground.desk, replace(UNKNOWN, for_account=technician.account))
        (row,) = notes.open(technician)
        assert (row.note, row.mine, row.text.text) == (own, True, "冷房が効かない")
        assert not row.phone.revealable
        for act in (
            lambda: notes.detail(technician, other),
            lambda: notes.finish(technician, other, 1, ""),
            lambda: notes.reveal(technician, own, CallField.PHONE, RevealReason.CALL),
            lambda: notes.take(technician, UNKNOWN),
        ):
            with pytest.raises(NotPermitted):
                act()

    def test_an_inspector_sees_none(self, ground: Ground, notes: CallNotes) -> None:
        notes.take(ground.desk, UNKNOWN)
        with pytest.raises(NotPermitted):
            notes.open(ground.people[Role.INSPECTOR])
        assert ground.people[Role.INSPECTOR].account not in {one.account for one in notes.staff(ground.desk)}

    def test_accounting_sees_to_its_own_notes_alone(self, ground: Ground, notes: CallNotes) -> None:
        accounting = ground.people[Role.ACCOUNTING]
        others = notes.take(ground.desk, UNKNOWN)
        given = notes.take(ground.desk, replace(UNKNOWN, for_account=accounting.account))
        taken = notes.take(accounting, UNKNOWN)
        for act in (
            lambda: notes.change(accounting, others, 1, {"urgent": True}),
            lambda: notes.finish(accounting, others, 1, ""),
            lambda: notes.reopen(accounting, others, 1),
        ):
            with pytest.raises(NotPermitted):
                act()
        for own in (given, taken):
            notes.change(accounting, own, 1, {"urgent": True})
        notes.finish(ground.desk, others, 1, "")
        changeable = {row.note: row.changeable for row in notes.open(accounting)}
        assert changeable == {given: True, taken: True}
        assert not notes.detail(accounting, others).changeable
        assert notes.detail(ground.desk, given).changeable

    @pytest.mark.parametrize("role", [Role.TECHNICIAN, Role.INSPECTOR])
    def test_who_takes_no_calls(self, ground: Ground, notes: CallNotes, role: Role) -> None:
        with pytest.raises(NotPermitted):
            notes.take(ground.people[role], UNKNOWN)

    def test_accounting_reads_what_was_said_to_it_alone(self, ground: Ground, notes: CallNotes) -> None:
        accounting = ground.people[Role.ACCOUNTING]
        notes.take(ground.desk, UNKNOWN)
        notes.take(ground.desk, replace(UNKNOWN, for_account=accounting.account))
        texts = {row.mine: row.text for row in notes.open(accounting)}
        assert texts[True].text == "冷房が効かない"
        assert (texts[False].text, texts[False].revealable) == ("●●●", False)
        assert len(notes.open(accounting, mine=True)) == 1

    def test_a_reveal_is_logged_with_the_customer_where_one_is_known(
        self, ground: Ground, notes: CallNotes
    ) -> None:
        person = Customers(ground.workplace).add(ground.desk, customer())
        unknown = notes.take(ground.desk, UNKNOWN)
        known = notes.take(ground.desk, CallNoteRecord(customer=person, subject=CallSubject.CHANGE))
        assert notes.reveal(ground.desk, unknown, CallField.NAME, RevealReason.CALL) == "渡辺 香織"
        assert notes.reveal(ground.desk, known, CallField.PHONE, RevealReason.CALL).endswith("4649")
        assert entries(ground, Action.REVEALED) == [
            (f"customer:{person}", {"call": known, "fields": ["phone"], "reason": "call"}),
            (f"call:{unknown}", {"call": unknown, "fields": ["name"], "reason": "call"}),
        ]


class TestSeeingToIt:
    def test_the_most_pressing_note_is_first(self, ground: Ground, notes: CallNotes) -> None:
        made = {
            due: notes.take(ground.desk, replace(UNKNOWN, call_back_by=due))
            for due in ("2026-11-25", "2026-11-24", "2026-11-24T10:30", "2026-11-24T09:00")
        }
        urgent = notes.take(ground.desk, replace(UNKNOWN, urgent=True))
        order = [
            made["2026-11-24T09:00"],
            made["2026-11-24T10:30"],
            urgent,
            made["2026-11-24"],
            made["2026-11-25"],
        ]
        rows = notes.open(ground.desk)
        assert [row.note for row in rows] == order
        assert [row.overdue for row in rows] == [True, False, False, False, False]
        ground.clock.pass_time(hours=14)
        assert [row.overdue for row in notes.open(ground.desk)] == [True, True, True, True, False]

    def test_at_a_glance_ones_own_come_first_and_all_are_counted(
        self, ground: Ground, notes: CallNotes
    ) -> None:
        def noted(due: str, whose: str = "") -> str:
            return notes.take(ground.desk, replace(UNKNOWN, call_back_by=due, for_account=whose))

        late, others = noted("2026-11-24T09:00"), noted("2026-11-25")
        own = noted("2026-11-26", ground.desk.account)
        waiting = notes.waiting(ground.desk, 2)
        assert [row.note for row in waiting.first] == [own, late]
        assert (waiting.count, waiting.late) == (3, 1)
        assert [row.note for row in notes.waiting(ground.owner, 3).first] == [late, others, own]

    def test_a_technicians_glance_is_at_their_own(self, ground: Ground, notes: CallNotes) -> None:
        technician = ground.people[Role.TECHNICIAN]
        notes.take(ground.desk, UNKNOWN)
        assert notes.waiting(technician, 8) == CallsWaiting()

    def test_closed_with_an_outcome_and_opened_again(self, ground: Ground, notes: CallNotes) -> None:
        note = notes.take(ground.desk, UNKNOWN)
        notes.finish(ground.owner, note, 1, "明日10時に訪問")
        row = notes.detail(ground.desk, note)
        assert (row.open, row.done_by, row.outcome.text) == (False, "owner", "明日10時に訪問")
        with pytest.raises(ChangedMeanwhile):
            notes.finish(ground.desk, note, row.version, "")
        notes.reopen(ground.desk, note, row.version)
        notes.finish(ground.owner, note, notes.detail(ground.owner, note).version, "契約済み")
        with pytest.raises(ChangedMeanwhile):  # of another finish than was seen
            notes.reopen(ground.desk, note, row.version)
        notes.reopen(ground.desk, note, notes.detail(ground.desk, note).version)
        assert [one.note for one in notes.open(ground.desk)] == [note]

    def test_passed_on_and_changed_under_the_version_that_was_read(
        self, ground: Ground, notes: CallNotes
    ) -> None:
        note = notes.take(ground.desk, UNKNOWN)
        changes = {"for_account": ground.owner.account, "call_back_by": "2026-11-25T09:30", "urgent": False}
        notes.change(ground.desk, note, 1, changes)
        row = notes.detail(ground.owner, note)
        assert (row.mine, row.for_whom, row.call_back_by) == (True, "owner", "2026-11-25T09:30")
        assert entries(ground, Action.CALL_CHANGED) == [
            (f"call:{note}", {"fields": ["call_back_by", "for_account"]})
        ]
        with pytest.raises(ChangedMeanwhile):
            notes.change(ground.owner, note, 1, {"urgent": True})
        with pytest.raises(InvalidInput):
            notes.change(ground.owner, note, 2, {"caller_name": "別人"})

    def test_a_passed_day_stays_while_something_else_is_changed(
        self, ground: Ground, notes: CallNotes
    ) -> None:
        note = notes.take(ground.desk, UNKNOWN)
        ground.clock.pass_time(days=2)
        notes.change(ground.desk, note, 1, {"urgent": True})
        assert notes.detail(ground.desk, note).call_back_by == "2026-11-24"


class TestUndo:
    def test_a_change_and_a_closing_are_taken_back_one_after_the_other(
        self, ground: Ground, notes: CallNotes
    ) -> None:
        note = notes.take(ground.desk, UNKNOWN)
        notes.change(ground.desk, note, 1, {"for_account": ground.owner.account, "text": "別の件"})
        notes.finish(ground.desk, note, 2, "済み")
        edits = ground.workplace.edits
        assert edits.undo(ground.desk).subject == f"call:{note}"
        row = notes.detail(ground.desk, note)
        assert (row.open, row.outcome.text, row.text.text) == (True, "", "別の件")
        edits.undo(ground.desk)
        row = notes.detail(ground.desk, note)
        assert (row.for_account, row.text.text) == ("", "冷房が効かない")

    def test_nothing_is_put_back_over_somebody_elses_change(self, ground: Ground, notes: CallNotes) -> None:
        note = notes.take(ground.desk, UNKNOWN)
        notes.change(ground.desk, note, 1, {"urgent": True})
        notes.change(ground.owner, note, 2, {"urgent": False})
        ground.workplace.edits._pop(ground.owner, 0)
        with pytest.raises(EditOverwritten):
            ground.workplace.edits.undo(ground.desk)
        assert not notes.detail(ground.desk, note).urgent


class TestUnknownCallers:
    def test_values_are_carried_over_to_a_new_customer(self, ground: Ground, notes: CallNotes) -> None:
        note = notes.take(ground.desk, UNKNOWN)
        caller = notes.caller(ground.desk, note)
        assert (caller.name, caller.phone) == (PersonName("渡辺", "香織"), "090-1111-2222")
        assert entries(ground, Action.REVEALED)[0][1]["fields"] == ["name", "phone"]
        record = CustomerRecord(CustomerKind.PERSON, caller.name)
        person = Customers(ground.workplace).add(ground.desk, record)
        notes.link(ground.desk, note, 1, person)
        row = notes.detail(ground.desk, note)
        assert (row.customer, row.customer_number, row.name.text) == (person, "C-000001", "渡辺 ●●")
        assert [one.note for one in notes.of_customer(ground.desk, person)] == [note]
        with pytest.raises(ChangedMeanwhile):
            notes.link(ground.desk, note, 1, person)

    def test_a_firm_is_carried_over_as_an_organisation(self, ground: Ground, notes: CallNotes) -> None:
        note = notes.take(ground.desk, replace(UNKNOWN, caller_name="株式会社みどり工務店"))
        assert notes.caller(ground.desk, note).organisation == "株式会社みどり工務店"

    def test_who_speaks_for_a_firm_is_carried_over_as_a_person(
        self, ground: Ground, notes: CallNotes
    ) -> None:
        note = notes.take(ground.desk, replace(UNKNOWN, caller_name="株式会社みどり 担当 渡辺 香織様"))
        found = notes.caller(ground.desk, note)
        assert (found.organisation, found.name.family, found.name.given) == ("株式会社みどり", "渡辺", "香織")

    def test_the_number_is_kept_for_whole_number_searches(self, ground: Ground, notes: CallNotes) -> None:
        notes.take(ground.desk, UNKNOWN)
        with ground.workplace.reading() as session:
            assert session.query(CallNote).one().digits == "09011112222"


class TestOwnCalls:
    """A call that somebody of the office made, such as one about an invoice that is overdue."""

    def made(self, billed: Billed, **values: object) -> CallNoteRecord:
        issued = billed.issued(billed.job())
        owner = billed.invoices.detail(billed.books, issued.invoice).row.customer
        record = CallNoteRecord(
            owner, subject=CallSubject.INVOICE, text="月末に払うとのこと", way=CallWay.MADE
        )
        return replace(record, invoice=issued.invoice, **values)

    def test_it_is_done_and_told_as_made_with_its_invoice(self, billed: Billed, notes: CallNotes) -> None:
        ground, record = billed.ground, self.made(billed)
        note = notes.take(ground.desk, record)
        row = notes.detail(ground.desk, note)
        assert (row.way, row.open, row.call_back_by) == (CallWay.MADE, False, "")
        assert row.invoice == billed.invoices.detail(billed.books, record.invoice).row.number
        assert notes.of_customer(ground.desk, record.customer) == (row,)

    def test_it_waits_where_a_call_back_was_chosen(self, billed: Billed, notes: CallNotes) -> None:
        today = billed.ground.workplace.today().isoformat()
        note = notes.take(billed.ground.desk, self.made(billed, call_back_by=today))
        assert [row.note for row in notes.open(billed.ground.desk)] == [note]

    def test_the_last_call_about_an_invoice_is_found(self, billed: Billed, notes: CallNotes) -> None:
        record = self.made(billed)
        notes.take(billed.ground.desk, replace(record, text="留守"))
        billed.ground.clock.pass_time(days=1)
        last = notes.take(billed.ground.desk, record)
        found = notes.about_invoices(billed.books, [record.invoice, "0" * 32])
        assert {invoice: row.note for invoice, row in found.items()} == {record.invoice: last}

    def test_a_call_about_an_invoice_is_found_with_the_one_that_took_its_place(
        self, billed: Billed, notes: CallNotes
    ) -> None:
        record = self.made(billed)
        note = notes.take(billed.ground.desk, record)
        again = billed.issue(billed.invoices.reissue(billed.books, record.invoice)).invoice
        billed.ground.clock.pass_time(days=1)
        found = notes.about_invoices(billed.books, [again])
        assert {invoice: row.note for invoice, row in found.items()} == {again: note}
        later = notes.take(billed.ground.desk, replace(record, invoice=again))
        third = billed.issue(billed.invoices.reissue(billed.books, again)).invoice
        assert notes.about_invoices(billed.books, [third])[third].note == later

    def test_another_customers_invoice_is_refused(self, billed: Billed, notes: CallNotes) -> None:
        other = Customers(billed.ground.workplace).add(billed.ground.desk, customer())
        for somebody in (other, ""):
            with pytest.raises(InvalidInput) as refused:
                notes.take(
                    billed.ground.desk, replace(self.made(billed), customer=somebody, caller_name="森")
                )
            assert refused.value.field == "invoice"

    def test_nobody_types_a_letter_as_a_call(self, ground: Ground, notes: CallNotes) -> None:
        with pytest.raises(InvalidInput):
            notes.take(ground.desk, replace(UNKNOWN, way=CallWay.WRITTEN))
