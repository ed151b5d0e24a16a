"""The purposes notice and consents: versions stay as they were given, and a withdrawal holds at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import select, update

from hvacdesk.domain.customers.cautions import CautionKind
from hvacdesk.domain.errors import BadDate, ChangedMeanwhile, Missing, NotPermitted, TooLong
from hvacdesk.domain.jobs.jobs import JobState
from hvacdesk.domain.office.office import LegalForm, OfficeFacts
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.requests.consents import CONSENTS, ConsentEvent, ConsentKind, ConsentWay
from hvacdesk.domain.requests.purposes_notice import (
    NOTICE_PARTS,
    TEXT_LIMIT,
    NoticeTexts,
    NoticeWay,
    first_texts,
)
from hvacdesk.domain.roles import Role
from hvacdesk.domain.text.refused_numbers import CardNumberFound
from hvacdesk.domain.text.wording import english
from hvacdesk.services.billing.estimates import Estimates
from hvacdesk.services.calendar.plans import Plans
from hvacdesk.services.customers.customers import Customers
from hvacdesk.services.jobs.jobs import Jobs
from hvacdesk.services.language import words_for
from hvacdesk.services.oversight.audit_log import AuditLog
from hvacdesk.services.requests.openness import OpennessPages
from hvacdesk.services.requests.purposes_notice import NoNoticeYet, Notices
from hvacdesk.services.requests.requests import Requests
from hvacdesk.store.disposal import erasure
from hvacdesk.store.models import Consent, Customer, Estimate, InspectionPlan, NoticeGivenRow
from hvacdesk.store.office import office
from hvacdesk.store.papers import work_orders
from hvacdesk.store.requests import consents as store
from tests.helpers.ground import Ground
from tests.helpers.paper import read_text
from tests.helpers.people import customer as typed
from tests.helpers.sample_records import Person, add_customer, add_job

TODAY = "2026-11-24"
TEXTS = first_texts(english)


@pytest.fixture
def notices(ground: Ground) -> Notices:
    facts = OfficeFacts(
        "唐山空調",
        "052-111-2222",
        "名古屋市千種区唐山町1-2",
        LegalForm.COMPANY,
        3,
        representative="唐山 太郎",
        privacy_manager="青木",
    )
    with ground.workplace.transaction() as session:
        office.save_facts(session, facts)
    return Notices(ground.workplace)


@pytest.fixture
def customer(ground: Ground) -> str:
    with ground.workplace.transaction() as session:
        return add_customer(session, Person()).record_id


def said(kind: ConsentKind, *, given: bool, **more: str) -> ConsentEvent:
    return replace(ConsentEvent(kind, given, TODAY, ConsentWay.SIGNED), **more)  # type: ignore[arg-type]


def key_of(ground: Ground, customer: str) -> int:
    with ground.workplace.reading() as session:
        return int(session.query(Customer.id).filter(Customer.record_id == customer).scalar())


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_paper_says_everything_that_the_law_wants_known(
    ground: Ground, notices: Notices, language: str
) -> None:
    words = words_for(language)
    notices.write(ground.owner, first_texts(words), shown=0)
    text = "".join(read_text(notices.pdf(ground.desk, words)).split())
    for known in ("唐山空調", "名古屋市千種区唐山町1-2", "唐山太郎", "青木", "052-111-2222"):
        assert known in text
    for part, name in NOTICE_PARTS.items():
        assert "".join(words(name).split()) in text
        assert "".join(getattr(first_texts(words), part).split())[:12] in text
    if language == "ja":
        assert "個人情報の取り扱いについて" in text


def test_markup_is_shown_as_text(ground: Ground, notices: Notices) -> None:
    notices.write(ground.owner, replace(TEXTS, fee="<b>無料</b> & <script>"), shown=0)
    assert "<b>無料</b> & <script>" in read_text(notices.pdf(ground.desk, english))


def test_earlier_versions_stay_and_what_was_given_names_its_own(
    ground: Ground, notices: Notices, customer: str
) -> None:
    with pytest.raises(NoNoticeYet):
        notices.give(ground.desk, customer, NoticeWay.PAPER)
    assert notices.in_force(ground.desk) == 0
    notices.write(ground.owner, replace(TEXTS, fee="500円"), shown=0)
    notices.give(ground.desk, customer, NoticeWay.PAPER)
    with pytest.raises(ChangedMeanwhile):
        notices.write(ground.owner, TEXTS, shown=0)
    notices.write(ground.owner, TEXTS, shown=1)
    notices.give(ground.desk, customer, NoticeWay.EMAIL)
    assert [one.number for one in notices.versions(ground.desk)] == [2, 1]
    assert [(one.version, one.way) for one in notices.given(ground.desk, customer)] == [
        (2, NoticeWay.EMAIL),
        (1, NoticeWay.PAPER),
    ]
    assert "500円" in read_text(notices.pdf(ground.desk, english, 1))
    assert "500円" not in read_text(notices.pdf(ground.desk, english))


def test_who_may_write_and_give(ground: Ground, notices: Notices, customer: str) -> None:
    with pytest.raises(NotPermitted):
        notices.write(ground.desk, TEXTS, shown=0)
    for role in (Role.ACCOUNTING, Role.TECHNICIAN, Role.INSPECTOR):
        with pytest.raises(NotPermitted):
            notices.versions(ground.people[role])
        with pytest.raises(NotPermitted):
            notices.record_consent(ground.people[role], customer, said(ConsentKind.PHOTOS, given=True))


def test_no_part_may_be_empty_or_endless(ground: Ground, notices: Notices) -> None:
    for part in NoticeTexts.__dataclass_fields__:
        with pytest.raises(Missing) as missing:
            notices.write(ground.owner, replace(TEXTS, **{part: " \n"}), shown=0)
        assert missing.value.field == part
        with pytest.raises(TooLong):
            notices.write(ground.owner, replace(TEXTS, **{part: "あ" * (TEXT_LIMIT + 1)}), shown=0)
    assert notices.versions(ground.owner) == ()


def issued_estimate(ground: Ground, customer: str) -> tuple[str, str]:
    """A job of the customer and its issued estimate."""
    with ground.workplace.transaction() as session:
        owner = session.query(Customer).filter(Customer.record_id == customer).one()
        job = add_job(session, owner, Person()).record_id
        session.execute(update(Estimate).values(state="issued", issued_on=TODAY, valid_until="2026-12-24"))
        return job, session.scalars(select(Estimate.record_id)).one()


def test_the_notice_follows_an_estimate_on_pages_of_its_own(
    ground: Ground, notices: Notices, customer: str
) -> None:
    job, estimate = issued_estimate(ground, customer)
    estimates = Estimates(ground.workplace)
    with pytest.raises(NoNoticeYet):
        estimates.print_out(ground.desk, estimate, english, with_notice=True)
    assert notices.given_for_job(ground.desk, job) is None
    notices.write(ground.owner, TEXTS, shown=0)
    alone = read_text(estimates.print_out(ground.desk, estimate, english).pdf)
    issued = estimates.print_out(ground.desk, estimate, english, with_notice=True)
    first, second, _end = read_text(issued.pdf).split("\f")
    title = "How we handle personal data"
    assert (title in alone, title in first, title in second) == (False, False, True)
    assert "Page 1/1" in second
    assert issued.notice == 1
    assert AuditLog(ground.workplace).entries(ground.owner, action=Action.NOTICE_PRINTED) == ()


def test_given_with_an_estimate_means_the_version_that_was_printed(
    ground: Ground, notices: Notices, customer: str
) -> None:
    job, _estimate = issued_estimate(ground, customer)
    notices.write(ground.owner, TEXTS, shown=0)
    assert notices.given_for_job(ground.desk, job) is False
    notices.give(ground.desk, customer, NoticeWay.PAPER, 1)
    assert notices.given_for_job(ground.desk, job) is True
    notices.write(ground.owner, TEXTS, shown=1)
    assert notices.given_for_job(ground.desk, job) is False
    notices.give(ground.desk, customer, NoticeWay.WITH_ESTIMATE, 1)  # its pages were still in the printer
    (late, _first) = notices.given(ground.desk, customer)
    assert (late.version, late.given_on) == (1, TODAY)
    notices.not_given(ground.desk, customer, NoticeWay.WITH_ESTIMATE, 2)
    assert len(notices.given(ground.desk, customer)) == 2
    notices.not_given(ground.desk, customer, NoticeWay.WITH_ESTIMATE, 1)
    assert len(notices.given(ground.desk, customer)) == 1


def test_what_was_given_is_the_wording_that_was_shown_and_is_noted_once(
    ground: Ground, notices: Notices, customer: str
) -> None:
    """Another PC puts the next one in force meanwhile; the answer is lost, and the form saved again."""
    notices.write(ground.owner, TEXTS, shown=0)
    notices.write(ground.owner, replace(TEXTS, fee="500円"), shown=1)
    for _again in range(2):
        notices.give(ground.desk, customer, NoticeWay.PAPER, 1)
    assert [one.version for one in notices.given(ground.desk, customer)] == [1]
    log = AuditLog(ground.workplace).entries(ground.owner, action=Action.NOTICE_GIVEN)
    assert [entry.details["version"] for entry in log] == [1]
    notices.give(ground.desk, customer, NoticeWay.POSTED, 1)
    assert len(notices.given(ground.desk, customer)) == 2
    made = Customers(ground.workplace).add(ground.desk, typed(), notice=NoticeWay.PAPER, wording=1)
    assert [one.version for one in notices.given(ground.desk, made)] == [1]


def test_a_new_customers_tick_is_recorded_with_the_registration(ground: Ground, notices: Notices) -> None:
    customers = Customers(ground.workplace)
    with pytest.raises(NoNoticeYet):
        customers.add(ground.desk, typed(), notice=NoticeWay.PAPER)
    assert customers.search(ground.desk, "").total == 0
    notices.write(ground.owner, TEXTS, shown=0)
    made = customers.add(ground.desk, typed(), notice=NoticeWay.POSTED)
    assert notices.given(ground.desk, made)[0].way is NoticeWay.POSTED


def test_the_last_word_of_a_kind_holds(ground: Ground, notices: Notices, customer: str) -> None:
    key, kind = key_of(ground, customer), ConsentKind.THIRD_PARTY
    for given in (True, False, True):
        notices.record_consent(ground.desk, customer, said(kind, given=given))
        with ground.workplace.reading() as session:
            assert store.allowed(session, key, kind) is given
            assert (key in store.refusing(session, [key], kind)) is not given
            assert not store.allowed(session, key, ConsentKind.PHOTOS)
    actions = [
        entry.action
        for entry in AuditLog(ground.workplace).entries(ground.owner, subject=f"customer:{customer}")
    ]
    assert actions == [Action.CONSENT_GIVEN, Action.CONSENT_WITHDRAWN, Action.CONSENT_GIVEN]


def test_bad_consents_are_not_recorded(ground: Ground, notices: Notices, customer: str) -> None:
    with pytest.raises(BadDate):
        notices.record_consent(ground.desk, customer, said(ConsentKind.PHOTOS, given=True, on="2026-11-25"))
    with pytest.raises(CardNumberFound):
        notices.record_consent(
            ground.desk, customer, said(ConsentKind.PHOTOS, given=True, note="4111 1111 1111 1111")
        )
    assert notices.consent_events(ground.desk, customer) == ()


def test_every_kind_says_why_it_is_asked_for() -> None:
    assert set(CONSENTS) == set(ConsentKind)
    assert all(facts.source and facts.as_of for facts in CONSENTS.values())


def test_who_wants_no_reminder_is_not_reminded_but_of_duties_by_law(
    ground: Ground, notices: Notices, customer: str
) -> None:
    with ground.workplace.transaction() as session:
        owner = session.query(Customer).filter(Customer.record_id == customer).one()
        job = add_job(session, owner, Person())
        for basis in ("agreed", "freon_simple"):
            session.add(
                InspectionPlan(
                    customer_id=owner.id,
                    site_id=job.site_id,
                    work_kind="inspect",
                    basis=basis,
                    every_months=12,
                    next_on=TODAY,
                )
            )
    plans, until = Plans(ground.workplace), date.fromisoformat(TODAY)
    assert len(plans.due(ground.desk, until)) == 2
    notices.record_consent(ground.desk, customer, said(ConsentKind.REMINDERS, given=False))
    assert [plan.basis for plan in plans.due(ground.desk, until)] == ["freon_simple"]


def test_who_wants_no_photos_has_it_on_the_job_and_on_its_work_order(
    ground: Ground, notices: Notices, customer: str
) -> None:
    with ground.workplace.transaction() as session:
        owner = session.query(Customer).filter(Customer.record_id == customer).one()
        job = add_job(session, owner, Person(), state=JobState.ARRANGED, on=TODAY).record_id
    notices.record_consent(ground.desk, customer, said(ConsentKind.PHOTOS, given=False))
    cautions = Jobs(ground.workplace).detail(ground.desk, job).cautions
    assert CautionKind.NO_PHOTOS in {one.kind for one in cautions}
    with ground.workplace.reading() as session:
        (material,) = work_orders.materials(session, [job])
    assert CautionKind.NO_PHOTOS in {one.kind for one in material.cautions}


def test_a_disposal_takes_notices_and_consents_along(ground: Ground, notices: Notices, customer: str) -> None:
    notices.write(ground.owner, TEXTS, shown=0)
    notices.give(ground.desk, customer, NoticeWay.PAPER)
    notices.record_consent(ground.desk, customer, said(ConsentKind.PHOTOS, given=True, note="子供部屋以外"))
    key = key_of(ground, customer)
    with ground.workplace.transaction() as session:
        found = erasure.belongings(session, [key])
        assert "子供部屋以外".encode() in erasure.values(session, found).stored
        erasure.delete_rows(session, found)
        assert session.query(Consent).count() == session.query(NoticeGivenRow).count() == 0


def test_the_customers_page_counts_kinds_and_holds_no_value(
    ground: Ground, notices: Notices, customer: str
) -> None:
    notices.record_consent(ground.desk, customer, said(ConsentKind.PHOTOS, given=True, note="子供部屋以外"))
    pages = OpennessPages(ground.workplace, notices, Requests(ground.workplace))
    page = pages.page(ground.people[Role.ACCOUNTING], customer)
    assert {one.field.value for one in page.held} >= {"name", "address", "phone", "email", "text"}
    assert page.looks == 1
    assert page.consent(ConsentKind.PHOTOS) is not None
    assert page.consent(ConsentKind.REMINDERS) is None
    for value in (Person().given, Person().phone, Person().street, "子供部屋以外"):
        assert value not in repr(page)
    assert "子供部屋以外" in repr(pages.page(ground.desk, customer))


def test_who_never_agreed_declines_and_that_can_be_undone(
    ground: Ground, notices: Notices, customer: str
) -> None:
    notices.record_consent(ground.desk, customer, said(ConsentKind.REMINDERS, given=False))
    log = AuditLog(ground.workplace)
    (entry,) = log.entries(ground.owner, action=Action.CONSENT_DECLINED)
    assert entry.details["consent"] == ConsentKind.REMINDERS.value
    ground.workplace.edits.undo(ground.desk)
    assert notices.consent_events(ground.desk, customer) == ()


def test_the_first_day_of_disposal_follows_the_last_day_of_the_longest_rule(
    ground: Ground, notices: Notices, customer: str
) -> None:
    pages = OpennessPages(ground.workplace, notices, Requests(ground.workplace))
    for role in (Role.DESK, Role.ACCOUNTING):
        told = pages.kept_until(ground.people[role], customer)
        longest = told.longest()
        assert longest is not None
        assert longest.keep_until is not None
        assert told.disposable_from == longest.keep_until + timedelta(days=1)
        assert told.longest("2026-999999") is None
    with pytest.raises(NotPermitted):
        pages.kept_until(ground.people[Role.TECHNICIAN], customer)
