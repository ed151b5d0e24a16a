"""Which firms a typed name may stand for."""

from __future__ import annotations

import pytest

from hvacdesk.domain.partners.firm_names import FirmName, alike, registered_as

FIRM = FirmName("例示電気工事株式会社")
LONGER = FirmName("東海例示電気工事株式会社")
LATIN = FirmName("ABC Cool 合同会社")
FORMER = FirmName("例示電気サービス", registered=False)
ENDED = FirmName("例示電気商会", active=False)
KNOWN = (LONGER, FORMER, ENDED, LATIN, FIRM)


@pytest.mark.parametrize("typed", ["例示電気工事", "㈱例示電気工事", "例示 電気工事　株式会社"])
def test_a_spelling_of_a_registered_firm(typed: str) -> None:
    assert registered_as(typed, KNOWN) is FIRM


@pytest.mark.parametrize("typed", ["例示電気", "例示電気サービス", ""])
def test_what_is_no_spelling_of_a_registered_firm(typed: str) -> None:
    assert registered_as(typed, KNOWN) is None


def test_an_ended_firm_is_in_the_register_and_is_never_meant() -> None:
    assert registered_as("例示電気商会", KNOWN) is ENDED
    assert ENDED not in alike("例示", KNOWN)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("例示電気", (FIRM, LONGER, FORMER)),
        ("東海", (LONGER,)),
        ("ＡＢＣＣＯＯＬ", (LATIN,)),
        ("株式会社例示電気サービス", (FORMER,)),
        ("例示電気サービス", ()),
        ("試作配管", ()),
        ("  ", ()),
    ],
)
def test_the_likeliest_comes_first(typed: str, meant: tuple[FirmName, ...]) -> None:
    assert alike(typed, KNOWN) == meant
