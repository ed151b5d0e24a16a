"""How papers look, set by the person responsible: pictures that may be anything, details, blocks, sample."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image, PngImagePlugin
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from hvacdesk.domain.papers.letterhead import ImageKind, OptionalBlock
from hvacdesk.domain.roles import Role
from hvacdesk.services.papers.layout import MOST_PIXELS, NotAPicture, PictureTooLarge
from hvacdesk.ui.papers.layout_tab import LayoutTab
from hvacdesk.ui.papers.pictures import MOST_FILE_BYTES, read_picture
from hvacdesk.ui.theme import Scheme
from tests.helpers.desk_office import texts_in
from tests.helpers.front_desk import FrontDesk, open_desk
from tests.helpers.paper import page_picture
from tests.helpers.real_office import RealOffice

RED = (200, 20, 20)


@pytest.fixture
def desk(template: RealOffice, tmp_path: Path, qtbot: QtBot) -> Iterator[FrontDesk]:
    with open_desk(template, tmp_path / "office", qtbot, who=Role.OWNER) as opened:
        opened.go("settings", tab="layout_of_papers")
        yield opened


def tab_of(desk: FrontDesk) -> LayoutTab:
    found = desk.page.layout_of_papers
    assert isinstance(found, LayoutTab)
    return found


def written(path: Path, kind: str, size: tuple[int, int] = (300, 200), **how: object) -> Path:
    Image.new("RGB", size, RED).save(path, kind, **how)
    return path


def header_of(width: int, height: int) -> bytes:
    """A PNG whose header promises that many pixels."""
    parts = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunk = b"IHDR" + parts
    end = b"\x00\x00\x00\x00IEND" + struct.pack(">I", zlib.crc32(b"IEND"))
    pixels = zlib.compress(b"\x00" * 64)
    data = struct.pack(">I", len(pixels)) + b"IDAT" + pixels + struct.pack(">I", zlib.crc32(b"IDAT" + pixels))
    head = struct.pack(">I", len(parts)) + chunk + struct.pack(">I", zlib.crc32(chunk))
    return b"\x89PNG\r\n\x1a\n" + head + data + end


class TestReadingPictures:
    @pytest.mark.parametrize("kind", ["PNG", "JPEG"])
    def test_a_picture_becomes_a_png_whatever_its_name_says(self, tmp_path: Path, kind: str) -> None:
        png = read_picture(written(tmp_path / "logo.txt", kind))
        image = QImage.fromData(png)
        assert (image.width(), image.height()) == (300, 200)
        assert abs(image.pixelColor(10, 10).red() - RED[0]) < 6

    def test_a_large_one_is_made_smaller(self, tmp_path: Path) -> None:
        image = QImage.fromData(read_picture(written(tmp_path / "a.png", "PNG", (4000, 1000))))
        assert (image.width(), image.height()) == (MOST_PIXELS, MOST_PIXELS // 4)

    def test_place_camera_comments_and_what_lies_behind_are_left_behind(self, tmp_path: Path) -> None:
        told = PngImagePlugin.PngInfo()
        told.add_text("Comment", "名古屋市中区栄の田中様")
        path = written(tmp_path / "a.png", "PNG", pnginfo=told)
        path.write_bytes(path.read_bytes() + b"PK\x03\x04 behind")
        exif = Image.Exif()
        exif[0x010F] = "CAMERA"
        photo = written(tmp_path / "b.jpg", "JPEG", exif=exif.tobytes())
        for file in (path, photo):
            png = read_picture(file)
            assert not [left for left in (b"Comment", b"behind", b"CAMERA", b"eXIf") if left in png]

    def test_a_photograph_lying_on_its_side_is_set_upright(self, tmp_path: Path) -> None:
        exif = Image.Exif()
        exif[0x0112] = 6
        image = QImage.fromData(read_picture(written(tmp_path / "b.jpg", "JPEG", exif=exif.tobytes())))
        assert (image.width(), image.height()) == (200, 300)

    @pytest.mark.parametrize(
        "content",
        [
            b"",
            b"this is a text",
            b"%PDF-1.7\n",
            b"\x89PNG\r\n\x1a\n",
            b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>",
            header_of(400, 400),
        ],
        ids=["empty", "text", "PDF", "only a head", "SVG", "pixels missing"],
    )
    def test_what_is_no_picture_is_refused(self, tmp_path: Path, content: bytes) -> None:
        path = tmp_path / "seal.png"
        path.write_bytes(content)
        with pytest.raises(NotAPicture):
            read_picture(path)

    @pytest.mark.parametrize("kind", ["GIF", "BMP", "TIFF"])
    def test_other_kinds_are_refused_under_any_name(self, tmp_path: Path, kind: str) -> None:
        with pytest.raises(NotAPicture):
            read_picture(written(tmp_path / "seal.png", kind))

    def test_half_a_file_is_refused(self, tmp_path: Path) -> None:
        path = written(tmp_path / "a.png", "PNG", (300, 200))
        noise = Image.effect_noise((300, 200), 90).convert("RGB")
        noise.save(path, "PNG")
        path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
        with pytest.raises(NotAPicture):
            read_picture(path)

    def test_no_file_and_a_folder_are_refused(self, tmp_path: Path) -> None:
        for path in (tmp_path / "missing.png", tmp_path):
            with pytest.raises(NotAPicture):
                read_picture(path)

    def test_a_header_that_promises_gigabytes_is_refused_before_a_pixel_is_read(self, tmp_path: Path) -> None:
        path = tmp_path / "bomb.png"
        path.write_bytes(header_of(60_000, 60_000))
        with pytest.raises(PictureTooLarge):
            read_picture(path)

    def test_a_file_of_many_megabytes_is_refused_unread(self, tmp_path: Path) -> None:
        path = tmp_path / "a.png"
        with path.open("wb") as file:
            file.truncate(MOST_FILE_BYTES + 1)
        with pytest.raises(PictureTooLarge):
            read_picture(path)


class TestTab:
    def test_the_limits_are_said_before_a_file_is_chosen(self, desk: FrontDesk) -> None:
        assert "10 MB and 8000 × 8000" in texts_in(tab_of(desk))

    def test_seal_and_logo_are_kept_shown_printed_and_taken_away(
        self, desk: FrontDesk, tmp_path: Path
    ) -> None:
        tab = tab_of(desk)
        tab.pictures.take(ImageKind.LOGO, written(tmp_path / "logo.jpg", "JPEG"))
        desk.calm()
        head = desk.office.layout.letterhead()
        assert head.logo
        assert tab.pictures.pictures[ImageKind.LOGO].pixmap().width() > 20
        colours = page_picture(desk.office.layout.sample(head, desk.window.context.words)).getcolors(1 << 20)
        assert colours is not None
        assert any(red > 150 and green < 80 for _count, (red, green, _blue) in colours)
        tab.pictures.remove(ImageKind.LOGO)
        desk.calm()
        assert not desk.office.layout.letterhead().logo
        assert not tab.pictures.remove_buttons[ImageKind.LOGO].isVisible()

    def test_a_file_that_is_no_picture_is_told_and_changes_nothing(
        self, desk: FrontDesk, tmp_path: Path
    ) -> None:
        path = tmp_path / "seal.png"
        path.write_bytes(b"no picture")
        tab_of(desk).pictures.take(ImageKind.SEAL, path)
        shown = desk.dialog()
        assert "no PNG or JPEG" in texts_in(shown)
        assert not desk.office.layout.letterhead().seal
        shown.reject()

    def test_details_boxes_blocks_and_foot_are_saved_and_seen_before(self, desk: FrontDesk) -> None:
        tab = tab_of(desk)
        desk.wait(lambda: tab.sample.drawn)
        tab.facts["postal_code"].setText("４６０-０００８")
        tab.facts["postal_code"].editingFinished.emit()
        assert tab.facts["postal_code"].text() == "460-0008", "once it is left"
        tab.facts["invoice_registration"].setText("ｔ1234567890123")
        tab.titles.set_titles(["担当", "確認"])
        tab.blocks[OptionalBlock.INSPECTION].setChecked(False)
        tab.footer.setText("Open 8:30-17:30")
        tab.save()
        desk.calm()
        head = desk.office.layout.letterhead()
        assert (head.facts.postal_code, head.facts.invoice_registration) == ("4600008", "T1234567890123")
        assert head.facts.construction_licence is desk.office.facts().construction_licence
        assert head.layout.seal_titles == ("担当", "確認")
        assert not head.shows(OptionalBlock.INSPECTION)
        assert tab.facts["postal_code"].text() == "460-0008"

    def test_a_registration_number_with_a_wrong_check_digit_is_doubted(self, desk: FrontDesk) -> None:
        tab = tab_of(desk)
        for typed, doubted in (("T7000012050002", False), ("T7000012050003", True), ("", False)):
            tab.facts["invoice_registration"].setText(typed)
            assert tab.number_doubt.isHidden() is not doubted

    def test_a_postal_code_of_another_place_is_doubted(self, desk: FrontDesk) -> None:
        tab = tab_of(desk)
        for typed, doubt in (
            ("464-0811", "belongs to 愛知県名古屋市千種区朝岡町"),
            ("460-0008", ""),
            ("999-9999", "not in Japan Post's list"),
            ("464-08", ""),
        ):
            tab.facts["postal_code"].setText(typed)
            desk.calm()
            assert tab.postal_doubt.line.isHidden() is (not doubt)
            assert doubt in tab.postal_doubt.line.text()

    def test_a_refused_field_that_is_scrolled_away_comes_into_sight(self, desk: FrontDesk) -> None:
        tab = tab_of(desk)
        desk.window.resize(desk.window.minimumSize().width(), 400)
        desk.calm()
        area = next(one for one in desk.window.findChildren(QScrollArea) if one.isAncestorOf(tab))
        tab.facts["postal_code"].setText("460")
        area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
        assert not tab.facts["postal_code"].visibleRegion().boundingRect().height()
        tab.save()
        desk.wait(lambda: tab.form.fields["postal_code"].error.visibleRegion().boundingRect().height() > 8)

    def test_the_doubt_follows_the_address(self, desk: FrontDesk) -> None:
        tab = tab_of(desk)
        tab.facts["postal_code"].setText("460-0008")
        desk.calm()
        assert tab.postal_doubt.line.isHidden()
        moved = replace(desk.office.facts(), address="名古屋市千種区朝岡町1-1")
        desk.office.settings.change_facts(desk.actor, moved)
        tab.refresh()
        desk.calm()
        assert "名古屋市千種区朝岡町1-1" in tab.postal_doubt.line.text()
        assert not tab.postal_doubt.line.isHidden()

    @pytest.mark.parametrize(
        ("field", "text"),
        [("postal_code", "460"), ("invoice_registration", "1234567890123"), ("email", "no address")],
    )
    def test_what_cannot_be_right_is_marked(self, desk: FrontDesk, field: str, text: str) -> None:
        tab = tab_of(desk)
        before = desk.office.facts()
        tab.facts[field].setText(text)
        tab.save()
        desk.calm()
        assert tab.form.fields[field].error.text()
        assert desk.office.facts() == before
        assert tab.save_button.isEnabled()

    def test_only_a_person_responsible_has_the_tab(
        self, template: RealOffice, tmp_path: Path, qtbot: QtBot
    ) -> None:
        with open_desk(template, tmp_path / "clerk", qtbot) as clerk:
            clerk.go("settings")
            assert clerk.page.layout_of_papers is None


def test_pillow_reads_what_we_keep(tmp_path: Path) -> None:
    """The PDF library reads pictures with Pillow."""
    png = read_picture(written(tmp_path / "a.jpg", "JPEG"))
    assert Image.open(io.BytesIO(png)).mode == "RGBA"


@pytest.mark.parametrize(("tab", "key"), [("layout_of_papers", "fax"), ("office", "phone")])
def test_what_is_typed_on_a_page_of_the_settings_survives_until_it_is_saved(
    desk: FrontDesk, tab: str, key: str
) -> None:
    desk.go("settings", tab=tab)
    desk.page.tabs.content(tab).form.fields[key].control.setText("052-111-2222")
    assert desk.window.drafts.keep_all() == 1
    (left,) = desk.window.drafts.left_open()
    before = desk.page
    desk.window.change_look("en", Scheme.LIGHT, 125)
    desk.wait(lambda: desk.page is not before)
    desk.go(left.page, **left.arguments)
    again = desk.page.tabs.content(tab)
    desk.wait(lambda: again.form.fields[key].control.text() == "052-111-2222")
    desk.click(again.save_button)
    desk.calm()
    assert desk.window.drafts.keep_all() == 0
    assert desk.window.drafts.left_open() == ()
    assert getattr(desk.office.facts(), key) == "052-111-2222"
