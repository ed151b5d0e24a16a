"""A number and a mailbox are found whatever signs stand between their parts; figures of the trade stay."""

from __future__ import annotations

import pytest

from hvacdesk.domain.text.reached_by import numbers_in
from hvacdesk.domain.text.traces import Blackout, Trace, Written

MAILBOX, NUMBER = Trace(words=("sayori@b.example",)), Trace(numbers=("052-123-4567",))


@pytest.mark.parametrize(
    "text",
    [
        "sayori@b.example",
        "sayori(at)b.example",
        "sayori［AT］b.example",
        "Sayori at b.example",
        "sayori （アット） b.example",
        "sayoriアットマークb.example",
        "sayori＠b.example",
        "sayori<@>b.example",
        "sayori(a)b.example",
        "sayori★b．example",
        "sayori at b dot example",
        "sayori[at]b[dot]example",
        "sayori(at)bドットexample",
    ],
)
def test_a_mailbox_is_found_whatever_stands_for_its_signs(text: str) -> None:
    assert Blackout([MAILBOX])(f"写真は{text}へ") == "写真は●●●へ"
    assert Written(f"写真は{text}へ").holds(MAILBOX)


@pytest.mark.parametrize(
    "text",
    [
        "sayori、c社の例",
        "sayorib.example",
        "sayori(at)c.example",
        "saori(at)b.example",
        "sayori battery",
        "(at)",
    ],
)
def test_another_mailbox_stays(text: str) -> None:
    assert Blackout([MAILBOX])(text) == text
    assert not Written(text).holds(MAILBOX)


def test_a_note_with_the_sign_is_no_mailbox() -> None:
    note = Trace(words=("メールは a@b まで", "@", "a@b@c"))
    assert Blackout([note])("a(at)b、a at b at c、A/B") == "a(at)b、a at b at c、A/B"


@pytest.mark.parametrize(
    "text",
    [
        "052+123+4567",
        "０５２＋１２３＋４５６７",
        "052×123×4567",
        "052✕123✕4567",
        "052!123!4567",
        "０５２！１２３！４５６７",
        "052⇒123⇒4567",
        "052&123&4567",
        "052?123?4567",
        "052^123^4567",
        "〇五二＋一二三＋四五六七",
        "123×4567",
        "81+52+123+4567",
    ],
)
def test_a_number_is_found_whatever_sign_parts_its_figures(text: str) -> None:
    assert Blackout([NUMBER])(f"折返し{text}へ") == "折返し●●●へ"
    assert Written(f"折返し{text}へ").holds(NUMBER)


@pytest.mark.parametrize(
    "text",
    [
        "52×123×45cm、67台",
        "3+41、2.5×3、100×200×300、45×67",
        "2026+11+28、11/28 15:30",
        "+81 52-999-8888、999×123×45678",
        "配管2.5×3、ブレーカー20A+30A",
        "合計 12,000+1,234=13,234円",
    ],
)
def test_sizes_sums_and_other_numbers_stay(text: str) -> None:
    assert Blackout([NUMBER])(text) == text
    assert not Written(text).holds(NUMBER)


@pytest.mark.parametrize(
    ("registered", "texts"),
    [
        (
            "+1 212-555-0100",
            ("+1 212-555-0100", "1-212-555-0100", "212-555-0100", "212.555.0100", "2125550100"),
        ),
        (
            "+82-2-1234-5678",
            ("+82 2 1234 5678", "+82 (0)2-1234-5678", "02-1234-5678", "８２-２-１２３４-５６７８"),
        ),
        ("+65 6123 4567", ("+65 6123-4567", "6123-4567")),
    ],
)
def test_a_number_of_another_country_is_found_as_it_is_dialled_there(
    registered: str, texts: tuple[str, ...]
) -> None:
    for text in texts:
        assert Blackout([Trace(numbers=(registered,))])(f"折返し{text}へ") == "折返し●●●へ"
    assert Blackout([Trace(numbers=(registered,))])("03-9999-0000、2126550100") == "03-9999-0000、2126550100"


def test_a_number_of_another_country_is_read_out_of_a_field_for_anything() -> None:
    assert "+86 138-1234-5678" in numbers_in("上海 ＋86 138-1234-5678 まで")


def test_sums_and_a_number_that_is_not_registered_stay() -> None:
    for text in ("12,000+1234567890円", "+81 52-999-8888", "＋５℃", "0101234"):
        assert Blackout([NUMBER])(text) == text
