"""Letters about open invoices: their three tones, what they list, nothing that threatens, nothing cut."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hvacdesk.documents.billing.payment_reminders import draw_payment_reminder
from hvacdesk.documents.kit.fonts import GETA
from hvacdesk.domain.billing.invoices import BankAccount
from hvacdesk.domain.billing.payment_papers import OverdueInvoice, PaymentReminder, ReminderTone
from hvacdesk.services.language import words_for
from tests.unit.documents.billing.money_papers import ACCOUNT, HEAD, ISSUER, pages_of, squeezed
from tests.unit.documents.drawn import drawn_by, outside_paper, overlaps

JA = words_for("ja")
LETTER = PaymentReminder(
    tone=ReminderTone.SOFT,
    code="P2026-00041-7KQX",
    written_on="2026-11-20",
    pay_by="2026-12-04",
    name="株式会社青葉商店",
    honorific="御中",
    invoices=(
        OverdueInvoice("I2026-000012", "2026-09-30", "2026-10-31", 193_873, 193_873, 20),
        OverdueInvoice("I2026-000031", "2026-10-20", "2026-11-15", 55_000, 30_000, 5),
    ),
    contact="総務部 鈴木 一 様",
    address=("4640811", "愛知県名古屋市千種区唐山町1-2", "青葉ビル1階"),
    account=ACCOUNT,
    issued_by="経理 次郎",
)
TITLES = {
    ReminderTone.SOFT: "ご確認のお願い",
    ReminderTone.FIRM: "お支払いのお願い",
    ReminderTone.LAST: "最終のご案内",
}
THREATS = ("法的", "訴訟", "裁判", "強制", "差押", "遅延損害金", "利息", "弁護士", "信用情報", "督促", "滞納")


def text_of(letter: PaymentReminder, language: str = "ja") -> str:
    return squeezed(draw_payment_reminder(letter, words_for(language), HEAD))


@pytest.mark.parametrize("tone", ReminderTone)
def test_each_tone_lists_what_is_open(tone: ReminderTone) -> None:
    text = text_of(replace(LETTER, tone=tone))
    for said in (
        TITLES[tone],
        "I2026-0000122026年9月30日2026年10月31日20193,873193,873",
        "I2026-0000312026年10月20日2026年11月15日555,00030,000",
        "合計¥223,873",
        "未入金の合計（税込）¥223,873",
        "2026年12月4日まで",
        "2026年11月20日現在",
        "普通7654321",
        "〒464-0811",
        "株式会社青葉商店御中",
        "行き違いにお支払いいただいております場合は",
        "敬具",
        "担当経理次郎",
    ):
        assert said in text, said


@pytest.mark.parametrize("tone", ReminderTone)
def test_none_of_them_threatens(tone: ReminderTone) -> None:
    text = text_of(replace(LETTER, tone=tone))
    assert [threat for threat in THREATS if threat in text] == []


def test_the_tones_differ() -> None:
    texts = {text_of(replace(LETTER, tone=tone)) for tone in ReminderTone}
    assert len(texts) == len(ReminderTone)
    assert "これまでにもご案内" in text_of(replace(LETTER, tone=ReminderTone.LAST))
    assert "ご相談を承ります" in text_of(replace(LETTER, tone=ReminderTone.FIRM))


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("tone", ReminderTone)
def test_who_paid_a_part_is_told_so_and_asked_for_the_rest(tone: ReminderTone, language: str) -> None:
    unpaid, part = LETTER.invoices
    received, rest, none = {
        "ja": ("一部のご入金は確認しておりますが", "残額を", "現在、ご入金の確認"),
        "en": ("receivedapart", "therest", "findyourpayment"),
    }[language]
    letter = replace(LETTER, tone=tone, invoices=(unpaid, replace(part, part_paid=True)))
    text = text_of(letter, language)
    assert received in text
    assert rest in text
    assert none not in text
    assert received not in text_of(replace(LETTER, tone=tone), language), "a credit note is no payment"


def test_a_letter_is_no_invoice() -> None:
    assert ISSUER not in text_of(LETTER)


HARD = {
    "usual": LETTER,
    "longest": replace(
        LETTER,
        tone=ReminderTone.LAST,
        name="株" * 60,
        contact="部" * 40,
        invoices=tuple(
            OverdueInvoice(f"I2026-{n:06}", "2026-09-30", "2026-10-31", 999_999_999_999, 99_999_999, 3_650)
            for n in range(120)
        ),
        account=BankAccount("銀行" * 15, "支店" * 15, "普通", "1234567", "カナ" * 24),
    ),
    "bare": replace(LETTER, account=BankAccount(), address=(), contact="", issued_by="", code=""),
}


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("case", HARD)
def test_nothing_is_cut_or_printed_over_anything_else(case: str, language: str) -> None:
    texts = drawn_by(lambda: draw_payment_reminder(HARD[case], words_for(language), HEAD))
    assert list(outside_paper(texts)) == []
    assert list(overlaps(texts)) == []
    assert not [text for text in texts if GETA in text.text]


def test_a_long_list_repeats_its_head() -> None:
    pages = pages_of(draw_payment_reminder(HARD["longest"], JA, HEAD))
    assert len(pages) > 2
    assert sum(page.count("I2026-") for page in pages) == 120
    assert all("経過日数" in page for page in pages if "I2026-" in page)
    assert f"¥{120 * 99_999_999:,}" in "".join(pages)
