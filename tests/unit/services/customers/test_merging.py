"""Merging: everything of the duplicate lives on in the kept customer, and comes back when it is undone."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest
from sqlalchemy import UniqueConstraint, text

from hvacdesk.domain.billing.pay_terms import PayTerms
from hvacdesk.domain.customers.cautions import Caution, CautionKind
from hvacdesk.domain.customers.contacts import ContactRecord
from hvacdesk.domain.customers.customers import (
    Address,
    CustomerField,
    PaymentMethod,
    PersonName,
    Phone,
    PhoneKind,
)
from hvacdesk.domain.customers.merging import (
    MERGE_COLUMNS,
    CustomerMerged,
    InDisposal,
    MergeField,
    PaymentFate,
    SameCustomer,
    Take,
    UndoneMerge,
)
from hvacdesk.domain.disposal.disposal import BatchState, Decision
from hvacdesk.domain.errors import ChangedMeanwhile, NotPermitted, RecordGone
from hvacdesk.domain.jobs.jobs import JobRecord, Party, SiteRecord, WorkKind
from hvacdesk.domain.oversight.audit_log import Action, RevealReason
from hvacdesk.domain.roles import Actor, Role
from hvacdesk.domain.text.text_forms import digits
from hvacdesk.services.billing.billing_terms import BillingTerms
from hvacdesk.services.customers.contacts import Contacts
from hvacdesk.services.customers.customers import Customers
from hvacdesk.services.customers.merging import Merging
from hvacdesk.services.jobs.jobs import Jobs
from hvacdesk.store.base import Base
from hvacdesk.store.customers import customers as customer_store
from hvacdesk.store.customers import living
from hvacdesk.store.models import Customer, DisposalBatch, DisposalItem, Hold
from tests.helpers.ground import Ground
from tests.helpers.people import HIDDEN, customer, payment

HOME = Address("4640064", "愛知県", "名古屋市千種区", "唐山町", HIDDEN["street"])
ELSEWHERE = Address("4600008", "愛知県", "名古屋市中区", "栄", "9-99", "別邸八番")
KEPT = customer(address=HOME, phones=(Phone(PhoneKind.HOME, "052-781-4649"),), email="")
OTHER = customer(
    name=PersonName("柳川", "みさお", "ヤナガワ", "ミサオ"),
    address=ELSEWHERE,
    phones=(Phone(PhoneKind.HOME, "0527814649"), Phone(PhoneKind.MOBILE, "090-2222-0001")),
    note="鍵は隣家",
    cautions=(Caution(CautionKind.PET, "猫"), Caution(CautionKind.STAIRS)),
    payment=payment(),
)


@dataclass
class Two:
    """Two registrations of one person, the second with a site, a job and a contact."""

    ground: Ground
    kept: str
    other: str
    job: str
    contact: str

    @property
    def merging(self) -> Merging:
        return Merging(self.ground.workplace)

    @property
    def customers(self) -> Customers:
        return Customers(self.ground.workplace)

    def merge(self, who: Actor | None = None, **choices: Take) -> str:
        actor = who or self.ground.owner
        view = self.merging.compare(actor, self.kept, self.other)
        chosen = {MergeField(name): take for name, take in choices.items()}
        versions = (view.kept.version, view.merged.version)
        return self.merging.merge(actor, self.kept, self.other, versions, chosen)

    def shown(self, customer: str, field: CustomerField, position: int = 0) -> str:
        return self.customers.reveal(self.ground.owner, customer, field, RevealReason.CALL, position)

    def found(self, typed: str) -> list[str]:
        return [row.customer for row in self.customers.search(self.ground.owner, typed).rows]

    def everything(self) -> dict[str, list[tuple[object, ...]]]:
        """All rows but those that count and log, for comparing before with after."""
        apart = {"audit_log", "counters"}
        names = [table.name for table in Base.metadata.sorted_tables if table.name not in apart]
        with self.ground.workplace.reading() as session:
            return {
                name: sorted(
                    tuple(value for key, value in row.items() if key not in VARYING.get(name, ()))
                    for row in session.execute(text(f"SELECT * FROM {name}")).mappings()
                )
                for name in names
            }


VARYING = {
    "customers": ("version", "used_at"),
    "customer_phones": ("id",),
    "customer_findings": ("id",),
    "customer_cautions": ("id", "added_by", "added_on"),
    "jobs": ("version",),
}
"""What may differ after an undo: counters of changes, and keys of rows that nothing refers to."""


@pytest.fixture
def two(ground: Ground) -> Two:
    customers, jobs = Customers(ground.workplace), Jobs(ground.workplace)
    kept = customers.add(ground.desk, KEPT)
    ground.clock.pass_time(days=1)
    other = customers.add(ground.owner, OTHER)
    site = jobs.add_site(ground.desk, other, SiteRecord(ELSEWHERE))
    job = jobs.add(
        ground.desk, JobRecord(site, WorkKind.REPAIR, {Party.REQUESTER: other, Party.PAYER: other})
    )
    contact = Contacts(ground.workplace).add(ground.desk, other, ContactRecord("総務", PersonName("森")))
    return Two(ground, kept, other, job, contact)


class TestMerge:
    def test_everything_of_the_duplicate_is_at_the_kept_one(self, two: Two) -> None:
        two.merge(address=Take.MERGED, note=Take.BOTH)
        owner = two.ground.owner
        assert [row.job for row in Jobs(two.ground.workplace).of_customer(owner, two.kept)] == [two.job]
        assert len(Jobs(two.ground.workplace).sites(owner, two.kept)) == 1
        assert [one.contact for one in Contacts(two.ground.workplace).of(owner, two.kept)] == [two.contact]
        detail = two.customers.detail(owner, two.kept)
        assert [phone.number.text[-4:] for phone in detail.phones] == ["4649", "0001"]
        assert detail.cautions == (Caution(CautionKind.STAIRS), Caution(CautionKind.PET, "犬に注意、猫"))
        assert two.shown(two.kept, CustomerField.ADDRESS) == ELSEWHERE.full()
        assert two.shown(two.kept, CustomerField.NOTE) == f"{KEPT.note}\n{OTHER.note}"
        assert two.shown(two.kept, CustomerField.NAME) == "柳川 美沙緒"
        assert two.shown(two.kept, CustomerField.PAYMENT, 2) == HIDDEN["account"]

    def test_the_kana_of_the_one_never_show_the_given_name_of_the_other(self, ground: Ground) -> None:
        customers = Customers(ground.workplace)
        kept = customers.add(ground.desk, customer(name=PersonName("堀米", "健")))
        other = customers.add(ground.desk, customer(name=PersonName("ホリゴメケン", "", "ホリゴメケン")))
        two = Two(ground, kept, other, "", "")
        two.merge(name=Take.KEPT, kana=Take.MERGED)
        assert customers.detail(ground.owner, kept).kana.text == "●●"
        assert (two.found("ゴメケ"), two.found("ホリゴメケン")) == ([], [kept])
        assert two.shown(kept, CustomerField.KANA) == "ホリゴメケン"

    def test_only_the_kept_one_is_found_by_the_number_of_either(self, two: Two) -> None:
        number = two.customers.detail(two.ground.owner, two.other).number
        two.merge()
        for typed in ("柳川", number, "052-781-4649", "090-2222-0001", "C-000001"):
            assert two.found(typed) == [two.kept], typed
        assert two.customers.search(two.ground.owner, "").total == 1
        assert two.found("栄") == []

    def test_the_duplicate_opens_the_kept_one_and_is_not_changed(self, two: Two) -> None:
        two.merge()
        assert two.customers.detail(two.ground.owner, two.other).customer == two.kept
        with pytest.raises(CustomerMerged) as refusal:
            two.customers.change(two.ground.desk, two.other, 2, {"note": "別"})
        assert "C-000001" in str(refusal.value)

    def test_a_save_in_between_is_not_overrun(self, two: Two) -> None:
        view = two.merging.compare(two.ground.desk, two.kept, two.other)
        two.customers.change(two.ground.desk, two.other, 1, {"note": "別"})
        versions = (view.kept.version, view.merged.version)
        with pytest.raises(ChangedMeanwhile):
            two.merging.merge(two.ground.desk, two.kept, two.other, versions, {})
        assert two.found("栄") == [two.other]

    def test_a_customer_is_not_merged_with_itself(self, two: Two) -> None:
        with pytest.raises(SameCustomer):
            two.merging.compare(two.ground.desk, two.kept, two.kept)

    @pytest.mark.parametrize("role", [Role.ACCOUNTING, Role.TECHNICIAN, Role.INSPECTOR])
    def test_who_may_not_edit_may_not_merge(self, two: Two, role: Role) -> None:
        with pytest.raises(NotPermitted):
            two.merging.compare(two.ground.people[role], two.kept, two.other)
        with pytest.raises(NotPermitted):
            two.merging.merge(two.ground.people[role], two.kept, two.other, (1, 1), {})
        with pytest.raises(NotPermitted):
            two.merging.undo(two.ground.people[role], two.merge())

    def test_the_view_is_masked_and_names_what_differs(self, two: Two) -> None:
        view = two.merging.compare(two.ground.desk, two.kept, two.other)
        assert [line.field for line in view.lines] == ["name", "address", "email", "note"]
        assert {line.field: line.proposed for line in view.lines}[MergeField.EMAIL] is Take.MERGED
        assert not [value for value in HIDDEN.values() if value in repr(view)]
        assert view.payment is PaymentFate.NOT_READABLE
        assert two.merging.compare(two.ground.owner, two.kept, two.other).payment is PaymentFate.TAKEN

    @pytest.mark.parametrize("known", [True, False])
    def test_a_way_of_payment_that_is_known_is_proposed_for_one_that_is_not(
        self, two: Two, *, known: bool
    ) -> None:
        table = Base.metadata.tables["customers"]
        with two.ground.workplace.transaction() as session:
            for who, method in ((two.kept, PaymentMethod.UNKNOWN), (two.other, PaymentMethod.CASH)):
                way = method if (who == two.kept) == known else PaymentMethod.CARD
                changed = table.update().where(table.c.record_id == who)
                session.execute(changed.values(payment_method=way.value))
        view = two.merging.compare(two.ground.desk, two.kept, two.other)
        (line,) = [one for one in view.lines if one.field is MergeField.PAYMENT_METHOD]
        assert line.proposed is (Take.MERGED if known else Take.KEPT)

    @pytest.mark.parametrize("known", [True, False])
    def test_payment_terms_that_were_agreed_on_are_proposed_where_none_were(
        self, two: Two, *, known: bool
    ) -> None:
        terms, owner = BillingTerms(two.ground.workplace), two.ground.owner
        theirs, usual = PayTerms(20, 1, 10, carries_balance=True), PayTerms(31, 2, 31)
        terms.change_customer(owner, two.other, None, theirs)
        if known:
            terms.change_customer(owner, two.kept, None, usual)
        view = two.merging.compare(two.ground.desk, two.kept, two.other)
        (line,) = [one for one in view.lines if one.field is MergeField.PAY_TERMS]
        assert view.terms == (usual if known else None, theirs)
        assert line.proposed is (Take.KEPT if known else Take.MERGED)

    def test_the_payment_terms_that_were_chosen_are_the_kept_ones(self, two: Two) -> None:
        terms, owner = BillingTerms(two.ground.workplace), two.ground.owner
        theirs, mine = PayTerms(20, 1, 10, carries_balance=True), PayTerms(31, 1, 31)
        terms.change_customer(owner, two.kept, None, mine)
        terms.change_customer(owner, two.other, None, theirs)
        merge = two.merge(pay_terms=Take.MERGED)
        assert terms.of_customer(owner, two.kept) == theirs
        two.merging.undo(owner, merge)
        assert [terms.of_customer(owner, who) for who in (two.kept, two.other)] == [mine, theirs]
        merge = two.merge(pay_terms=Take.MERGED)
        changed = replace(theirs, closing_day=25)
        terms.change_customer(owner, two.kept, theirs, changed)
        two.merging.undo(owner, merge)
        assert terms.of_customer(owner, two.kept) == changed, "half of two agreements is none"

    def test_who_cannot_read_payment_leaves_it_with_the_duplicate(self, two: Two) -> None:
        merge = two.merge(two.ground.desk)
        assert two.customers.detail(two.ground.owner, two.kept).payment == ()
        two.merging.undo(two.ground.desk, merge)
        assert two.shown(two.other, CustomerField.PAYMENT, 2) == HIDDEN["account"]

    def test_the_history_of_both_is_the_kept_ones(self, two: Two) -> None:
        two.shown(two.other, CustomerField.EMAIL)
        two.merge()
        entries = two.customers.accesses(two.ground.owner, two.kept)
        assert entries[0].action is Action.CUSTOMERS_MERGED
        assert entries[0].details["merged"] == two.other
        assert Action.REVEALED in [entry.action for entry in entries]


class TestUndo:
    def test_it_leaves_both_as_they_were(self, two: Two) -> None:
        before = two.everything()
        merge = two.merge(name=Take.MERGED, address=Take.MERGED, email=Take.MERGED, note=Take.BOTH)
        assert two.everything() != before
        assert two.merging.undo(two.ground.owner, merge) == UndoneMerge(two.other)
        assert two.everything() == before
        assert two.found("栄") == [two.other]
        assert two.customers.search(two.ground.owner, "").total == 2
        entry = two.customers.accesses(two.ground.owner, two.kept)[0]
        assert (entry.action, entry.details["number"]) == (Action.MERGE_UNDONE, "C-000002")

    def test_what_was_changed_since_stays_where_it_is(self, two: Two) -> None:
        merge = two.merge(address=Take.MERGED, note=Take.BOTH)
        version = two.customers.detail(two.ground.owner, two.kept).version
        two.customers.change(
            two.ground.desk,
            two.kept,
            version,
            {
                "note": "新しい覚え",
                "phones": {1: Phone(PhoneKind.MOBILE, "090-3333-0002")},
                "cautions": (Caution(CautionKind.PET, "鳥"),),
            },
        )
        two.merging.undo(two.ground.owner, merge)
        assert two.shown(two.kept, CustomerField.NOTE) == "新しい覚え"
        assert two.shown(two.kept, CustomerField.ADDRESS) == HOME.full()
        assert two.shown(two.kept, CustomerField.PHONE, 1) == "090-3333-0002"
        assert two.shown(two.other, CustomerField.PHONE, 1) == "090-2222-0001"
        assert two.customers.detail(two.ground.owner, two.kept).cautions == (Caution(CautionKind.PET, "鳥"),)

    def test_it_cannot_be_undone_twice(self, two: Two) -> None:
        merge = two.merge()
        two.merging.undo(two.ground.owner, merge)
        with pytest.raises(RecordGone):
            two.merging.undo(two.ground.owner, merge)

    def test_taken_payment_details_need_their_key_to_go_back(self, two: Two) -> None:
        merge = two.merge(two.ground.owner)
        with pytest.raises(NotPermitted):
            two.merging.undo(two.ground.desk, merge)
        assert two.found("栄") == []

    def test_merges_of_merges_are_undone_from_the_outside_in(self, two: Two) -> None:
        third = two.customers.add(two.ground.desk, customer(name=PersonName("柳川", "三枝")))
        before = two.everything()
        inner = two.merge()
        view = two.merging.compare(two.ground.owner, third, two.kept)
        versions = (view.kept.version, view.merged.version)
        outer = two.merging.merge(two.ground.owner, third, two.kept, versions, {})
        assert two.found("C-000002") == [third]
        assert [row.number for row in two.merging.merged(two.ground.owner, third)] == ["C-000001"]
        with pytest.raises(CustomerMerged):
            two.merging.undo(two.ground.owner, inner)
        two.merging.undo(two.ground.owner, outer)
        assert two.found("C-000002") == [two.kept]
        two.merging.undo(two.ground.owner, inner)
        assert two.everything() == before

    @pytest.mark.parametrize("in_order", [True, False], ids=["the first first", "the last first"])
    @pytest.mark.parametrize("take", [Take.KEPT, Take.MERGED])
    def test_two_merges_into_one_lead_back_in_either_order(
        self, two: Two, in_order: bool, take: Take
    ) -> None:
        """The second remembers the first one's address as what was before it."""
        third = two.customers.add(
            two.ground.owner,
            replace(
                OTHER,
                name=PersonName("柳川", "三枝"),
                address=replace(OTHER.address, street="9-9-9"),
                cautions=(*OTHER.cautions, Caution(CautionKind.VISIT_TIMES, "裏口から")),
            ),
        )
        second = replace(two, other=third)
        for one in (two.kept, two.other):
            cautions = (Caution(CautionKind.PET, "犬"), Caution(CautionKind.VISIT_TIMES, f"表の{one[:2]}"))
            version = two.customers.detail(two.ground.owner, one).version
            two.customers.change(two.ground.owner, one, version, {"cautions": cautions})
        before = two.everything()
        merges = [
            one.merge(address=take, name=take, note=Take.BOTH, payment_method=take) for one in (two, second)
        ]
        for merge in merges if in_order else reversed(merges):
            two.merging.undo(two.ground.owner, merge)
        assert two.everything() == before

    def test_a_number_that_both_duplicates_have_stays_until_the_last_of_them_goes(self, two: Two) -> None:
        third = two.customers.add(two.ground.owner, OTHER)

        def of_the_kept() -> set[str]:
            with two.ground.workplace.reading() as session:
                record = customer_store.record_of(customer_store.get(session, two.kept))
            return {digits(one.number) for one in record.phones}

        own, theirs = of_the_kept(), {digits(one.number) for one in OTHER.phones}
        merges = [two.merge(), replace(two, other=third).merge()]
        for merge, left in zip(merges, (own | theirs, own), strict=True):
            two.merging.undo(two.ground.owner, merge)
            assert of_the_kept() == left


class TestDisposal:
    def put_into_batch(self, two: Two, state: BatchState) -> None:
        with two.ground.workplace.transaction() as session:
            item = DisposalItem(
                customer=two.other, customer_number="C-000002", decision=Decision.DESTROY.value, rule="r"
            )
            session.add(DisposalBatch(number="D1", month="2026-11", state=state.value, items=[item]))

    @pytest.mark.parametrize("state", [BatchState.PROPOSED, BatchState.APPROVED, BatchState.DESTROYING])
    def test_a_disposal_that_waits_is_finished_first(self, two: Two, state: BatchState) -> None:
        merge = two.merge()
        two.merging.undo(two.ground.owner, merge)
        self.put_into_batch(two, state)
        with pytest.raises(InDisposal):
            two.merge()

    def test_a_draft_forgets_what_was_decided_about_one_of_the_two(self, two: Two) -> None:
        self.put_into_batch(two, BatchState.DRAFT)
        two.merge()
        with two.ground.workplace.reading() as session:
            assert session.query(DisposalItem).count() == 0

    def test_the_longest_hold_of_both_binds(self, two: Two) -> None:
        with two.ground.workplace.transaction() as session:
            for customer_id, until in ((two.kept, "2027-01-01"), (two.other, "")):
                key = customer_store.get(session, customer_id).id
                session.add(Hold(customer_id=key, reason="争い", until=until, set_by="", set_at=""))
        two.merge()
        with two.ground.workplace.reading() as session:
            key = customer_store.get(session, two.kept).id
            days = ("2026-11-24", "2027-01-01", "2027-01-02", "9999-12-31")
            assert all(customer_store.listed(session, [key], day)[0].on_hold for day in days)


def test_no_table_holds_one_row_a_customer_that_a_merge_would_double() -> None:
    for table, column in living.references():
        together = [key.columns for key in table.constraints if isinstance(key, UniqueConstraint)]
        bound = column.unique or any(column.name in columns for columns in together)
        assert not bound, f"{table.name}.{column.name} needs a rule of its own in a merge"
    named = {table.name for table, _ in living.references()} | living.STAYING
    linked = {
        table.name
        for table in Base.metadata.sorted_tables
        for key in table.foreign_keys
        if key.column.table.name == Customer.__tablename__
    }
    assert linked <= named


def test_of_every_column_of_a_customer_it_is_said_what_a_merge_does_with_it() -> None:
    chosen = {name for names in MERGE_COLUMNS.values() for name in names}
    sealed = {one.name for one in Customer.__table__.columns if one.info.get("sealed")}
    joined = {"registered_on", "last_contact_on", "erasure_asked_on", "reduced_on", "reduced_to"}
    each_its_own = {"id", "record_id", "number", "used_at", "version", "merged_into_id", "suspended_on"}
    columns = set(Customer.__table__.columns.keys())
    assert columns == chosen | sealed | joined | each_its_own
