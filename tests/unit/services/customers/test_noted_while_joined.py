"""What was noted while two customers were one: kept for both where it protects, else told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hvacdesk.domain.calls.call_notes import CallNoteRecord
from hvacdesk.domain.customers.cautions import Caution, CautionKind
from hvacdesk.domain.customers.customers import Address, PersonName, Phone, PhoneKind
from hvacdesk.domain.customers.merging import Unsettled
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.requests.consents import ConsentEvent, ConsentKind, ConsentWay
from hvacdesk.domain.requests.requests import NewRequest, RequestKind, RequestWay
from hvacdesk.services.calls.call_notes import CallNotes
from hvacdesk.services.customers.customers import Customers
from hvacdesk.services.jobs.jobs import Jobs
from hvacdesk.services.requests.purposes_notice import Notices
from hvacdesk.services.requests.requests import Requests
from hvacdesk.store.customers import customers as store
from hvacdesk.store.disposal import holds
from hvacdesk.store.disposal.holds import HoldFacts
from hvacdesk.store.models import Customer
from hvacdesk.store.requests import consents
from tests.helpers.people import customer
from tests.helpers.two_merged import Two

MINE, THEIRS = (Phone(PhoneKind.MOBILE, f"090-1111-000{last}") for last in (1, 2))


def undo(two: Two, merge: str) -> tuple[Unsettled, ...]:
    return two.merging.undo(two.office.ground.desk, merge).unsettled


def hold(two: Two, whose: str, reason: str) -> None:
    ground = two.office.ground
    with ground.workplace.transaction() as session:
        row = store.get(session, whose)
        now, today = ground.workplace.now(), ground.workplace.today()
        holds.set_hold(session, row, HoldFacts(reason, ""), ground.owner.account, now, today)


def held(two: Two) -> dict[str, str]:
    with two.office.ground.workplace.reading() as session:
        found = holds.in_force(session, two.office.ground.workplace.today())
        return {store.by_key(session, key).record_id: facts.reason for key, facts in found.items()}


class TestHolds:
    def test_one_that_was_set_meanwhile_binds_both(self, two: Two) -> None:
        merge = two.merge()
        hold(two, two.kept, "弁護士の依頼")
        assert undo(two, merge) == (Unsettled.HOLDS,)
        assert held(two) == {two.kept: "弁護士の依頼", two.other: "弁護士の依頼"}

    def test_one_of_before_is_whose_it_was(self, two: Two) -> None:
        hold(two, two.kept, "前から")
        assert undo(two, two.merge()) == ()
        assert held(two) == {two.kept: "前から"}

    def test_one_that_was_lifted_again_binds_nobody(self, two: Two) -> None:
        ground = two.office.ground
        merge = two.merge()
        hold(two, two.kept, "一時")
        with ground.workplace.transaction() as session:
            row = store.get(session, two.kept)
            holds.lift_holds(session, row, ground.workplace.now(), ground.workplace.today())
        assert undo(two, merge) == ()
        assert held(two) == {}


class TestConsents:
    def said(self, two: Two, whose: str, given: bool, kind: ConsentKind = ConsentKind.REMINDERS) -> None:
        event = ConsentEvent(kind, given, "2026-11-20", ConsentWay.PHONE, note="電話で")
        Notices(two.office.ground.workplace).record_consent(two.office.ground.owner, whose, event)

    def agreed(self, two: Two, kind: ConsentKind = ConsentKind.REMINDERS) -> list[bool]:
        with two.office.ground.workplace.reading() as session:
            keys = [store.get(session, one).id for one in (two.kept, two.other)]
            return [consents.allowed(session, key, kind) for key in keys]

    def test_what_was_withdrawn_meanwhile_is_withdrawn_for_both(self, two: Two) -> None:
        self.said(two, two.other, True)
        merge = two.merge()
        self.said(two, two.kept, False)
        assert undo(two, merge) == (Unsettled.CONSENTS,)
        assert self.agreed(two) == [False, False]
        notices, owner = Notices(two.office.ground.workplace), two.office.ground.owner
        assert [one.note for one in notices.consent_events(owner, two.other)] == ["", "電話で"]
        entries = Customers(two.office.ground.workplace).accesses(owner, two.other)
        assert Action.CONSENT_WITHDRAWN in {one.action for one in entries if two.other in one.subject}

    def test_what_was_given_meanwhile_stays_with_the_kept_one_and_is_told(self, two: Two) -> None:
        merge = two.merge()
        self.said(two, two.kept, True)
        assert undo(two, merge) == (Unsettled.CONSENTS,)
        assert self.agreed(two) == [True, False]

    def test_what_was_agreed_to_again_last_refuses_nothing(self, two: Two) -> None:
        self.said(two, two.other, True)
        merge = two.merge()
        for given in (False, True):
            self.said(two, two.kept, given)
        undo(two, merge)
        assert self.agreed(two) == [True, True]


def test_a_call_and_a_request_of_meanwhile_are_told(two: Two) -> None:
    ground = two.office.ground
    merge = two.merge()
    CallNotes(ground.workplace).take(ground.desk, CallNoteRecord(two.kept, text="見積の件"))
    asked = NewRequest(RequestKind.DISCLOSURE, RequestWay.COUNTER, "2026-11-20", two.kept)
    Requests(ground.workplace).receive(ground.owner, asked)
    assert undo(two, merge) == (Unsettled.CALLS, Unsettled.REQUESTS)


def test_the_requests_of_meanwhile_are_named_by_their_numbers(two: Two) -> None:
    ground, requests = two.office.ground, Requests(two.office.ground.workplace)

    def receive(whose: str) -> str:
        asked = NewRequest(RequestKind.DISCLOSURE, RequestWay.COUNTER, "2026-11-20", whose, name="別府")
        return requests.detail(ground.owner, requests.receive(ground.owner, asked)).row.number

    receive(two.kept), receive(two.other)
    merge = two.merge()
    since = receive(two.kept), receive(two.kept)
    unknown = NewRequest(RequestKind.DISCLOSURE, RequestWay.COUNTER, "2026-11-20", "", name="不明")
    assigned = requests.receive(ground.owner, unknown)
    requests.assign(ground.owner, assigned, two.kept, shown=unknown)
    told = requests.detail(ground.owner, assigned).row.number
    assert two.merging.undo(ground.desk, merge).requests == (*since, told)
    assert two.merging.undo(ground.desk, two.merge()).requests == ()


@pytest.mark.parametrize("kept_own", [False, True])
def test_numbers_in_place_of_which_the_kept_ones_own_were_given_up_stay(two: Two, kept_own: bool) -> None:
    merge = _merge_with_phones(two, (MINE,), (THEIRS,))
    _phone_numbers(two, two.kept, (THEIRS, MINE) if kept_own else (THEIRS,))
    assert undo(two, merge) == (() if kept_own else (Unsettled.PHONES,))
    assert _numbers(two) == [[MINE.number if kept_own else THEIRS.number], [THEIRS.number]]


def test_who_had_no_number_keeps_none_of_the_duplicates(two: Two) -> None:
    assert undo(two, _merge_with_phones(two, (), (THEIRS,))) == ()
    assert _numbers(two) == [[], [THEIRS.number]]


def test_a_caution_that_was_changed_meanwhile_is_told(two: Two) -> None:
    ground = two.office.ground
    merge = two.merge()
    people = Customers(ground.workplace)
    version = people.detail(ground.owner, two.kept).version
    people.change(ground.owner, two.kept, version, {"cautions": (Caution(CautionKind.PET, "犬"),)})
    assert undo(two, merge) == (Unsettled.CAUTIONS,)


def test_sites_that_followed_the_kept_ones_new_address_are_told(two: Two) -> None:
    ground = two.office.ground
    people, jobs = Customers(ground.workplace), Jobs(ground.workplace)
    here = Address("4600008", "愛知県", "名古屋市中区", "栄", "1-1", "")
    made = [
        people.add(
            ground.desk, customer(name=PersonName("柳川", name), address=here, phones=()), with_site=True
        )
        for name in ("甲", "乙")
    ]
    merge = two.merge(*made)
    version = people.detail(ground.desk, made[0]).version
    left = people.change(ground.desk, made[0], version, {"address": replace(here, street="9-9")})
    jobs.readdress_sites(ground.desk, [(one.site, one.version) for one in left], {"street": "9-9"})
    assert undo(two, merge) == (Unsettled.SITES,)


def test_sites_that_were_changed_before_or_otherwise_are_not_told(two: Two) -> None:
    two.office.job(two.other)
    assert undo(two, two.merge()) == ()


def _merge_with_phones(two: Two, mine: tuple[Phone, ...], theirs: tuple[Phone, ...]) -> str:
    for whose, phones in ((two.kept, mine), (two.other, theirs)):
        _phone_numbers(two, whose, phones)
    return two.merge()


def _phone_numbers(two: Two, whose: str, phones: tuple[Phone, ...]) -> None:
    people, desk = Customers(two.office.ground.workplace), two.office.ground.desk
    people.change(desk, whose, people.detail(desk, whose).version, {"phones": phones})


def _numbers(two: Two) -> list[list[str]]:
    with two.office.ground.workplace.reading() as session:
        rows: list[Customer] = [store.get(session, one) for one in (two.kept, two.other)]
        return [[phone.number for phone in row.phones] for row in rows]
