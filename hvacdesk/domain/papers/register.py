"""Papers about customers beside the copies of work orders, and the one register that lists them all.

Source: the office's own rules 1 and 3 and the design (product owner, 2026-11): contracts, estimates, signed
reports and papers held for customers are registered with the cabinet and who holds its key.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from hvacdesk.domain.masked import Masked
from hvacdesk.domain.papers.work_orders import PROFILE_NAMES, CopyState, Profile
from hvacdesk.domain.text.wording import Phrase, Words, phrase


class PaperKind(StrEnum):
    """What a paper is. ``WORK_ORDER`` means a copy of a work order; each has a register entry of its own."""

    WORK_ORDER = "work_order"
    CONTRACT = "contract"
    ESTIMATE = "estimate"
    INVOICE = "invoice"
    RECEIPT = "receipt"
    REPORT = "report"
    REFRIGERANT_LOG = "refrigerant_log"
    ELECTRICAL_LEDGER = "electrical_ledger"
    HELD = "held"
    CONTACT_SLIP = "contact_slip"
    LABEL = "label"
    ENVELOPE = "envelope"
    FAX = "fax"
    REMINDER = "reminder"
    PAYMENT_REMINDER = "payment_reminder"
    OTHER = "other"


KIND_NAMES: dict[PaperKind, Phrase] = {
    PaperKind.WORK_ORDER: phrase("Papers", "Work order"),
    PaperKind.CONTRACT: phrase("Papers", "Contract"),
    PaperKind.ESTIMATE: phrase("Papers", "Estimate"),
    PaperKind.INVOICE: phrase("Papers", "Invoice"),
    PaperKind.RECEIPT: phrase("Papers", "Receipt"),
    PaperKind.REPORT: phrase("Papers", "Completion report"),
    PaperKind.REFRIGERANT_LOG: phrase("Papers", "Refrigerant log"),
    PaperKind.ELECTRICAL_LEDGER: phrase("Papers", "Electrical-work ledger"),
    PaperKind.HELD: phrase("Papers", "Held for the customer"),
    PaperKind.CONTACT_SLIP: phrase("Papers", "Contact slip"),
    PaperKind.LABEL: phrase("Papers", "Address label"),
    PaperKind.ENVELOPE: phrase("Papers", "Envelope"),
    PaperKind.FAX: phrase("Papers", "FAX cover"),
    PaperKind.REMINDER: phrase("Papers", "Reminder letter"),
    PaperKind.PAYMENT_REMINDER: phrase("Papers", "Payment reminder"),
    PaperKind.OTHER: phrase("Papers", "Other paper"),
}

RECEIVED_KINDS = (
    PaperKind.CONTRACT,
    PaperKind.ESTIMATE,
    PaperKind.REPORT,
    PaperKind.ELECTRICAL_LEDGER,
    PaperKind.REFRIGERANT_LOG,
    PaperKind.HELD,
    PaperKind.OTHER,
)
"""Kinds that a person files, as they are offered."""

SHRED_SAME_DAY = frozenset({PaperKind.CONTACT_SLIP, PaperKind.FAX})
"""Kinds that are of no use after the day and are shredded that evening."""


class PaperState(StrEnum):
    """Where a paper is. Those that copies have too are written the same.

    ``PRINTING``: registered, and nobody has said yet that it left the printer.
    ``HANDED_OVER``: printed here and given or sent to the customer. ``RETURNED``: the customer's own paper,
    given back. ``STRUCK``: never came out of the printer; its number is never given again.
    """

    PRINTING = "printing"
    OUT = "out"
    KEPT = "kept"
    HANDED_OVER = "handed_over"
    RETURNED = "returned"
    SHREDDED = "shredded"
    LOST = "lost"
    STRUCK = "struck"


STATE_NAMES: dict[PaperState, Phrase] = {
    PaperState.PRINTING: phrase("Papers", "Waiting to be printed"),
    PaperState.OUT: phrase("Papers", "Out"),
    PaperState.KEPT: phrase("Papers", "Kept"),
    PaperState.HANDED_OVER: phrase("Papers", "Handed over"),
    PaperState.RETURNED: phrase("Papers", "Returned to the customer"),
    PaperState.SHREDDED: phrase("Papers", "Shredded"),
    PaperState.LOST: phrase("Papers", "Lost"),
    PaperState.STRUCK: phrase("Papers", "Not printed"),
}

AWAY = frozenset({PaperState.PRINTING, PaperState.OUT})
"""States of a paper that somebody has or may have; until it is back, its customer cannot be destroyed."""


NEVER_LOST = frozenset({PaperState.SHREDDED, PaperState.STRUCK})
"""States of what is no paper any more, or never was one: naming it at a loss changes nothing."""

RETURN_NAMES: dict[PaperState, Phrase] = {
    PaperState.KEPT: phrase("Papers", "Back here (kept)"),
    PaperState.SHREDDED: STATE_NAMES[PaperState.SHREDDED],
    PaperState.RETURNED: STATE_NAMES[PaperState.RETURNED],
    PaperState.LOST: STATE_NAMES[PaperState.LOST],
}
"""What became of a paper in the hand, in the order of the choices: one that is in the office is back."""

LABEL_LIMIT = 120
CABINET_LABEL_LIMIT = 80
HOLDER_LIMIT = 120
MOST_PAGES = 999

assert {state.value for state in CopyState} <= {state.value for state in PaperState}


@dataclass(frozen=True)
class NewPaper:
    """A paper that a person files.

    Attributes:
        customer, job, cabinet: record ids; ``job`` and ``cabinet`` may be empty.
        label: what it is, in the office's words; may name people, so it is destroyed with the customer.
        dated: the date printed on it; ``return_by``: when the customer's own paper has to go back. ISO.
    """

    kind: PaperKind
    customer: str
    job: str = ""
    label: str = ""
    pages: int = 1
    dated: str = ""
    cabinet: str = ""
    return_by: str = ""


@dataclass(frozen=True)
class PaperRow:
    """One line of the register: a copy of a work order or any other paper.

    Attributes:
        paper: record id of the copy or the paper.
        number: as printed on it: order number and copy, or the paper's own number.
        code: what its QR code holds and a scanner types; empty for a paper that carries none.
        profile: of a work order's copy.
        job: record id, or empty; ``job_number`` likewise.
        key_holder: who holds the cabinet's key.
        registered_on, return_by: ISO dates.
        found_for: numbers of the incidents at which registering it has just noted that it was found.
        known_at, known_by: since when, a stamp, and by whom, a name, the register said already what was
            just registered; nothing was changed then.
    """

    paper: str
    kind: PaperKind
    number: str
    code: str
    state: PaperState
    customer: str
    customer_number: str
    name: Masked
    job: str = ""
    job_number: str = ""
    profile: Profile | None = None
    label: str = ""
    pages: int = 1
    dated: str = ""
    return_by: str = ""
    holder: str = ""
    cabinet: str = ""
    key_holder: str = ""
    registered_on: str = ""
    overdue: bool = False
    found_for: tuple[str, ...] = ()
    known_at: str = ""
    known_by: str = ""

    @property
    def away(self) -> bool:
        """Whether somebody has it."""
        return self.state in AWAY

    @property
    def awaited(self) -> bool:
        """Whether it is to be back on its day, here or, a customer's own paper, with the customer."""
        held = self.state is PaperState.KEPT and self.kind is PaperKind.HELD
        return bool(self.return_by) and (self.away or held)


def by_due_day(rows: Iterable[PaperRow]) -> list[PaperRow]:
    """What is to be back first comes first, so what is overdue; then what nobody waits for, newest first."""
    newest = sorted(rows, key=lambda row: (row.registered_on, row.number), reverse=True)
    return sorted(newest, key=lambda row: (not row.awaited, row.return_by if row.awaited else ""))


def kind_text(row: PaperRow, words: Words) -> str:
    """What the paper is: a copy by its profile, any other by its kind."""
    return words(PROFILE_NAMES[row.profile] if row.profile else KIND_NAMES[row.kind])


@dataclass(frozen=True)
class RegisterQuery:
    """Which papers are listed.

    Attributes:
        kinds, states: empty means all.
        holder: any part of who has it; or what is printed on a paper, or the number of a job or customer,
            whose papers then are listed in any state.
        customer, job: record ids.
    """

    kinds: frozenset[PaperKind] = frozenset()
    states: frozenset[PaperState] = frozenset()
    holder: str = ""
    customer: str = ""
    job: str = ""
    overdue: bool = False
    limit: int = 500


@dataclass(frozen=True)
class PaperCounts:
    """How many papers of every kind somebody has, and how many should be back, here or with the customer.

    Attributes:
        printing: how many were registered to be printed, and no printer is known to have taken them.
    """

    out: int = 0
    late: int = 0
    printing: int = 0


@dataclass(frozen=True)
class IssuedPaper:
    """Freshly registered papers and their pages, in memory only."""

    papers: tuple[PaperRow, ...]
    pdf: bytes = field(repr=False)


@dataclass(frozen=True)
class CabinetRow:
    """A cabinet; ``key_holder`` is an account's record id, ``key_holder_name`` that person's name."""

    cabinet: str
    label: str
    key_holder: str = ""
    key_holder_name: str = ""
    papers: int = 0
    active: bool = True


@dataclass(frozen=True)
class LossRow:
    """A paper that was reported lost, and the incident that is about it.

    Attributes:
        incident: record id.
        number: of the paper.
        customers: customer numbers of those whose data it carries.
        found_on: ISO date of the day when it turned up after all, or empty.
        seen_on: ISO date of the day when a person responsible looked at it, or empty.
    """

    incident: str
    number: str
    kind: PaperKind
    profile: Profile | None
    customers: tuple[str, ...]
    reported_at: str
    reported_by: str
    found_on: str = ""
    seen_on: str = ""
    seen_by: str = ""
