"""Two customers of an office that bills, merged and told apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pytest
from sqlalchemy import select

from hvacdesk.domain.billing.payments import PaymentRecord, PaymentRow, PaymentWay
from hvacdesk.domain.customers.merging import MergeMixed
from hvacdesk.services.billing.payments import Payments
from hvacdesk.services.billing.receipts import Receipts
from hvacdesk.services.customers.merging import Merging
from hvacdesk.store.models import Customer, IssuedDocument, Paper
from tests.helpers.billed import Billed


@dataclass
class Two:
    """Two customers of an office that bills."""

    office: Billed
    kept: str
    other: str

    @property
    def payments(self) -> Payments:
        return Payments(self.office.ground.workplace)

    @property
    def receipts(self) -> Receipts:
        return Receipts(self.office.ground.workplace)

    @property
    def merging(self) -> Merging:
        return Merging(self.office.ground.workplace)

    def merge(self, kept: str = "", other: str = "") -> str:
        kept, other = kept or self.kept, other or self.other
        view = self.merging.compare(self.office.ground.desk, kept, other)
        versions = (view.kept.version, view.merged.version)
        return self.merging.merge(self.office.ground.desk, kept, other, versions, {})

    def undo(self, merge: str) -> None:
        self.merging.undo(self.office.ground.desk, merge)

    def refused(self, merge: str) -> str:
        """The numbers that an undo is refused for."""
        with pytest.raises(MergeMixed) as refusal:
            self.undo(merge)
        return str(refusal.value.details["numbers"])

    def pay(self, customer: str, yen: int, *allocations: tuple[str, int]) -> str:
        record = PaymentRecord("2026-11-20", yen, PaymentWay.BANK, allocations=allocations)
        return self.payments.book(self.office.books, customer, record)

    def pay_back(self, payment: str, customer: str, yen: int) -> str:
        record = PaymentRecord("2026-11-20", -yen, PaymentWay.BANK)
        version = self.row(payment, customer).version
        return self.payments.pay_back(self.office.books, payment, version, record)

    def take_back(self, payment: str, customer: str) -> None:
        self.payments.take_back(self.office.books, payment, self.row(payment, customer).version)

    def use(self, payment: str, customer: str, invoice: str, yen: int) -> None:
        version = self.row(payment, customer).version
        self.payments.use_credit(self.office.books, payment, version, ((invoice, yen),))

    def row(self, payment: str, customer: str) -> PaymentRow:
        return next(one for one in self.rows(customer) if one.payment == payment)

    def rows(self, customer: str) -> tuple[PaymentRow, ...]:
        return self.payments.of_customer(self.office.books, customer).payments

    def open(self, customer: str) -> list[tuple[str, int]]:
        money = self.payments.of_customer(self.office.books, customer)
        return [(one.number, one.open_yen) for one in money.open_invoices]

    def holders(self, model: type[IssuedDocument | Paper]) -> dict[str, str]:
        """Whose filed pages or papers there are, by number or label."""
        with self.office.ground.workplace.reading() as session:
            rows: Sequence[Any] = session.scalars(select(model)).all()
            return {
                row.label if isinstance(row, Paper) else row.number: session.get_one(
                    Customer, row.customer_id
                ).record_id
                for row in rows
            }
