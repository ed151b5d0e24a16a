"""The register of all papers: filed, printed, lent, back, lost; and scanners in any keyboard state."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from hvacdesk.domain.clock import stamp
from hvacdesk.domain.errors import (
    BadDate,
    ChangedMeanwhile,
    InvalidInput,
    Missing,
    NotPermitted,
    OutOfRange,
    RecordGone,
    TooLong,
)
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.papers.copy_codes import WrongCopyCode
from hvacdesk.domain.papers.paper_names import SeveralCopies
from hvacdesk.domain.papers.register import (
    AWAY,
    NewPaper,
    PaperKind,
    PaperRow,
    PaperState,
    RegisterQuery,
)
from hvacdesk.domain.papers.work_orders import CopyRow, CopyState, Profile
from hvacdesk.domain.roles import Role
from hvacdesk.domain.text.refused_numbers import CardNumberFound
from hvacdesk.domain.text.wording import english
from hvacdesk.services.incidents.incidents import Incidents
from hvacdesk.services.papers.cabinets import CabinetInUse
from hvacdesk.services.papers.paper_names import UnknownCopy
from hvacdesk.services.papers.register import NotTheCustomers, PaperAway
from hvacdesk.services.papers.work_orders import CopyShredded, NeverPrinted
from hvacdesk.store.customers import customers
from hvacdesk.store.jobs import jobs as job_store
from tests.helpers.paper import read_text
from tests.helpers.paper_desk import TODAY, TOMORROW, Desk, paper_desk
from tests.helpers.printed_papers import print_paper
from tests.helpers.sample_records import Person, add_customer, add_job
from tests.helpers.unseen import UNSEEN

KANA_KEYS = str.maketrans("0123456789p-", "わぬふあうえおやゆよせほ")
FULL_WIDTH = str.maketrans("0123456789p-", "０１２３４５６７８９ｐー")
FRENCH_KEYS = str.maketrans("1234567890", "&é\"'(-è_çà")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    yield from paper_desk(tmp_path)


def test_a_filed_paper_has_a_number_a_cabinet_and_a_key_holder(desk: Desk) -> None:
    owner = desk.by(Role.OWNER)
    cabinet = desk.papers.cabinets.save(owner, "", " 書庫A ", owner.account)
    row = desk.contract(cabinet=cabinet, label="エアコン設置の契約書", dated="2026-11-20")
    assert (row.number, row.state, row.cabinet, row.key_holder) == (
        "P2026-00001",
        PaperState.KEPT,
        "書庫A",
        owner.name,
    )
    assert row.name.text == "柳川 ●●"
    assert desk.papers.cabinets.all(owner)[0].papers == 1
    with pytest.raises(CabinetInUse):
        desk.papers.cabinets.give_up(owner, cabinet)
    desk.papers.put(desk.clerk, row.paper, "")
    desk.papers.cabinets.give_up(owner, cabinet)
    assert desk.papers.cabinets.all(owner) == ()


def test_a_cabinet_counts_what_lies_in_it_alone_and_is_given_up_when_that_is_nothing(desk: Desk) -> None:
    owner = desk.by(Role.OWNER)
    cabinet = desk.papers.cabinets.save(owner, "", "書庫A", owner.account)
    held = NewPaper(PaperKind.HELD, desk.customer, cabinet=cabinet)
    gone = (desk.contract(cabinet=cabinet), desk.papers.file(desk.clerk, held))
    assert desk.papers.cabinets.all(owner)[0].papers == 2
    for paper, state in zip(gone, (PaperState.SHREDDED, PaperState.RETURNED), strict=True):
        desk.papers.register_return(desk.clerk, paper.number, state)
    assert desk.papers.cabinets.all(owner)[0].papers == 0
    desk.papers.cabinets.give_up(owner, cabinet)
    assert desk.papers.cabinets.all(owner) == ()


def test_the_log_holds_no_word_of_what_the_paper_is(desk: Desk) -> None:
    desk.contract(label="柳川様の契約書")
    assert "柳川" not in str(desk.log(Action.PAPER_REGISTERED))


@pytest.mark.parametrize(
    ("values", "field", "refusal"),
    [
        ({"pages": 0}, "pages", OutOfRange),
        ({"label": "あ" * 121}, "label", TooLong),
        ({"dated": "2026-11-25"}, "dated", BadDate),
        ({"dated": "きのう"}, "dated", BadDate),
        ({"return_by": TOMORROW}, "return_by", InvalidInput),
        ({"label": "カード 4111 1111 1111 1111"}, "label", CardNumberFound),
    ],
)
def test_what_cannot_be_filed(
    desk: Desk, values: dict[str, object], field: str, refusal: type[InvalidInput]
) -> None:
    with pytest.raises(refusal) as refused:
        desk.contract(**values)
    assert refused.value.field == field
    assert desk.papers.rows(desk.clerk, RegisterQuery()) == ()


def test_a_job_of_somebody_else_is_refused(desk: Desk) -> None:
    with desk.ground.workplace.transaction() as session:
        other = add_customer(session, Person(family="別人"))
        job = add_job(session, other, Person(family="別人")).record_id
    with pytest.raises(RecordGone):
        desk.contract(job=job)


def test_what_is_due_first_stands_on_top_and_what_nobody_waits_for_below(desk: Desk) -> None:
    later, sooner, kept = (desk.contract() for _paper in range(3))
    (copy,) = desk.orders.issue(desk.clerk, desk.job, (Profile.TECHNICIAN,), english).copies
    desk.orders.printed(desk.clerk, [copy.copy], "Office")
    desk.papers.lend(desk.clerk, later.paper, "作業 三郎", "2026-12-10")
    desk.papers.lend(desk.clerk, sooner.paper, "作業 三郎", "2026-12-01")
    due_today = [copy.copy, sooner.paper, later.paper]
    for days in (0, 3, 30):  # nothing, the copy, and everything is overdue
        desk.ground.clock.pass_time(days=days)
        everything = desk.papers.rows(desk.clerk, RegisterQuery())
        assert [row.paper for row in everything] == [*due_today, kept.paper]
        out = desk.papers.rows(desk.clerk, RegisterQuery(states=AWAY))
        assert [row.paper for row in out] == due_today
    first = desk.papers.rows(desk.clerk, RegisterQuery(states=AWAY, overdue=True, limit=1))
    assert [row.paper for row in first] == [copy.copy]


def test_lending_names_who_and_until_when_and_comes_back_once(desk: Desk) -> None:
    row = desk.contract()
    lent = desk.papers.lend(desk.clerk, row.code, "作業 三郎", TOMORROW)
    assert (lent.state, lent.holder, lent.return_by, lent.overdue) == (
        PaperState.OUT,
        "作業 三郎",
        TOMORROW,
        False,
    )
    with pytest.raises(PaperAway):
        desk.papers.lend(desk.clerk, row.code, "受付", TOMORROW)
    desk.ground.clock.pass_time(days=2)
    assert [one.paper for one in desk.papers.overdue(desk.clerk)] == [row.paper]
    back = desk.papers.register_return(desk.clerk, row.number, PaperState.KEPT)
    assert (back.state, back.holder, back.return_by) == (PaperState.KEPT, "", "")
    assert desk.papers.overdue(desk.clerk) == ()


@pytest.mark.parametrize(
    ("holder", "until", "refusal"),
    [("", TOMORROW, Missing), ("受付", "", Missing), ("受付", "2026-11-23", BadDate)],
)
def test_lending_needs_somebody_and_a_day(
    desk: Desk, holder: str, until: str, refusal: type[InvalidInput]
) -> None:
    row = desk.contract()
    with pytest.raises(refusal):
        desk.papers.lend(desk.clerk, row.paper, holder, until)
    assert desk.papers.find(desk.clerk, row.paper).state is PaperState.KEPT


@pytest.mark.parametrize("keys", [{}, KANA_KEYS, FULL_WIDTH, FRENCH_KEYS])
def test_a_scanner_is_understood_in_every_keyboard_state(desk: Desk, keys: dict[int, str]) -> None:
    row = desk.contract()
    assert desk.papers.find(desk.clerk, row.code.translate(keys)).paper == row.paper


@pytest.mark.parametrize("keys", [{}, KANA_KEYS, FULL_WIDTH])
def test_a_typed_number_is_understood_in_every_input_state(desk: Desk, keys: dict[int, str]) -> None:
    row = desk.contract()
    assert desk.papers.find(desk.clerk, row.number.lower().translate(keys)).paper == row.paper


def test_unknown_and_wrong_codes(desk: Desk) -> None:
    with pytest.raises(UnknownCopy):
        desk.papers.find(desk.clerk, "P2026-00099")
    with pytest.raises(WrongCopyCode):
        desk.papers.find(desk.clerk, "720260009900")


def test_a_printed_paper_counts_as_out_before_it_left_the_printer(desk: Desk) -> None:
    slip = print_paper(
        desk.ground.workplace,
        desk.clerk,
        PaperKind.CONTACT_SLIP,
        desk.customer,
        desk.job,
        return_by=TODAY,
        holder="作業 三郎",
    )
    assert slip.away
    desk.papers.printed(desk.clerk, [slip.paper], "Office")
    assert desk.papers.find(desk.clerk, slip.paper).state is PaperState.OUT
    desk.papers.not_printed(desk.clerk, [slip.paper])
    assert desk.papers.find(desk.clerk, slip.paper).state is PaperState.OUT


def test_what_goes_to_the_customer_is_handed_over_when_printed(desk: Desk) -> None:
    report = print_paper(desk.ground.workplace, desk.clerk, PaperKind.REPORT, desk.customer, desk.job)
    desk.papers.printed(desk.clerk, [report.paper], "Office")
    assert desk.papers.find(desk.clerk, report.paper).state is PaperState.HANDED_OVER
    assert desk.log(Action.PAPER_PRINTED)[0]["printer"] == "Office"


def test_what_was_not_printed_is_struck_and_its_number_never_given_again(desk: Desk) -> None:
    first = print_paper(desk.ground.workplace, desk.clerk, PaperKind.LABEL, desk.customer)
    desk.papers.not_printed(desk.clerk, [first.paper])
    second = print_paper(desk.ground.workplace, desk.clerk, PaperKind.LABEL, desk.customer)
    assert (first.number, second.number) == ("P2026-00001", "P2026-00002")
    assert desk.papers.find(desk.clerk, first.paper).state is PaperState.STRUCK


def test_copies_and_other_papers_are_one_list(desk: Desk) -> None:
    copies = desk.orders.issue(desk.clerk, desk.job, (Profile.PARTNER, Profile.OFFICE), english).copies
    paper = desk.contract()
    everything = desk.papers.rows(desk.clerk, RegisterQuery())
    assert {row.paper for row in everything} == {paper.paper, *(copy.copy for copy in copies)}
    only = desk.papers.rows(desk.clerk, RegisterQuery(kinds=frozenset({PaperKind.WORK_ORDER})))
    assert {row.paper for row in only} == {copy.copy for copy in copies}
    with_him = desk.papers.rows(desk.clerk, RegisterQuery(holder="東山"))
    assert [row.profile for row in with_him] == [Profile.PARTNER]
    kept = desk.papers.rows(desk.clerk, RegisterQuery(states=frozenset({PaperState.KEPT})))
    assert [row.paper for row in kept] == [paper.paper]
    assert len(desk.papers.rows(desk.clerk, RegisterQuery(job=desk.job))) == 3
    assert len(desk.papers.rows(desk.clerk, RegisterQuery(customer=desk.customer))) == 3
    assert len(desk.papers.rows(desk.clerk, RegisterQuery(limit=2))) == 2


def test_a_copy_comes_back_through_the_same_door(desk: Desk) -> None:
    technician, customers = desk.orders.issue(
        desk.clerk, desk.job, (Profile.TECHNICIAN, Profile.CUSTOMER), english
    ).copies
    row = desk.papers.register_return(desk.clerk, technician.code.translate(KANA_KEYS), PaperState.SHREDDED)
    assert (row.kind, row.state) == (PaperKind.WORK_ORDER, PaperState.SHREDDED)
    with pytest.raises(CopyShredded):
        desk.papers.register_return(desk.clerk, technician.code, PaperState.KEPT)
    again = desk.papers.register_return(
        desk.clerk, technician.code, PaperState.KEPT, overrule=PaperState.SHREDDED
    )
    assert again.state is PaperState.KEPT
    other = desk.orders.issue(desk.clerk, desk.job, (Profile.OFFICE,), english).copies[0]
    with pytest.raises(NotTheCustomers):
        desk.papers.register_return(desk.clerk, other.code, PaperState.RETURNED)
    back = desk.papers.register_return(desk.clerk, customers.code, PaperState.RETURNED)
    assert back.state is PaperState.HANDED_OVER
    assert desk.log(Action.COPY_CHANGED)[0]["state"] == CopyState.HANDED_OVER


@pytest.mark.parametrize("state", [PaperState.KEPT, PaperState.SHREDDED, PaperState.LOST])
def test_a_second_scan_says_who_registered_it_when_and_changes_nothing(desk: Desk, state: PaperState) -> None:
    owner = desk.by(Role.OWNER)
    copy = desk.orders.issue(desk.clerk, desk.job, (Profile.TECHNICIAN,), english).copies[0]
    desk.orders.printed(desk.clerk, [copy.copy], "Office")
    lent = desk.papers.lend(desk.clerk, desk.contract().code, "作業 三郎", TOMORROW)
    for code, action in ((copy.code, Action.COPY_CHANGED), (lent.code, Action.PAPER_CHANGED)):
        desk.ground.clock.pass_time(minutes=5)
        first = desk.papers.register_return(owner, code, state)
        assert (first.state, first.known_at, first.known_by) == (state, "", "")
        at, logged = stamp(desk.ground.workplace.now()), len(desk.log(action))
        desk.ground.clock.pass_time(minutes=5)
        for _scan in range(2):
            again = desk.papers.register_return(desk.clerk, code, state)
            assert (again.state, again.known_at, again.known_by) == (state, at, owner.name)
        assert len(desk.log(action)) == logged


def test_a_second_scan_with_a_note_keeps_the_note(desk: Desk) -> None:
    row = desk.contract()
    assert desk.papers.register_return(desk.clerk, row.code, PaperState.KEPT).known_by == desk.clerk.name
    assert desk.papers.register_return(desk.clerk, row.code, PaperState.KEPT, "青い箱").known_at == ""


def test_what_printing_alone_put_away_is_scanned_for_the_first_time(desk: Desk) -> None:
    office, customers = desk.orders.issue(
        desk.clerk, desk.job, (Profile.OFFICE, Profile.CUSTOMER), english
    ).copies
    desk.orders.printed(desk.clerk, [office.copy, customers.copy], "Office")
    desk.ground.clock.pass_time(minutes=5)
    for code, state in ((office.code, PaperState.KEPT), (customers.code, PaperState.RETURNED)):
        assert desk.papers.register_return(desk.clerk, code, state).known_at == ""
        assert desk.papers.register_return(desk.clerk, code, state).known_by == desk.clerk.name


@pytest.mark.parametrize("state", [PaperState.OUT, PaperState.STRUCK, PaperState.PRINTING])
def test_only_what_a_person_can_see_is_registered(desk: Desk, state: PaperState) -> None:
    with pytest.raises(InvalidInput):
        desk.papers.register_return(desk.clerk, desk.contract().code, state)


def test_a_lost_paper_stays_in_sight_until_somebody_responsible_works_on_it(desk: Desk) -> None:
    copy = desk.orders.issue(desk.clerk, desk.job, (Profile.TECHNICIAN,), english).copies[0]
    with desk.ground.workplace.transaction() as session:
        resident = add_customer(session, Person(family="住人"))
        number = resident.number
        job_store.job(session, desk.job).resident_id = resident.id
    desk.papers.register_return(desk.clerk, copy.code, PaperState.LOST)
    desk.papers.register_return(desk.clerk, copy.code, PaperState.LOST)
    (loss,) = desk.papers.losses.waiting(desk.clerk)
    assert loss.profile is Profile.TECHNICIAN
    assert number in loss.customers
    assert len(loss.customers) == 2
    leak_desk = Incidents(desk.ground.workplace, desk.papers)
    with pytest.raises(NotPermitted):
        leak_desk.look_at(desk.clerk, loss.incident)
    desk.papers.register_return(desk.clerk, copy.code, PaperState.KEPT)
    assert desk.papers.losses.waiting(desk.clerk)[0].found_on == TODAY
    owner = desk.by(Role.OWNER)
    leak_desk.look_at(owner, loss.incident)
    leak_desk.look_at(owner, loss.incident)
    assert [one.seen_by for one in desk.papers.losses.waiting(desk.clerk)] == [owner.name]
    with pytest.raises(NotPermitted):
        leak_desk.begin(desk.clerk, loss.incident)
    leak_desk.begin(owner, loss.incident)
    leak_desk.begin(owner, loss.incident)
    assert desk.papers.losses.waiting(desk.clerk) == ()
    assert desk.papers.losses.all(owner)[0].seen_by == owner.name
    for action in (Action.INCIDENT_OPENED, Action.INCIDENT_SEEN, Action.INCIDENT_BEGUN):
        assert len(desk.log(action)) == 1


def test_the_evening_sheet_counts_a_lost_paper_that_was_only_looked_at(desk: Desk) -> None:
    desk.papers.register_return(desk.clerk, desk.contract().code, PaperState.LOST)
    leak_desk, owner = Incidents(desk.ground.workplace, desk.papers), desk.by(Role.OWNER)
    (row,) = leak_desk.all(owner)
    said = "nobody responsible works on it yet: 1"
    leak_desk.look_at(owner, row.incident)
    assert said in read_text(desk.papers.day_sheet(desk.clerk, english))
    leak_desk.begin(owner, row.incident)
    assert said not in read_text(desk.papers.day_sheet(desk.clerk, english))


def test_every_kind_of_lost_paper_is_reported_once(desk: Desk) -> None:
    row = desk.contract()
    desk.papers.register_return(desk.clerk, row.code, PaperState.LOST)
    desk.papers.register_return(desk.clerk, row.code, PaperState.LOST)
    (loss,) = desk.papers.losses.waiting(desk.clerk)
    assert (loss.number, loss.kind, loss.customers) == (
        row.number,
        PaperKind.CONTRACT,
        (row.customer_number,),
    )
    desk.papers.register_return(desk.clerk, row.code, PaperState.KEPT)
    assert desk.papers.losses.waiting(desk.clerk)[0].found_on == TODAY


def test_what_was_sent_and_never_came_out_is_struck_unless_it_came_back(desk: Desk) -> None:
    slip, report = (
        print_paper(desk.ground.workplace, desk.clerk, kind, desk.customer, return_by=until)
        for kind, until in ((PaperKind.CONTACT_SLIP, TODAY), (PaperKind.REPORT, ""))
    )
    desk.papers.printed(desk.clerk, [slip.paper, report.paper], "Office")
    desk.papers.register_return(desk.clerk, slip.code, PaperState.SHREDDED)
    desk.papers.did_not_come_out(desk.clerk, [slip.paper, report.paper])
    assert desk.papers.find(desk.clerk, slip.paper).state is PaperState.SHREDDED
    assert desk.papers.find(desk.clerk, report.paper).state is PaperState.STRUCK


def test_who_may_not(desk: Desk) -> None:
    for role in (Role.TECHNICIAN, Role.INSPECTOR, Role.ACCOUNTING):
        with pytest.raises(NotPermitted):
            desk.papers.rows(desk.by(role), RegisterQuery())
    with pytest.raises(NotPermitted):
        desk.papers.cabinets.save(desk.clerk, "", "書庫", "")


@pytest.mark.parametrize("role", [Role.TECHNICIAN, Role.INSPECTOR, Role.ACCOUNTING])
def test_who_may_not_note_what_others_print(desk: Desk, role: Role) -> None:
    other = desk.by(role)
    label = print_paper(desk.ground.workplace, desk.clerk, PaperKind.LABEL, desk.customer)
    for act in (
        lambda: desk.papers.printed(other, [label.paper], "プリンター"),
        lambda: desk.papers.not_printed(other, [label.paper]),
        lambda: desk.papers.did_not_come_out(other, [label.paper]),
    ):
        with pytest.raises(NotPermitted):
            act()
    assert desk.papers.find(desk.clerk, label.paper).state is PaperState.PRINTING


def printed_copies(desk: Desk) -> tuple[str, tuple[CopyRow, ...]]:
    """A work order with three copies, as they left the printer; its number and its copies."""
    profiles = (Profile.TECHNICIAN, Profile.CUSTOMER, Profile.OFFICE)
    order = desk.orders.issue(desk.clerk, desk.job, profiles, english)
    desk.orders.printed(desk.clerk, [copy.copy for copy in order.copies], "プリンター")
    return order.number, order.copies


def test_a_number_that_stands_on_several_copies_is_asked_about(desk: Desk) -> None:
    number, copies = printed_copies(desk)
    with pytest.raises(SeveralCopies) as asked:
        desk.papers.register_return(desk.clerk, number, PaperState.KEPT)
    assert [paper.paper for paper in asked.value.papers] == [copy.copy for copy in copies]
    assert desk.papers.named(desk.clerk, number) == asked.value.papers
    second = f"{number.translate(str.maketrans('0123456789-', '０１２３４５６７８９－'))}　２／３"
    row = desk.papers.register_return(desk.clerk, second, PaperState.RETURNED)
    assert row.paper == copies[1].copy
    code = copies[0].code
    grouped = " ".join(code[at : at + 4] for at in range(0, len(code), 4))
    assert desk.papers.register_return(desk.clerk, grouped, PaperState.SHREDDED).paper == copies[0].copy


def test_a_number_with_one_copy_needs_none(desk: Desk) -> None:
    order = desk.orders.issue(desk.clerk, desk.job, (Profile.TECHNICIAN,), english)
    assert desk.papers.find(desk.clerk, order.number).paper == order.copies[0].copy


def test_a_struck_copy_was_never_paper(desk: Desk) -> None:
    order = desk.orders.issue(desk.clerk, desk.job, (Profile.TECHNICIAN, Profile.OFFICE), english)
    desk.orders.not_printed(desk.clerk, [order.copies[1].copy])
    assert desk.papers.find(desk.clerk, order.number).paper == order.copies[0].copy


def test_the_offices_copy_is_here_and_not_out(desk: Desk) -> None:
    _number, copies = printed_copies(desk)
    states = [desk.papers.find(desk.clerk, copy.copy).state for copy in copies]
    assert states == [PaperState.OUT, PaperState.HANDED_OVER, PaperState.KEPT]
    assert desk.papers.counts(desk.clerk).out == 1
    desk.orders.did_not_come_out(desk.clerk, [copies[2].copy])
    assert desk.papers.find(desk.clerk, copies[2].copy).state is PaperState.STRUCK


def test_an_offices_copy_that_was_scanned_did_come_out(desk: Desk) -> None:
    _number, copies = printed_copies(desk)
    desk.ground.clock.pass_time(minutes=5)
    desk.papers.register_return(desk.clerk, copies[2].code, PaperState.KEPT)
    desk.orders.did_not_come_out(desk.clerk, [copies[2].copy])
    assert desk.papers.find(desk.clerk, copies[2].copy).state is PaperState.KEPT


def test_the_register_lists_what_is_called_so_in_any_state(desk: Desk) -> None:
    number, copies = printed_copies(desk)
    listed = desk.papers.rows(desk.clerk, RegisterQuery(states=AWAY, holder=number))
    assert [row.paper for row in listed] == [copy.copy for copy in copies]
    (only,) = desk.papers.rows(desk.clerk, RegisterQuery(states=AWAY, holder=f"{number} 3/3"))
    assert only.paper == copies[2].copy


def test_a_jobs_number_lists_its_struck_copies_too(desk: Desk) -> None:
    number, copies = printed_copies(desk)
    desk.orders.did_not_come_out(desk.clerk, [copies[0].copy])
    listed = desk.papers.rows(desk.clerk, RegisterQuery(states=AWAY, holder=number))
    assert {row.paper for row in listed} == {copy.copy for copy in copies}
    assert len(listed) == len(copies)
    assert desk.papers.rows(desk.clerk, RegisterQuery(states=AWAY, holder=number[number.index("-") :])) == ()


def test_a_jobs_and_a_customers_number_list_what_was_never_printed_too(desk: Desk) -> None:
    number, copies = printed_copies(desk)
    desk.orders.did_not_come_out(desk.clerk, [copy.copy for copy in copies])
    customer = desk.papers.rows(desk.clerk, RegisterQuery(limit=1))[0].customer_number
    for typed in (number, f" {number} ", customer):
        listed = desk.papers.rows(desk.clerk, RegisterQuery(states=AWAY, holder=typed))
        assert {row.paper for row in listed} == {copy.copy for copy in copies}, typed
    assert desk.papers.rows(desk.clerk, RegisterQuery(holder="C-999999")) == ()


@pytest.mark.parametrize("label", UNSEEN)
def test_a_cabinet_is_called_something_that_is_seen(desk: Desk, label: str) -> None:
    with pytest.raises(Missing):
        desk.papers.cabinets.save(desk.by(Role.OWNER), "", label, "")


def test_a_cabinet_that_somebody_else_changed_meanwhile_stays(desk: Desk) -> None:
    owner, cabinets = desk.by(Role.OWNER), desk.papers.cabinets
    cabinet = cabinets.save(owner, "", "書庫A", "")
    (seen,) = cabinets.all(owner)
    cabinets.save(owner, cabinet, "書庫A", owner.account, seen)
    for shown in (seen, None):
        with pytest.raises(ChangedMeanwhile):
            cabinets.save(owner, cabinet, "書庫B", "", shown)
    (there,) = cabinets.all(owner)
    assert (there.label, there.key_holder) == ("書庫A", owner.account)
    cabinets.give_up(owner, cabinet)
    with pytest.raises(ChangedMeanwhile):
        cabinets.save(owner, cabinet, "書庫B", "", there)


def test_what_goes_to_nobody_is_out_with_who_printed_it_until_it_is_shredded(desk: Desk) -> None:
    books = desk.by(Role.ACCOUNTING)
    draft = desk.papers.also_printed(books, PaperKind.INVOICE, desk.customer, "Draft", "Office", job=desk.job)
    assert (draft.kind, draft.label, draft.state, draft.job) == (
        PaperKind.INVOICE,
        "Draft",
        PaperState.OUT,
        desk.job,
    )
    assert (draft.holder, draft.return_by, draft.overdue) == (books.name, TODAY, False)
    (logged,) = desk.log(Action.PAPER_PRINTED)
    assert (logged["paper"], logged["printer"], logged["state"]) == (draft.number, "Office", "out")
    desk.ground.clock.pass_time(days=1)
    assert [one.paper for one in desk.papers.overdue(desk.clerk)] == [draft.paper]
    desk.papers.register_return(desk.clerk, draft.number, PaperState.SHREDDED)
    assert desk.papers.overdue(desk.clerk) == ()


def test_each_print_that_goes_to_nobody_is_a_paper_of_its_own(desk: Desk) -> None:
    """No code is on it: a struck line of the same label is another print, perhaps of another customer."""
    books = desk.by(Role.ACCOUNTING)

    def printed() -> PaperRow:
        return desk.papers.also_printed(books, PaperKind.INVOICE, desk.customer, "Draft", "Office")

    first = printed()
    desk.papers.did_not_come_out(books, [first.paper])
    assert desk.papers.find(desk.clerk, first.paper).state is PaperState.STRUCK
    assert printed().paper != first.paper
    assert desk.papers.find(desk.clerk, first.paper).state is PaperState.STRUCK


def test_a_draft_of_a_customer_who_was_joined_meanwhile_is_the_others(desk: Desk) -> None:
    with desk.ground.workplace.transaction() as session:
        other = add_customer(session, Person())
        other.merged_into_id = customers.get(session, desk.customer).id
        joined = other.record_id
    paper = desk.papers.also_printed(desk.clerk, PaperKind.INVOICE, joined, "Draft", "Office")
    assert paper.customer == desk.customer


@pytest.mark.parametrize("state", [PaperState.KEPT, PaperState.SHREDDED, PaperState.LOST])
def test_what_was_never_printed_is_nowhere_until_somebody_says_that_it_came_out(
    desk: Desk, state: PaperState
) -> None:
    reports = [
        print_paper(desk.ground.workplace, desk.clerk, PaperKind.REPORT, desk.customer, desk.job)
        for _again in range(2)
    ]
    desk.papers.not_printed(desk.clerk, [one.paper for one in reports])
    _order, copies = printed_copies(desk)
    struck = [copies[1].copy, copies[2].copy]
    desk.orders.did_not_come_out(desk.clerk, struck)
    for paper in (reports[0].paper, reports[0].code, struck[0]):
        with pytest.raises(NeverPrinted) as refused:
            desk.papers.register_return(desk.clerk, paper, state)
        assert refused.value.number == desk.papers.find(desk.clerk, paper).number
        assert desk.papers.find(desk.clerk, paper).state is PaperState.STRUCK
    with pytest.raises(NeverPrinted):
        desk.orders.register_return(desk.clerk, struck[0], CopyState(state.value))
    assert desk.papers.losses.waiting(desk.clerk) == ()
    for paper in (reports[0].paper, struck[0]):
        row = desk.papers.register_return(desk.clerk, paper, state, overrule=PaperState.STRUCK)
        assert row.state is state
    again = desk.orders.register_return(
        desk.clerk, struck[1], CopyState(state.value), overrule=CopyState.STRUCK
    )
    assert again.state.value == state.value


def test_who_was_asked_about_one_thing_overrules_nothing_else(desk: Desk) -> None:
    """Between the question and its answer another PC has found the paper, and shredded it."""
    report = print_paper(desk.ground.workplace, desk.clerk, PaperKind.REPORT, desk.customer, desk.job)
    desk.papers.not_printed(desk.clerk, [report.paper])
    _order, copies = printed_copies(desk)
    desk.orders.did_not_come_out(desk.clerk, [copies[0].copy])
    for paper in (report.paper, copies[0].copy):
        desk.papers.register_return(desk.clerk, paper, PaperState.SHREDDED, overrule=PaperState.STRUCK)
        with pytest.raises(CopyShredded):
            desk.papers.register_return(desk.clerk, paper, PaperState.KEPT, overrule=PaperState.STRUCK)
        assert desk.papers.find(desk.clerk, paper).state is PaperState.SHREDDED
