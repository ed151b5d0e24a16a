"""QR codes that several drawings share, and those that nobody may keep."""

from __future__ import annotations

import pytest

from hvacdesk.documents.entry.recovery_sheets import draw_recovery_sheet
from hvacdesk.documents.kit import page
from hvacdesk.documents.kit.page import Sheet
from hvacdesk.domain.text.wording import english
from tests.unit.documents.samples import RECOVERY_SHEET


def drawn(text: str, **how: bool) -> bytes:
    sheet = Sheet(english, "Sample", "2026-11-24")
    sheet.qr(100, 700, 84, text, **how)
    sheet.next_page()
    return sheet.finish()


@pytest.mark.parametrize("quick", [False, True])
def test_a_code_that_is_drawn_again_is_the_same(quick: bool) -> None:
    page._kept_modules.cache_clear()
    first = drawn("origin\n12\nhash", quick=quick, again=True)
    assert (
        first == drawn("origin\n12\nhash", quick=quick, again=True) == drawn("origin\n12\nhash", quick=quick)
    )
    assert first != drawn("origin\n13\nhash", quick=quick, again=True)
    assert page._kept_modules.cache_info().hits == 1


def test_no_recovery_code_is_kept() -> None:
    page._kept_modules.cache_clear()
    draw_recovery_sheet(RECOVERY_SHEET, english)
    assert page._kept_modules.cache_info().currsize == 0
