"""Orders to partner firms: written for a job, paid in time, on the calendar of duties, and on paper."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hvacdesk.domain.errors import BadDate, ChangedMeanwhile, InvalidInput, Missing, NotPermitted
from hvacdesk.domain.jobs.job_numbers import NobodysJob, NoJobNumber, NoSuchJob
from hvacdesk.domain.jobs.jobs import JobRecord, JobState, Party, SiteRecord, WorkKind
from hvacdesk.domain.office.invoice_numbers import BadInvoiceNumber
from hvacdesk.domain.office.office import LegalForm, OfficeFacts
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.oversight.duties import DutyKind
from hvacdesk.domain.papers.shown import Outdated, ShownOrder, ShownPages, Since
from hvacdesk.domain.partners.partner_orders import (
    NewOrder,
    NotThisStep,
    OrderPaperVoid,
    OrderPrinted,
    OrderState,
    OrderStep,
    PaidTooLate,
    PlaceWanted,
)
from hvacdesk.domain.partners.partners import FirmFacts
from hvacdesk.domain.roles import Actor, Role
from hvacdesk.services.customers.customers import Customers
from hvacdesk.services.jobs.jobs import Jobs
from hvacdesk.services.language import words_for
from hvacdesk.services.oversight.audit_log import AuditLog
from hvacdesk.services.papers.shown_pages import ShownNow
from hvacdesk.services.partners.partner_orders import PartnerOrders
from hvacdesk.services.partners.partners import Partners
from hvacdesk.store.office import office as office_store
from hvacdesk.store.partners import partner_orders as order_store
from tests.helpers.ground import ROLES, Ground
from tests.helpers.paper import read_text
from tests.helpers.people import HIDDEN, customer
from tests.helpers.sample_records import Person, add_customer, add_job

FIRM = FirmFacts("見本配管", one_person=True)


class Trade:
    """A one-person firm, a job that it does, and the orders."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self.orders = PartnerOrders(ground.workplace)
        self.firm = Partners(ground.workplace).register(ground.owner, FIRM)
        jobs = Jobs(ground.workplace)
        who = Customers(ground.workplace).add(ground.desk, customer())
        site = jobs.add_site(ground.desk, who, SiteRecord(customer().address))
        record = JobRecord(
            site, WorkKind.INSTALL, {Party.REQUESTER: who}, on="2026-12-01", partner_firm="見本配管"
        )
        self.job = jobs.add(ground.desk, record)
        self.number = jobs.detail(ground.desk, self.job).row.number
        with ground.workplace.transaction() as session:
            facts = OfficeFacts("唐山空調", "052-111-2222", "名古屋市", LegalForm.COMPANY, 3)
            office_store.save_facts(session, facts)

    @property
    def new(self) -> NewOrder:
        return NewOrder(self.firm, "エアコン新設 2台", "2026-12-01", 66_000, "2026-12-25", job=self.number)

    def terms(self, order: str) -> NewOrder:
        """As they are written down."""
        return next(row.facts for row in self.orders.all(self.ground.desk) if row.order == order)

    def note(self, who: Actor, order: str, step: OrderStep, on: str) -> None:
        """A step, by somebody who has just looked at the order."""
        self.orders.note(who, order, step, on, shown=self.terms(order))

    def duties(self) -> list[tuple[DutyKind, str, str]]:
        found = self.orders.duties(self.ground.desk)
        return [(one.kind, one.due.isoformat(), one.about) for one in found]


@pytest.fixture
def trade(ground: Ground) -> Trade:
    return Trade(ground)


def test_an_order_takes_the_jobs_town_and_never_its_house(trade: Trade) -> None:
    trade.orders.write(trade.ground.desk, trade.new)
    (row,) = trade.orders.all(trade.ground.desk)
    assert (row.number, row.firm, row.facts.job) == ("O2026-0001", "見本配管", trade.number)
    assert row.facts.place == "名古屋市千種区唐山町"
    assert (row.state, row.due, row.latest) == (OrderState.ORDERED, "2026-12-25", "2027-01-29")
    assert not [hidden for hidden in HIDDEN.values() if hidden in repr(row)]


def test_a_job_of_a_one_person_firm_wants_its_order_at_once(trade: Trade) -> None:
    wanted = (DutyKind.PARTNER_ORDER, "2026-11-24", trade.number)
    assert trade.duties() == [wanted]
    order = trade.orders.write(trade.ground.desk, trade.new)
    assert trade.duties() == []
    trade.note(trade.ground.desk, order, OrderStep.WITHDRAWN, "2026-11-24")
    assert trade.duties() == [wanted]


def test_a_firm_with_employees_needs_no_order_and_is_paid_as_agreed(trade: Trade) -> None:
    Partners(trade.ground.workplace).change(
        trade.ground.owner, trade.firm, replace(FIRM, one_person=False), shown=FIRM
    )
    assert trade.duties() == []
    trade.orders.write(trade.ground.desk, replace(trade.new, pay_by="2027-03-31"))
    (row,) = trade.orders.all(trade.ground.desk)
    assert (row.latest, row.due) == ("", "2027-03-31")


def test_payment_stands_on_the_calendar_from_the_work_on(trade: Trade) -> None:
    order = trade.orders.write(trade.ground.desk, replace(trade.new, pay_by="2027-01-29"))
    assert trade.duties() == []
    trade.ground.clock.pass_time(days=7)  # 1 December: the work counts as done until somebody says when
    assert trade.duties() == [(DutyKind.PARTNER_PAYMENT, "2027-01-29", "見本配管 O2026-0001")]
    trade.note(trade.ground.desk, order, OrderStep.RECEIVED, "2026-11-30")
    assert trade.duties() == [(DutyKind.PARTNER_PAYMENT, "2027-01-28", "見本配管 O2026-0001")]
    trade.note(trade.ground.desk, order, OrderStep.PAID, "2026-12-01")
    assert trade.duties() == []


def test_no_later_day_than_the_laws_is_agreed_with_one_person(trade: Trade) -> None:
    with pytest.raises(PaidTooLate):
        trade.orders.write(trade.ground.desk, replace(trade.new, pay_by="2027-01-30"))
    assert trade.orders.all(trade.ground.desk) == ()


def test_an_order_is_corrected_until_it_was_printed_and_withdrawn_afterwards(trade: Trade) -> None:
    desk = trade.ground.desk
    order = trade.orders.write(desk, trade.new)
    terms = replace(trade.new, yen=77_000, job="", place="当社倉庫")
    assert trade.orders.correct(desk, order, terms, shown=trade.orders.all(desk)[0].facts) == order
    (row,) = trade.orders.all(desk)
    assert (row.number, row.facts.yen, row.facts.place, row.facts.job) == (
        "O2026-0001",
        77_000,
        "当社倉庫",
        "",
    )
    assert row.correctable
    with pytest.raises(PaidTooLate):
        trade.orders.correct(desk, order, replace(trade.new, pay_by="2027-01-30"), shown=terms)
    trade.orders.printed(desk, order, shown=terms)
    assert not trade.orders.all(desk)[0].correctable
    with pytest.raises(OrderPrinted):
        trade.orders.correct(desk, order, trade.new, shown=terms)
    assert trade.orders.all(desk)[0].facts.yen == 77_000
    trade.note(desk, order, OrderStep.WITHDRAWN, "2026-11-24")
    log = AuditLog(trade.ground.workplace)
    (corrected,) = log.entries(trade.ground.owner, action=Action.ORDER_CORRECTED)
    assert corrected.subject == f"partner_order:{order}"


def test_an_order_that_went_on_is_corrected_no_more(trade: Trade) -> None:
    order = trade.orders.write(trade.ground.desk, trade.new)
    trade.note(trade.ground.desk, order, OrderStep.RECEIVED, "2026-11-24")
    with pytest.raises(NotThisStep):
        trade.orders.correct(trade.ground.desk, order, trade.new, shown=trade.new)


def test_without_a_job_the_place_is_asked_for_by_its_name(trade: Trade) -> None:
    with pytest.raises(PlaceWanted) as refusal:
        trade.orders.write(trade.ground.desk, replace(trade.new, job=""))
    assert refusal.value.field == "place"
    assert "作業場所" in refusal.value.sentences(words_for("ja"))[0]


def test_steps_follow_one_another(trade: Trade) -> None:
    order = trade.orders.write(trade.ground.desk, trade.new)
    with pytest.raises(NotThisStep):
        trade.note(trade.ground.desk, order, OrderStep.PAID, "2026-11-24")
    with pytest.raises(BadDate):
        trade.note(trade.ground.desk, order, OrderStep.RECEIVED, "2026-11-23")
    trade.note(trade.ground.desk, order, OrderStep.RECEIVED, "2026-11-24")
    with pytest.raises(NotThisStep):
        trade.note(trade.ground.desk, order, OrderStep.WITHDRAWN, "2026-11-24")


@pytest.mark.parametrize(
    ("field", "value", "refusal"),
    [("job", "2026-999999", NobodysJob), ("firm", "", Missing), ("job", "x", NoJobNumber)],
)
def test_a_job_or_firm_that_is_not_there_is_refused(
    trade: Trade, field: str, value: str, refusal: type[InvalidInput]
) -> None:
    with pytest.raises(refusal) as refused:
        trade.orders.write(trade.ground.desk, replace(trade.new, **{field: value}))
    assert refused.value.field == field


def test_a_number_without_its_year_that_two_jobs_have_is_asked_about(trade: Trade) -> None:
    """Taken for the later one, the order would name the town of the wrong customer."""
    short, desk = trade.number.partition("-")[2], trade.ground.desk
    trade.orders.write(desk, replace(trade.new, job=short))
    assert trade.orders.all(desk)[0].facts.job == trade.number
    with trade.ground.workplace.transaction() as session:
        other = add_customer(session, Person(family="別人"))
        job = add_job(session, other, Person(), state=JobState.ARRANGED, on="2025-11-24")
        job.number = f"2025-{short}"
    with pytest.raises(NoSuchJob):
        trade.orders.write(desk, replace(trade.new, job=short))
    assert len(trade.orders.all(desk)) == 1


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_paper_says_all_that_article_3_wants(trade: Trade, language: str) -> None:
    order = trade.orders.write(trade.ground.desk, replace(trade.new, inspect_by="2026-12-03"))
    text = " ".join(read_text(trade.orders.pdf(trade.ground.desk, order, words_for(language)).pdf).split())
    said = {
        "ja": ("発注書", "2026年11月24日", "2026年12月1日", "2026年12月3日", "2026年12月25日", "銀行振込"),
        "en": ("Order", "24 Nov 2026", "1 Dec 2026", "3 Dec 2026", "25 Dec 2026", "by bank transfer"),
    }[language]
    for part in (*said, "唐山空調", "見本配管", "エアコン新設 2台", "名古屋市千種区唐山町", "¥66,000"):
        assert part in text, part
    assert not [hidden for hidden in HIDDEN.values() if hidden in text]


def test_the_paper_hides_what_the_firms_copy_of_the_work_order_hides(trade: Trade) -> None:
    work = f"柳川{HIDDEN['given']}様宅 取付1台 052-781-4649\n{HIDDEN['email']}"
    terms = replace(trade.new, work=work, place=f"唐山町 柳川{HIDDEN['given']}様方")
    order = trade.orders.write(trade.ground.desk, terms)
    text = read_text(trade.orders.pdf(trade.ground.desk, order, words_for("ja")).pdf)
    assert "柳川●●●様宅 取付1台" in text
    assert "唐山町 柳川●●●様方" in text
    hidden = (*HIDDEN.values(), "781-4649")
    assert not [one for one in hidden if one in text]
    (row,) = trade.orders.all(trade.ground.desk)
    assert not [one for one in hidden if one in repr(row)]
    with trade.ground.workplace.transaction() as session:  # as an older version stored it
        order_store.get(session, order).work = work
    older = read_text(trade.orders.pdf(trade.ground.desk, order, words_for("ja")).pdf)
    assert not [one for one in hidden if one in older]


def test_the_paper_of_an_order_without_a_job_says_it_as_it_is_written(trade: Trade) -> None:
    terms = replace(trade.new, job="", place="当社倉庫", work="棚の組立 052-781-4649")
    order = trade.orders.write(trade.ground.desk, terms)
    assert terms.work in read_text(trade.orders.pdf(trade.ground.desk, order, words_for("ja")).pdf)


def test_printing_and_steps_are_logged_by_code_and_number(trade: Trade) -> None:
    order = trade.orders.write(trade.ground.desk, trade.new)
    trade.note(trade.ground.desk, order, OrderStep.RECEIVED, "2026-11-24")
    trade.orders.printed(trade.ground.desk, order, shown=trade.terms(order))
    log = AuditLog(trade.ground.workplace)
    (step,) = log.entries(trade.ground.owner, action=Action.ORDER_STEP_NOTED)
    (printed,) = log.entries(trade.ground.owner, action=Action.ORDER_PRINTED)
    assert step.details == {"order_number": "O2026-0001", "order_step": "received"}
    assert printed.details == {"order_number": "O2026-0001"}


@pytest.mark.parametrize("number", ["T1234567890123", "t1234-567890123", "Ｔ１２３４５６７８９０１２３"])
def test_an_invoice_number_is_kept_in_one_form(trade: Trade, number: str) -> None:
    firms = Partners(trade.ground.workplace)
    firms.change(trade.ground.owner, trade.firm, replace(FIRM, invoice_number=number), shown=FIRM)
    (row,) = firms.all(trade.ground.owner)
    assert row.facts.invoice_number == "T1234567890123"
    with pytest.raises(BadInvoiceNumber):
        firms.change(trade.ground.owner, trade.firm, replace(FIRM, invoice_number="T12345"), shown=row.facts)


@pytest.mark.parametrize("role", ROLES)
def test_each_act_is_for_its_roles_alone(trade: Trade, role: Role) -> None:
    order = trade.orders.write(trade.ground.desk, trade.new)
    who = trade.ground.people[role]
    acts = (
        (lambda: trade.orders.all(who), {Role.OWNER, Role.DESK, Role.INSPECTOR}),
        (lambda: trade.orders.write(who, trade.new), {Role.OWNER, Role.DESK}),
        (
            lambda: trade.note(who, order, OrderStep.RECEIVED, "2026-11-24"),
            {Role.OWNER, Role.DESK},
        ),
    )
    for act, allowed in acts:
        if role in allowed:
            act()
        else:
            with pytest.raises(NotPermitted):
                act()


def test_an_order_is_not_set_back_to_what_an_older_form_showed(trade: Trade) -> None:
    desk, orders = trade.ground.desk, trade.orders
    order = orders.write(desk, trade.new)
    (row,) = orders.all(desk)
    orders.correct(desk, order, replace(row.facts, yen=77_000), shown=row.facts)
    with pytest.raises(ChangedMeanwhile):
        orders.correct(desk, order, replace(row.facts, inspect_by="2026-12-10"), shown=row.facts)
    assert orders.all(desk)[0].facts == replace(row.facts, yen=77_000)


def test_a_paper_that_says_other_terms_is_not_noted_as_printed(trade: Trade) -> None:
    desk, orders = trade.ground.desk, trade.orders
    order = orders.write(desk, trade.new)
    paper = orders.pdf(desk, order, words_for("ja"))
    dearer = replace(paper.terms, yen=99_000)
    orders.correct(desk, order, dearer, shown=paper.terms)
    with pytest.raises(OrderPaperVoid):
        orders.printed(desk, order, shown=paper.terms)
    assert orders.all(desk)[0].correctable
    again = orders.pdf(desk, order, words_for("ja"))
    orders.printed(desk, order, shown=again.terms)
    assert orders.all(desk)[0].printed


def test_a_paper_of_an_order_that_was_withdrawn_is_not_noted_as_printed(trade: Trade) -> None:
    desk = trade.ground.desk
    order = trade.orders.write(desk, trade.new)
    paper = trade.orders.pdf(desk, order, words_for("ja"))
    trade.note(desk, order, OrderStep.WITHDRAWN, "2026-11-24")
    with pytest.raises(OrderPaperVoid):
        trade.orders.printed(desk, order, shown=paper.terms)


def test_no_step_of_an_order_is_noted_that_reads_otherwise_by_now(trade: Trade) -> None:
    desk, orders = trade.ground.desk, trade.orders
    order = orders.write(desk, trade.new)
    shown = trade.terms(order)
    orders.correct(desk, order, replace(shown, yen=99_000), shown=shown)
    with pytest.raises(ChangedMeanwhile):
        orders.note(desk, order, OrderStep.RECEIVED, "2026-11-24", shown=shown)
    assert orders.all(desk)[0].state is OrderState.ORDERED


@pytest.mark.parametrize(
    ("changes", "asked"),
    [
        ({"firm": "見本空調設備"}, True),
        ({"one_person": False}, True),
        ({"representative": "見本 太郎"}, False),
    ],
    ids=str,
)
def test_a_firm_that_was_changed_since_its_order_was_drawn_is_asked_about(
    trade: Trade, changes: dict[str, object], asked: bool
) -> None:
    desk, order = trade.ground.desk, trade.orders.write(trade.ground.desk, trade.new)
    firms, shown = Partners(trade.ground.workplace), ShownNow(trade.ground.workplace)
    other = FirmFacts("別の配管")
    another = firms.register(trade.ground.owner, other)
    drawn = shown.drawn_now(desk)
    paper = trade.orders.pdf(desk, order, words_for("en"))
    pages = ShownPages(order=ShownOrder(order, paper.terms), drawn=drawn)
    firms.change(trade.ground.owner, another, replace(other, firm="別の空調"), shown=other)
    assert shown.outdated(desk, pages) == ()
    firms.change(trade.ground.owner, trade.firm, replace(FIRM, **changes), shown=FIRM)  # type: ignore[arg-type]
    assert shown.outdated(desk, pages) == ((Outdated(Since.FIRM_CHANGED),) if asked else ())
    assert shown.outdated(desk, replace(pages, drawn=shown.drawn_now(desk))) == ()


@pytest.mark.parametrize(
    ("changes", "asked"),
    [({"firm": "見本空調設備"}, True), ({"seat": "名古屋市中区1-2"}, True), ({"one_person": False}, False)],
    ids=str,
)
def test_a_firm_that_got_data_is_asked_about_as_its_record_shows_it(
    trade: Trade, changes: dict[str, object], asked: bool
) -> None:
    firms, shown = Partners(trade.ground.workplace), ShownNow(trade.ground.workplace)
    owner = trade.ground.owner
    pages = ShownPages(provided_to=trade.firm, drawn=shown.drawn_now(owner))
    firms.change(owner, trade.firm, replace(FIRM, **changes), shown=FIRM)  # type: ignore[arg-type]
    assert shown.outdated(owner, pages) == ((Outdated(Since.FIRM_CHANGED),) if asked else ())
