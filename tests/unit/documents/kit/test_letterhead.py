"""The office's block at the head of a letter: complete, with its pictures, at any length."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from pypdf import PdfReader

from hvacdesk.documents.kit.letterhead import office_block
from hvacdesk.documents.kit.page import TOP, Sheet
from hvacdesk.domain.papers.letterhead import Letterhead
from hvacdesk.domain.text.wording import english
from tests.unit.documents.drawn import drawn_by, outside_paper, overlaps
from tests.unit.documents.pictures import png
from tests.unit.documents.samples import HEAD, text_of

WITH_PICTURES = replace(HEAD, logo=png(900, 220), seal=png(400, 400))
LONG = replace(HEAD, facts=replace(HEAD.facts, name="株式会社とても長い名前の空調設備工業所" * 3))


def drawn(head: Letterhead) -> bytes:
    sheet = Sheet(english, "Sample", "2026-11-24")
    band = office_block(sheet.set, head)
    band.draw(sheet, TOP, band.height)
    sheet.next_page()
    return sheet.finish()


@pytest.mark.parametrize("head", [HEAD, WITH_PICTURES, LONG], ids=["plain", "pictures", "long"])
def test_everything_of_the_office_stands_there(head: Letterhead) -> None:
    text = "".join(text_of(drawn(head)).split())
    facts = head.facts
    for given in (facts.name, facts.address, facts.phone, facts.fax, facts.email, facts.representative):
        assert "".join(given.split()) in text
    assert "〒460-0008" in text
    assert facts.invoice_registration in text
    texts = drawn_by(lambda: drawn(head))
    assert not list(outside_paper(texts))
    assert not list(overlaps(texts))


def test_both_pictures_are_on_the_page() -> None:
    def pictures(head: Letterhead) -> int:
        return len(PdfReader(io.BytesIO(drawn(head))).pages[0].images)

    assert (pictures(HEAD), pictures(WITH_PICTURES)) == (0, 2)
