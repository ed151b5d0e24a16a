"""What papers about payments show: receipts, blank ones for technicians, and reminders of what is open."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from hvacdesk.domain.billing.invoices import BankAccount
from hvacdesk.domain.billing.payments import PaymentWay
from hvacdesk.domain.billing.tax import InvoiceSums, TaxClass
from hvacdesk.domain.text.wording import Phrase, phrase

_RECEIVED = phrase("Receipt paper", "We have received the above sum.")
RECEIVED_BY: dict[PaymentWay, Phrase] = {
    **dict.fromkeys(PaymentWay, _RECEIVED),
    PaymentWay.CHEQUE: phrase("Receipt paper", "We have received the above sum by cheque."),
    PaymentWay.BILL: phrase("Receipt paper", "We have received the above sum by promissory note."),
    PaymentWay.CLAIM: phrase(
        "Receipt paper", "We have received the above sum as an electronically recorded claim."
    ),
    PaymentWay.SET_OFF: phrase("Receipt paper", "The above sum was set off; no money was received."),
}
"""What a receipt says of its sum: only these words spare a recorded claim or a set-off the stamp.

Source: 国税庁 質疑応答事例 印紙税「電子記録債権の受領に関する受取書」, 国税庁 タックスアンサー No.7126; see
``stamp_duty.toml``.
"""


@dataclass(frozen=True)
class ReceiptPaper:
    """What the printed receipt 領収書 shows.

    Attributes:
        proviso: 但し書き, what was paid for.
        yen: what was received; ``sums`` its share of each rate, where the invoice is known.
        way: how it was paid, in words; where that is a card, the page says so and no stamp is due.
        reissue: how many times it was printed before; from 1 the page says 再発行.
        electronic: sent as a file: no revenue stamp 印紙税法 is due.
        stamp_due: whether the paper needs a revenue stamp, ``stamp_yen`` of which amount, if that is known.
        taxed: whether tax is included in what was received.
        said: the sentence about the sum; empty on pages of before it told ways apart.
        set_off: whether no money came at all 相殺: it says neither 領収 nor お預り of any sum then.
        kept_yen: of what was received, what pays for no invoice and is kept for the customer お預り;
            ``back_yen`` what of that went back before.
    """

    number: str
    code: str
    received_on: str
    issued_on: str
    name: str
    honorific: str
    yen: int
    proviso: str
    way: str
    sums: InvoiceSums | None = None
    invoice_number: str = ""
    issuer_number: str = ""
    reissue: int = 0
    electronic: bool = False
    stamp_due: bool = False
    issued_by: str = ""
    stamp_yen: int = 0
    taxed: bool = True
    kept_yen: int = 0
    back_yen: int = 0
    said: str = ""
    set_off: bool = False


@dataclass(frozen=True)
class BlankReceipt:
    """A receipt numbered beforehand, for cash that a technician takes on site; it comes back with the papers.

    Attributes:
        code: of the register of papers.
        made_on: ISO day on which it was printed.
        holder: the technician who took it along.
        issuer_number: the office's T-number, empty where it has none.
        rates: classes of tax and percents in force, for whose sums there is a line to fill in.
        stamp_from: yen from which a receipt for cash needs a revenue stamp; 0 prints no box for one.
    """

    number: str
    code: str
    made_on: str
    holder: str
    job_number: str = ""
    issuer_number: str = ""
    rates: tuple[tuple[TaxClass, int], ...] = ()
    stamp_from: int = 0


class ReminderTone(StrEnum):
    """How a reminder speaks: 確認のお願い, お支払いのお願い, 最終のご案内."""

    SOFT = "soft"
    FIRM = "firm"
    LAST = "last"


REMINDER_TONE_NAMES: dict[ReminderTone, Phrase] = {
    ReminderTone.SOFT: phrase("Billing", "Asking whether it was overlooked"),
    ReminderTone.FIRM: phrase("Billing", "Asking for the payment"),
    ReminderTone.LAST: phrase("Billing", "Last notice"),
}


@dataclass(frozen=True)
class OverdueInvoice:
    """One invoice that a reminder lists; ``days`` since it is overdue.

    ``due_on`` is empty where its page named no day, since it was to be paid in cash at once.
    ``part_paid``: some of it was received; less may also be open because of a credit note. ``taxed``: whether
    tax is included in it.
    """

    number: str
    issued_on: str
    due_on: str
    gross: int
    open_yen: int
    days: int
    part_paid: bool = False
    taxed: bool = True


@dataclass(frozen=True)
class PaymentReminder:
    """One reminder letter. ``name`` is whole: it goes to the customer.

    Attributes:
        code: of the register of papers.
        written_on: ISO day; payments until then are taken into account.
        pay_by: ISO day until which the payment is asked for.
        address: as on an invoice, for the window of an envelope.
        cash: whether the customer pays in cash, which it says in the place of the account.
    """

    tone: ReminderTone
    code: str
    written_on: str
    pay_by: str
    name: str
    honorific: str
    invoices: tuple[OverdueInvoice, ...]
    contact: str = ""
    address: tuple[str, ...] = ()
    account: BankAccount = field(default_factory=BankAccount)
    issued_by: str = ""
    cash: bool = False

    @property
    def open_yen(self) -> int:
        """What is open of all invoices."""
        return sum(one.open_yen for one in self.invoices)
