"""Invoices and payments as rows that accounting programs import.

Sources, read 2026-11: freee 会計「取引・口座振替のインポート」 (21 columns, the header of its sample);
マネーフォワード クラウド会計「仕訳帳をインポートする」 (27 columns, the header of its sample);
弥生会計「仕訳データの項目と記述形式」(弥生インポート形式, 25 columns, no header, Shift_JIS).

How it is booked: an issued invoice is 売掛金 / 売上高 for each tax rate, with tax; a credit note, and an
invoice that was made void, the same the other way round. A deposit or part invoice asks for money before the
work is handed over, so nothing is sold yet: 売掛金 / 前受金, 対象外 (企業会計原則 第二 三B 実現主義;
消費税法基本通達 9-1-27 前受金、仮受金に係る資産の譲渡等の時期). The final invoice sells the whole: 前受金 /
売上高 of what it takes off, 売掛金 / 売上高 of the rest. What is kept of a cancelled job's deposit is 雑収入
instead (``DepositEnd``). What arrives is 普通預金 (現金, or 未収入金 of a card company) / 売掛金, all of it:
what was paid too much stays on the customer's account until it is used. A cheque is 現金, as whatever can
be turned into cash at once 通貨代用証券; a bill is 受取手形, a claim recorded electronically 電子記録債権.
What a customer sets off 相殺 is 未払金 / 売掛金: nobody notes here what it was kept for, a fee, material or
work, nor the tax of that, so the office books that against 未払金 where it has the customer's paper. Where
the cash that was collected is counted as another sum, the difference is 現金過不足 / 現金, or the other way
round; where a payment of it is taken back, so is the difference. A fee that customers kept is 支払手数料, for
the tax a lowered price 売上対価の返還等 (国税庁 インボイス Q&A). Credit notes change nothing when set off.

What is known of freee's other side, which its rows do not name (from its help, read 2026-11:
「相手勘定科目に任意の科目を指定したい」, 「勘定科目の設定・追加を行う」, 「返品・返金（赤伝）…を登録する」):
an unsettled 収入 is booked against the account's 収入取引相手勘定科目, of which 売掛金 is one; an unsettled
支出 against its 支出取引相手勘定科目, of which 買掛金, 未払金 and 未払費用 are. So a sale that is taken back,
an unsettled 支出 here, lowers 売掛金 only where that is set as the 赤伝用相手勘定科目 of 売上高; since
2021-06 freee also knows deals of a negative sum, and whether its import takes those is not known here. Nor is
what 前受金 is booked against. Until that is, an office that uses freee looks at its first such rows with its
tax accountant. What arrives names 売掛金 itself, so that is certain. Its 決済口座 is an account 口座 that has
to be registered there under this name, as may be done for bills
(「手形口座を作成せずに受取手形・支払手形による決済を記帳する」).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction

from hvacdesk.domain.billing.payments import PaymentWay
from hvacdesk.domain.billing.tax import RateSum, Rounding, TaxClass, rounded
from hvacdesk.domain.text.text_forms import shown_width
from hvacdesk.domain.text.wording import Phrase, phrase


class AccountingProgram(StrEnum):
    """Whose import the rows are for."""

    FREEE = "freee"
    MONEY_FORWARD = "money_forward"
    YAYOI = "yayoi"


ACCOUNTING_PROGRAM_NAMES: dict[AccountingProgram, Phrase] = {
    AccountingProgram.FREEE: phrase("Billing", "freee"),
    AccountingProgram.MONEY_FORWARD: phrase("Billing", "Money Forward Cloud Accounting"),
    AccountingProgram.YAYOI: phrase("Billing", "Yayoi Accounting"),
}


def _columns(names: str) -> tuple[str, ...]:
    return tuple(names.split())


FREEE_COLUMNS = _columns(
    "収支区分 管理番号 発生日 決済期日 取引先コード 取引先 勘定科目 税区分 金額 税計算区分 税額 備考 "
    "品目 部門 メモタグ（複数指定可、カンマ区切り） セグメント1 セグメント2 セグメント3 決済日 "
    "決済口座 決済金額"
)
MONEY_FORWARD_COLUMNS = _columns(
    "取引No 取引日 借方勘定科目 借方補助科目 借方部門 借方取引先 借方税区分 借方インボイス "
    "借方金額(円) 借方税額 貸方勘定科目 貸方補助科目 貸方部門 貸方取引先 貸方税区分 貸方インボイス "
    "貸方金額(円) 貸方税額 摘要 仕訳メモ タグ MF仕訳タイプ 決算整理仕訳 作成日時 作成者 最終更新日時 "
    "最終更新者"
)
"""Names of the columns in their order; 弥生's file has none."""

_YAYOI_TEXT, _YAYOI_SUB = 64, 24
"""Half-width columns of 摘要 and 補助科目; what is longer is cut off by 弥生 in the middle of a character."""

OUTSIDE = "対象外"

_OF_PARTNER = frozenset({PaymentWay.BILL, PaymentWay.CLAIM, PaymentWay.SET_OFF})
"""Ways whose account says whose it is: the customer still owes it, or is owed."""


@dataclass(frozen=True)
class SoldInvoice:
    """An issued invoice or credit note, as the books need it.

    Attributes:
        on: ISO day from which it counts: of its issue, or on which it was made void.
        void: it is taken back: the entry of its issue the other way round.
        partner: the customer's name.
        advance: nothing of it is sold yet: a deposit or part invoice, or a credit note about one.
        released: of a final invoice, the sums by rate of what was asked for in advance and is sold with it.
        delivered: ISO days of the delivery, the first and the last; empty where none is named.
        other: it is a cancellation fee, or takes one back: income 雑収入, but no sale.
    """

    number: str
    on: str
    due_on: str
    partner: str
    rates: tuple[RateSum, ...]
    void: bool = False
    advance: bool = False
    released: tuple[RateSum, ...] = ()
    delivered: tuple[str, str] = ("", "")
    other: bool = False


@dataclass(frozen=True)
class ReceivedPayment:
    """What arrived, was paid back (negative), or was taken back as booked in error.

    Attributes:
        number: what the office calls it; ``invoices`` the numbers that it pays for.
        settles: the one invoice that this payment alone settles to the yen; else empty.
    """

    number: str
    on: str
    yen: int
    fee: int
    way: PaymentWay
    partner: str
    invoices: tuple[str, ...] = ()
    settles: str = ""
    taken_back: bool = False


@dataclass(frozen=True)
class DifferingCash:
    """Cash that was counted and was another sum than was collected 現金過不足.

    Attributes:
        yen: above zero what is too much, below it what is missing; never zero.
        payments: numbers of those that it was collected with.
        taken_back: the entry of its count the other way round, as the count was taken back.
    """

    on: str
    yen: int
    payments: tuple[str, ...]
    taken_back: bool = False

    @property
    def added(self) -> bool:
        """Whether the entry adds to the cash."""
        return (self.yen > 0) != self.taken_back


@dataclass(frozen=True)
class AccountNames:
    """What the office's books call their accounts; the names are those that the programs come with."""

    receivable: str = "売掛金"
    sales: str = "売上高"
    advance: str = "前受金"
    other: str = "雑収入"
    fees: str = "支払手数料"
    differences: str = "現金過不足"
    ways: Mapping[PaymentWay, str] = field(
        default_factory=lambda: {
            PaymentWay.BANK: "普通預金",
            PaymentWay.CASH: "現金",
            PaymentWay.CARD: "未収入金",
            PaymentWay.DEBIT_CARD: "未収入金",
            PaymentWay.DEBIT: "普通預金",
            PaymentWay.CHEQUE: "現金",
            PaymentWay.BILL: "受取手形",
            PaymentWay.CLAIM: "電子記録債権",
            PaymentWay.SET_OFF: "未払金",
        }
    )


@dataclass(frozen=True)
class AccountingTable:
    """Rows for one program, ready to be written.

    Attributes:
        header: written first; empty where the program wants none.
        encoding: a Python name.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    encoding: str


@dataclass(frozen=True)
class _Side:
    account: str
    partner: str = ""
    tax: str = OUTSIDE
    tax_yen: int = 0


@dataclass(frozen=True)
class _Entry:
    """One line of a journal: ``yen`` is never negative."""

    on: str
    debit: _Side
    credit: _Side
    yen: int
    text: str


def tax_name(program: AccountingProgram, tax_class: TaxClass, percent: int, *, returned: bool = False) -> str:
    """What a program calls a rate: 税区分 of sales, or of a price that was lowered afterwards."""
    if tax_class is TaxClass.OUTSIDE:
        return OUTSIDE
    reduced = tax_class is TaxClass.REDUCED
    if program is AccountingProgram.FREEE:
        return f"{'課税売返' if returned else '課税売上'}{percent}%{'（軽）' if reduced else ''}"
    if program is AccountingProgram.MONEY_FORWARD:
        return f"{'課税売上-返還等' if returned else '課税売上'} {'(軽)' if reduced else ''}{percent}%"
    return f"{'課税売返込' if returned else '課税売上込'}{'軽減' if reduced else ''}{percent}%"


def accounting_table(
    program: AccountingProgram,
    invoices: Iterable[SoldInvoice],
    payments: Iterable[ReceivedPayment],
    percent: int,
    names: AccountNames | None = None,
    *,
    differing: Iterable[DifferingCash] = (),
) -> AccountingTable:
    """The rows of a period, by day.

    Args:
        percent: the standard tax rate, for what customers kept for their bank.
    """
    books = _Journal(program, names or AccountNames(), percent)
    sold = sorted(invoices, key=lambda one: (one.on, one.number))
    received = sorted(payments, key=lambda one: (one.on, one.number))
    cash = sorted(differing, key=lambda one: (one.on, one.payments))
    if program is AccountingProgram.FREEE:
        deals = (*books.freee(sold, received), *map(books.freee_cash, cash))
        return AccountingTable(FREEE_COLUMNS, deals, "utf-8-sig")
    entries = [entry for one in sold for entry in books.of_invoice(one)]
    entries += [entry for one in received for entry in books.of_payment(one)]
    entries += map(books.of_cash, cash)
    entries.sort(key=lambda entry: entry.on)
    if program is AccountingProgram.MONEY_FORWARD:
        rows = tuple(_money_forward(number, entry) for number, entry in enumerate(entries, 1))
        return AccountingTable(MONEY_FORWARD_COLUMNS, rows, "utf-8-sig")
    return AccountingTable((), tuple(map(_yayoi, entries)), "cp932")


@dataclass(frozen=True)
class _Journal:
    program: AccountingProgram
    names: AccountNames
    percent: int

    def of_invoice(self, one: SoldInvoice) -> Iterator[_Entry]:
        """One line for each rate, and one for each rate of what was asked for in advance."""
        receivable = _Side(self.names.receivable, one.partner)
        advance = _Side(self.names.advance, one.partner)
        if one.advance:
            asked = [(receivable, advance, sum(rate.gross for rate in one.rates))]
        else:
            asked = [
                (from_whom, self._sold(rate, one), rate.gross)
                for from_whom, rates in ((advance, one.released), (receivable, one.rates))
                for rate in rates
            ]
        for debit, credit, gross in asked:
            if gross:
                back = (gross < 0) != one.void
                sides = (credit, debit) if back else (debit, credit)
                yield _Entry(_slashes(one.on), *sides, abs(gross), _text_of(one))

    def _sold(self, rate: RateSum, one: SoldInvoice) -> _Side:
        tax = tax_name(self.program, rate.tax_class, rate.percent, returned=rate.gross < 0)
        return _Side(self._income(one), one.partner, tax, abs(rate.tax))

    def _income(self, one: SoldInvoice) -> str:
        return self.names.other if one.other else self.names.sales

    def of_payment(self, one: ReceivedPayment) -> Iterator[_Entry]:
        """What arrived, and in a line of its own the fee that was kept."""
        receivable = _Side(self.names.receivable, one.partner)
        text = " ".join((one.number, _paid_text(one)))
        fee = _Side(self.names.fees, "", self._of_fee(), self._fee_tax(one.fee))
        came = _Side(self.names.ways[one.way], one.partner if one.way in _OF_PARTNER else "")
        for yen, other in ((one.yen, came), (one.fee, fee)):
            if yen:
                back = (yen < 0) != one.taken_back
                debit, credit = (receivable, other) if back else (other, receivable)
                yield _Entry(_slashes(one.on), debit, credit, abs(yen), text)

    def of_cash(self, one: DifferingCash) -> _Entry:
        """What is missing is taken off the cash; what is too much is added to it."""
        cash, differences = _Side(self.names.ways[PaymentWay.CASH]), _Side(self.names.differences)
        sides = (cash, differences) if one.added else (differences, cash)
        return _Entry(_slashes(one.on), *sides, abs(one.yen), _cash_text(one))

    def freee_cash(self, one: DifferingCash) -> tuple[str, ...]:
        """A deal that is settled in cash at once."""
        day, amount = _slashes(one.on), str(abs(one.yen))
        return _freee_row(
            {
                "収支区分": "収入" if one.added else "支出",
                "発生日": day,
                "勘定科目": self.names.differences,
                "税区分": OUTSIDE,
                "金額": amount,
                "備考": _cash_text(one),
                "決済日": day,
                "決済口座": self.names.ways[PaymentWay.CASH],
                "決済金額": amount,
            }
        )

    def freee(
        self, invoices: Sequence[SoldInvoice], payments: Sequence[ReceivedPayment]
    ) -> Iterator[tuple[str, ...]]:
        """取引: an invoice with the payment that settles it, where both are here; other payments alone."""
        handed_over = {one.number for one in invoices if not one.void}
        settling = {
            one.settles: one
            for one in payments
            if one.settles in handed_over and not one.fee and not one.taken_back
        }
        used = {one.number for one in settling.values()}
        for invoice in invoices:
            yield from self._freee_invoice(invoice, None if invoice.void else settling.get(invoice.number))
        for payment in payments:
            if payment.number not in used or payment.taken_back:
                yield from self._freee_payment(payment)

    def _freee_invoice(self, one: SoldInvoice, settled: ReceivedPayment | None) -> Iterator[tuple[str, ...]]:
        whole = sum(rate.gross for rate in one.rates)
        sign = 1 if (whole >= 0) != one.void else -1
        turn = -sign if one.void else sign
        for at, (account, tax, gross, tax_yen) in enumerate(self._freee_lines(one, returned=whole < 0)):
            cells = {
                "勘定科目": account,
                "税区分": tax,
                "金額": str(turn * gross),
                "税計算区分": "内税" if tax != OUTSIDE else "",
                "税額": str(turn * tax_yen) if account == self._income(one) else "",
                "備考": _text_of(one),
            }
            if at == 0:
                cells |= {
                    "収支区分": "収入" if sign > 0 else "支出",
                    "管理番号": one.number,
                    "発生日": _slashes(one.on),
                }
                cells |= {"取引先": one.partner, "決済期日": "" if settled else _slashes(one.due_on)}
                if settled:
                    cells |= self._settled(settled)
            yield _freee_row(cells)

    def _freee_lines(self, one: SoldInvoice, *, returned: bool) -> Iterator[tuple[str, str, int, int]]:
        """Account, tax, sum and its tax of each line: what is sold whole, and less what was asked before."""
        if one.advance:
            yield self.names.advance, OUTSIDE, sum(rate.gross for rate in one.rates), 0
            return
        before = {rate.tax_class: rate for rate in one.released}
        for rate in one.rates:
            had = before.get(rate.tax_class)
            gross, tax = rate.gross + (had.gross if had else 0), rate.tax + (had.tax if had else 0)
            if gross:
                name = tax_name(self.program, rate.tax_class, rate.percent, returned=returned)
                yield self._income(one), name, gross, tax
        if taken_off := sum(rate.gross for rate in one.released):
            yield self.names.advance, OUTSIDE, -taken_off, 0

    def _freee_payment(self, one: ReceivedPayment) -> Iterator[tuple[str, ...]]:
        if not one.yen:
            return
        sign = 1 if (one.yen > 0) != one.taken_back else -1
        base = {
            "収支区分": "収入" if sign > 0 else "支出",
            "管理番号": one.number,
            "発生日": _slashes(one.on),
            "取引先": one.partner,
            "勘定科目": self.names.receivable,
            "税区分": OUTSIDE,
            "金額": str(abs(one.yen) + one.fee),
            "備考": _paid_text(one),
        }
        yield _freee_row(base | self._settled(one))
        if one.fee:
            yield _freee_row(
                {
                    "勘定科目": self.names.fees,
                    "税区分": self._of_fee(),
                    "金額": str(-one.fee),
                    "税計算区分": "内税",
                    "税額": str(-self._fee_tax(one.fee)),
                }
            )

    def _settled(self, one: ReceivedPayment) -> dict[str, str]:
        return {
            "決済日": _slashes(one.on),
            "決済口座": self.names.ways[one.way],
            "決済金額": str(abs(one.yen)),
        }

    def _of_fee(self) -> str:
        return tax_name(self.program, TaxClass.STANDARD, self.percent, returned=True)

    def _fee_tax(self, fee: int) -> int:
        return rounded(Fraction(fee * self.percent, 100 + self.percent), Rounding.DOWN)


def _freee_row(cells: Mapping[str, str]) -> tuple[str, ...]:
    assert cells.keys() <= set(FREEE_COLUMNS)
    return tuple(cells.get(column, "") for column in FREEE_COLUMNS)


def _money_forward(number: int, entry: _Entry) -> tuple[str, ...]:
    def side(one: _Side) -> tuple[str, ...]:
        tax = str(one.tax_yen) if one.tax != OUTSIDE else ""
        return one.account, "", "", one.partner, one.tax, "", str(entry.yen), tax

    head = (str(number), entry.on)
    return (*head, *side(entry.debit), *side(entry.credit), entry.text, *[""] * 8)


def _yayoi(entry: _Entry) -> tuple[str, ...]:
    def side(one: _Side) -> tuple[str, ...]:
        sub = _cut(one.partner, _YAYOI_SUB) if one.tax == OUTSIDE else ""
        tax = str(one.tax_yen) if one.tax != OUTSIDE else ""
        return one.account, sub, "", one.tax, str(entry.yen), tax

    text = _cut(entry.text, _YAYOI_TEXT)
    return (
        "2000",
        "",
        "",
        entry.on,
        *side(entry.debit),
        *side(entry.credit),
        text,
        *[""] * 2,
        "0",
        *[""] * 4,
        "no",
    )


def _text_of(one: SoldInvoice) -> str:
    """摘要: the number, the day or period of the delivery, by which sales count, and the customer.

    A cancellation fee is named instead: nothing was delivered.
    """
    first, last = (_slashes(day) for day in one.delivered)
    days = "～".join(dict.fromkeys(day for day in (first, last) if day))
    what = "キャンセル料" if one.other else f"引渡{days}" if days else ""
    parts = (one.number, "取消" if one.void else "", what, one.partner)
    return " ".join(part for part in parts if part)


def _paid_text(one: ReceivedPayment) -> str:
    return " ".join((*(["取消"] if one.taken_back else []), *one.invoices, one.partner))


def _cash_text(one: DifferingCash) -> str:
    return " ".join(("集金の過不足", *(["取消"] if one.taken_back else []), *one.payments))


def _slashes(day: str) -> str:
    return day.replace("-", "/")


def _cut(text: str, width: int) -> str:
    """The text in so many half-width columns at most."""
    while shown_width(text) > width:
        text = text[:-1]
    return text
