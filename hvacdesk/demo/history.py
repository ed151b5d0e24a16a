"""The sample office's past: who works there, and what was registered, done, invoiced and asked since 2018.

Everything goes through the services, in order of time, as the office's own staff would have typed it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random

from hvacdesk.demo.after_service import keep_rounds
from hvacdesk.demo.calls import note_calls
from hvacdesk.demo.clock import HistoryClock
from hvacdesk.demo.erasures import ask_for_erasure, keep_guarantees
from hvacdesk.demo.estimates import price_and_estimate
from hvacdesk.demo.leaks import practise, sign_last_month
from hvacdesk.demo.openness import tell_customers
from hvacdesk.demo.orders import order_coming_work, order_work, pay_for_work
from hvacdesk.demo.partners import CLIENT, PARTNER_FIRM, hand_over_jobs, register_partners
from hvacdesk.demo.people import people
from hvacdesk.demo.results import type_in_warranty
from hvacdesk.demo.schooling import Schooling
from hvacdesk.demo.work import Times, items_for
from hvacdesk.domain.backups.drills import Drill, DrillOutcome, DrillWay
from hvacdesk.domain.customers.customers import CustomerRecord
from hvacdesk.domain.jobs.job_events import EventKind, JobEvent
from hvacdesk.domain.jobs.jobs import (
    JobRecord,
    JobRow,
    JobState,
    JobUnit,
    Party,
    SiteRecord,
    UnitPart,
    UnitRecord,
    WorkKind,
)
from hvacdesk.domain.office.office import LegalForm, OfficeFacts
from hvacdesk.domain.oversight.audit_log import RevealReason
from hvacdesk.domain.papers.register import NewPaper, PaperKind
from hvacdesk.domain.papers.work_orders import CopyState, Profile
from hvacdesk.domain.roles import Actor, Role
from hvacdesk.domain.text.wording import Words
from hvacdesk.services.calendar.holidays import is_working_day, next_working_day
from hvacdesk.services.entry.entry import OfficeEntry
from hvacdesk.services.open_office import Office

FOUNDED = date(2018, 4, 2)

FACTS = OfficeFacts(
    name="サンプル空調サービス",
    phone="052-000-0000",
    address="愛知県名古屋市中区栄3丁目0-0",
    legal_form=LegalForm.COMPANY,
    fiscal_year_end_month=3,
    construction_licence=True,
    electrical_registration=True,
    privacy_manager="伊藤 誠",
)


@dataclass(frozen=True)
class SampleAccount:
    """One member of the sample staff, with the passphrase that the demo prints."""

    name: str
    roles: frozenset[Role]
    passphrase: str


STAFF = (
    SampleAccount("伊藤 誠", frozenset({Role.OWNER}), "sample office owner one"),
    SampleAccount("山田 恵", frozenset({Role.OWNER, Role.DESK}), "sample office owner two"),
    SampleAccount("佐藤 綾", frozenset({Role.DESK}), "sample office front desk"),
    SampleAccount("高橋 修", frozenset({Role.ACCOUNTING}), "sample office accounting"),
    SampleAccount("鈴木 亮", frozenset({Role.TECHNICIAN}), "sample office technician one"),
    SampleAccount("山本 隆", frozenset({Role.TECHNICIAN}), "sample office technician two"),
    SampleAccount("渡辺 学", frozenset({Role.INSPECTOR}), "sample office inspector"),
)
PARTNER_TAKES_EVERY = 4
CLIENT_GIVES_EVERY = 6
MOST_HANDED_OVER = 8
KEPT_COPY_EVERY = 5
MODELS = (
    ("サンプル製作所", "AB-22XX", 2.2, 100),
    ("見本電機", "CD-25YY", 2.5, 100),
    ("例示空調", "EF-40ZZ", 4.0, 200),
)
ROOMS = ("リビング", "寝室", "事務室", "店舗", "子供部屋")
LOCK_CODES = ("キーボックス 裏口 4071", "鍵は管理人室", "オートロック 0293")
ACCESS = (
    "敷地内1台可、階段2階",
    "前面道路に停車可",
    "近隣コインパーキング、エレベーターあり",
    "搬入は裏口から",
)


def found_office(entry: OfficeEntry, backups: Path) -> tuple[Office, Actor]:
    """Set the office up and give every member of the sample staff a passphrase of their own.

    Args:
        backups: the folder that backups are taken to.
    """
    owner = STAFF[0]
    draft = entry.prepare()
    for position in draft.group_positions_to_retype():
        draft.confirm(position, draft.printed_group(position))
    office, actor = draft.create(FACTS, owner.name, owner.passphrase)
    invited = [(office.accounts.invite(actor, person.name, person.roles), person) for person in STAFF[1:]]
    office.settings.set_office_value(
        actor, "disposal_waiting_days", 0, office.settings.office_value("disposal_waiting_days")
    )
    office.backups.add_place(actor, str(backups))
    office.leave(actor)
    entry.open_sealed()
    for (account, one_time), person in invited:
        office, newcomer = entry.accept_invitation(account, one_time, person.passphrase)
        office.leave(newcomer)
        entry.open_sealed()
    first = next(member for member in entry.staff() if member.name == owner.name)
    return entry.login(first.account, owner.passphrase)


class History:
    """Lives the sample office's years through its services."""

    def __init__(
        self, office: Office, owner: Actor, clock: HistoryClock, random: Random, today: date, words: Words
    ) -> None:
        self._office = office
        self._owner = owner
        self._clock = clock
        self._random = random
        self._today = today
        self._words = words
        self._booked = 0
        self._times = Times()
        self._both_today = True  # one of today's jobs, a unit put in, has every kind of copy
        self._technicians = tuple(
            member.account for member in office.jobs.staff(owner) if Role.TECHNICIAN in member.roles
        )

    def live(self, customers: int, progress: Callable[[int, int], None]) -> None:
        """Register ``customers`` people over the years, with what became of each, up to today."""
        chapters = sorted(
            (
                (*self._chapter(index / customers), record)
                for index, record in enumerate(people(customers, self._random))
            ),
            key=lambda chapter: chapter[0],
        )
        last_week = self._today - timedelta(days=6)
        last_week_came = False
        schooling = Schooling(self._office, self._owner, self._clock, self._today)
        for done, (day, tell, record) in enumerate(chapters, start=1):
            schooling.up_to(day)
            if day >= last_week and not last_week_came:
                self._live_last_week(last_week)
                last_week_came = True
            self._clock.go_to(day)
            tell(self._register(record), record, day)
            progress(done, customers)
        yesterday = self._today - timedelta(days=1)
        schooling.up_to(yesterday)
        self._live_yesterday(yesterday)

    def _live_last_week(self, on: date) -> None:
        office, owner = self._office, self._owner
        self._leave_papers_out(on)
        practise(office, owner, on, self._words)
        sign_last_month(office, owner, on)
        register_partners(office, owner, on)
        order_work(office, owner, on)

    def _live_yesterday(self, yesterday: date) -> None:
        office, owner = self._office, self._owner
        self._clock.go_to(yesterday, hour=16)
        office.clock_check.confirm(owner)  # years with few customers have months without an entry
        done = self._done_lately()
        hand_over_jobs(office, owner, done, yesterday)
        pay_for_work(office, owner, yesterday)
        order_coming_work(office, owner, self._today)
        held = (yesterday - timedelta(days=100)).isoformat()
        office.drills.note(owner, Drill(held, held, DrillWay.OTHER_COMPUTER, DrillOutcome.GOOD))
        note_calls(office, owner, yesterday, self._today)
        price_and_estimate(office, owner, self._words, self._today)
        tell_customers(office, owner, self._words)
        keep_guarantees(office, owner)
        keep_rounds(office, owner, done, self._today)
        ask_for_erasure(office, owner)

    def _done_lately(self) -> list[JobRow]:
        """Jobs of the last four weeks."""
        days = (self._today - timedelta(days=offset) for offset in range(1, 29))
        return [row for day in days for row in self._office.jobs.day(self._owner, day)][:MOST_HANDED_OVER]

    def _chapter(self, share: float) -> tuple[date, Callable[[str, CustomerRecord, date], object]]:
        """When a customer turns up and what comes of it; ``share`` runs from 0 to 1 over all customers."""
        if share < 0.12:
            return self._day_in(date(2018, 5, 1), date(2019, 3, 10)), self._finished_job
        if share < 0.16:
            return self._day_in(date(2018, 5, 1), date(2019, 3, 10)), self._forgotten_invoice
        if share < 0.22:
            return self._months_ago(13, 7), self._inquiry
        if share < 0.30:
            return self._day_in(
                self._today - timedelta(days=375), self._today - timedelta(days=290)
            ), self._guaranteed_job
        if share < 0.52:
            return self._day_in(date(2020, 4, 1), self._today - timedelta(days=90)), self._finished_job
        if share < 0.80:
            return self._day_in(
                self._today - timedelta(days=28), self._today - timedelta(days=3)
            ), self._recent_job
        return self._day_in(
            self._today - timedelta(days=6), self._today - timedelta(days=1)
        ), self._coming_job

    def _register(self, record: CustomerRecord) -> str:
        return self._office.customers.add(self._owner, record)

    def _inquiry(self, customer: str, record: CustomerRecord, day: date) -> None:
        """Somebody asked for a price and never came back."""

    def _finished_job(
        self, customer: str, record: CustomerRecord, day: date, work_kind: WorkKind | None = None
    ) -> str:
        job = self._book(customer, record, day + timedelta(days=3), work_kind=work_kind)
        done_on = day + timedelta(days=3)
        if self._booked % KEPT_COPY_EVERY == 0:
            self._print_copy(job, came_back=True)
        self._clock.go_to(done_on, hour=16)
        self._advance(job, JobState.DONE)
        self._event(job, EventKind.HANDOVER, done_on)
        invoiced_on = done_on + timedelta(days=2)
        self._clock.go_to(invoiced_on)
        self._event(
            job, EventKind.INVOICE, invoiced_on, number=f"S-{self._random.randrange(10**6):06}", amount=88_000
        )
        self._advance(job, JobState.INVOICED)
        self._event(job, EventKind.SETTLEMENT, invoiced_on + timedelta(days=4))
        self._advance(job, JobState.PAID)
        return job

    def _guaranteed_job(self, customer: str, record: CustomerRecord, day: date) -> None:
        """A unit was put in with a year's warranty that ends these months, or did some days ago."""
        job = self._finished_job(customer, record, day, WorkKind.INSTALL)
        type_in_warranty(self._office, self._owner, job, (day + timedelta(days=3)).isoformat())

    def _forgotten_invoice(self, customer: str, record: CustomerRecord, day: date) -> None:
        """The work was done and paid, but nobody recorded the invoice: this can never be judged as due."""
        done_on = day + timedelta(days=2)
        job = self._book(customer, record, done_on)
        self._advance(job, JobState.DONE)
        self._event(job, EventKind.HANDOVER, done_on)
        self._advance(job, JobState.PAID)

    def _recent_job(self, customer: str, record: CustomerRecord, day: date) -> None:
        job = self._book(customer, record, day + timedelta(days=1))
        done_on = day + timedelta(days=1)
        if self._booked % PARTNER_TAKES_EVERY == 0:
            self._print_copy(job, came_back=True, profile=Profile.PARTNER)
        self._clock.go_to(done_on, hour=16)
        self._advance(job, JobState.DONE)
        self._event(job, EventKind.HANDOVER, done_on)
        if self._random.random() < 0.8:
            number = f"S-{self._random.randrange(10**6):06}"
            self._event(job, EventKind.INVOICE, done_on, number=number, amount=33_000)
            self._advance(job, JobState.INVOICED)

    def _coming_job(self, customer: str, record: CustomerRecord, day: date) -> None:
        days_ahead = 0 if self._both_today else self._random.choice((0, 0, 0, 1, 1, 2, 3, 4, 7))
        on = self._today + timedelta(days=days_ahead)
        while (on > self._today and not is_working_day(on)) or self._times.full(on, self._technicians):
            on = next_working_day(on)
        both, self._both_today = self._both_today, False
        work_kind = WorkKind.INSTALL if both else None
        job = self._book(customer, record, on, both=both, work_kind=work_kind)
        self._advance(job, JobState.ARRANGED)

    def _building_started(self) -> str:
        """An ISO date that has passed, or empty where nobody knows it."""
        day = self._random.choice(("1998-04-01", "2012-10-01", "2019-03-01", ""))
        return day if day <= self._office.today().isoformat() else ""

    def _book(
        self,
        customer: str,
        record: CustomerRecord,
        on: date,
        *,
        both: bool = False,
        work_kind: WorkKind | None = None,
    ) -> str:
        """Book a job of a kind, or of any, for a technician of ours, a partner firm, or both."""
        office, owner, random = self._office, self._owner, self._random
        site = office.jobs.add_site(
            owner,
            customer,
            SiteRecord(
                address=record.address,
                detached=not record.address.building,
                floor="" if not record.address.building else f"{random.randrange(1, 12)}階",
                attends="ご本人",
                manager_permission=bool(record.address.building),
                building_started_on=self._building_started(),
                access=random.choice(ACCESS),
                lock_codes=random.choice(LOCK_CODES) if random.random() < 0.5 else "",
            ),
        )
        work_kind = work_kind or random.choice(tuple(WorkKind))
        units = [JobUnit(office.jobs.add_unit(owner, site, self._unit()), _part(work_kind))]
        if work_kind is WorkKind.REPLACE:
            units.insert(0, JobUnit(office.jobs.add_unit(owner, site, self._unit()), UnitPart.REMOVE))
        self._booked += 1
        with_partner = self._booked % PARTNER_TAKES_EVERY == 0
        ours = both or not with_partner
        technician, (starts, ends) = self._times.take(on, self._technicians if ours else ("",), random)
        return office.jobs.add(
            owner,
            JobRecord(
                site=site,
                work_kind=work_kind,
                parties={Party.REQUESTER: customer},
                on=on.isoformat(),
                starts=starts,
                ends=ends,
                staff=(technician,) if ours else (),
                partner_firm=PARTNER_FIRM if with_partner or both else "",
                units=tuple(units),
                items=items_for(work_kind, random),
                amount_to_collect=random.choice((None, None, 12_000, 33_000)),
                client_contractor=CLIENT if self._for_client(on) else "",
            ),
        )

    def _for_client(self, on: date) -> bool:
        """Whether the job came from the client contractor, whose work began a month ago."""
        return self._booked % CLIENT_GIVES_EVERY == 0 and on >= self._today - timedelta(days=40)

    def _unit(self) -> UnitRecord:
        random = self._random
        maker, model, kilowatts, volts = random.choice(MODELS)
        return UnitRecord(
            place=random.choice(ROOMS),
            maker=maker,
            model=model,
            serial=f"{random.randrange(10**8):08}",
            capacity_kw=kilowatts,
            year=random.randrange(2009, self._clock().year),
            refrigerant="R32",
            charge_kg=round(random.uniform(0.55, 1.2), 2),
            volts=volts,
            outlet="平行" if volts == 100 else "エルバー",
            commercial=kilowatts >= 4,
        )

    def _leave_papers_out(self, on: date) -> None:
        """Papers printed on a day of last week: most came back, two are still in a van."""
        self._clock.go_to(on)
        rows = [
            row
            for offset in range(23)
            for row in self._office.jobs.day(self._owner, on - timedelta(days=offset))
        ]
        for index, row in enumerate(row for row in rows[:8] if row.staff):
            self._print_copy(row.job, came_back=index >= 2)
        self._file_papers([row for row in rows if row.staff][:3], on)
        if rows:
            self._office.customers.reveal_contact(self._owner, rows[0].customer, RevealReason.CALL)

    def _file_papers(self, rows: Sequence[JobRow], on: date) -> None:
        """Papers in the cabinet: contracts, one of which somebody took out, and a customer's own warranty."""
        papers, owner = self._office.papers, self._owner
        cabinet = papers.cabinets.save(owner, "", "書庫A", owner.account)
        kinds = (PaperKind.CONTRACT, PaperKind.HELD, PaperKind.CONTRACT)
        for row, kind in zip(rows, kinds, strict=False):
            held = kind is PaperKind.HELD
            filed = papers.file(
                owner,
                NewPaper(
                    kind,
                    row.customer,
                    job=row.job,
                    label="エアコン保証書" if held else "",
                    cabinet=cabinet,
                    return_by=(on + timedelta(days=21)).isoformat() if held else "",
                ),
            )
            if row is rows[-1] and not held:
                papers.lend(owner, filed.code, row.staff[0], (on + timedelta(days=21)).isoformat())

    def _print_copy(self, job: str, *, came_back: bool, profile: Profile = Profile.TECHNICIAN) -> None:
        """Print the copy of the technician who goes; one that came back is kept in the cabinet."""
        papers, owner = self._office.work_orders, self._owner
        issued = papers.issue(owner, job, (profile,), self._words)
        papers.printed(owner, [copy.copy for copy in issued.copies], "office")
        if came_back:
            papers.register_return(owner, issued.copies[0].code, CopyState.KEPT)

    def _advance(self, job: str, state: JobState) -> None:
        self._office.jobs.set_state(self._owner, job, state)

    def _event(
        self, job: str, kind: EventKind, on: date, number: str = "", amount: int | None = None
    ) -> None:
        self._office.jobs.record_event(
            self._owner, job, JobEvent(kind=kind, on=on.isoformat(), number=number, amount=amount)
        )

    def _day_in(self, first: date, last: date) -> date:
        return first + timedelta(days=self._random.randrange((last - first).days + 1))

    def _months_ago(self, first: int, last: int) -> date:
        return self._day_in(self._today - timedelta(days=first * 30), self._today - timedelta(days=last * 30))


def _part(work_kind: WorkKind) -> UnitPart:
    if work_kind in {WorkKind.INSTALL, WorkKind.REPLACE}:
        return UnitPart.INSTALL
    return UnitPart.REMOVE if work_kind is WorkKind.REMOVE else UnitPart.SERVICE
