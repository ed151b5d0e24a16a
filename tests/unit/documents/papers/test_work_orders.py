"""Work orders: each profile's text, long and hostile data, properties, fonts."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pytest
from pypdf import PdfReader

from hvacdesk.documents.papers.work_orders import draw_work_orders
from hvacdesk.domain.jobs.jobs import ItemLine, UnitPart, UnitRecord, WorkItem
from hvacdesk.domain.papers.work_orders import Profile, WorkOrderView
from hvacdesk.domain.text.text_forms import hyphenated
from hvacdesk.domain.text.wording import Phrase, Words, english
from tests.unit.documents.drawn import drawn_by, outside_paper, overlaps
from tests.unit.documents.japanese import japanese
from tests.unit.documents.samples import (
    COMMERCIAL,
    CUSTOMER,
    HEAD,
    OFFICE,
    PARTNER,
    PROFILES,
    TECHNICIAN,
    TWENTY_UNITS,
    pages_of,
    text_of,
)

LANGUAGES = pytest.mark.parametrize("words", [japanese, english], ids=["ja", "en"])
EACH_PROFILE = pytest.mark.parametrize("view", PROFILES, ids=[view.profile for view in PROFILES])

LONG = "とても長い注意事項がここに続きます。" * 250
FREE_TEXTS = (
    "issued_by",
    "partner_firm",
    "name",
    "honorific",
    "address",
    "phone",
    "access",
    "customer_number",
    "floor",
    "attends",
)
HOSTILE = (
    '<b>太字</b> &amp; <script>x</script> {name} %s \\n "引用" '
    "\x00\x07\x1b[31m \u202eabc\u202c \u0645\u0631 \u05e9\u05dc 😀\ud800"
)


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


@LANGUAGES
@EACH_PROFILE
def test_a_usual_job_fits_one_page_without_clipping_or_overlap(view: WorkOrderView, words: Words) -> None:
    texts = drawn_by(lambda: draw_work_orders([view], words, HEAD))
    assert {text.page for text in texts} == {1}
    assert not list(outside_paper(texts))
    assert not list(overlaps(texts))


@EACH_PROFILE
def test_everything_given_is_printed(view: WorkOrderView) -> None:
    text = squeezed(text_of(draw_work_orders([view], japanese, HEAD)))
    given = [
        view.number,
        view.qr_text,
        view.issued_by,
        view.name,
        view.address,
        view.phone,
        view.access,
        view.customer_number,
        view.floor,
        view.attends,
        view.partner_firm,
        *view.staff,
        HEAD.facts.name,
        HEAD.facts.phone,
        HEAD.facts.privacy_manager,
        *(field for _, unit in view.units for field in (unit.maker, unit.model, unit.serial, unit.place)),
    ]
    assert [value for value in given if squeezed(value) not in text] == []


class TestProfiles:
    def test_technician_reads_the_family_name_and_last_four_digits(self) -> None:
        text = text_of(draw_work_orders([TECHNICIAN], japanese, HEAD))
        assert "田中 様" in text
        assert "●●●-●●●●-5678" in text
        assert "作業員控" in text
        assert "集金額 ¥88,000" in text
        assert "事務所へ返却" in text
        assert "11月24日（火）" in text

    def test_partner_reads_neither_phone_nor_payment(self) -> None:
        text = text_of(draw_work_orders([PARTNER], japanese, HEAD))
        assert "協力会社控" in text
        assert "電話 ●" not in text
        assert "5678" not in text
        assert "¥" not in text
        assert "集金" not in text

    def test_customer_learns_how_to_ask_and_is_not_told_to_return_it(self) -> None:
        text = text_of(draw_work_orders([CUSTOMER], japanese, HEAD))
        assert "お客様番号 C-000123" in text
        assert "開示" in text
        assert "返却" not in text
        assert "現金" in text
        assert "お支払い額 ¥88,000" in text

    def test_office_reads_the_mask_and_the_method(self) -> None:
        text = text_of(draw_work_orders([OFFICE], japanese, HEAD))
        assert "田中 ●● 様" in text
        assert "現金" in text
        assert "¥" not in text
        assert "C-000123" in text

    def test_only_copies_that_go_out_say_when_to_come_back(self) -> None:
        pages = {
            view.profile: squeezed(text_of(draw_work_orders([view], japanese, HEAD))) for view in PROFILES
        }
        for told in ("返却期限", "車内に置かず"):
            saying = [profile for profile, page in pages.items() if told in page]
            assert saying == [Profile.TECHNICIAN, Profile.PARTNER], told

    def test_of_the_office_a_copy_says_the_phone_and_not_the_address(self) -> None:
        facts = HEAD.facts
        for view in PROFILES:
            page = squeezed(text_of(draw_work_orders([view], japanese, HEAD)))
            assert facts.phone in page
            assert squeezed(facts.address) not in page
            assert hyphenated(facts.postal_code) not in page

    @pytest.mark.parametrize("view", [PARTNER, OFFICE], ids=["partner", "office"])
    def test_an_empty_field_leaves_no_label(self, view: WorkOrderView) -> None:
        bare = replace(view, phone="", access="", floor="", attends="", building_started_on="")
        text = text_of(draw_work_orders([bare], japanese, HEAD))
        assert not [
            label for label in ("駐車・搬入", "立会い", "着工 ") if label in text.replace("に着工", "")
        ]

    def test_a_kind_of_building_that_nobody_told_is_not_printed(self) -> None:
        untold = replace(TECHNICIAN, detached=None, manager_permission=False)
        text = text_of(draw_work_orders([untold], japanese, HEAD))
        assert not [word for word in ("建物 ", "戸建て", "集合住宅", "管理会社の許可") if word in text]
        allowed = text_of(draw_work_orders([replace(untold, manager_permission=True)], japanese, HEAD))
        assert "管理会社の許可済" in squeezed(allowed)
        told = text_of(draw_work_orders([replace(untold, detached=True)], japanese, HEAD))
        assert "建物戸建て" in squeezed(told)

    def test_english_dates_and_labels(self) -> None:
        text = text_of(draw_work_orders([TECHNICIAN], english, HEAD))
        assert "Tue 24 Nov 2026" in text
        assert "Return by Wed 25 Nov 2026" in text
        assert "Technician's copy" in text


class TestContent:
    def test_cautions_are_for_those_who_go_there(self) -> None:
        printed = {
            view.profile: squeezed(text_of(draw_work_orders([view], japanese, HEAD))) for view in PROFILES
        }
        told = "犬などのペットあり（柴犬）、階段のみ（エレベーターなし）"
        assert [profile for profile, page in printed.items() if told in page] == [
            Profile.TECHNICIAN,
            Profile.PARTNER,
        ]

    def test_asbestos_warning_only_where_flagged(self) -> None:
        assert "石綿" in text_of(draw_work_orders([TECHNICIAN], japanese, HEAD))
        assert "石綿" not in text_of(draw_work_orders([COMMERCIAL], japanese, HEAD))

    def test_simple_inspection_only_for_commercial_units(self) -> None:
        assert "簡易点検" in text_of(draw_work_orders([COMMERCIAL], japanese, HEAD))
        assert "簡易点検" not in text_of(draw_work_orders([TECHNICIAN], japanese, HEAD))

    def test_ordered_work_carries_its_quantity(self) -> None:
        text = text_of(draw_work_orders([TECHNICIAN], japanese, HEAD))
        assert "配管延長　3 m" in text
        assert "穴あけ　1 か所 モルタル" in text

    def test_a_copy_without_a_date_says_so(self) -> None:
        undated = replace(TECHNICIAN, on="", starts="", ends="")
        assert "日時未定" in text_of(draw_work_orders([undated], japanese, HEAD))

    def test_an_old_house_prints(self) -> None:
        old = replace(TECHNICIAN, building_started_on="1868-02-01")
        assert "1868年2月1日" in text_of(draw_work_orders([old], japanese, HEAD))

    def test_no_view_is_a_mistake(self) -> None:
        with pytest.raises(ValueError, match="no copy"):
            draw_work_orders([], japanese, HEAD)


class TestLongData:
    @LANGUAGES
    def test_twenty_units_run_over_with_numbered_pages(self, words: Words) -> None:
        texts = drawn_by(lambda: draw_work_orders([TWENTY_UNITS], words, HEAD))
        pages = max(text.page for text in texts)
        assert pages > 1
        text = text_of(draw_work_orders([TWENTY_UNITS], japanese, HEAD))
        assert f"1/{pages}ページ" in text
        assert f"{pages}/{pages}ページ" in text
        assert text.count("2026-004512") >= pages
        assert [n for n in range(20) if f"PK-140Z-{n:02}" not in text] == []
        assert not list(outside_paper(texts))
        assert not list(overlaps(texts))

    def test_two_hundred_units_at_one_site_are_all_printed(self) -> None:
        (part, unit), *_ = TWENTY_UNITS.units
        many = tuple((part, replace(unit, model=f"TX-{number:03}")) for number in range(200))
        texts = drawn_by(lambda: draw_work_orders([replace(TWENTY_UNITS, units=many)], japanese, HEAD))
        text = "".join(one.text for one in texts)
        assert [number for number in range(200) if f"TX-{number:03}" not in text] == []
        assert max(one.page for one in texts) >= 10
        assert not list(outside_paper(texts))
        assert not list(overlaps(texts))

    @LANGUAGES
    @pytest.mark.parametrize("field", FREE_TEXTS)
    def test_five_thousand_characters_in_any_text_are_all_printed(self, field: str, words: Words) -> None:
        view = replace(TECHNICIAN, profile=self._profile_showing(field), **{field: LONG})
        texts = drawn_by(lambda: draw_work_orders([view], words, HEAD))
        assert "".join(text.text for text in texts).count("項") >= LONG.count("項")
        assert not list(outside_paper(texts))
        assert not list(overlaps(texts))

    @pytest.mark.parametrize("field", ["name", "phone", "privacy_manager"])
    def test_five_thousand_characters_of_the_office_are_all_printed(self, field: str) -> None:
        head = replace(HEAD, facts=replace(HEAD.facts, **{field: LONG}))
        texts = drawn_by(lambda: draw_work_orders([TECHNICIAN], japanese, head))
        assert "".join(text.text for text in texts).count("項") >= LONG.count("項")
        assert not list(outside_paper(texts))
        assert not list(overlaps(texts))

    @staticmethod
    def _profile_showing(field: str) -> Profile:
        return Profile.CUSTOMER if field == "customer_number" else Profile.TECHNICIAN

    def test_long_units_and_items_are_all_printed(self) -> None:
        unit = UnitRecord(
            *[LONG[:900]] * 1, False, LONG[:700], LONG[:800], LONG[:600], 2.5, 2020, "R32", 0.6, 100, ""
        )
        view = replace(
            TECHNICIAN,
            units=((UnitPart.INSTALL, unit),),
            items=(ItemLine(WorkItem.DRILLING, 3, "か所", LONG),),
        )
        texts = drawn_by(lambda: draw_work_orders([view], japanese, HEAD))
        assert max(text.page for text in texts) > 2
        assert sum(len(text.text) for text in texts) > len(LONG) + 3000
        assert not list(outside_paper(texts))
        assert not list(overlaps(texts))


class TestHostileData:
    def test_markup_and_control_codes_are_printed_as_text(self) -> None:
        view = replace(TECHNICIAN, name=HOSTILE, access=HOSTILE, attends=HOSTILE, address=HOSTILE)
        text = text_of(draw_work_orders([view], japanese, HEAD))
        assert "<b>太字</b> &amp; <script>x</script> {name} %s" in text
        assert not set(text) & set("\x00\x07\x1b\u202e\u202c\ud800")
        assert "〓" in text
        assert "印刷できない文字" in text

    def test_a_page_that_prints_everything_carries_no_note(self) -> None:
        assert "印刷できない文字" not in text_of(draw_work_orders([TECHNICIAN], japanese, HEAD))

    def test_the_note_stands_on_the_copy_concerned_only(self) -> None:
        pdf = draw_work_orders([replace(PARTNER, name="😀"), PARTNER], japanese, HEAD)
        first, second = (page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)
        assert "印刷できない文字" in first
        assert "印刷できない文字" not in second

    def test_the_same_words_again_still_bring_the_note(self) -> None:
        pdf = draw_work_orders([replace(PARTNER, name="😀")] * 2, japanese, HEAD)
        for page in PdfReader(io.BytesIO(pdf)).pages:
            assert "印刷できない文字" in page.extract_text()

    def test_line_breaks_are_kept(self) -> None:
        view = replace(TECHNICIAN, access="一行目\n二行目\r\n三行目")
        text = text_of(draw_work_orders([view], japanese, HEAD))
        assert "一行目\n" in text
        assert "一行目二行目" not in text


class TestFile:
    @EACH_PROFILE
    def test_properties_hold_kind_and_number_only(self, view: WorkOrderView) -> None:
        pdf = draw_work_orders([view], japanese, HEAD)
        reader = PdfReader(io.BytesIO(pdf))
        assert reader.metadata is not None
        assert reader.metadata.title == "作業指示書 2026-004512"
        assert reader.metadata.author == "hvacdesk"
        said = " ".join(str(value) for value in reader.metadata.values())
        for personal in (view.name, view.address, view.issued_by, HEAD.facts.name, *view.staff):
            assert personal not in said
        assert reader.xmp_metadata is None

    def test_the_day_of_issue_is_the_creation_date(self) -> None:
        reader = PdfReader(io.BytesIO(draw_work_orders([TECHNICIAN], japanese, HEAD)))
        assert reader.metadata is not None
        assert reader.metadata["/CreationDate"] == "D:20261124000000+09'00'"

    def test_same_facts_same_bytes(self) -> None:
        assert draw_work_orders([TECHNICIAN], japanese, HEAD) == draw_work_orders(
            [TECHNICIAN], japanese, HEAD
        )

    def test_every_font_is_embedded_and_every_glyph_searchable(self) -> None:
        reader = PdfReader(
            io.BytesIO(draw_work_orders([replace(TECHNICIAN, name="𠮷野髙﨑")], japanese, HEAD))
        )
        fonts = [font.get_object() for page in reader.pages for font in page["/Resources"]["/Font"].values()]
        assert fonts
        for font in fonts:
            assert "/FontFile2" in font["/FontDescriptor"].get_object()
            assert "/ToUnicode" in font
        text = reader.pages[0].extract_text()
        assert "𠮷" in text
        assert "野髙﨑 様" in text

    def test_many_jobs_in_one_file_are_titled_by_their_count(self) -> None:
        pdf = draw_work_orders([TECHNICIAN, replace(CUSTOMER, number="2026-004513")], japanese, HEAD)
        reader = PdfReader(io.BytesIO(pdf))
        assert reader.metadata is not None
        assert reader.metadata.title == "作業指示書 2部"
        assert pages_of(pdf) == 2


def test_every_phrase_has_japanese_words() -> None:
    """Drawing asks for each phrase once; a missing one raises KeyError in :func:`japanese`."""
    asked: set[Phrase] = set()

    def words(text: Phrase) -> str:
        asked.add(text)
        return japanese(text)

    draw_work_orders([*PROFILES, COMMERCIAL, TWENTY_UNITS], words, HEAD)
    assert len(asked) > 100
