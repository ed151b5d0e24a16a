"""Issuing work orders: what a copy shows, how copies are numbered, and where the register says they are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from secrets import token_hex

import pytest
from sqlalchemy import delete, select, update

from hvacdesk.domain.customers.customers import PaymentMethod
from hvacdesk.domain.errors import InvalidInput, NotPermitted, RecordGone
from hvacdesk.domain.jobs.jobs import JobState, WorkItem
from hvacdesk.domain.office.office import LegalForm, OfficeFacts
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.papers.copy_codes import WrongCopyCode
from hvacdesk.domain.papers.register import PaperCounts
from hvacdesk.domain.papers.work_orders import CopyState, Profile, ReprintReason
from hvacdesk.domain.roles import Role
from hvacdesk.domain.text.wording import english
from hvacdesk.services.jobs.jobs import Jobs
from hvacdesk.services.language import words_for
from hvacdesk.services.papers import work_orders
from hvacdesk.services.papers.paper_names import UnknownCopy
from hvacdesk.services.papers.register import Papers
from hvacdesk.services.papers.work_order_issuing import (
    JobCancelled,
    NoPartnerFirm,
    ReprintNeedsReason,
    return_day,
)
from hvacdesk.services.papers.work_orders import CopyShredded, WorkOrders
from hvacdesk.store.models import (
    Customer,
    CustomerCaution,
    CustomerContact,
    CustomerPhone,
    Invoice,
    Job,
    JobItem,
)
from hvacdesk.store.office import first_week, office
from hvacdesk.store.oversight import audit_log
from tests.helpers.ground import Ground, new_ground
from tests.helpers.paper import qr_codes, read_text
from tests.helpers.sabotage import replaced
from tests.helpers.sample_records import HIDDEN_DIGITS, Person, add_customer, add_job

PERSON = Person(
    access="着いたら ０５２‐９８７‐６５４３ へ。鍵は4826", attends="柳川美沙緒", note="misao@yanagawa.example"
)
ALL = tuple(Profile)
TODAY = "2026-11-24"


@dataclass
class Desk:
    """A ground with one job of today."""

    ground: Ground
    orders: WorkOrders
    job: str
    number: str


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    ground = new_ground(tmp_path)
    with ground.workplace.transaction() as session:
        office.save_facts(
            session,
            OfficeFacts("唐山空調", "052-111-2222", "名古屋市", LegalForm.COMPANY, 3, privacy_manager="青木"),
        )
        customer = add_customer(session, PERSON)
        technician = ground.people[Role.TECHNICIAN].account
        job = add_job(
            session,
            customer,
            PERSON,
            state=JobState.ARRANGED,
            on=TODAY,
            staff=technician,
            partner_firm="東山設備",
            detail="美沙緒様の希望で裏側 052 987 6543",
        )
        found = Desk(ground, WorkOrders(ground.workplace), job.record_id, job.number)
    yield found
    ground.close()


def log_of(desk: Desk, action: Action) -> list[dict[str, object]]:
    with desk.ground.workplace.reading() as session:
        return [entry.details for entry in audit_log.entries(session, limit=50, action=action)]


def other_job(desk: Desk, **values: object) -> str:
    with desk.ground.workplace.transaction() as session:
        options: dict[str, object] = {"state": JobState.ARRANGED, "on": TODAY} | values
        return add_job(session, add_customer(session, PERSON), PERSON, **options).record_id  # type: ignore[arg-type]


@pytest.mark.parametrize("profile", [Profile.TECHNICIAN, Profile.PARTNER])
def test_copies_that_leave_the_office_hide_what_their_profile_hides_even_in_free_text(
    desk: Desk, profile: Profile
) -> None:
    text = read_text(desk.orders.issue(desk.ground.desk, desk.job, [profile], english).pdf)
    assert "柳川" in text
    assert "唐山町" in text
    assert not HIDDEN_DIGITS.search(text)
    for hidden in ("美沙緒", "９８７", "yanagawa.example", "4826", "キーボックス"):
        assert hidden not in text


@pytest.mark.parametrize("profile", ALL)
def test_what_the_customer_reports_is_on_the_copies_of_who_goes_there_without_what_they_hide(
    desk: Desk, profile: Profile
) -> None:
    with desk.ground.workplace.transaction() as session:
        job = session.scalars(select(Job)).one()
        detail = "冷えない。美沙緒様に０５２‐９８７‐６５４３で確認"
        job.items = [*job.items, JobItem(item=WorkItem.REPORTED, detail=detail)]
    text = read_text(desk.orders.issue(desk.ground.desk, desk.job, [profile], words_for("ja")).pdf)
    goes_there = profile is not Profile.CUSTOMER
    assert ("冷えない" in text) is goes_there
    assert ("お客様のお申し出" in text) is goes_there
    if profile is not Profile.CUSTOMER:
        assert "９８７" not in text
        assert "美沙緒" not in text


def test_a_technicians_pdf_holds_no_hidden_value_outside_its_text_either(desk: Desk) -> None:
    from io import BytesIO

    from pypdf import PdfReader

    pdf = desk.orders.issue(desk.ground.desk, desk.job, [Profile.TECHNICIAN], english).pdf
    document = PdfReader(BytesIO(pdf))
    streams = b"".join(page.get_contents().get_data() for page in document.pages)
    everything = pdf + streams + repr(document.metadata).encode()
    for hidden in ("美沙緒", "9876543", "987-6543", "misao", "4826"):
        assert hidden.encode() not in everything
        assert hidden.encode("utf-16-be") not in everything


def test_the_customers_copy_is_complete_and_the_office_copy_is_masked(desk: Desk) -> None:
    customers = read_text(desk.orders.issue(desk.ground.desk, desk.job, [Profile.CUSTOMER], english).pdf)
    assert "美沙緒" in customers
    offices = read_text(desk.orders.issue(desk.ground.desk, desk.job, [Profile.OFFICE], english).pdf)
    assert "●●" in offices
    for hidden in ("美沙緒", "メゾン", "41-7"):
        assert hidden not in offices


@pytest.mark.parametrize(
    ("method", "collected"),
    [
        (PaymentMethod.CASH, True),
        (PaymentMethod.CARD, True),
        (PaymentMethod.DEBIT, False),
        (PaymentMethod.TRANSFER, False),
        (PaymentMethod.INVOICE, False),
    ],
)
def test_money_is_collected_from_those_who_pay_at_the_site(
    desk: Desk, method: PaymentMethod, collected: bool
) -> None:
    with desk.ground.workplace.transaction() as session:
        session.execute(update(Customer).values(payment_method=method.value))
        session.execute(update(Job).values(amount_to_collect=88_000))
        session.execute(update(Invoice).values(gross_yen=88_000, open_yen=88_000))  # nothing was paid yet
    ja = words_for("ja")
    technicians = read_text(desk.orders.issue(desk.ground.desk, desk.job, [Profile.TECHNICIAN], ja).pdf)
    assert ("集金額 ¥88,000" in technicians, "集金なし" in technicians) == (collected, not collected)
    customers = read_text(desk.orders.issue(desk.ground.desk, desk.job, [Profile.CUSTOMER], ja).pdf)
    assert "お支払い額 ¥88,000" in customers
    detail = Jobs(desk.ground.workplace).detail(desk.ground.desk, desk.job)
    assert (detail.amount_to_collect, detail.paid_on_site) == (88_000, collected)


@pytest.mark.parametrize(
    ("method", "amount", "said"),
    [
        (PaymentMethod.CASH, None, "集金額未定"),
        (PaymentMethod.CARD, None, "集金額未定"),
        (PaymentMethod.UNKNOWN, None, "集金額未定"),
        (PaymentMethod.UNKNOWN, 0, "集金なし"),
        (PaymentMethod.CASH, 0, "集金なし"),
        (PaymentMethod.DEBIT, None, "集金なし"),
        (PaymentMethod.INVOICE, 33_000, "集金なし"),
    ],
)
def test_an_amount_that_nobody_entered_is_not_nothing_to_collect(
    desk: Desk, method: PaymentMethod, amount: int | None, said: str
) -> None:
    with desk.ground.workplace.transaction() as session:
        session.execute(update(Customer).values(payment_method=method.value))
        session.execute(update(Job).values(amount_to_collect=amount))
    order = desk.orders.issue(desk.ground.desk, desk.job, [Profile.TECHNICIAN], words_for("ja"))
    text = read_text(order.pdf)
    assert [one for one in ("集金額未定", "集金なし") if one in text] == [said]
    assert "¥" not in text


def test_nothing_is_said_to_be_collected_while_the_way_of_paying_is_not_known(desk: Desk) -> None:
    """What the customer owes is on their own copy all the same."""
    with desk.ground.workplace.transaction() as session:
        session.execute(update(Customer).values(payment_method=PaymentMethod.UNKNOWN.value))
        session.execute(update(Job).values(amount_to_collect=88_000))
        session.execute(update(Invoice).values(gross_yen=88_000, open_yen=88_000))  # nothing was paid yet
    ja = words_for("ja")
    technicians = read_text(desk.orders.issue(desk.ground.desk, desk.job, [Profile.TECHNICIAN], ja).pdf)
    assert ("集金額未定" in technicians, "¥" in technicians) == (True, False)
    customers = desk.orders.issue(desk.ground.desk, desk.job, [Profile.CUSTOMER], ja)
    assert "お支払い額 ¥88,000" in read_text(customers.pdf)


def test_each_page_carries_its_copys_code_as_qr(desk: Desk) -> None:
    issued = desk.orders.issue(desk.ground.desk, desk.job, ALL, english)
    codes = [qr_codes(issued.pdf, page)[0] for page in range(1, 5)]
    assert codes == [copy.code for copy in issued.copies]


def test_copies_are_numbered_through_and_struck_numbers_are_not_given_again(desk: Desk) -> None:
    first = desk.orders.issue(desk.ground.desk, desk.job, ALL, english)
    assert [(copy.copy_number, copy.copies) for copy in first.copies] == [(1, 4), (2, 4), (3, 4), (4, 4)]
    desk.orders.not_printed(desk.ground.desk, [copy.copy for copy in first.copies])
    again = desk.orders.issue(desk.ground.desk, desk.job, ALL, english)
    assert [copy.copy_number for copy in again.copies] == [5, 6, 7, 8]
    register = desk.orders.copies(desk.ground.desk, job=desk.job)
    assert [copy.state for copy in register].count(CopyState.STRUCK) == 4
    assert len({copy.code for copy in register}) == 8


def test_copies_that_were_only_looked_at_leave_the_register_and_give_their_numbers_back(desk: Desk) -> None:
    by = desk.ground.desk
    for _look in range(3):
        looked = desk.orders.issue(by, desk.job, ALL, english)
        assert [(copy.copy_number, copy.copies) for copy in looked.copies] == [(n, 4) for n in (1, 2, 3, 4)]
        assert desk.orders.not_printed(by, [copy.copy for copy in looked.copies], sent=False) == ()
        assert desk.orders.copies(by, job=desk.job) == ()
    printed = desk.orders.issue(by, desk.job, ALL[:1], english).copies[0]
    desk.orders.printed(by, [printed.copy], "p")
    looked = desk.orders.issue(by, desk.job, ALL[1:], english)
    assert desk.orders.not_printed(by, [copy.copy for copy in looked.copies], sent=False) == ()
    again = desk.orders.issue(by, desk.job, ALL[1:], english)
    assert [(copy.copy_number, copy.copies) for copy in again.copies] == [(2, 4), (3, 4), (4, 4)]
    (left,) = desk.orders.not_printed(by, [printed.copy], sent=False)
    assert left.state is CopyState.OUT, "what is on paper stays"


def test_a_number_is_given_back_only_if_it_is_the_jobs_last(desk: Desk) -> None:
    by = desk.ground.desk
    first = desk.orders.issue(by, desk.job, (Profile.TECHNICIAN,), english).copies[0]
    second = desk.orders.issue(by, desk.job, (Profile.CUSTOMER,), english).copies[0]
    desk.orders.not_printed(by, [first.copy], sent=False)
    states = {copy.copy_number: copy.state for copy in desk.orders.copies(by, job=desk.job)}
    assert states == {1: CopyState.STRUCK, 2: CopyState.PRINTING}
    desk.orders.not_printed(by, [second.copy], sent=False)
    assert desk.orders.issue(by, desk.job, (Profile.OFFICE,), english).copies[0].copy_number == 2


def test_the_numbers_of_each_job_of_a_day_are_given_back_by_themselves(desk: Desk) -> None:
    by, other = desk.ground.desk, other_job(desk)
    printed = desk.orders.issue(by, other, (Profile.CUSTOMER,), english).copies[0]
    desk.orders.printed(by, [printed.copy], "p")
    chosen = {desk.job: (Profile.OFFICE,), other: (Profile.OFFICE,)}
    for _look in range(2):
        issued = desk.orders.issue_day(by, date.fromisoformat(TODAY), chosen, english)
        assert {copy.job: copy.copy_number for copy in issued.copies} == {desk.job: 1, other: 2}
        desk.orders.not_printed(by, [copy.copy for copy in issued.copies], sent=False)
    assert [copy.copy for copy in desk.orders.copies(by)] == [printed.copy]


def test_the_log_says_that_the_numbers_of_what_was_only_looked_at_are_free(desk: Desk) -> None:
    by = desk.ground.desk
    copies = [copy.copy for copy in desk.orders.issue(by, desk.job, ALL[:2], english).copies]
    desk.orders.not_printed(by, copies, sent=False)
    facts = {"state": "struck", "copies": [1, 2], "profiles": ["technician", "partner"]}
    assert log_of(desk, Action.COPY_CHANGED) == [facts | {"numbers_free": True, "taken_out": copies}]
    desk.orders.not_printed(by, [desk.orders.issue(by, desk.job, ALL[:1], english).copies[0].copy])
    assert "numbers_free" not in log_of(desk, Action.COPY_CHANGED)[0]


def test_a_job_whose_copies_were_all_struck_counts_as_not_printed(desk: Desk) -> None:
    def of_today() -> tuple[int, bool]:
        (row,) = Jobs(desk.ground.workplace).day(desk.ground.desk, date.fromisoformat(TODAY))
        return row.copies_out, row.work_order_issued

    for road in (desk.orders.not_printed, desk.orders.did_not_come_out):
        issued = desk.orders.issue(desk.ground.desk, desk.job, ALL, english)
        assert of_today() == (0, True)
        road(desk.ground.desk, [copy.copy for copy in issued.copies])
        assert of_today() == (0, False)


def test_a_copy_that_did_not_come_out_is_no_printed_work_order_of_the_first_week(desk: Desk) -> None:
    issued = desk.orders.issue(desk.ground.desk, desk.job, [Profile.OFFICE], english)
    copies = [copy.copy for copy in issued.copies]
    desk.orders.printed(desk.ground.desk, copies, "laser")
    with desk.ground.workplace.reading() as session:
        assert first_week.copies(session) == 1
    desk.orders.did_not_come_out(desk.ground.desk, copies)
    with desk.ground.workplace.reading() as session:
        assert first_week.copies(session) == 0


def test_the_copies_of_many_jobs_are_found_under_their_jobs(desk: Desk) -> None:
    issued = desk.orders.issue(desk.ground.desk, desk.job, ALL, english)
    found = desk.orders.copies_of(desk.ground.desk, [desk.job, "0" * 32])
    assert list(found) == [desk.job]
    assert {copy.copy for copy in found[desk.job]} == {copy.copy for copy in issued.copies}


def test_only_the_customers_copy_has_no_return_day_and_is_handed_over_when_printed(desk: Desk) -> None:
    issued = desk.orders.issue(desk.ground.desk, desk.job, ALL, english)
    assert {copy.profile for copy in issued.copies if not copy.return_by} == {Profile.CUSTOMER}
    assert {copy.state for copy in issued.copies} == {CopyState.PRINTING}
    desk.orders.printed(desk.ground.desk, [copy.copy for copy in issued.copies], "laser")
    states = {copy.profile: copy.state for copy in desk.orders.copies(desk.ground.desk, job=desk.job)}
    assert states.pop(Profile.CUSTOMER) is CopyState.HANDED_OVER
    assert states.pop(Profile.OFFICE) is CopyState.KEPT
    assert set(states.values()) == {CopyState.OUT}


def test_a_printed_copy_cannot_be_struck(desk: Desk) -> None:
    issued = desk.orders.issue(desk.ground.desk, desk.job, [Profile.OFFICE], english)
    ids = [copy.copy for copy in issued.copies]
    desk.orders.printed(desk.ground.desk, ids, "laser")
    desk.orders.not_printed(desk.ground.desk, ids)
    assert desk.orders.copies(desk.ground.desk)[0].state is CopyState.KEPT


def test_copies_that_never_left_the_printer_are_struck_on_the_day_and_printed_anew(desk: Desk) -> None:
    issued = desk.orders.issue(desk.ground.desk, desk.job, ALL, english)
    copies = [copy.copy for copy in issued.copies]
    desk.orders.printed(desk.ground.desk, copies, "laser")
    desk.orders.register_return(desk.ground.desk, copies[0], CopyState.KEPT)
    desk.orders.did_not_come_out(desk.ground.desk, copies[:2])
    by_id = {copy.copy: copy.state for copy in desk.orders.copies(desk.ground.desk)}
    assert [by_id[copy] for copy in copies[:2]] == [CopyState.KEPT, CopyState.STRUCK]
    assert CopyState.STRUCK not in [by_id[copy] for copy in copies[2:]]
    again = desk.orders.issue(desk.ground.desk, desk.job, [issued.copies[1].profile], english)
    assert again.copies[0].copy_number == len(copies) + 1


def test_on_a_later_day_a_missing_copy_is_not_struck_any_more(desk: Desk) -> None:
    issued = desk.orders.issue(desk.ground.desk, desk.job, ALL, english)
    copies = [copy.copy for copy in issued.copies]
    desk.orders.printed(desk.ground.desk, copies, "laser")
    desk.ground.clock.pass_time(days=1)
    desk.orders.did_not_come_out(desk.ground.desk, copies)
    assert CopyState.STRUCK not in {copy.state for copy in desk.orders.copies(desk.ground.desk)}


def test_a_reprint_needs_one_of_the_known_reasons(desk: Desk) -> None:
    desk.orders.issue(desk.ground.desk, desk.job, [Profile.TECHNICIAN], english)
    with pytest.raises(ReprintNeedsReason):
        desk.orders.issue(desk.ground.desk, desk.job, [Profile.TECHNICIAN, Profile.OFFICE], english)
    with pytest.raises(InvalidInput):
        desk.orders.issue(desk.ground.desk, desk.job, [Profile.TECHNICIAN], english, reason="柳川様の依頼")
    desk.orders.issue(
        desk.ground.desk, desk.job, [Profile.TECHNICIAN], english, reason=ReprintReason.SPOILED.value
    )
    assert [details["reason"] for details in log_of(desk, Action.WORK_ORDER_ISSUED)] == ["spoiled", ""]


def test_what_cannot_be_printed_is_refused(desk: Desk) -> None:
    for_nobody = other_job(desk)
    with pytest.raises(NoPartnerFirm):
        desk.orders.issue(desk.ground.desk, for_nobody, [Profile.PARTNER], english)
    called_off = other_job(desk, state=JobState.CANCELLED)
    with pytest.raises(JobCancelled):
        desk.orders.issue(desk.ground.desk, called_off, [Profile.OFFICE], english)
    with pytest.raises(InvalidInput):
        desk.orders.issue(desk.ground.desk, desk.job, [Profile.OFFICE, Profile.OFFICE], english)
    with pytest.raises(RecordGone):
        desk.orders.issue(desk.ground.desk, "f" * 32, [Profile.OFFICE], english)
    assert desk.orders.copies(desk.ground.desk) == ()


def undrawable(*_arguments: object) -> bytes:
    raise RuntimeError


def test_a_page_that_cannot_be_drawn_leaves_no_copy_behind(desk: Desk) -> None:
    with (
        replaced(work_orders, "draw_work_orders", undrawable),
        pytest.raises(RuntimeError),
    ):
        desk.orders.issue(desk.ground.desk, desk.job, ALL, english)
    assert desk.orders.copies(desk.ground.desk) == ()
    assert log_of(desk, Action.WORK_ORDER_ISSUED) == []


@pytest.mark.parametrize("role", [Role.TECHNICIAN, Role.ACCOUNTING, Role.INSPECTOR])
def test_only_desk_and_owner_issue_and_register(desk: Desk, role: Role) -> None:
    actor = desk.ground.people[role]
    with pytest.raises(NotPermitted):
        desk.orders.issue(actor, desk.job, [Profile.OFFICE], english)
    with pytest.raises(NotPermitted):
        desk.orders.issue_day(actor, date(2026, 11, 24), None, english)
    with pytest.raises(NotPermitted):
        desk.orders.copies(actor)
    with pytest.raises(NotPermitted):
        desk.orders.register_return(actor, "1", CopyState.KEPT)


def test_a_days_batch_prints_what_is_still_needed_in_one_document(desk: Desk) -> None:
    desk.orders.issue(desk.ground.desk, desk.job, [Profile.OFFICE], english)
    other = other_job(desk, starts="08:00")
    other_job(desk, state=JobState.CANCELLED)
    other_job(desk, on="2026-11-25")
    batch = desk.orders.issue_day(desk.ground.desk, date(2026, 11, 24), None, english)
    wanted = {order.job: [copy.profile for copy in order.copies] for order in batch.orders}
    assert wanted == {
        other: [Profile.TECHNICIAN, Profile.CUSTOMER, Profile.OFFICE],
        desk.job: [Profile.TECHNICIAN, Profile.PARTNER, Profile.CUSTOMER],
    }
    codes = {code for page in range(1, 7) for code in qr_codes(batch.pdf, page)}
    assert codes == {copy.code for copy in batch.copies}
    with pytest.raises(InvalidInput):
        desk.orders.issue_day(desk.ground.desk, date(2026, 11, 24), None, english)


def test_a_chosen_batch_is_refused_as_a_whole(desk: Desk) -> None:
    other = other_job(desk)
    with pytest.raises(NoPartnerFirm):
        desk.orders.issue_day(
            desk.ground.desk,
            date(2026, 11, 24),
            {desk.job: [Profile.OFFICE], other: [Profile.PARTNER]},
            english,
        )
    assert desk.orders.copies(desk.ground.desk) == ()
    with pytest.raises(RecordGone):
        desk.orders.issue_day(desk.ground.desk, date(2026, 11, 23), {other: [Profile.OFFICE]}, english)


def test_a_scanned_code_is_read_in_every_input_state(desk: Desk) -> None:
    issued = desk.orders.issue(desk.ground.desk, desk.job, ALL, english)
    code = issued.copies[0].code
    wide = "".join(chr(ord(digit) + 0xFEE0) for digit in code)
    row = desk.orders.register_return(desk.ground.desk, f" {wide} ", CopyState.KEPT)
    assert (row.copy, row.state) == (issued.copies[0].copy, CopyState.KEPT)
    with pytest.raises(WrongCopyCode):
        desk.orders.register_return(
            desk.ground.desk, code[:-1] + str((int(code[-1]) + 1) % 10), CopyState.KEPT
        )


def test_a_copy_goes_where_it_can_go(desk: Desk) -> None:
    issued = desk.orders.issue(desk.ground.desk, desk.job, [Profile.TECHNICIAN, Profile.CUSTOMER], english)
    copy = issued.copies[0]
    assert desk.orders.register_return(desk.ground.desk, copy.copy, CopyState.LOST).state is CopyState.LOST
    assert (
        desk.orders.register_return(desk.ground.desk, copy.copy, CopyState.SHREDDED).state
        is CopyState.SHREDDED
    )
    with pytest.raises(CopyShredded):
        desk.orders.register_return(desk.ground.desk, copy.copy, CopyState.KEPT)
    for impossible in (CopyState.HANDED_OVER, CopyState.OUT, CopyState.STRUCK):
        with pytest.raises(InvalidInput):
            desk.orders.register_return(desk.ground.desk, copy.copy, impossible)
    customers = issued.copies[1]
    returned = desk.orders.register_return(desk.ground.desk, customers.code, CopyState.HANDED_OVER)
    assert returned.state is CopyState.HANDED_OVER


def test_an_unknown_copy_is_named_as_such(desk: Desk) -> None:
    from hvacdesk.domain.papers.copy_codes import make_code

    with pytest.raises(UnknownCopy):
        desk.orders.register_return(desk.ground.desk, make_code("2099-0001", 1), CopyState.KEPT)
    with pytest.raises(UnknownCopy):
        desk.orders.printed(desk.ground.desk, ["f" * 32], "laser")


def test_copies_that_did_not_come_back_are_overdue(desk: Desk) -> None:
    issued = desk.orders.issue(desk.ground.desk, desk.job, ALL, english)
    desk.orders.printed(desk.ground.desk, [copy.copy for copy in issued.copies], "laser")
    assert issued.copies[0].return_by == "2026-11-25"
    desk.ground.clock.pass_time(days=1)
    assert desk.orders.overdue(desk.ground.desk) == ()
    desk.ground.clock.pass_time(days=1)
    assert {copy.profile for copy in desk.orders.overdue(desk.ground.desk)} == {
        Profile.TECHNICIAN,
        Profile.PARTNER,
    }
    desk.orders.register_return(desk.ground.desk, issued.copies[0].code, CopyState.KEPT)
    assert len(desk.orders.overdue(desk.ground.desk)) == 1


def test_return_days_skip_weekends_holidays_and_the_year_end() -> None:
    today = date(2026, 11, 1)
    assert return_day("2026-11-20", today) == "2026-11-24"  # Friday before Labour Thanksgiving Day, a Monday
    assert return_day("2026-12-28", today) == "2027-01-04"
    assert return_day("", today) == "2026-11-02"
    assert return_day("2026-10-01", today) == "2026-11-02"


def test_the_log_says_what_was_printed_without_naming_anyone(desk: Desk) -> None:
    issued = desk.orders.issue(desk.ground.desk, desk.job, ALL, english)
    desk.orders.printed(desk.ground.desk, [copy.copy for copy in issued.copies], "laser")
    desk.orders.register_return(desk.ground.desk, issued.copies[0].code, CopyState.LOST, "柳川様宅に忘れた")
    with desk.ground.workplace.reading() as session:
        written = repr(audit_log.entries(session, limit=50))
    assert "copies" in written
    for personal in ("柳川", "美沙緒", "唐山"):
        assert personal not in written


def test_the_contact_is_met_by_family_name_alone(desk: Desk) -> None:
    person = replace(PERSON, attends="")
    with desk.ground.workplace.transaction() as session:
        firm = add_customer(session, person, organisation="東山病院", kind="organisation")
        contact = CustomerContact(customer_id=firm.id, family_name="長谷川", given_name="真由美")
        session.add(contact)
        session.flush()
        options: dict[str, object] = {"state": JobState.ARRANGED, "on": TODAY, "contact_id": contact.id}
        job = add_job(session, firm, person, detail="長谷川真由美様の指示", **options).record_id  # type: ignore[arg-type]
    text = read_text(desk.orders.issue(desk.ground.desk, job, [Profile.TECHNICIAN], english).pdf)
    assert "長谷川" in text
    assert "真由美" not in text


@pytest.mark.parametrize("profile", list(Profile))
def test_cautions_are_printed_for_those_who_go_there_without_what_the_copy_hides(
    desk: Desk, profile: Profile
) -> None:
    with desk.ground.workplace.transaction() as session:
        (customer,) = session.scalars(select(Customer))
        customer.cautions = [CustomerCaution(kind="ring_twice", detail="美沙緒さん在宅")]
    text = read_text(desk.orders.issue(desk.ground.desk, desk.job, [profile], english).pdf)
    assert ("Ring twice and wait" in text) is (profile in {Profile.TECHNICIAN, Profile.PARTNER})
    assert "美沙緒さん" not in text


@pytest.mark.parametrize(("language", "said"), [("ja", "登録なし"), ("en", "none registered")])
def test_a_missing_phone_is_said_on_the_paper_and_on_the_job(desk: Desk, language: str, said: str) -> None:
    words, jobs = words_for(language), Jobs(desk.ground.workplace)
    assert not jobs.detail(desk.ground.desk, desk.job).no_phone
    profiles = [Profile.TECHNICIAN, Profile.OFFICE, Profile.CUSTOMER]
    there = read_text(desk.orders.issue(desk.ground.desk, desk.job, profiles, words).pdf)
    assert said not in there
    with desk.ground.workplace.transaction() as session:
        session.execute(delete(CustomerPhone))
    assert jobs.detail(desk.ground.desk, desk.job).no_phone
    order = desk.orders.issue(desk.ground.desk, desk.job, profiles, words, reason="spoiled")
    pages = read_text(order.pdf).split("\f")
    assert [said in page for page in pages[:3]] == [True, True, False]


def test_until_a_printer_took_them_copies_wait_and_none_is_out(desk: Desk) -> None:
    desk_clerk = desk.ground.people[Role.DESK]
    order = desk.orders.issue(desk_clerk, desk.job, (Profile.TECHNICIAN, Profile.OFFICE), english)
    assert {copy.state for copy in order.copies} == {CopyState.PRINTING}
    assert desk.orders.copies(desk_clerk, only_out=True) == ()
    row = Jobs(desk.ground.workplace).day(desk_clerk, date.fromisoformat(TODAY))[0]
    assert (row.copies_out, row.copies_waiting, row.work_order_printed) == (0, 2, False)
    papers = Papers(desk.ground.workplace, desk.orders)
    assert papers.counts(desk_clerk) == PaperCounts(printing=2)
    assert [paper.paper for paper in papers.unprinted(desk_clerk)] == [
        copy.copy for copy in order.copies[::-1]
    ]
    desk.orders.printed(desk_clerk, [copy.copy for copy in order.copies], "p")
    states = {copy.profile: copy.state for copy in desk.orders.copies(desk_clerk, job=desk.job)}
    assert states == {Profile.TECHNICIAN: CopyState.OUT, Profile.OFFICE: CopyState.KEPT}
    assert papers.unprinted(desk_clerk) == ()


def test_the_evening_sheet_asks_for_copies_that_were_perhaps_printed(desk: Desk) -> None:
    """The power failed between registering and printing: perhaps they lie in the tray."""
    clerk = desk.ground.people[Role.DESK]
    order = desk.orders.issue(clerk, desk.job, (Profile.TECHNICIAN, Profile.OFFICE), english)
    papers = Papers(desk.ground.workplace, desk.orders)
    text = " ".join(read_text(papers.day_sheet(clerk, english)).split())
    assert "Perhaps printed: look for them, and register what became of each (2)" in text
    assert text.count(order.number) == 2
    ids = [copy.copy for copy in order.copies]
    papers.settle_unprinted(clerk, ids, ids)
    text = read_text(papers.day_sheet(clerk, english))
    assert "Perhaps printed" not in text
    assert order.number not in text


def test_what_became_of_copies_whose_printing_was_cut_off_is_said_on_any_day(desk: Desk) -> None:
    clerk = desk.ground.people[Role.DESK]
    order = desk.orders.issue(
        clerk, desk.job, (Profile.TECHNICIAN, Profile.CUSTOMER, Profile.OFFICE), english
    )
    papers = Papers(desk.ground.workplace, desk.orders)
    desk.ground.clock.pass_time(days=2)
    ids = [copy.copy for copy in order.copies]
    papers.settle_unprinted(clerk, ids, ids[:1])
    states = {copy.profile: copy.state for copy in desk.orders.copies(clerk, job=desk.job)}
    assert states == {
        Profile.TECHNICIAN: CopyState.STRUCK,
        Profile.CUSTOMER: CopyState.HANDED_OVER,
        Profile.OFFICE: CopyState.KEPT,
    }
    papers.settle_unprinted(clerk, ids, ids)  # settled already: it stays
    assert {copy.profile: copy.state for copy in desk.orders.copies(clerk, job=desk.job)} == states
    again = desk.orders.issue(clerk, desk.job, (Profile.TECHNICIAN,), english)  # needs no reason
    papers.settle_unprinted(clerk, [again.copies[0].copy], [again.copies[0].copy])
    assert papers.unprinted(clerk) == ()


def test_a_copy_that_was_struck_while_its_preview_was_open_is_on_paper_once_printed(desk: Desk) -> None:
    clerk = desk.ground.people[Role.DESK]
    copy = desk.orders.issue(clerk, desk.job, (Profile.TECHNICIAN,), english).copies[0].copy
    Papers(desk.ground.workplace, desk.orders).settle_unprinted(clerk, [copy], [copy])
    desk.orders.printed(clerk, [copy], "p")
    assert [one.state for one in desk.orders.copies(clerk, job=desk.job)] == [CopyState.OUT]


def test_what_a_try_without_an_answer_registered_is_struck_by_the_next_one_of_the_same_person(
    desk: Desk,
) -> None:
    by, first, second = desk.ground.people[Role.DESK], token_hex(16), token_hex(16)
    orders = desk.orders
    orders.issue(by, desk.job, (Profile.OFFICE,), english, order=first)
    other = orders.issue(by, desk.job, (Profile.CUSTOMER,), english)
    orders.issue(desk.ground.people[Role.OWNER], desk.job, (Profile.TECHNICIAN,), english, order=second)
    made = orders.issue(
        by, desk.job, (Profile.OFFICE,), english, order=token_hex(16), unheard=(first, second)
    )
    states = {copy.copy_number: copy.state for copy in orders.copies(by, job=desk.job)}
    assert states == {
        1: CopyState.STRUCK,
        2: CopyState.PRINTING,
        3: CopyState.PRINTING,
        4: CopyState.PRINTING,
    }
    assert (other.copies[0].copy_number, made.copies[0].copy_number) == (2, 4)


@pytest.mark.parametrize("order", ["twice", "x", "A" * 32, "0" * 33])
def test_copies_are_registered_under_a_new_record_id_only(desk: Desk, order: str) -> None:
    by = desk.ground.people[Role.DESK]
    if order == "twice":
        order = token_hex(16)
        desk.orders.issue(by, desk.job, (Profile.OFFICE,), english, order=order)
    with pytest.raises(InvalidInput):
        desk.orders.issue(by, desk.job, (Profile.CUSTOMER,), english, order=order)


def test_a_try_without_an_answer_uses_up_no_number(desk: Desk) -> None:
    by, first = desk.ground.people[Role.DESK], token_hex(16)
    desk.orders.issue(by, desk.job, (Profile.OFFICE,), english, order=first)
    made = desk.orders.issue(by, desk.job, (Profile.OFFICE,), english, order=token_hex(16), unheard=(first,))
    assert [copy.copy_number for copy in made.copies] == [1]
    assert [copy.copy for copy in desk.orders.copies(by, job=desk.job)] == [made.copies[0].copy]
