"""Receipts on paper: both halves, stamps, reissues, blank ones, nothing cut."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from pypdf import PdfReader

from hvacdesk.documents.billing.receipts import draw_blank_receipts, draw_receipt
from hvacdesk.documents.kit.fonts import GETA
from hvacdesk.documents.kit.page import HEIGHT
from hvacdesk.domain.billing.payment_papers import RECEIVED_BY, BlankReceipt, ReceiptPaper
from hvacdesk.domain.billing.payments import RECEIPT_WAY_NAMES, PaymentWay
from hvacdesk.domain.billing.tax import TaxClass
from hvacdesk.domain.text.wording import english
from hvacdesk.services.language import words_for
from tests.unit.documents.billing.money_papers import HEAD, ISSUER, MIXED, invoice, pages_of, squeezed
from tests.unit.documents.drawn import drawn_by, outside_paper, overlaps

JA = words_for("ja")
RECEIPT = ReceiptPaper(
    number="R2026-000007",
    code="P2026-00031-7KQX",
    received_on="2026-11-20",
    issued_on="2026-11-21",
    name="株式会社青葉商店",
    honorific="御中",
    yen=178_700,
    proviso="ルームエアコン交換工事代として",
    way="現金",
    sums=invoice(MIXED, with_tax=True).row.sums,
    invoice_number="I2026-000012",
    issuer_number=ISSUER,
    stamp_due=True,
    stamp_yen=200,
    issued_by="佐藤 花子",
)
BLANK = BlankReceipt(
    "R2026-000008",
    "P2026-00032-7KQX",
    "2026-11-20",
    "作業 三郎",
    "2026-004512",
    ISSUER,
    ((TaxClass.STANDARD, 10), (TaxClass.REDUCED, 8)),
    50_000,
)


def text_of(paper: ReceiptPaper, language: str = "ja") -> str:
    return squeezed(draw_receipt(paper, words_for(language), HEAD))


def test_both_halves_say_the_same() -> None:
    text = text_of(RECEIPT)
    for said in (
        "番号R2026-000007",
        "発行日2026年11月21日",
        "株式会社青葉商店御中",
        "￥178,700－",
        "但しルームエアコン交換工事代として",
        "正に領収いたしました。",
        "領収日2026年11月20日（現金）",
        "請求書番号I2026-000012",
        "10%対象160,22716,022176,249",
        "8%対象※43734471",
        "対象外1,98001,980",
        "※は軽減税率対象",
        f"登録番号{ISSUER}",
        "P2026-00031-7KQX",
    ):
        assert text.count(said) == 2, said
    assert text.count("控（事務所保管）") == 1


def test_tax_is_included_only_where_something_of_the_sum_is_taxed() -> None:
    assert "（税込）" in text_of(RECEIPT)
    assert "（税込）" in text_of(replace(RECEIPT, sums=None))
    assert "（税込）" not in text_of(replace(RECEIPT, sums=None, taxed=False))
    damages = invoice((replace(MIXED[-1], yen=89_350),)).row.sums
    assert "（税込）" not in text_of(replace(RECEIPT, sums=damages))


def test_the_sum_is_the_largest_thing_on_it() -> None:
    texts = drawn_by(lambda: draw_receipt(RECEIPT, JA, HEAD))
    tall = {text.text: text.top - text.bottom for text in texts}
    assert tall["￥178,700－"] > 1.3 * max(
        height for text, height in tall.items() if text not in {"￥178,700－", "領収書"}
    )


def test_a_stamp_is_asked_for_where_one_is_due() -> None:
    assert text_of(RECEIPT).count("収入印紙200円") == 1
    assert "収入印紙" not in text_of(replace(RECEIPT, stamp_due=False))


def test_a_receipt_that_is_sent_needs_no_stamp_and_no_counterfoil() -> None:
    paper = replace(RECEIPT, electronic=True, stamp_due=False)
    text = text_of(paper)
    assert "電子発行のため印紙不要" in text
    assert "控（" not in text
    assert text.count("￥178,700－") == 1
    page = PdfReader(io.BytesIO(draw_receipt(paper, JA, HEAD))).pages[0]
    assert float(page.mediabox.height) == pytest.approx(HEIGHT / 2)
    assert "電子発行" not in text_of(RECEIPT)


def test_a_reissue_is_marked_on_both_halves() -> None:
    assert text_of(replace(RECEIPT, reissue=1)).count("再発行") == 2
    assert "再発行" not in text_of(RECEIPT)


def test_without_a_number_or_sums_by_rate_nothing_stands_for_them() -> None:
    text = text_of(replace(RECEIPT, issuer_number="", sums=None, invoice_number="", issued_by=""))
    for missing in ("登録番号", "対象", "請求書番号", "担当"):
        assert missing not in text, missing


def test_the_counterfoil_bears_no_seal() -> None:
    """One seal for the customer's half; the office cannot pass its own half on as a receipt."""
    with_seal = len(PdfReader(io.BytesIO(draw_receipt(RECEIPT, JA, HEAD))).pages[0].images)
    assert with_seal == 1
    placed = draw_receipt(RECEIPT, JA, HEAD)
    content = PdfReader(io.BytesIO(placed)).pages[0].get_contents()
    assert content is not None
    assert content.get_data().count(b" Do") == 1


def test_blank_receipts_are_numbered_and_name_their_holder() -> None:
    blanks = [replace(BLANK, number=f"R2026-{number:06}") for number in range(8, 11)]
    pages = pages_of(draw_blank_receipts(blanks, JA, HEAD))
    assert len(pages) == 3
    for page, blank in zip(pages, blanks, strict=True):
        assert page.count(blank.number) == 2
        assert page.count("所持者作業三郎") == 1
        assert page.count("工事番号2026-004512") == 2
        assert page.count("10%対象") == 2
        assert page.count("8%対象※") == 2
        assert page.count("収入印紙50,000円以上") == 1
        assert page.count("必ず持ち帰り") == 1


def test_a_blank_receipt_says_that_tax_is_included_only_where_somebody_ticks_it() -> None:
    (page,) = pages_of(draw_blank_receipts([BLANK], JA, HEAD))
    assert page.count("領収金額税込￥－但し") == 2
    for line in ("10%対象（税込）消費税", "8%対象※（税込）消費税"):
        assert page.count(line) == 2, "by rate the sum and its tax, as the law asks"
    assert page.count("対象外") == 2
    bare = squeezed(draw_blank_receipts([replace(BLANK, rates=())], JA, HEAD))
    assert "（税込）" not in bare


def test_a_blank_receipt_has_the_words_that_spare_a_credit_card_the_stamp() -> None:
    text = squeezed(draw_blank_receipts([BLANK], JA, HEAD))
    boxes = "現金クレジットカード利用デビットカード"
    assert text.count(boxes) == 2  # the receipt's and the counterfoil's
    assert "50,000円以上（クレジットカード利用のときは不要）" in text


def test_a_blank_receipt_without_rates_or_stamps() -> None:
    text = squeezed(draw_blank_receipts([replace(BLANK, rates=(), stamp_from=0, job_number="")], JA, HEAD))
    for missing in ("対象", "収入印紙", "工事番号"):
        assert missing not in text, missing


LONGEST_OFFICE = replace(
    HEAD,
    facts=replace(
        HEAD.facts,
        name="株式会社とても長い名前の空調設備工業所" * 3,
        address="愛知県名古屋市千種区唐山町" * 4,
        email="a-very-long-mailbox-name@a-very-long-domain-name.example",
    ),
    logo=HEAD.seal,
)
HARD = {
    "usual": RECEIPT,
    "longest": replace(
        RECEIPT,
        name="株" * 60,
        proviso="但" * 80,
        yen=999_999_999_999,
        way="振込（口座振替を含む）",
        issued_by="名" * 30,
        reissue=2,
        sums=invoice(tuple(replace(line, yen=line.yen * 900_000) for line in MIXED), with_tax=True).row.sums,
    ),
    "claim": replace(
        RECEIPT,
        proviso="但" * 80,
        way=english(RECEIPT_WAY_NAMES[PaymentWay.CLAIM]),
        said=english(RECEIVED_BY[PaymentWay.CLAIM]),
        stamp_due=False,
    ),
    "sent": replace(RECEIPT, electronic=True, stamp_due=False, name="株" * 60),
    "bare": replace(RECEIPT, sums=None, invoice_number="", issued_by="", honorific="", proviso="x"),
}


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("case", [*HARD, "blank"])
def test_nothing_is_cut_or_printed_over_anything_else(case: str, language: str) -> None:
    words = words_for(language)

    def draw() -> None:
        if case == "blank":
            draw_blank_receipts([replace(BLANK, holder="名" * 30)], words, LONGEST_OFFICE)
        else:
            draw_receipt(HARD[case], words, LONGEST_OFFICE)

    texts = drawn_by(draw)
    assert list(outside_paper(texts)) == []
    assert list(overlaps(texts)) == []
    assert not [text for text in texts if GETA in text.text]
    if case != "sent":
        assert not [text for text in texts if text.bottom < HEIGHT / 2 + 6 and text.top > HEIGHT / 2 - 6]


def test_twelve_digits_are_whole() -> None:
    assert text_of(HARD["longest"]).count("￥999,999,999,999－") == 2
