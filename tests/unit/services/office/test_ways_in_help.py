"""Where the help lists ways of payment, it lists those that the program means."""

from __future__ import annotations

from datetime import date

import pytest

from hvacdesk.domain.billing.payments import DISHONOURED, PAID_BACK_WAY_NAMES, PaymentWay
from hvacdesk.domain.text.languages import LANGUAGES
from hvacdesk.services.billing.receipts import shipped_stamp_duty
from hvacdesk.services.office.help_pages import help_pages

CALLED = {
    PaymentWay.BANK: {"en": "transfer", "ja": "振込"},
    PaymentWay.CASH: {"en": "cash", "ja": "現金"},
    PaymentWay.CARD: {"en": "credit card", "ja": "クレジットカード"},
    PaymentWay.DEBIT_CARD: {"en": "debit card", "ja": "デビットカード"},
    PaymentWay.DEBIT: {"en": "direct debit", "ja": "口座振替"},
    PaymentWay.CHEQUE: {"en": "cheque", "ja": "小切手"},
    PaymentWay.BILL: {"en": "note", "ja": "手形"},
    PaymentWay.CLAIM: {"en": "recorded claim", "ja": "電子記録債権"},
    PaymentWay.SET_OFF: {"en": "set-off", "ja": "相殺"},
}
IN_SHORT = {
    PaymentWay.BANK: {"en": "by bank", "ja": "振込"},
    PaymentWay.CARD: {"en": "by card", "ja": "・カード"},
    PaymentWay.DEBIT_CARD: {"en": "by card", "ja": "・カード"},
}
"""What the page about payments calls them where it is not about receipts: of cards, both kinds at once."""

STAMPED = {"en": ("revenue stamp;", "need none"), "ja": ("収入印紙が必要", "不要です")}
"""What begins the sentence about stamps, and what stands between the ways without one and those with one."""

GOES_BACK = {"en": "Money goes back", "ja": "返金は"}
TURNS_OUT = {"en": "A cheque, a promissory note", "ja": "小切手・手形・電子記録債権"}


def line(language: str, page: str, words: str) -> str:
    (found,) = (line for line in help_pages(language)[page].body.splitlines() if words in line)
    return found.lower()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("way", PaymentWay)
def test_whether_a_ways_receipt_needs_a_stamp_is_told(language: str, way: PaymentWay) -> None:
    begins, between = STAMPED[language]
    without, _between, needing = line(language, "receipts", begins).partition(between)
    duty = shipped_stamp_duty().of_receipt(110_000, way, date(2026, 11, 24))
    word = CALLED[way][language]
    assert (word in without, word in needing) == (not duty, bool(duty))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("words", "ways"),
    [(GOES_BACK, frozenset(PAID_BACK_WAY_NAMES)), (TURNS_OUT, DISHONOURED)],
    ids=["back", "dishonoured"],
)
def test_the_ways_of_a_kind_are_told(
    language: str, words: dict[str, str], ways: frozenset[PaymentWay]
) -> None:
    sentence = line(language, "payments", words[language]).partition("." if language == "en" else "。")[0]
    named = {way for way in PaymentWay if (CALLED | IN_SHORT)[way][language] in sentence}
    assert named == ways
