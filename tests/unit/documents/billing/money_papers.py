"""Sample invoices and what they are made of: invented customers, work and sums."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from pypdf import PdfReader

from hvacdesk.domain.billing.invoices import (
    BankAccount,
    EarlierInvoice,
    InvoiceKind,
    InvoiceLineRecord,
    InvoicePaper,
    InvoiceRecord,
    InvoiceRow,
    InvoiceState,
)
from hvacdesk.domain.billing.tax import Rounding, TaxClass, invoice_sums
from hvacdesk.domain.papers.letterhead import Letterhead, PaperLayout
from tests.helpers.real_office import FACTS
from tests.unit.documents.pictures import png

PERCENTS = {TaxClass.STANDARD: 10, TaxClass.REDUCED: 8}
ISSUER = "T1234567890123"
HEAD = Letterhead(
    replace(
        FACTS,
        name="株式会社試験空調サービス",
        postal_code="4600008",
        fax="052-000-0001",
        email="info@sample.example",
        representative="責任 一郎",
        invoice_registration=ISSUER,
    ),
    PaperLayout(footer="営業時間 9:00–17:00"),
    seal=png(200, 200),
)
ACCOUNT = BankAccount("見本銀行", "栄支店", "普通", "7654321", "カ）シケンクウチヨウサービス")
LINES = (
    InvoiceLineRecord("ルームエアコン交換工事（2.2kW）", 2, "台", 88_000),
    InvoiceLineRecord("配管延長", 2.5, "m", 3_300),
    InvoiceLineRecord("値引き", 1, "式", -8_001),
)
MIXED = (
    *LINES,
    InvoiceLineRecord("お茶（工事日の差し入れ）", 3, "本", 157, TaxClass.REDUCED),
    InvoiceLineRecord("家電リサイクル料金", 2, "台", 990, TaxClass.OUTSIDE),
)


def invoice(
    lines: tuple[InvoiceLineRecord, ...] = LINES,
    kind: InvoiceKind = InvoiceKind.WHOLE,
    *,
    with_tax: bool = False,
    jobs: tuple[str, ...] = ("1" * 32,),
    earlier_by_class: Mapping[TaxClass, int] | None = None,
    **changes: Any,
) -> InvoicePaper:
    """An invoice whose sums are those of its lines."""
    amounts = [(line.tax_class, line.amount) for line in lines]
    sums = invoice_sums(amounts, PERCENTS, Rounding.DOWN, with_tax=with_tax, earlier=earlier_by_class)
    credit = kind is InvoiceKind.CREDIT
    record = InvoiceRecord(
        kind,
        lines,
        changes.pop("delivered_from", "2026-11-20"),
        changes.pop("delivered_to", "2026-11-20"),
        "2026-12-31",
        with_tax,
        changes.pop("remarks", "お振込手数料はお客様にてご負担ください。"),
    )
    row = InvoiceRow(
        invoice="0" * 32,
        customer="2" * 32,
        jobs=jobs,
        kind=kind,
        state=InvoiceState.ISSUED,
        number=changes.pop("number", "C2026-000003" if credit else "I2026-000012"),
        about="",
        issued_on="2026-11-30",
        due_on=changes.pop("due_on", "2026-12-31"),
        sums=sums,
        open_yen=sums.gross,
        version=1,
    )
    whole = invoice_sums(amounts, PERCENTS, Rounding.DOWN, with_tax=with_tax)
    made = InvoicePaper(
        row=row,
        whole=whole if earlier_by_class else None,
        record=record,
        code="P2026-00012-7KQX",
        name="株式会社青葉商店",
        honorific="御中",
        contact="総務部 鈴木 一 様",
        address=("4640811", "愛知県名古屋市千種区唐山町1-2", "青葉ビル1階"),
        issuer_number=ISSUER,
        account=ACCOUNT,
        job_numbers=("2026-004512",),
        site="愛知県名古屋市千種区唐山町1-2 青葉ビル1階",
        issued_by="佐藤 花子",
    )
    return replace(made, **changes)


def collective(count: int = 24) -> InvoicePaper:
    """A month's work for one customer, one line for each of many jobs."""
    jobs = tuple(f"{number:032}" for number in range(count))
    lines = tuple(
        InvoiceLineRecord(
            f"{number + 1}号室 エアコン洗浄", 1, "台", 12_000, on=f"2026-11-{number % 30 + 1:02}", job=job
        )
        for number, job in enumerate(jobs)
    )
    return invoice(
        lines,
        InvoiceKind.COLLECTIVE,
        jobs=jobs,
        job_numbers=tuple(f"2026-{4000 + number:06}" for number in range(count)),
        delivered_from="2026-11-01",
        delivered_to="2026-11-30",
        site="",
    )


FINAL = invoice(
    (InvoiceLineRecord("業務用エアコン更新工事 一式", 1, "式", 1_000_000),),
    InvoiceKind.FINAL,
    earlier_by_class={TaxClass.STANDARD: 660_000},
    earlier=(
        EarlierInvoice("I2026-000001", InvoiceKind.DEPOSIT, "2026-09-01", 330_000, tax=30_000),
        EarlierInvoice("I2026-000006", InvoiceKind.PART, "2026-10-15", 330_000),
    ),
)
CREDIT = invoice(
    (InvoiceLineRecord("配管延長（数量の訂正）", 2.5, "m", -3_300),),
    InvoiceKind.CREDIT,
    about="I2026-000012",
    about_on="2026-11-30",
    remarks="",
)
REISSUE = replace(invoice(number="I2026-000013"), about="I2026-000012", about_on="2026-11-30", reissue=True)


def pages_of(pdf: bytes) -> list[str]:
    """The text of each page, without blanks between words."""
    return ["".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(pdf)).pages]


def squeezed(pdf: bytes) -> str:
    """The text of all pages, without blanks between words."""
    return "".join(pages_of(pdf))
