"""What comes round in the sample office: agreed work, a law's inspections, and whom to remind of what.

Nothing here uses the random numbers of the history, so that the rest of the sample office stays as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from hvacdesk.domain.calendar.plans import AGREED, PlanRecord
from hvacdesk.domain.calendar.reminders import DUTY_MONTHS, ReminderKind, ReminderOutcome
from hvacdesk.domain.customers.customers import CustomerKind
from hvacdesk.domain.jobs.jobs import JobRow, JobState, UnitRecord, WorkKind
from hvacdesk.domain.periods import months_after
from hvacdesk.domain.requests.consents import ConsentEvent, ConsentKind, ConsentWay
from hvacdesk.domain.roles import Actor, Role
from hvacdesk.services.open_office import Office


@dataclass(frozen=True)
class Round:
    """Work that comes round at a customer's place.

    Attributes:
        due_in: so many days after today; before it where negative.
        reminders: what the customer said about being reminded; None where nobody asked.
    """

    work: WorkKind
    every_months: int
    due_in: int
    text: str
    basis: str = AGREED
    reminders: bool | None = None


AGREED_ROUNDS = (
    Round(WorkKind.CLEAN, 12, -5, "リビングの壁掛け形1台。養生シートを持参", reminders=True),
    Round(WorkKind.CLEAN, 12, 6, "壁掛け形2台の分解洗浄"),
    Round(WorkKind.INSPECT, 6, 24, "冷房・暖房の季節前の試運転", reminders=False),
    Round(WorkKind.CLEAN, 12, 10, "お掃除機能付き1台。作業は約3時間", reminders=True),
)
"""The last one's visit is booked already."""

LAWS_ROUNDS = (
    Round(WorkKind.INSPECT, 3, 12, "簡易点検。屋外機も見る", "freon_simple"),
    Round(WorkKind.INSPECT, 36, 70, "定期点検。資格のある担当が行う", "freon_regular_3"),
)

SHOP_UNIT = UnitRecord(
    place="店舗",
    maker="例示空調",
    model="GH-280WW",
    serial="28000417",
    capacity_kw=28.0,
    year=2019,
    refrigerant="R410A",
    charge_kg=6.5,
    volts=200,
    commercial=True,
)

SEEN = (ReminderOutcome.CALLED, ReminderOutcome.NOT_NEEDED)
"""How the second and the third warranty that ends were seen to; the others wait."""


def keep_rounds(office: Office, owner: Actor, rows: Sequence[JobRow], today: date) -> None:
    """Agree with the customers of some jobs on what comes round, book a visit, and see to two reminders."""
    plans = [_keep(office, owner, row, one, today) for row, one in zip(rows, AGREED_ROUNDS, strict=False)]
    if len(plans) == len(AGREED_ROUNDS):
        _book_visit(office, owner, plans[-1])
    firm = _firm_among(office, owner, (*rows, *office.jobs.day(owner, today)))
    if firm is not None:
        office.jobs.add_unit(owner, office.jobs.detail(owner, firm.job).site.site, SHOP_UNIT)
        for one in LAWS_ROUNDS:
            _keep(office, owner, firm, one, today)
    _see_to_some(office, owner, months_after(today, DUTY_MONTHS))


def _keep(office: Office, owner: Actor, row: JobRow, one: Round, today: date) -> str:
    if one.reminders is not None:
        said_on = office.today().isoformat()
        said = ConsentEvent(ConsentKind.REMINDERS, one.reminders, said_on, ConsentWay.PHONE)
        office.notices.record_consent(owner, row.customer, said)
    site = office.jobs.detail(owner, row.job).site.site
    next_on = (today + timedelta(days=one.due_in)).isoformat()
    record = PlanRecord(row.customer, site, one.work, one.basis, one.every_months, next_on, one.text)
    return office.plans.keep(owner, record)


def _book_visit(office: Office, owner: Actor, plan: str) -> None:
    """A day is agreed with the customer, and who goes."""
    job = office.plans.book(owner, plan)
    technician = next(one for one in office.jobs.staff(owner) if Role.TECHNICIAN in one.roles)
    record = replace(
        office.jobs.record_for_edit(owner, job), starts="13:00", ends="16:00", staff=(technician.account,)
    )
    office.jobs.change(owner, job, office.jobs.detail(owner, job).version, record)
    office.jobs.set_state(owner, job, JobState.ARRANGED)


def _firm_among(office: Office, owner: Actor, rows: Sequence[JobRow]) -> JobRow | None:
    """A job of an organisation, or the last one where no organisation had any."""
    kinds = ((row, office.customers.detail(owner, row.customer).kind) for row in rows)
    firms = [row for row, kind in kinds if kind is CustomerKind.ORGANISATION]
    return next(iter([*firms, *rows[-1:]]), None)


def _see_to_some(office: Office, owner: Actor, until: date) -> None:
    waiting = office.reminders.due(owner, until).rows
    warranties = [row for row in waiting if row.key.kind is ReminderKind.WARRANTY]
    for row, outcome in zip(warranties[1:], SEEN, strict=False):
        office.reminders.seen(owner, row.key, outcome)
