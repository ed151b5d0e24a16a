"""Slips, labels, envelopes and FAX: who may print them, what is registered and logged, what stops them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import update

from hvacdesk.domain.errors import InvalidInput, NotPermitted, OutOfRange, RecordGone
from hvacdesk.domain.jobs.jobs import JobState
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.papers.label_sheets import LabelShift
from hvacdesk.domain.papers.other_papers import FaxNumbersDiffer, FaxRequest, NoAddress, NoPhone
from hvacdesk.domain.papers.register import AWAY, PaperKind, PaperState, RegisterQuery
from hvacdesk.domain.papers.work_orders import CopyState, ReprintReason
from hvacdesk.domain.roles import Actor, Role
from hvacdesk.domain.text.wording import english
from hvacdesk.services.papers.other_papers import OtherPapers
from hvacdesk.services.papers.work_order_issuing import JobCancelled, NoPartnerFirm, ReprintNeedsReason
from hvacdesk.store.jobs import jobs as job_store
from hvacdesk.store.models import Customer, CustomerPhone, Job
from tests.helpers import paper_desk
from tests.helpers.paper import qr_codes, read_text
from tests.helpers.paper_desk import TODAY
from tests.helpers.sample_records import HIDDEN_DIGITS, Person, add_customer

FAX = FaxRequest("052-123-4567", "０５２ー１２３ー４５６７")


@dataclass
class Desk(paper_desk.Desk):
    """One that prints other papers, too."""

    @property
    def others(self) -> OtherPapers:
        return OtherPapers(self.ground.workplace, self.orders)

    def registered(self) -> int:
        return len(self.papers.rows(self.clerk, RegisterQuery()))

    def change_job(self, **values: object) -> None:
        with self.ground.workplace.transaction() as session:
            session.execute(update(Job).where(Job.record_id == self.job).values(**values))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    for made in paper_desk.paper_desk(tmp_path, own_staff=False):
        yield Desk(**vars(made))


class TestSlip:
    def test_it_is_out_until_it_is_shredded_the_same_day(self, desk: Desk) -> None:
        issued = desk.others.contact_slip(desk.clerk, desk.job, english)
        (paper,) = issued.papers
        assert (paper.kind, paper.return_by, paper.holder) == (PaperKind.CONTACT_SLIP, TODAY, "東山設備")
        assert "052-987-6543" in read_text(issued.pdf)
        assert not [word for word in ("柳川", "唐山町", "メゾン") if word in read_text(issued.pdf)]
        assert qr_codes(issued.pdf) == [paper.code]
        desk.papers.printed(desk.clerk, [paper.paper], "Office")
        assert desk.papers.rows(desk.clerk, RegisterQuery(states=AWAY))[0].paper == paper.paper
        desk.papers.register_return(desk.clerk, paper.code, PaperState.SHREDDED)
        assert desk.papers.rows(desk.clerk, RegisterQuery(states=AWAY)) == ()

    @pytest.mark.parametrize(("on", "until"), [(1, 1), (0, 0), (-1, 0)], ids=["ahead", "today", "late"])
    def test_it_may_be_out_on_the_day_of_the_work(self, desk: Desk, on: int, until: int) -> None:
        today = date.fromisoformat(TODAY)
        day, last = (str(today + timedelta(days=days)) for days in (on, until))
        desk.change_job(on=day)
        (paper,) = desk.others.contact_slip(desk.clerk, desk.job, english).papers
        assert paper.return_by == last

    def test_the_log_names_field_and_reason_and_no_number(self, desk: Desk) -> None:
        desk.others.contact_slip(desk.clerk, desk.job, english)
        (entry,) = desk.log(Action.PAPER_REGISTERED)
        assert (entry["fields"], entry["reason"]) == (["phone"], "todays_job")
        assert not HIDDEN_DIGITS.search(str(entry))

    def test_the_resident_is_called_where_there_is_one(self, desk: Desk) -> None:
        with desk.ground.workplace.transaction() as session:
            resident = add_customer(session, Person(family="住人", phone="090-1111-2222"))
            job_store.job(session, desk.job).resident_id = resident.id
            number = resident.number
        issued = desk.others.contact_slip(desk.clerk, desk.job, english)
        assert "090-1111-2222" in read_text(issued.pdf)
        assert issued.papers[0].customer_number == number

    def test_it_names_nobody_in_the_name_of_the_firm(self, desk: Desk) -> None:
        desk.change_job(partner_firm="東山設備（柳川美沙緒様紹介）")
        issued = desk.others.contact_slip(desk.clerk, desk.job, english)
        text = read_text(issued.pdf)
        assert "東山設備" in text
        assert "美沙緒" not in text
        assert "美沙緒" not in issued.papers[0].holder

    def test_what_stops_it_leaves_no_trace(self, desk: Desk) -> None:
        desk.change_job(state=JobState.CANCELLED.value)
        with pytest.raises(JobCancelled):
            desk.others.contact_slip(desk.clerk, desk.job, english)
        desk.change_job(state=JobState.ARRANGED.value)
        with desk.ground.workplace.transaction() as session:
            session.query(CustomerPhone).delete()
        with pytest.raises(NoPhone):
            desk.others.contact_slip(desk.clerk, desk.job, english)
        assert desk.registered() == 0

    @pytest.mark.parametrize("role", [Role.ACCOUNTING, Role.TECHNICIAN, Role.INSPECTOR])
    def test_who_may_not(self, desk: Desk, role: Role) -> None:
        with pytest.raises(NotPermitted):
            desk.others.contact_slip(desk.by(role), desk.job, english)


class TestAddressed:
    def test_label_and_envelope_are_handed_over_by_being_printed(self, desk: Desk) -> None:
        for issued, kind in (
            (desk.others.labels(desk.clerk, [desk.customer], "12", 3, english), PaperKind.LABEL),
            (desk.others.envelope(desk.clerk, desk.customer, english), PaperKind.ENVELOPE),
        ):
            (paper,) = issued.papers
            assert paper.kind is kind
            assert "柳川 美沙緒" in read_text(issued.pdf)
            desk.papers.printed(desk.clerk, [paper.paper], "Office")
            assert desk.papers.find(desk.clerk, paper.paper).state is PaperState.HANDED_OVER
        entry = desk.log(Action.PAPER_REGISTERED)[0]
        assert (entry["fields"], entry["reason"]) == (["name", "address"], "document")

    def test_post_for_the_addressee_alone_is_marked_so(self, desk: Desk) -> None:
        for confidential in (False, True):
            labels = desk.others.labels(
                desk.clerk, [desk.customer], "12", 0, english, confidential=confidential
            )
            envelope = desk.others.envelope(desk.clerk, desk.customer, english, confidential=confidential)
            again = desk.others.labels_again(
                desk.clerk,
                [labels.papers[0].paper],
                "12",
                0,
                english,
                LabelShift(1, 0),
                confidential=confidential,
            )
            for pdf in (labels.pdf, again, envelope.pdf):
                assert ("confidential" in read_text(pdf)) is confidential

    def test_labels_are_drawn_again_while_they_wait_for_the_printer(self, desk: Desk) -> None:
        (paper,) = desk.others.labels(desk.clerk, [desk.customer], "12", 0, english).papers
        further = LabelShift(2, 0)

        def again(actor: Actor, *papers: str) -> bytes:
            return desk.others.labels_again(actor, papers, "12", 0, english, further)

        assert "柳川 美沙緒" in read_text(again(desk.clerk, paper.paper))
        assert desk.registered() == 1
        for refused, ask in (
            (RecordGone, lambda: again(desk.clerk, "f" * 32)),
            (NotPermitted, lambda: again(desk.by(Role.TECHNICIAN), paper.paper)),
            (NotPermitted, lambda: again(desk.by(Role.ACCOUNTING), paper.paper, paper.paper)),
        ):
            with pytest.raises(refused):
                ask()
        desk.papers.printed(desk.clerk, [paper.paper], "Office")
        with pytest.raises(RecordGone):
            again(desk.clerk, paper.paper)

    def test_accounting_addresses_the_one_document_at_hand(self, desk: Desk) -> None:
        accounting = desk.by(Role.ACCOUNTING)
        assert desk.others.envelope(accounting, desk.customer, english).papers
        assert desk.others.labels(accounting, [desk.customer], "12", 0, english).papers
        with pytest.raises(NotPermitted):
            desk.others.labels(accounting, [desk.customer, desk.customer], "12", 0, english)

    @pytest.mark.parametrize("role", [Role.TECHNICIAN, Role.INSPECTOR])
    def test_who_may_not(self, desk: Desk, role: Role) -> None:
        with pytest.raises(NotPermitted):
            desk.others.envelope(desk.by(role), desk.customer, english)

    def test_without_an_address_nobody_is_registered(self, desk: Desk) -> None:
        with desk.ground.workplace.transaction() as session:
            nowhere = add_customer(session, Person())
            empty = dict.fromkeys(("prefecture", "city", "town", "street", "building", "postal_code"), "")
            session.execute(update(Customer).where(Customer.id == nowhere.id).values(**empty))
            record = nowhere.record_id
        with pytest.raises(NoAddress):
            desk.others.labels(desk.clerk, [desk.customer, record], "12", 0, english)
        assert desk.registered() == 0

    def test_what_a_printer_needs_is_remembered_for_the_office_and_logged_once(self, desk: Desk) -> None:
        sheets, shift = desk.others.sheets, LabelShift(1.5, -0.5)
        for _ in range(2):
            sheets.keep(desk.clerk, "Office", "12", shift)
        sheets.keep(desk.clerk, "Office", "24", LabelShift())
        assert sheets.shifts(desk.by(Role.ACCOUNTING)) == {("Office", "12"): shift}
        assert [entry["fields"] for entry in desk.log(Action.OFFICE_CHANGED)] == [["label_shifts"]]
        assert desk.others.labels(desk.clerk, [desk.customer], "12", 0, english, shift).papers
        assert sheets.trial(desk.clerk, "12", shift, english).startswith(b"%PDF")
        assert len(desk.log(Action.PAPER_REGISTERED)) == 1, "a trial names nobody"

    def test_what_another_pc_remembers_of_its_printer_meanwhile_stays(
        self, desk: Desk, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        sheets, shift = desk.others.sheets, LabelShift(1.5, -0.5)
        sheets.keep(desk.clerk, "Office", "12", shift)
        with monkeypatch.context() as before_that:
            before_that.setattr(sheets, "shifts", lambda _actor: {})
            sheets.keep(desk.clerk, "Upstairs", "12", LabelShift(0.5, 0))
        kept = sheets.shifts(desk.clerk)
        assert kept == {("Office", "12"): shift, ("Upstairs", "12"): LabelShift(0.5, 0)}

    def test_a_shift_never_pushes_an_address_off_its_label(self, desk: Desk) -> None:
        for far in (LabelShift(right=5.1), LabelShift(down=-5.1), LabelShift(down=float("nan"))):
            for ask in (
                lambda far=far: desk.others.sheets.keep(desk.clerk, "Office", "12", far),
                lambda far=far: desk.others.labels(desk.clerk, [desk.customer], "12", 0, english, far),
            ):
                with pytest.raises(OutOfRange):
                    ask()
        with pytest.raises(NotPermitted):
            desk.others.sheets.trial(desk.by(Role.TECHNICIAN), "12", LabelShift(), english)
        assert desk.registered() == 0

    @pytest.mark.parametrize(("sheet", "first"), [("13", 0), ("12", 12), ("12", -1)])
    def test_impossible_sheets(self, desk: Desk, sheet: str, first: int) -> None:
        with pytest.raises(InvalidInput):
            desk.others.labels(desk.clerk, [desk.customer], sheet, first, english)
        assert desk.registered() == 0


class TestFax:
    def test_cover_and_copy_are_registered_together(self, desk: Desk) -> None:
        paper, order = desk.others.fax(desk.clerk, desk.job, FAX, english)
        text = read_text(paper.pdf)
        assert "052-123-4567" in text
        assert order.copies[0].code in qr_codes(paper.pdf, page=2)
        assert paper.papers[0].return_by == TODAY
        desk.papers.printed(desk.clerk, [paper.papers[0].paper], "Office")
        desk.orders.printed(desk.clerk, [order.copies[0].copy], "Office")
        out = desk.papers.rows(desk.clerk, RegisterQuery(states=AWAY))
        assert {row.kind for row in out} == {PaperKind.FAX, PaperKind.WORK_ORDER}

    def test_its_cover_hides_what_the_copy_behind_it_hides(self, desk: Desk) -> None:
        desk.change_job(partner_firm="東山設備（柳川美沙緒様紹介）")
        remark = "柳川美沙緒様 052-987-6543 へ到着前に電話、鍵は4826"
        paper, order = desk.others.fax(desk.clerk, desk.job, replace(FAX, remark=remark), english)
        text = read_text(paper.pdf)
        assert "柳川●●●様 ●●● へ到着前に電話、鍵は●●●" in text
        assert not [hidden for hidden in ("美沙緒", "987-6543", "4826") if hidden in text]
        assert "東山設備（柳川●●●様紹介）" in (paper.papers[0].holder, order.copies[0].holder)
        assert paper.papers[0].holder == order.copies[0].holder

    @pytest.mark.parametrize("again", ["052-123-4576", "", "052-123-45"])
    def test_numbers_that_differ_register_nothing(self, desk: Desk, again: str) -> None:
        with pytest.raises(FaxNumbersDiffer):
            desk.others.fax(desk.clerk, desk.job, FaxRequest("052-123-4567", again), english)
        assert desk.registered() == 0

    @pytest.mark.parametrize(
        ("request_", "field"),
        [
            (FaxRequest("123", "123"), "number"),
            (FaxRequest("052-123-4567", "052-123-4567", "あ" * 121), "remark"),
            (FaxRequest("052-123-4567", "052-123-4567", "4111 1111 1111 1111"), "remark"),
        ],
    )
    def test_what_cannot_be_sent(self, desk: Desk, request_: FaxRequest, field: str) -> None:
        with pytest.raises(InvalidInput) as refused:
            desk.others.fax(desk.clerk, desk.job, request_, english)
        assert refused.value.field == field
        assert desk.registered() == 0

    def test_a_second_one_asks_why(self, desk: Desk) -> None:
        desk.others.fax(desk.clerk, desk.job, FAX, english)
        with pytest.raises(ReprintNeedsReason):
            desk.others.fax(desk.clerk, desk.job, FAX, english)
        assert desk.registered() == 2
        _paper, order = desk.others.fax(desk.clerk, desk.job, FAX, english, reason=ReprintReason.SPOILED)
        assert order.copies[0].state is CopyState.PRINTING

    def test_without_a_partner_firm_there_is_nobody_to_send_it_to(self, desk: Desk) -> None:
        desk.change_job(partner_firm="")
        with pytest.raises(NoPartnerFirm):
            desk.others.fax(desk.clerk, desk.job, FAX, english)
        assert desk.registered() == 0
