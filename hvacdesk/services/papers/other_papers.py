"""What the desk prints beside work orders: contact slips, address labels, envelopes, FAX to partner firms.

Each is registered and logged with its reason before it is drawn, and lives in memory only.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from hvacdesk.documents.papers.addresses import draw_envelope, draw_labels
from hvacdesk.documents.papers.contact_slip import draw_contact_slip
from hvacdesk.documents.papers.fax import draw_fax
from hvacdesk.domain.customers.customers import CustomerField
from hvacdesk.domain.errors import InvalidInput, RecordGone
from hvacdesk.domain.oversight.audit_log import RevealReason
from hvacdesk.domain.papers.label_sheets import NOT_SHIFTED, LabelShift
from hvacdesk.domain.papers.other_papers import (
    Addressee,
    ContactSlip,
    FaxCover,
    FaxNumbersDiffer,
    FaxRequest,
    NoAddress,
    NoPhone,
    addressee,
    same_number,
)
from hvacdesk.domain.papers.register import IssuedPaper, PaperKind, PaperRow, PaperState
from hvacdesk.domain.papers.work_orders import PROFILE_RULES, IssuedOrder, Profile
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.domain.text.input_checks import clean_line
from hvacdesk.domain.text.phones import format_phone
from hvacdesk.domain.text.refused_numbers import check_free_text
from hvacdesk.domain.text.wording import Words
from hvacdesk.services.papers import work_order_issuing as issuing
from hvacdesk.services.papers.label_sheets import LabelSheets, sheet_of
from hvacdesk.services.papers.paper_entry import enter_printed
from hvacdesk.services.papers.work_order_view import cleaner, firm_on_paper
from hvacdesk.services.papers.work_orders import WorkOrders
from hvacdesk.services.permissions import body_decides, needs
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.customers import customers as customer_store
from hvacdesk.store.engine import Session
from hvacdesk.store.jobs import jobs as job_store
from hvacdesk.store.papers import office_images, register
from hvacdesk.store.partners import handovers

if TYPE_CHECKING:
    from hvacdesk.store.models import Customer, Job, Paper

REMARK_LIMIT = 120
MOST_LABELS = 100
_ADDRESSED = (CustomerField.NAME, CustomerField.ADDRESS)


class OtherPapers:
    """The other papers of an open office.

    Attributes:
        sheets: the sheets that labels are printed on, and what is remembered of the printers' feed.
    """

    def __init__(self, workplace: Workplace, work_orders: WorkOrders) -> None:
        self._workplace = workplace
        self.sheets = LabelSheets(workplace)
        self._work_orders = work_orders

    @needs(Permission.ISSUE_WORK_ORDERS)
    @needs(Permission.REVEAL_CONTACT)
    def contact_slip(self, actor: Actor, job: str, words: Words) -> IssuedPaper:
        """A slip with the job's number and the number to call there; to be shredded on the job's day.

        Raises:
            NoPhone, JobCancelled: as they say; nothing was registered.
        """
        today = self._workplace.today().isoformat()
        with self._workplace.transaction() as session:
            row = job_store.job(session, job)
            material = issuing.material_of(session, job)
            if not material.on_site.record.phones:
                raise NoPhone(number=row.number)
            holder = "・".join(material.staff) or firm_on_paper(material)
            # Registered before it is drawn, so that its number and code can be printed on it.
            reason = RevealReason.TODAYS_JOB if row.on == today else RevealReason.BOOKING
            paper = enter_printed(
                self._workplace,
                session,
                actor,
                PaperKind.CONTACT_SLIP,
                _on_site(session, row),
                row,
                return_by=max(row.on, today),
                holder=holder,
                reason=reason.value,
                fields=(CustomerField.PHONE,),
            )
            slip = ContactSlip(
                paper=paper.number,
                code=paper.code,
                job_number=row.number,
                phone=material.on_site.record.phones[0].number,
                holder=holder,
                day=row.on or today,
                slot=" – ".join(filter(None, (row.starts, row.ends))),
            )
            pdf = draw_contact_slip(slip, words, office_images.letterhead(session))
        return IssuedPaper((paper,), pdf)

    @needs(Permission.REVEAL_CONTACT, Permission.REVEAL_ADDRESSEE)
    @body_decides("accounting for the one document at hand alone")
    def labels(
        self,
        actor: Actor,
        customers: Sequence[str],
        sheet: str,
        first: int,
        words: Words,
        shift: LabelShift = NOT_SHIFTED,
        *,
        confidential: bool = False,
    ) -> IssuedPaper:
        """Address labels on a sheet that may be begun already.

        Args:
            sheet: a key of the sheets that are shipped.
            first: the first free label, counted from 0, row by row.
            shift: what the printer needs to meet the labels.
            confidential: mark them 親展.

        Raises:
            NoAddress: one of them has none; nothing was registered.
            NotPermitted: accounting addresses the one document at hand, not many.
            InvalidInput: ``sheet``, ``first`` or ``customers``.
            OutOfRange: ``shift`` would push an address off its label.
        """
        self._require_addressee(actor, customers)
        if not 0 <= first < sheet_of(sheet).count:
            raise InvalidInput("first")
        shift.checked()
        with self._workplace.transaction() as session:
            rows = [customer_store.get(session, customer) for customer in customers]
            written = [replace(_addressee(row), confidential=confidential) for row in rows]
            papers = tuple(self._addressed(session, actor, PaperKind.LABEL, row) for row in rows)
        return IssuedPaper(papers, self._drawn(written, sheet, first, words, shift))

    @needs(Permission.REVEAL_CONTACT, Permission.REVEAL_ADDRESSEE)
    @body_decides("accounting for the one document at hand alone")
    def labels_again(
        self,
        actor: Actor,
        papers: Sequence[str],
        sheet: str,
        first: int,
        words: Words,
        shift: LabelShift,
        *,
        confidential: bool = False,
    ) -> bytes:
        """Labels that wait to be printed, drawn for a printer that feeds otherwise. Nothing is registered.

        Args:
            papers: record ids that :meth:`labels` gave; the other arguments as they were there.

        Raises:
            RecordGone: one of them does not wait to be printed.
            NotPermitted, InvalidInput, OutOfRange: as for :meth:`labels`.
        """
        self._require_addressee(actor, papers)
        if not 0 <= first < sheet_of(sheet).count:
            raise InvalidInput("first")
        with self._workplace.reading() as session:
            found = {one.record_id: one for one in register.find_all(session, papers)}
            waiting = [one for one in found.values() if _waits_as_label(one)]
            if len(waiting) < len(set(papers)):
                raise RecordGone
            rows = [register.customer_of(session, found[one]) for one in papers]
            written = [replace(_addressee(row), confidential=confidential) for row in rows]
        return self._drawn(written, sheet, first, words, shift)

    def _drawn(
        self, written: Sequence[Addressee], sheet: str, first: int, words: Words, shift: LabelShift
    ) -> bytes:
        day = self._workplace.today().isoformat()
        return draw_labels(written, sheet_of(sheet), first, words, day, shift.checked())

    @needs(Permission.REVEAL_CONTACT, Permission.REVEAL_ADDRESSEE)
    @body_decides("accounting for the one document at hand alone")
    def envelope(
        self, actor: Actor, customer: str, words: Words, *, confidential: bool = False
    ) -> IssuedPaper:
        """A 長形3号 envelope to a customer, marked 親展 if ``confidential``. Raises :class:`NoAddress`."""
        self._require_addressee(actor, [customer])
        with self._workplace.transaction() as session:
            row = customer_store.get(session, customer)
            written = replace(_addressee(row), confidential=confidential)
            paper = self._addressed(session, actor, PaperKind.ENVELOPE, row)
            head = office_images.letterhead(session)
        day = self._workplace.today().isoformat()
        return IssuedPaper((paper,), draw_envelope(written, paper.number, words, head, day))

    @needs(Permission.ISSUE_WORK_ORDERS)
    def fax(
        self, actor: Actor, job: str, request: FaxRequest, words: Words, *, reason: str | None = None
    ) -> tuple[IssuedPaper, IssuedOrder]:
        """A cover and the partner firm's copy, to be sent by FAX and shredded the same day.

        The copy is numbered and registered like any other; both are in the first result's pages. The cover
        says nothing that the copy hides.

        Raises:
            FaxNumbersDiffer: the number was not typed the same way twice.
            InvalidInput: ``number`` or ``remark``.
            NoPartnerFirm, JobCancelled, ReprintNeedsReason: see :meth:`WorkOrders.issue`.
        """
        if not same_number(request.number, request.again):
            raise FaxNumbersDiffer("again")
        number = format_phone(request.number, "number")
        remark = clean_line("remark", request.remark, limit=REMARK_LIMIT)
        check_free_text("remark", remark)
        today = self._workplace.today().isoformat()
        with self._workplace.transaction() as session:
            row = job_store.job(session, job)
            material = issuing.material_of(session, job)
            issue = issuing.issue(self._workplace, session, actor, {material: (Profile.PARTNER,)}, reason)[0]
            handovers.went_by_fax(session, issue.copies)
            firm, clean = firm_on_paper(material), cleaner(material, PROFILE_RULES[Profile.PARTNER])
            # Registered before it is drawn, so that its number can be printed on it.
            paper = enter_printed(
                self._workplace,
                session,
                actor,
                PaperKind.FAX,
                customer_store.by_key(session, row.customer_id),
                row,
                return_by=today,
                holder=firm,
                reason=reason or RevealReason.DOCUMENT.value,
            )
            cover = FaxCover(
                paper=paper.number,
                firm=firm,
                number=number,
                day=today,
                sender=actor.name,
                job_number=row.number,
                remark=clean(remark),
            )
            pdf = draw_fax(cover, issue.views, words, office_images.letterhead(session))
            order = IssuedOrder(job, row.number, self._work_orders.rows_of(session, issue.copies), b"")
        return IssuedPaper((paper,), pdf), order

    def _require_addressee(self, actor: Actor, customers: Sequence[str]) -> None:
        """Accounting sees addressee and address for the one document at hand."""
        if not 1 <= len(customers) <= MOST_LABELS:
            raise InvalidInput("customers")
        if len(customers) > 1 or not actor.may(Permission.REVEAL_ADDRESSEE):
            actor.require(Permission.REVEAL_CONTACT)

    def _addressed(self, session: Session, actor: Actor, kind: PaperKind, row: Customer) -> PaperRow:
        return enter_printed(
            self._workplace,
            session,
            actor,
            kind,
            row,
            reason=RevealReason.DOCUMENT.value,
            fields=_ADDRESSED,
        )


def _addressee(row: Customer) -> Addressee:
    record = customer_store.record_of(row)
    found = addressee(record.name, record.organisation, record.address)
    if found is None:
        raise NoAddress(number=row.number)
    return found


def _waits_as_label(paper: Paper) -> bool:
    return paper.kind is PaperKind.LABEL and paper.state is PaperState.PRINTING


def _on_site(session: Session, job: Job) -> Customer:
    return customer_store.by_key(session, job.resident_id or job.customer_id)
