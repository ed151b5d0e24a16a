"""Papers as a clerk reads them: whom they address, what they order, and what stands together on a line."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from hvacdesk.documents.billing.estimates import draw_estimates
from hvacdesk.documents.incidents.incident_letters import LetterFacts, Recipient, draw_letters
from hvacdesk.documents.kit.fonts import load_fonts
from hvacdesk.documents.kit.letterhead import office_block
from hvacdesk.documents.kit.page import Sheet
from hvacdesk.documents.kit.text import Typesetter
from hvacdesk.documents.papers.addresses import draw_envelope, draw_labels
from hvacdesk.documents.papers.completion_report import draw_completion_report
from hvacdesk.documents.papers.fax import draw_fax
from hvacdesk.documents.papers.work_orders import draw_work_orders
from hvacdesk.domain.billing.estimates import (
    EstimateLineRecord,
    EstimatePaper,
    EstimateRecord,
    EstimateRow,
    EstimateState,
)
from hvacdesk.domain.customers.customers import CustomerField
from hvacdesk.domain.jobs.jobs import UnitPart, WorkKind
from hvacdesk.domain.jobs.surveys import Survey, SurveyOutcome
from hvacdesk.domain.jobs.work_subjects import subject_units, work_subject
from hvacdesk.domain.papers.copy_codes import make_code
from hvacdesk.domain.papers.other_papers import Addressee, FaxCover
from hvacdesk.domain.text.wording import english
from hvacdesk.services.language import words_for
from hvacdesk.services.papers.label_sheets import shipped_sheets
from tests.unit.documents.drawn import Drawn, drawn_by
from tests.unit.documents.samples import (
    CUSTOMER,
    HEAD,
    NEW_INDOOR,
    OLD_UNIT,
    PARTNER,
    TECHNICIAN,
    completion_report,
    text_of,
)

JA = words_for("ja")
DAY = "2026-11-24"
LONG_STREET = Addressee(
    "4600008",
    ("愛知県名古屋市中区栄三丁目15番33号 栄ガスビルディング南館新館", "502号室"),
    "田中 美沙緒",
    "様",
)
FACTS = LetterFacts("I2026-0001", False, DAY, "紙を紛失しました。", (CustomerField.NAME,))


def squeezed(pdf: bytes) -> str:
    return re.sub(r"\s+", "", text_of(pdf))


def estimate(units: tuple[tuple[UnitPart, object], ...] = CUSTOMER.units) -> bytes:
    record = EstimateRecord((EstimateLineRecord("エアコン交換工事", 1, "台", 88_000),))
    row = EstimateRow("e", "E2026-000012", 1, EstimateState.ISSUED, DAY, "2026-12-24", record.totals(10), 1)
    paper = EstimatePaper(
        row=row,
        record=record,
        code="P2026-00012-7KQX",
        job_number="2026-004512",
        work_kind=WorkKind.REPLACE,
        name="田中 花子",
        honorific="様",
        site="愛知県名古屋市中区栄3丁目00-00",
        on="2027-01-08",
        issued_by="佐藤",
        units=units,  # type: ignore[arg-type]
    )
    return draw_estimates((paper,), JA, HEAD)


def fax() -> bytes:
    cover = FaxCover("P2026-00013", "協力設備", "052-123-4567", DAY, "佐藤", "2026-000123", "")
    view = replace(PARTNER, qr_text=make_code("2026-000123", 2))
    return draw_fax(cover, [view], JA, HEAD)


def letters() -> bytes:
    return draw_letters([Recipient(LONG_STREET, (CustomerField.NAME,))], FACTS, JA, HEAD, DAY)


class TestDays:
    def test_a_day_that_is_answered_or_filed_later_carries_its_year(self) -> None:
        assert "作業日時2026年11月24日（火）" in squeezed(
            draw_completion_report(completion_report(), JA, HEAD)
        )
        assert "工事予定日2027年1月8日（金）" in squeezed(estimate())

    def test_the_customers_copy_too(self) -> None:
        assert "2026年11月24日（火）" in squeezed(draw_work_orders([CUSTOMER], JA, HEAD))


class TestCustomersCopy:
    def test_it_announces_the_work(self) -> None:
        text = squeezed(draw_work_orders([CUSTOMER], JA, HEAD))
        for said in (
            "工事のご案内",
            "お客様控",
            "エアコン交換工事",
            "お早めにお電話ください",
            HEAD.facts.phone,
        ):
            assert said in text

    @pytest.mark.parametrize("outcome", [None, SurveyOutcome.NONE_FOUND, SurveyOutcome.FOUND])
    def test_it_orders_nothing(self, outcome: SurveyOutcome | None) -> None:
        view = CUSTOMER
        if outcome is not None:
            view = replace(CUSTOMER, survey=Survey("2026-11-20", "山本", outcome))
        text = squeezed(draw_work_orders([view], JA, HEAD))
        orders = ("作業指示書", "で記入", "記録してください", "作業中止", "気密試験", "署名", "返却")
        assert [order for order in orders if order in text] == []
        assert "石綿" in text

    def test_without_a_day_it_says_that_one_comes(self) -> None:
        text = squeezed(draw_work_orders([replace(CUSTOMER, on="", starts="", ends="")], JA, HEAD))
        assert "日程が決まりましたら" in text
        assert "お早めにお電話ください" not in text

    def test_the_technicians_copy_stays_a_work_order(self) -> None:
        text = squeezed(draw_work_orders([TECHNICIAN], JA, HEAD))
        assert "作業指示書" in text
        assert "ご案内" not in text


class TestFax:
    def test_it_has_a_subject_and_a_greeting(self) -> None:
        text = squeezed(fax())
        assert "件名作業指示書の送付（工事番号2026-000123）" in text
        assert "いつもお世話になっております" in text

    def test_no_line_ends_within_a_number(self) -> None:
        for width in range(110, 460, 7):
            setter = Typesetter(load_fonts(), english)
            lines = setter.wrap("お手数ですが 052-000-0000 までお電話のうえ、裁断してください。", width, 12)
            assert any("052-000-0000" in line.text for line in lines), width

    def test_other_hyphens_still_break(self) -> None:
        setter = Typesetter(load_fonts(), english)
        assert len(setter.wrap("north-south-east-west-by-north", 90, 12)) > 1


class TestOfficeBlock:
    def test_the_number_of_qualified_invoices_is_on_papers_of_money_only(self) -> None:
        number = HEAD.facts.invoice_registration
        assert number in text_of(estimate())
        assert number not in text_of(fax())
        assert number not in text_of(letters())

    def test_who_represents_the_office_is_called_so(self) -> None:
        def draw() -> None:
            sheet = Sheet(JA, "x", DAY)
            band = office_block(sheet.set, HEAD)
            band.draw(sheet, 400, band.height)

        assert "代表者 伊藤 一" in [one.text for one in drawn_by(draw)]


def sizes(texts: list[Drawn], parts: tuple[str, ...]) -> set[float]:
    """The heights of the lines that hold parts of an address, to a tenth of a point."""
    return {
        round(text.top - text.bottom, 1)
        for text in texts
        if len(text.text) > 1 and any(text.text.strip() in part for part in parts)
    }


class TestAddresses:
    def test_the_lines_of_an_address_are_of_one_size(self) -> None:
        one, sheet = LONG_STREET, shipped_sheets()["12"]
        for draw in (
            lambda: draw_envelope(one, "P2026-00014", JA, HEAD, DAY),
            lambda: draw_labels([one], sheet, 0, JA, DAY),
            letters,
        ):
            texts = drawn_by(draw)
            assert len([text for text in texts if text.text == "502号室"]) == 1
            assert len(sizes(texts, one.lines)) == 1

    def test_private_and_confidential_is_printed_where_it_was_chosen(self) -> None:
        sheet = shipped_sheets()["12"]
        for one, chosen in ((LONG_STREET, False), (replace(LONG_STREET, confidential=True), True)):
            envelope = text_of(draw_envelope(one, "P2026-00014", JA, HEAD, DAY))
            label = text_of(draw_labels([one], sheet, 0, JA, DAY))
            assert ("親展" in envelope, "親展" in label) == (chosen, chosen)


class TestSubject:
    def test_an_estimate_says_what_is_done_with_which_machine(self) -> None:
        assert "工事内容エアコン交換工事（居間ミライ空調CD-25YY）" in squeezed(estimate())

    def test_without_units_the_work_alone(self) -> None:
        assert "工事内容エアコン交換工事工事場所" in squeezed(estimate(()))

    def test_many_machines_are_named_and_the_rest_counted(self) -> None:
        units = tuple((UnitPart.INSTALL, replace(NEW_INDOOR, place=f"{n}階")) for n in range(1, 6))
        said = work_subject(WorkKind.INSTALL, units, JA)
        assert said.startswith("エアコン新設工事（1階 ミライ空調 CD-25YY、2階 ")
        assert said.endswith(" ほか2台）")
        assert "4階" not in said

    def test_a_machine_is_counted_once(self) -> None:
        assert len(subject_units(CUSTOMER.units)) == 1, "the old one goes, the outdoor one belongs to it"
        assert subject_units(((UnitPart.REMOVE, OLD_UNIT),)) == (OLD_UNIT,)
