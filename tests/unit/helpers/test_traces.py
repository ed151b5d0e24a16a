"""The search for left-over personal data finds it in every shape, or a clean result would mean nothing."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from tests.helpers.traces import ENCODINGS, grep_tree

NAME = "霧島 花子"


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_text_is_found_in_each_encoding(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "notes.bin").write_bytes(b"\x00\x01" + f"to {NAME}.".encode(encoding) + b"\x00")
    (hit,) = grep_tree(tmp_path, [NAME])
    assert (hit.value, hit.form) == (NAME, encoding)


def test_json_escapes_are_found(tmp_path: Path) -> None:
    (tmp_path / "state.json").write_text(json.dumps({"who": NAME}), encoding="ascii")
    assert [hit.form for hit in grep_tree(tmp_path, [NAME])] == ["json"]


def test_file_names_are_searched(tmp_path: Path) -> None:
    (tmp_path / "orders").mkdir()
    (tmp_path / "orders" / f"{NAME}.txt").touch()
    assert [hit.form for hit in grep_tree(tmp_path, [NAME])] == ["name utf-8"]


def test_compressed_members_of_archives_are_searched(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "book.xlsx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("sheet.xml", NAME * 50)
    assert [hit.form for hit in grep_tree(tmp_path, [NAME])] == ["sheet.xml: utf-8"]


def test_text_and_title_of_a_pdf_are_searched(tmp_path: Path) -> None:
    pdfmetrics.registerFont(TTFont("traces", "resources/fonts/BIZUDPGothic-Regular.ttf"))
    canvas = Canvas(str(tmp_path / "a.pdf"), pageCompression=1)
    canvas.setTitle("帳票")
    canvas.setFont("traces", 12)
    canvas.drawString(100, 700, NAME)
    canvas.save()
    assert [hit.form for hit in grep_tree(tmp_path, [NAME])] == ["pdftotext: utf-8"]
    assert "pdfinfo: utf-8" in [hit.form for hit in grep_tree(tmp_path, ["帳票"])]


def test_a_character_that_an_encoding_lacks_is_no_false_alarm(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("野家のこと", encoding="cp932")
    assert grep_tree(tmp_path, ["𠮷野家"]) == []


def test_clean_files_give_nothing(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("霧島 太郎", encoding="utf-8")
    assert grep_tree(tmp_path, [NAME]) == []


def test_too_short_a_value_is_refused(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").touch()
    with pytest.raises(ValueError, match="characters"):
        grep_tree(tmp_path, ["田"])
