"""Invoices and credit notes on paper: what the law asks for, sums to the yen, the window of an envelope."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from hvacdesk.documents.billing import (
    invoices,
    issuer,
    lines_and_sums,
    payment_reminders,
    rates_table,
    receipts,
)
from hvacdesk.documents.billing.invoices import draw_invoice, draw_invoices
from hvacdesk.documents.kit.amounts import figures, money
from hvacdesk.documents.kit.fonts import GETA, load_fonts
from hvacdesk.documents.kit.page import HEIGHT, MM
from hvacdesk.documents.kit.window_head import PLAY_MM, WINDOW_MM
from hvacdesk.domain.billing.invoices import (
    MOST_LINES,
    BankAccount,
    EarlierInvoice,
    InvoiceKind,
    InvoiceLineRecord,
    InvoicePaper,
)
from hvacdesk.domain.billing.pay_terms import CarriedBalance
from hvacdesk.domain.billing.tax import TaxClass
from hvacdesk.domain.text.wording import Phrase, english
from hvacdesk.services.language import words_for
from tests.unit.documents.billing.money_papers import (
    ACCOUNT,
    CREDIT,
    FINAL,
    HEAD,
    ISSUER,
    LINES,
    MIXED,
    REISSUE,
    collective,
    invoice,
    pages_of,
    squeezed,
)
from tests.unit.documents.drawn import drawn_by, outside_paper, overlaps

JA = words_for("ja")


def text_of(paper: InvoicePaper, language: str = "ja") -> str:
    return squeezed(draw_invoice(paper, words_for(language), HEAD))


# 消費税法 57条の4第1項, item by item

REQUIRED = {
    "1 issuer": "株式会社試験空調サービス",
    "1 number": f"登録番号{ISSUER}",
    "2 day": "取引年月日2026年11月20日",
    "3 what": "ルームエアコン交換工事（2.2kW）",
    "3 mark of the reduced rate": "お茶（工事日の差し入れ）※",
    "3 what the mark means": "※は軽減税率対象",
    "4 and 5 at the standard rate": "10%対象176,24917,624193,873",
    "4 and 5 at the reduced rate": "8%対象※47137508",
    "outside the tax": "対象外1,98001,980",
    "outside line": "家電リサイクル料金（対象外）",
    "6 addressee": "株式会社青葉商店御中",
}


@pytest.mark.parametrize("item", REQUIRED)
def test_what_the_law_asks_for(item: str) -> None:
    assert REQUIRED[item] in text_of(invoice(MIXED))


CREDIT_REQUIRED = {
    "1 issuer and number": f"登録番号{ISSUER}",
    "2 day of taking back": "返還年月日2026年11月30日",
    "2 day of what is taken back": "元の取引年月日2026年11月20日",
    "3 what": "配管延長（数量の訂正）",
    "4 and 5": "10%対象−8,250−825−9,075",
    "the first one": "請求書番号I2026-000012（2026年11月30日発行）",
    "title": "適格返還請求書",
    "own number": "返還請求書番号C2026-000003",
    "sum": "返還金額（税込）¥9,075",
}


@pytest.mark.parametrize("item", CREDIT_REQUIRED)
def test_what_the_law_asks_of_a_credit_note(item: str) -> None:
    assert CREDIT_REQUIRED[item] in text_of(CREDIT)


def test_a_credit_note_asks_for_nothing() -> None:
    text = text_of(CREDIT)
    assert "お支払期限" not in text
    assert ACCOUNT.number not in text


def test_an_office_without_a_number_claims_none() -> None:
    for paper in (invoice(MIXED), CREDIT):
        text = text_of(replace(paper, issuer_number=""))
        assert "登録番号" not in text
        assert "適格" not in text
        assert ISSUER not in text


def test_the_number_is_that_of_the_day_of_issue() -> None:
    assert "T9999999999999" in text_of(replace(invoice(), issuer_number="T9999999999999"))


TITLES = {
    InvoiceKind.WHOLE: "請求書",
    InvoiceKind.DEPOSIT: "着手金請求書",
    InvoiceKind.PART: "中間金請求書",
    InvoiceKind.FINAL: "精算請求書",
    InvoiceKind.COLLECTIVE: "合計請求書",
}


@pytest.mark.parametrize("kind", TITLES)
def test_the_title_says_its_kind(kind: InvoiceKind) -> None:
    texts = drawn_by(lambda: draw_invoice(invoice(kind=kind), JA, HEAD))
    assert TITLES[kind] in [text.text for text in texts]


@pytest.mark.parametrize("language", ["ja", "en"])
def test_everything_else_that_a_clerk_looks_for(language: str) -> None:
    text = text_of(invoice(MIXED), language)
    for said in (
        "I2026-000012",
        "2026-004512",
        "〒464-0811",
        "総務部鈴木一様",
        "見本銀行栄支店",
        "普通7654321",
        "カ）シケンクウチヨウサービス",
        "佐藤花子",
        "お振込手数料はお客様にてご負担ください。",
        "営業時間",
        "P2026-00012-7KQX",
    ):
        assert said in text, said
    assert ("お支払期限2026年12月31日" if language == "ja" else "Payby31Dec2026") in text


def test_a_final_invoice_names_what_was_asked_before() -> None:
    text = text_of(FINAL)
    assert "着手金請求書I2026-0000012026年9月1日−30,000−330,000" in text
    assert "中間金請求書I2026-0000062026年10月15日−330,000" in text
    lines, _heading, _after = text.partition("ご請求済みの内訳")
    assert "小計（税抜）¥1,000,000消費税額¥100,000総額（税込）¥1,100,000" in lines, "the lines add up"
    for said in ("総額（税込）¥1,100,000", "ご請求済みの額−¥660,000", "今回ご請求額¥440,000"):
        assert said in text, said
    assert "10%対象400,00040,000440,000" in text


def test_a_reissue_names_what_it_replaces() -> None:
    text = text_of(REISSUE)
    assert "再発行" in text
    assert "請求書番号I2026-000012（2026年11月30日発行）に代わるものです。" in text
    assert "再発行" not in text_of(invoice())
    corrected = text_of(replace(REISSUE, corrected=True))
    assert corrected.count("訂正") == 2, "the stamp, and beside what it takes the place of"
    assert "再発行" not in corrected
    assert "請求書番号I2026-000012（2026年11月30日発行）に代わるものです。" in corrected


def test_a_draft_is_marked() -> None:
    draft = replace(invoice(number=""), code="")
    assert "請求書ではありません" in text_of(draft)
    assert "請求書番号" not in text_of(draft)
    assert "請求書ではありません" not in text_of(invoice())


def test_prices_with_tax_are_said_to_be_so() -> None:
    assert "単価・金額は税込です。" in text_of(invoice(with_tax=True))
    assert "単価・金額は税込です。" not in text_of(invoice())


def test_without_an_account_or_address_nothing_stands_for_them() -> None:
    text = text_of(replace(invoice(), account=BankAccount(), address=()))
    assert "お振込先" not in text
    assert "株式会社青葉商店御中" in text


def test_a_period_is_named_by_both_its_days() -> None:
    assert "取引期間2026年11月1日から2026年11月30日まで" in text_of(collective())


def test_collective_lines_say_day_and_job() -> None:
    text = text_of(collective())
    assert "11/242026-00402324号室エアコン洗浄" in text


def test_six_of_its_jobs_are_named_where_no_line_names_them() -> None:
    """More would take the room of what else is said beside the sum."""
    numbers = [f"2026-{4001 + at:06}" for at in range(7)]
    text = text_of(replace(invoice(), job_numbers=tuple(numbers)))
    assert f"工事番号{'、'.join(numbers[:6])}" in text
    assert numbers[6] not in text


def test_days_of_more_than_a_year_are_written_whole() -> None:
    lines = tuple(InvoiceLineRecord("点検", 1, "式", 1_000, on=day) for day in ("2025-04-01", "2026-04-01"))
    assert "2025/04/01" in text_of(invoice(lines))


# Sums


@pytest.mark.parametrize("seed", range(40))
def test_printed_sums_are_those_of_the_invoice(seed: int) -> None:
    dice = random.Random(seed)
    lines = tuple(
        InvoiceLineRecord(
            f"品目{number}",
            dice.choice([1, 2, 2.5, 0.3]),
            "式",
            dice.randrange(-500, 900_000),
            dice.choice(list(TaxClass)),
        )
        for number in range(dice.randrange(1, 30))
    )
    paper = invoice(lines, with_tax=dice.random() < 0.5)
    text, sums = text_of(paper), paper.row.sums
    total = "合計（税込）" if sums.all_taxed else "合計"
    assert f"{total}{money(sums.gross)}" in text
    assert f"小計（税抜）{money(sums.net)}消費税額{money(sums.tax)}" in text
    assert f"ご請求金額（税込）{money(sums.gross)}" in text
    for rate in sums.rates:
        named = {TaxClass.STANDARD: "10%対象", TaxClass.REDUCED: "8%対象※", TaxClass.OUTSIDE: "対象外"}
        assert f"{named[rate.tax_class]}{figures(rate.net)}{figures(rate.tax)}{figures(rate.gross)}" in text
    for line in lines:
        assert f"{figures(line.yen)}{figures(line.amount)}" in text


def test_pages_carry_their_sums() -> None:
    paper = collective(200)
    pages = pages_of(draw_invoice(paper, JA, HEAD))
    assert len(pages) > 4
    printed = 0
    for number, page in enumerate(pages, 1):
        assert f"{number}/{len(pages)}ページ" in page
        if number > 1 and "号室" in page:
            assert f"前ページまでの計{figures(printed * 12_000)}" in page
        printed += page.count("号室")
        assert "品名・仕様" in page or "号室" not in page
    assert printed == 200
    assert "前ページまでの計" not in pages[0]


def test_sums_never_stand_on_a_page_without_a_line() -> None:
    for count in range(20, 60):
        pages = pages_of(draw_invoice(collective(count), JA, HEAD))
        assert all("品名・仕様" in page for page in pages if "小計（税抜）" in page), count


def test_a_batch_holds_the_same_pages() -> None:
    papers = [invoice(), collective(60), FINAL, CREDIT]
    alone = [page for paper in papers for page in pages_of(draw_invoice(paper, JA, HEAD))]
    assert pages_of(draw_invoices(papers, JA, HEAD)) == alone


def test_a_mark_for_a_missing_character_stays_with_its_customer() -> None:
    odd, plain = replace(invoice(), name="한 商店"), invoice()
    pages = pages_of(draw_invoices([odd, plain], JA, HEAD))
    assert GETA in pages[0]
    assert GETA not in pages[1]


# Nothing cut, nothing over anything else

LONG = "とても長い名前の設備一式（室内機・室外機・リモコン・据付部材・化粧カバーを含む）" * 3
MOST = 999_999_999_999
HARD = {
    "usual": invoice(MIXED),
    "final": FINAL,
    "credit": CREDIT,
    "reissue": REISSUE,
    "collective": collective(70),
    "largest sums": invoice(
        (
            *(
                InvoiceLineRecord(LONG[:120], 1, "か所か所", yen, tax_class)
                for tax_class in TaxClass
                for yen in (MOST, -MOST + 1)
            ),
            InvoiceLineRecord("最大", 1, "式", MOST),
        ),
        with_tax=True,
        name="株" * 60,
        contact="部" * 40,
        site="町" * 90,
        address=("4640811", "愛知県名古屋市千種区" + "町" * 60, "青葉ビルディング" * 6),
        account=BankAccount("銀行" * 15, "支店" * 15, "普通", "1234567", "カナ" * 24),
    ),
    "largest final": invoice(
        (InvoiceLineRecord("一式", 1, "式", MOST),),
        InvoiceKind.FINAL,
        with_tax=True,
        earlier_by_class={TaxClass.STANDARD: 123_456_789_012},
        earlier=tuple(
            EarlierInvoice(f"I2026-{number:06}", InvoiceKind.PART, "2026-10-15", 30_864_197_253)
            for number in range(4)
        ),
    ),
    "wide and tall address": invoice(
        address=("4640811", "愛知県名古屋市千種区唐山町一丁目二番三号", "青葉第二ビルディング東館一階"),
        name="株式会社青葉商店名古屋第二営業本部",
        contact="空調設備管理部 鈴木 一郎 様",
    ),
    "no facts": invoice((InvoiceLineRecord("x", 1, "", 1),), remarks="", delivered_from="", delivered_to=""),
    "long remarks": invoice(remarks="注意事項です。\n" * 90),
}


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("case", HARD)
def test_nothing_is_cut_or_printed_over_anything_else(case: str, language: str) -> None:
    texts = drawn_by(lambda: draw_invoice(HARD[case], words_for(language), HEAD))
    assert list(outside_paper(texts)) == []
    assert list(overlaps(texts)) == []
    assert not [text for text in texts if GETA in text.text]


def test_sums_of_twelve_digits_are_whole() -> None:
    text = text_of(HARD["largest sums"])
    assert f"¥{MOST + 3:,}" in text
    assert text.count(f"{MOST:,}") >= 8
    assert "株" * 60 in text
    text = text_of(HARD["largest final"])
    for amount in ("−30,864,197,253", "−¥123,456,789,012", "¥999,999,999,999", "¥876,543,210,987"):
        assert amount in text


def test_as_many_lines_as_there_may_be() -> None:
    lines = tuple(InvoiceLineRecord(f"第{number}項", 1, "式", 1_000) for number in range(MOST_LINES))
    texts = drawn_by(lambda: draw_invoice(invoice(lines), english, HEAD))
    assert list(outside_paper(texts)) == []
    assert sum(text.text.startswith("第") for text in texts) == MOST_LINES


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_word_of_these_papers_has_its_glyphs(language: str) -> None:
    words, fonts = words_for(language), load_fonts()
    for module in (invoices, issuer, lines_and_sums, payment_reminders, rates_table, receipts):
        texts = [value for value in vars(module).values() if isinstance(value, Phrase)]
        assert [text for text in texts if fonts.printable(words(text).replace("\n", ""))[1]] == []


# The window of the envelope


@pytest.mark.parametrize("case", [name for name in HARD if name != "largest sums"])
def test_the_window_shows_the_addressee_and_nothing_else(case: str) -> None:
    """A text's box in millimetres from the sheet's upper left corner, wherever the sheet has slid to."""
    left, top, width, height = WINDOW_MM
    paper = HARD[case]
    first = [text for text in drawn_by(lambda: draw_invoice(paper, JA, HEAD)) if text.page == 1]
    addressee = {"〒464-0811", *paper.address[1:], f"{paper.name}　{paper.honorific}", paper.contact}
    found = set()
    for text in first:
        x1, x2 = text.left / MM, text.right / MM
        y1, y2 = (HEIGHT - text.top) / MM, (HEIGHT - text.bottom) / MM
        if text.text in addressee and x1 < left + width / 2 and y2 < top + height:
            found.add(text.text)
            assert left <= x1, text
            assert x2 + PLAY_MM[0] <= left + width + 0.001, text
            assert top <= y1, text
            assert y2 + PLAY_MM[1] <= top + height, text
        else:
            assert x1 >= left + width or y1 >= top + height, text
    assert found == addressee


# What is carried over

CARRIED = replace(
    collective(6), balance=CarriedBalance(1_320_000, 880_000, -16_500, 550_000), period=("", "")
)
"""1,320,000 + 550,000 - 16,500 - 880,000 = 973,500, and 79,200 of this month."""


def test_the_balance_stands_in_the_order_in_which_it_is_worked_out() -> None:
    names = "前回御請求額御入金額返還額別途御請求額繰越金額今回御買上額消費税額今回御請求額"
    assert f"{names}1,320,000880,000−16,500550,000973,50072,0007,2001,052,700" in text_of(CARRIED)
    assert "今回御請求額（税込）¥1,052,700" in text_of(CARRIED)


def test_the_sums_by_rate_are_those_without_the_balance() -> None:
    assert "10%対象72,0007,20079,200" in text_of(CARRIED)
    assert "合計（税込）¥79,200" in text_of(CARRIED)


def test_what_did_not_happen_is_not_told() -> None:
    text = text_of(replace(CARRIED, balance=CarriedBalance(1_320_000, 1_320_000)))
    assert "前回御請求額御入金額繰越金額今回御買上額" in text
    assert "1,320,0001,320,000072,0007,20079,200" in text
    first = text_of(replace(CARRIED, balance=CarriedBalance(apart=330_000)))
    assert "前回御請求額御入金額繰越金額今回御買上額消費税額今回御請求額" in first
    assert "――330,00072,0007,200409,200" in first, "no page went before that asked for anything"


def test_where_more_was_paid_nothing_is_asked_for() -> None:
    text = text_of(replace(CARRIED, balance=CarriedBalance(100_000, 300_000)))
    assert "今回のお支払いはございません。" in text
    for asked in ("ご請求申し上げます", "お支払期限", "お振込先"):
        assert asked not in text


def test_what_explains_the_balance_is_in_ordinary_small_type() -> None:
    texts = drawn_by(lambda: draw_invoice(CARRIED, words_for("ja"), HEAD))
    noted = [one for one in texts if "繰越金額は" in one.text]
    assert noted
    assert {one.size for one in noted} == {lines_and_sums.SMALL}


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_largest_balance_keeps_to_its_columns(language: str) -> None:
    most = CarriedBalance(99_999_999, 88_888_888, -77_777_777, 66_666_666, 440, -55_555_555)
    texts = drawn_by(lambda: draw_invoice(replace(CARRIED, balance=most), words_for(language), HEAD))
    assert list(overlaps(texts)) == []
    assert list(outside_paper(texts)) == []


def fee(tax_class: TaxClass, **changes: str) -> InvoicePaper:
    line = InvoiceLineRecord("キャンセル料", 1, "式", 5_500, tax_class)
    taxed = tax_class is not TaxClass.OUTSIDE
    return invoice((line,), InvoiceKind.CANCELLATION, with_tax=taxed, **changes)


def test_a_fee_that_the_deposit_pays_asks_for_no_money_and_damages_for_no_tax() -> None:
    text = text_of(fee(TaxClass.OUTSIDE, due_on=""))
    assert "キャンセル料請求書" in text
    assert "キャンセル料¥5,500取引年月日" in text, "no tax is included in damages"
    assert "対象外5,50005,500" in text
    for asked in ("お支払期限", "お振込先", "単価・金額は税込"):
        assert asked not in text


@pytest.mark.parametrize("kind", InvoiceKind)
def test_no_page_says_that_tax_is_included_where_nothing_is_taxed(kind: InvoiceKind) -> None:
    sign = -1 if kind is InvoiceKind.CREDIT else 1
    line = InvoiceLineRecord("損害賠償金", 1, "式", sign * 20_000, TaxClass.OUTSIDE)
    text = text_of(invoice((line,), kind, with_tax=True, about="I2026-000012", about_on="2026-11-30"))
    for said in ("（税込）", "税込です", "小計（税抜）", "消費税額¥0"):
        assert said not in text
    assert f"合計{money(sign * 20_000)}" in text
    assert "（税込）" in text_of(
        invoice((line, replace(LINES[0], yen=sign * 100)), kind, about_on="2026-11-30")
    )


def test_a_final_page_says_nothing_of_tax_where_nothing_of_the_work_is_taxed() -> None:
    line = InvoiceLineRecord("立替金", 1, "式", 30_000, TaxClass.OUTSIDE)
    by_class = ((TaxClass.OUTSIDE, 10_000),)
    before = EarlierInvoice("I2026-000001", InvoiceKind.DEPOSIT, "2026-09-01", 10_000, by_class, 0)
    paper = invoice((line,), InvoiceKind.FINAL, earlier_by_class=dict(by_class), earlier=(before,))
    text = text_of(paper)
    assert "（税込）" not in text
    assert "総額¥30,000" in text
    taxed = invoice((*LINES, line), InvoiceKind.FINAL, earlier_by_class=dict(by_class), earlier=(before,))
    mixed = text_of(taxed)
    assert "総額" in mixed
    assert "総額（税込）" not in mixed, "not all of it is taxed"


def test_headings_say_that_tax_is_included_only_where_it_is_in_every_line_below() -> None:
    for with_tax, note in ((False, ""), (True, "単価・金額は税込です（対象外を除く）。")):
        text = text_of(invoice(MIXED, with_tax=with_tax))
        assert "合計金額" in text
        assert note in text
        for untrue in ("税込金額", "合計（税込）", "単価・金額は税込です。"):
            assert untrue not in text
    text = text_of(invoice(LINES, with_tax=True))
    for said in ("税込金額", "合計（税込）", "単価・金額は税込です。"):
        assert said in text


def test_what_was_asked_for_before_is_headed_as_it_was_taxed() -> None:
    def headed(*by_class: tuple[TaxClass, int]) -> bool:
        gross = sum(yen for _, yen in by_class)
        before = EarlierInvoice("I2026-000001", InvoiceKind.DEPOSIT, "2026-09-01", gross, by_class, 0)
        paper = invoice(
            MIXED, InvoiceKind.FINAL, earlier_by_class={TaxClass.STANDARD: 10_000}, earlier=(before,)
        )
        return "ご請求済みの内訳（税込）" in text_of(paper)

    assert headed((TaxClass.STANDARD, 10_000))
    assert not headed((TaxClass.STANDARD, 9_010), (TaxClass.OUTSIDE, 990))


def test_a_fee_of_which_something_is_to_be_paid_says_by_when_and_where_to() -> None:
    text = text_of(fee(TaxClass.STANDARD, due_on="2026-12-31"))
    for told in (
        "キャンセル料（税込）¥5,500",
        "お支払期限2026年12月31日",
        "お振込先",
        "10%対象5,0005005,500",
    ):
        assert told in text


def test_what_was_put_right_or_made_void_is_told_by_its_own_name() -> None:
    text = text_of(replace(CARRIED, balance=CarriedBalance(110_660, corrected=-88_000)))
    assert "前回御請求額御入金額訂正・取消繰越金額" in text
    assert "110,6600−88,00022,660" in text
    assert "「訂正・取消」は、すでにお届けした請求書の訂正・取消による増減額です。" in text
    assert "別途御請求額" not in text


def test_a_credit_note_names_the_jobs_that_its_lines_are_about() -> None:
    month = collective(3)
    part = replace(month.record.lines[1], yen=-2_000)
    note = replace(
        month,
        row=replace(month.row, kind=InvoiceKind.CREDIT),
        record=replace(month.record, kind=InvoiceKind.CREDIT, lines=(part,)),
        about="I2026-000012",
        about_on="2026-11-30",
    )
    text = text_of(note)
    assert [number in text for number in month.job_numbers] == [False, True, False]
    both = replace(part, label="値引き", job="")
    text = text_of(replace(note, record=replace(note.record, lines=(part, both))))
    assert all(number in text for number in month.job_numbers), "one of its lines is about none alone"


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("unpaid", [0, 8_250, 7_000])
@pytest.mark.parametrize("asked", [9_075, 20_000])
@pytest.mark.parametrize("times", [1, 10_000])
def test_the_sum_is_large_beside_whatever_its_name_is(
    language: str, unpaid: int, asked: int, times: int
) -> None:
    """A long name in the frame left the sum no room, and nobody could read it."""
    lines = tuple(replace(one, yen=one.yen * times) for one in CREDIT.record.lines)
    plain = invoice(lines, InvoiceKind.CREDIT)
    paper = replace(
        CREDIT, row=plain.row, record=plain.record, unpaid=unpaid * times, about_yen=asked * times
    )
    texts = drawn_by(lambda: draw_invoice(paper, words_for(language), HEAD))
    amount = f"{-paper.row.sums.gross:,}"
    largest = max(one.top - one.bottom for one in texts if amount in one.text)
    assert largest >= 0.8 * 14
    assert not list(overlaps(texts))


@pytest.mark.parametrize(("language", "named"), [("ja", "書類番号"), ("en", "Paper no.")])
def test_the_digits_under_the_code_are_named_and_pass_for_no_registration_number(
    language: str, named: str
) -> None:
    paper = replace(invoice(), code="720260001234")
    assert f"{named} 720260001234".replace(" ", "") in text_of(paper, language).replace(" ", "")
    assert named not in text_of(replace(paper, code=""), language), "a file is no paper of the register"
