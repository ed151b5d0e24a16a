"""The rows of an export: what each table says of a customer, in full or as the screens show it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from hvacdesk.domain import masking
from hvacdesk.domain.customers.cautions import CAUTION_NAMES
from hvacdesk.domain.customers.contacts import CONTACT_FIELDS
from hvacdesk.domain.customers.customer_fields import CUSTOMER_FIELDS
from hvacdesk.domain.customers.customers import (
    PAYMENT_METHOD_NAMES,
    Address,
    CustomerField,
    CustomerRecord,
    PhoneKind,
)
from hvacdesk.domain.exchange.exporting import EXPORTED_TEXTS, ExportExtent, ExportTable
from hvacdesk.domain.fields import DescribedField, K, R, Use
from hvacdesk.domain.jobs import unit_fields
from hvacdesk.domain.jobs.job_fields import JOB_FIELDS, texts_seen
from hvacdesk.domain.jobs.jobs import (
    JOB_STATE_NAMES,
    WORK_KIND_NAMES,
    JobReader,
    JobRecord,
    SiteField,
    SiteRecord,
    UnitRecord,
)
from hvacdesk.domain.jobs.site_fields import SITE_FIELDS, values_seen
from hvacdesk.domain.jobs.unit_fields import UNIT_FIELDS
from hvacdesk.domain.text.wording import Words
from hvacdesk.store.engine import Session
from hvacdesk.store.exchange import exporting as store
from hvacdesk.store.jobs.jobs import job_texts, site_record, unit_record
from hvacdesk.store.requests.suspension import suspended_sites

if TYPE_CHECKING:
    from hvacdesk.store.models import Job

Row = Sequence[str]

_OF_A_KIND = (PhoneKind.MOBILE, PhoneKind.WORK, PhoneKind.FAX)
"""A number that is of none of these kinds rings at home."""

_AS_ON_SCREENS = (SiteField.LABEL, SiteField.FLOOR, SiteField.ACCESS)
"""What people who arrange jobs read in full of a site, so that a masked list has it too."""

DIVIDED = 11 + len(_OF_A_KIND)
"""Columns that hold a customer's parts one by one."""


class _CustomerCells:
    """The fields of one customer, in full or masked; of a ``locked`` one as the screens show theirs."""

    def __init__(self, *, full: bool, locked: bool) -> None:
        self.full, self.locked = full and not locked, locked

    def of(self, one: DescribedField[K, R], record: R) -> str:
        """Every value of a field."""
        values = one.full(record) if self.full else (value.text for value in one.masked(record, False))
        return "、".join(values)

    def address(self, place: Address) -> str:
        return place.full() if self.full else masking.address(place).text

    def site(self, key: SiteField, record: SiteRecord) -> str:
        """A field of a site; what tells of the place and nobody there is public."""
        if self.locked:
            return values_seen(record, (JobReader.ANYBODY,), contact=False, addressee=False)[key].text
        one = SITE_FIELDS[key]
        return "".join(one.full(record)) if key in _AS_ON_SCREENS else self.of(one, record)

    def job(self, record: JobRecord) -> Iterator[str]:
        """The texts of a job: all of them in full, or else what everybody reads who sees the job."""
        seen = texts_seen(record, tuple(JobReader) if self.full else (JobReader.ANYBODY,))
        return (seen[one.key].text for one in JOB_FIELDS.used(Use.EXPORTED))

    def unit(self, record: UnitRecord) -> Iterator[str]:
        """The fields of an air conditioner: a thing's, but for those that tell whose it is."""
        shown = replace(record, **unit_fields.locked(record)) if self.locked else record
        return ("".join(one.full(shown)) for one in UNIT_FIELDS.used(Use.EXPORTED))

    def divided(self, record: CustomerRecord) -> list[str]:
        """The customer once more as other programs read it, and this one: masks are for people alone."""
        if not self.full:
            return [""] * DIVIDED
        name, place = record.name, record.address
        return [
            record.organisation,
            record.organisation_kana,
            name.family,
            name.given,
            name.family_kana,
            name.given_kana,
            place.prefecture,
            place.city,
            place.town,
            place.street,
            place.building,
            *("、".join(one.number for one in record.phones if one.kind is kind) for kind in _OF_A_KIND),
        ]


class ExportRows:
    """Rows of every table. What is masked goes through :mod:`hvacdesk.domain.masking`, as on the screens.

    A customer whose use is suspended is masked in any extent, and with them every place where they have a
    part in any job, whosever it is: it may be where they live.
    """

    def __init__(self, session: Session, extent: ExportExtent, words: Words) -> None:
        self._session = session
        self._full = extent is ExportExtent.FULL
        self._suspended = store.suspended(session)
        self._suspended_sites = suspended_sites(session)
        self._words = words

    def of(self, table: ExportTable) -> Iterator[Row]:
        """The rows of one table, customer by customer."""
        readers: dict[ExportTable, Callable[[], Iterator[Row]]] = {
            ExportTable.CUSTOMERS: self._customers,
            ExportTable.CONTACTS: self._contacts,
            ExportTable.CAUTIONS: self._cautions,
            ExportTable.SITES: self._sites,
            ExportTable.UNITS: self._units,
            ExportTable.JOBS: self._jobs,
        }
        return readers[table]()

    def _cells(self, number: str) -> _CustomerCells:
        return _CustomerCells(full=self._full, locked=number in self._suspended)

    def _cells_of_site(self, site: int) -> _CustomerCells:
        return _CustomerCells(full=self._full, locked=site in self._suspended_sites)

    def _customers(self) -> Iterator[Row]:
        for line, record in store.customers(self._session):
            yield [
                line.number,
                *self._customer(self._cells(line.number), record),
                line.registered_on,
                line.last_contact_on,
                *self._cells(line.number).divided(record),
            ]

    def _customer(self, cells: _CustomerCells, record: CustomerRecord) -> list[str]:
        return [
            cells.of(CUSTOMER_FIELDS[CustomerField.NAME], record),
            cells.of(CUSTOMER_FIELDS[CustomerField.KANA], record),
            record.address.postal_code,
            cells.of(CUSTOMER_FIELDS[CustomerField.ADDRESS], record),
            cells.of(CUSTOMER_FIELDS[CustomerField.PHONE], record),
            *(cells.of(one, record) for one in EXPORTED_TEXTS),
            self._words(PAYMENT_METHOD_NAMES[record.payment_method]),
        ]

    def _contacts(self) -> Iterator[Row]:
        for number, contact in store.contacts(self._session):
            cells = self._cells(number)
            yield [number, *(cells.of(one, contact) for one in CONTACT_FIELDS.used(Use.EXPORTED))]

    def _cautions(self) -> Iterator[Row]:
        for line, record in store.customers(self._session):
            for caution in () if self._cells(line.number).locked else record.cautions:
                yield [line.number, self._words(CAUTION_NAMES[caution.kind]), caution.detail]

    def _sites(self) -> Iterator[Row]:
        for number, site in store.sites(self._session):
            record, cells = site_record(site), self._cells_of_site(site.id)
            before, *others = (cells.site(one.key, record) for one in SITE_FIELDS.used(Use.EXPORTED))
            yield [number, before, record.address.postal_code, *others]

    def _units(self) -> Iterator[Row]:
        for number, site in store.sites(self._session):
            cells = self._cells_of_site(site.id)
            address = cells.address(site_record(site).address)
            for unit in site.units:
                yield [number, address, *cells.unit(unit_record(unit))]

    def _jobs(self) -> Iterator[Row]:
        for number, job in store.jobs(self._session):
            yield [number, *self._job(self._cells_of_site(job.site_id), job)]

    def _job(self, cells: _CustomerCells, job: Job) -> list[str]:
        amount = job.amount_to_collect
        return [
            job.number,
            self._words(WORK_KIND_NAMES[job.work_kind]),
            self._words(JOB_STATE_NAMES[job.state]),
            job.on,
            cells.address(site_record(job.site).address),
            *cells.job(job_texts(job)),
            "" if amount is None else str(amount),
        ]
