"""Contact slip, labels, envelope and FAX: complete, in place, and legible where a machine reads them."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pytest
from pypdf import PdfReader

from hvacdesk.documents.papers.addresses import ENVELOPE_MM, MM, draw_envelope, draw_labels
from hvacdesk.documents.papers.contact_slip import draw_contact_slip
from hvacdesk.documents.papers.fax import draw_fax
from hvacdesk.documents.papers.label_trial import draw_trial
from hvacdesk.documents.papers.work_orders import draw_work_orders
from hvacdesk.domain.customers.customers import Address, PersonName
from hvacdesk.domain.papers.copy_codes import make_code, paper_code
from hvacdesk.domain.papers.label_sheets import A4_HEIGHT_MM, A4_WIDTH_MM, LabelShift, parse_sheets
from hvacdesk.domain.papers.other_papers import Addressee, ContactSlip, FaxCover, addressee, same_number
from hvacdesk.domain.papers.work_orders import WorkOrderView
from hvacdesk.domain.text.wording import english
from hvacdesk.services.papers.label_sheets import shipped_sheets
from tests.helpers.paper import codes_in, page_picture, scanned_codes
from tests.unit.documents.drawn import drawn_by, outside_paper, overlaps
from tests.unit.documents.samples import HEAD, PARTNER, PROFILES, text_of

DAY = "2026-11-24"
LABEL_SHEETS = shipped_sheets()
TANAKA = Addressee(
    "4640811", ("愛知県名古屋市千種区唐山町3丁目41-7", "メゾン唐山 502号室"), "田中 美沙緒", "様"
)
LONG = Addressee(
    "4600008",
    ("愛知県名古屋市中区栄3丁目15-33 栄ガスビルディング南館", "総務部 設備管理課 気付 " * 3),
    "株式会社青葉商店ホールディングス名古屋支社",
    "御中",
)
SLIP = ContactSlip(
    "P2026-00012", paper_code("P2026-00012"), "2026-000123", "090-8765-5678", "鈴木 誠", DAY, "13:00"
)
COVER = FaxCover(
    "P2026-00013", "協力サンプル設備", "052-123-4567", DAY, "佐藤 花子", "2026-000123", "明日の件"
)
CODE = make_code("2026-000123", 2)


class TestSlip:
    def test_it_carries_the_number_and_the_phone_and_nothing_else_of_the_customer(self) -> None:
        pdf = draw_contact_slip(SLIP, english, HEAD)
        text = text_of(pdf)
        shred = "Shred on the day of the work"
        for given in ("2026-000123", "090-8765-5678", "P2026-00012", "鈴木 誠", shred):
            assert given in text
        assert not [word for word in ("田中", "千種", "様") if word in text]
        assert scanned_codes(pdf, 1) == [SLIP.code]

    def test_nothing_is_clipped_or_overlaps(self) -> None:
        slip = replace(SLIP, holder="とても長い名前の作業員" * 9, phone="+81 90-8765-5678 内線 12345")
        texts = drawn_by(lambda: draw_contact_slip(slip, english, HEAD))
        assert not list(outside_paper(texts))
        assert not list(overlaps(texts))


class TestLabels:
    @pytest.mark.parametrize("key", LABEL_SHEETS)
    def test_every_label_stands_within_its_own_place(self, key: str) -> None:
        sheet = LABEL_SHEETS[key]
        everybody = [TANAKA, LONG] * (sheet.count // 2) + [TANAKA] * (sheet.count % 2)
        texts = drawn_by(lambda: draw_labels(everybody, sheet, 0, english, DAY))
        assert {text.page for text in texts} == {1}
        assert not list(overlaps(texts))
        for text in texts:
            middle = (text.bottom + text.top) / 2 / MM
            column = int((text.left / MM - sheet.corner(0)[0]) // sheet.width)
            row = int((A4_HEIGHT_MM - middle - sheet.corner(0)[1]) // sheet.height)
            left, top = sheet.corner(row * sheet.columns + column)
            assert left + 4 <= text.left / MM
            assert text.right / MM <= left + sheet.width - 4
            assert A4_HEIGHT_MM - top - sheet.height + 2 <= text.bottom / MM
            assert text.top / MM <= A4_HEIGHT_MM - top - 3

    def test_it_begins_at_the_first_free_label_and_goes_on_on_another_sheet(self) -> None:
        sheet = LABEL_SHEETS["12"]
        texts = drawn_by(lambda: draw_labels([TANAKA] * 3, sheet, 10, english, DAY))
        names = [text for text in texts if "田中" in text.text]
        assert [name.page for name in names] == [1, 1, 2]
        assert names[0].left < names[1].left
        assert names[2].top > names[0].top

    def test_a_shift_moves_every_label_by_as_much(self) -> None:
        sheet = LABEL_SHEETS["24"]
        straight = drawn_by(lambda: draw_labels([TANAKA] * 5, sheet, 0, english, DAY))
        moved = drawn_by(lambda: draw_labels([TANAKA] * 5, sheet, 0, english, DAY, LabelShift(1.5, -2)))
        for before, after in zip(straight, moved, strict=True):
            assert after.left - before.left == pytest.approx(1.5 * MM)
            assert after.top - before.top == pytest.approx(2 * MM)

    @pytest.mark.parametrize("key", LABEL_SHEETS)
    def test_the_trial_sheet_says_what_it_is_within_its_first_label(self, key: str) -> None:
        sheet = LABEL_SHEETS[key]
        texts = drawn_by(lambda: draw_trial(sheet, LabelShift(1, -0.5), english, DAY))
        left, top = sheet.corner(0, LabelShift(1, -0.5))
        assert not list(overlaps(texts))
        assert any("right 1 mm, down -0.5 mm" in text.text for text in texts)
        for text in texts:
            assert left < text.left / MM < text.right / MM < left + sheet.width
            assert top < A4_HEIGHT_MM - text.top / MM < A4_HEIGHT_MM - text.bottom / MM < top + sheet.height

    @pytest.mark.parametrize(
        "broken",
        ["format = 2", "width = 106.0", "rows = 0", 'key = "10"', "colour = 1"],
        ids=["form", "wider than A4", "nothing", "a key twice", "a word"],
    )
    def test_a_list_that_does_not_fit_is_refused(self, broken: str) -> None:
        good = """
            format = 1
            as_of = "2026-11"
            [[sheet]]
            key = "10"
            columns = 1
            rows = 1
            width = 50.0
            height = 50.0
            source = "a pack"
            [[sheet]]
            key = "12"
            columns = 2
            rows = 6
            width = 83.8
            height = 42.3
            source = "a pack"
        """
        assert parse_sheets(good)["12"].count == 12
        word = broken.split(" ")[0]
        head, found, rest = good.rpartition(f"{word} = ")
        spoilt = head + broken + "\n" + rest.partition("\n")[2] if found else good + broken
        with pytest.raises(ValueError, match="label sheet"):
            parse_sheets(spoilt)

    def test_sheets_lie_within_a4(self) -> None:
        for sheet in LABEL_SHEETS.values():
            left, top = sheet.corner(sheet.count - 1)
            assert left + sheet.width <= A4_WIDTH_MM + 0.01
            assert top + sheet.height <= A4_HEIGHT_MM + 0.01
            assert min(sheet.corner(0)) >= -0.01


class TestEnvelope:
    def test_the_postal_code_stands_in_the_boxes_of_the_envelope(self) -> None:
        texts = drawn_by(lambda: draw_envelope(TANAKA, "P2026-00014", english, HEAD, DAY))
        digits = [text for text in texts if len(text.text) == 1 and text.text.isdigit()]
        assert "".join(text.text for text in digits) == "4640811"
        width, height = ENVELOPE_MM
        # Left edges of the boxes from the envelope's left edge: 8 mm from the right, 47.7 mm in all.
        boxes = [width - 8 - 47.7 + at for at in (0, 7.0, 14.0, 21.6, 28.4, 35.2, 42.0)]
        for text, box in zip(digits, boxes, strict=True):
            assert box < text.left / MM < text.right / MM < box + 5.7
            assert height - 12 - 8 < text.bottom / MM < text.top / MM < height - 12

    @pytest.mark.parametrize(
        "one", [TANAKA, LONG, replace(TANAKA, postal_code="")], ids=["usual", "long", "none"]
    )
    def test_addressee_and_sender_are_complete_and_apart(self, one: Addressee) -> None:
        pdf = draw_envelope(one, "P2026-00014", english, HEAD, DAY)
        text = "".join(text_of(pdf).split())
        for given in (*one.lines, one.name, one.honorific, HEAD.facts.name):
            assert "".join(given.split()) in text
        box = PdfReader(io.BytesIO(pdf)).pages[0].mediabox
        assert (round(float(box.width) / MM), round(float(box.height) / MM)) == (120, 235)
        texts = drawn_by(lambda: draw_envelope(one, "P2026-00014", english, HEAD, DAY))
        assert not list(overlaps(texts))
        assert all(text.left > 0 and text.right < ENVELOPE_MM[0] * MM for text in texts)


class TestFax:
    def draw(self) -> bytes:
        return draw_fax(COVER, [replace(PARTNER, qr_text=CODE)], english, HEAD)

    def test_the_cover_says_for_whom_how_many_pages_and_what_a_stranger_does(self) -> None:
        pdf = self.draw()
        cover = PdfReader(io.BytesIO(pdf)).pages[0].extract_text()
        count = len(PdfReader(io.BytesIO(pdf)).pages)
        assert count > 1
        for given in (
            "協力サンプル設備 御中",
            "052-123-4567",
            f"{count}, this cover",
            "P2026-00013",
            "reached you by mistake",
        ):
            assert given in cover
        assert not [word for word in ("田中", "栄3丁目") if word in cover]

    def test_pages_hold_black_and_white_only_and_no_small_type(self) -> None:
        for page in PdfReader(io.BytesIO(self.draw())).pages:
            greys = re.findall(rb"([0-9.]+) [gG]\s", page.get_contents().get_data())
            assert {float(grey) for grey in greys} <= {0.0, 1.0}
        texts = drawn_by(self.draw)
        assert not list(overlaps(texts))
        assert not list(outside_paper(texts))
        small = [text for text in texts if text.top - text.bottom < 0.8 * 8.0]
        assert len(small) < 0.12 * len(texts)

    @pytest.mark.parametrize("dpi", [(204, 98), (204, 196)], ids=["standard", "fine"])
    def test_the_codes_survive_a_fax_line(self, dpi: tuple[int, int]) -> None:
        whole = page_picture(self.draw(), 2, dpi=300).convert("L")
        across, down = (
            round(side / 300 * resolution) for side, resolution in zip(whole.size, dpi, strict=True)
        )
        sent = whole.resize((across, down)).point(lambda value: 255 if value > 140 else 0, mode="1")
        received = sent.convert("L").resize((across * 2, round(down * 2 * dpi[0] / dpi[1])))
        assert codes_in(received) == [CODE]


@pytest.mark.parametrize("view", PROFILES, ids=[view.profile for view in PROFILES])
def test_the_code_of_every_copy_is_read_from_a_scan(view: WorkOrderView) -> None:
    assert scanned_codes(draw_work_orders([replace(view, qr_text=CODE)], english, HEAD), 1) == [CODE]


def test_an_organisation_is_written_to_as_such() -> None:
    place = Address("4600008", "愛知県", "名古屋市中区", "栄", "3-1", "")
    firm = addressee(PersonName("鈴木", "一"), "株式会社青葉商店", place)
    person = addressee(PersonName("鈴木", "一"), "", place)
    assert firm is not None
    assert person is not None
    assert (firm.name, firm.honorific) == ("株式会社青葉商店", "御中")
    assert (person.name, person.honorific, person.lines) == ("鈴木 一", "様", ("愛知県名古屋市中区栄3-1",))
    assert addressee(PersonName("鈴木"), "", Address()) is None


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("052-123-4567", "０５２（１２３）４５６７", True),
        ("052-123-4567", "052-123-4576", False),
        ("", "", False),
        ("電話", "電話", False),
    ],
)
def test_two_typed_numbers_are_compared_by_their_digits(first: str, second: str, same: bool) -> None:
    assert same_number(first, second) is same
