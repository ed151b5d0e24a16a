"""What becomes of a bank's file in the office: proposals to look at, and what somebody confirmed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from hvacdesk.domain.billing.bank_files import BankFile
from hvacdesk.domain.billing.payments import BankLine, MatchProposal, OpenInvoice
from hvacdesk.domain.masked import Masked


@dataclass(frozen=True)
class BankProposals:
    """A file that was read, with what its new deposits may pay for.

    Attributes:
        proposals: in the order of the file; deposits that were seen to before are not among them.
        seen: how many deposits were booked, or set aside, from an earlier file.
        aside: those of them that were set aside.
        invoices: everything that waits for its money.
        names: customers by record id, as the reader may see them.
    """

    file: BankFile
    proposals: tuple[MatchProposal, ...]
    seen: int
    invoices: tuple[OpenInvoice, ...]
    aside: tuple[BankLine, ...] = ()
    names: Mapping[str, Masked] = field(default_factory=dict)


@dataclass(frozen=True)
class ConfirmedDeposit:
    """A deposit as somebody confirmed it.

    Attributes:
        customer: record id of whose payment it is.
        allocations: as in :class:`PaymentRecord`; what is left over is the customer's credit.
    """

    line: BankLine
    customer: str
    allocations: tuple[tuple[str, int], ...]
    fee: int = 0
