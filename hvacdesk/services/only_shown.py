"""Which methods are asked for their answer alone: whoever hears none has lost nothing, and may ask again.

A seat that gets no answer cannot know whether the office PC did what it was asked. Of these it knows that
there was nothing to do: they change no record, and at most the log tells that something was shown.
``tests/unit/services/test_only_shown.py`` holds the list against what the methods do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from inspect import unwrap
from typing import Any

_ONLY_SHOWN = """
AccessReview: duties limits may_sign months sheet sheet_pdf waiting
Accounts: has_pin invitation_slip list suggest_passphrase tries_left withdraws_keys
Approvals: approvers only_one_eligible
AuditLog: database_sound entries verify
Backups: beside_the_office former_copies overview places require_reachable set_aside
BankImports: read
BillingTerms: of_customer office
BooksHandover: proposed runs summary
Cabinets: all
CallNotes: about_invoices caller detail listed of_customer open reveal staff waiting
CancelledDeposits: held in_advance look
Certificates: certificate_of certificate_paper ledger ledger_file
ClientData: all duties
ClockCheck: behind leap
Collective: check_day drawn next_day preview
Contacts: of reveal
Customers: accesses check_caller detail likely_duplicates postal_lookup prepare_search record_for_edit
Customers: reveal reveal_contact rows_of search
Destruction: copies_ahead dry_run may_destroy
Dispatch: absences board clashes hours
Drafts: find list of_others was_moved
Drills: all duties
Duties: all calendar overdue pressing
Edits: acts count possible standing
ElectricalLedger: draft paper rows
ErasureRequests: answer answer_pdf
Estimates: answer_taken_back beginning detail of_job print_out show_replaced
FiledInvoices: closing_again
FirstWeek: steps
Handovers: all duties ledger_pdf may_keep one provision_pdf
ImportHistory: all look
Importing: layout preview sample
IncidentPapers: items letter_texts letters_pdf notice_pdf record_pdf report_pdf report_text
Incidents: all batches duties get law may_handle open own_reports waiting
Integrity: damage last_seen
InvoiceSearch: search
Invoices: basis detail document kind_of_next of_customer of_job preview share worked_out
Jobs: day detail numbered of_customer record_for_edit reveal_site sites staff week
JobsAhead: of_customer of_staff
Keys: standing
LabelSheets: shifts trial
Layout: letterhead sample
Listing: to_call
LogWitness: compare may_save
Losses: all open waiting
Media: all may_keep record_pdf staff
Merging: compare merged
MonthSummaries: of_month paper
Notices: consent_events given given_for_job in_force pdf versions
Office: facts
OpenItems: of_customer open to_bill to_collect waiting
OpennessPages: kept_until page
OtherPapers: labels_again
OutsideInvoices: jobs_numbered read
OutsideLists: all out
Papers: counts day_sheet find longest_late named overdue rows to_give_back unprinted
PartnerOrders: all duties may_order pdf
Partners: all check_pdf checks duties may_keep names relief
PaymentReminders: offer
Payments: cash_counts cash_differences cash_out latest of_customer payer received
Places: look text
Plans: due of_customer record_for_edit
Prices: listed
PrintedLists: paper
QuickSearch: find
Receipts: beginning detail given_back listed of_invoice out stamp
Refrigerant: log units_beside
Reminders: due duties letter of_today seen_to
Reports: duties form inbox unread waiting
Requests: all detail duties letter of_customer waiting
RestoreCertificates: all paper
Results: sheet
RetentionChoices: effect history new_code rules
Reviews: batches month paper_named papers rows shredding verdict
Rules: current may_manage proposals text_pdf to_acknowledge versions
Saves: latest removed_since
ShownNow: drawn_now outdated
Settings: facts office_value personal
Standings: duties everybody overdue own waiting
Today: overview
Training: bank begin material own person_pdf year_pdf years
Violations: all record_pdf staff
VisitContracts: duties of_job print_out record_for_edit
WorkOrders: changed_since copies copies_of overdue
"""


@cache
def _names() -> frozenset[str]:
    lines = (line.partition(": ") for line in _ONLY_SHOWN.strip().splitlines())
    return frozenset(f"{owner}.{method}" for owner, _, methods in lines for method in methods.split())


def is_only_shown(method: Callable[..., Any]) -> bool:
    """Whether a service's method is asked for its answer alone."""
    return unwrap(method).__qualname__ in _names()


_changes: ContextVar[list[str] | None] = ContextVar("changes_of_this_work", default=None)


@contextmanager
def one_work() -> Iterator[None]:
    """What is called within it, on this thread, is one piece of work, which is done wholly or in part."""
    before = _changes.set([])
    try:
        yield
    finally:
        _changes.reset(before)


def note_change(name: str) -> None:
    """The work under way on this thread calls something that may change a record."""
    changes = _changes.get()
    if changes is not None:
        changes.append(name)


def changes_something() -> bool:
    """Whether the work under way on this thread called anything of the kind."""
    return bool(_changes.get())
