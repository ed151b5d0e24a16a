"""Glyphs: what each character becomes on paper."""

from __future__ import annotations

import subprocess
import sys

import pytest

from hvacdesk.documents.kit.fonts import BOLD, GETA, RARE, REGULAR, load_fonts
from hvacdesk.documents.kit.text import Typesetter
from hvacdesk.domain.text.wording import english


@pytest.mark.parametrize("text", ["髙﨑", "𠮷野", "㈱①Ⅳ", "神", "Nguyễn Thị Ánh", "田中 ●●", "℃㎡〒"])
def test_names_print_as_they_are_written(text: str) -> None:
    assert load_fonts().printable(text) == (text, False)


@pytest.mark.parametrize(
    ("text", "printed", "replaced"),
    [
        ("か\u3099", "が", False),
        ("葛\U000e0100飾", "葛飾", False),
        ("a\u200bb\u202ec", "abc", False),
        ("a\tb", "a b", False),
        ("\x07", GETA, True),
        ("😀", GETA, True),
        ("한", GETA, True),
        ("\ud800", GETA, True),
        (GETA, GETA, False),
    ],
)
def test_what_has_no_glyph(text: str, printed: str, replaced: bool) -> None:
    assert load_fonts().printable(text) == (printed, replaced)


def test_rare_characters_change_the_font_and_nothing_else() -> None:
    assert load_fonts().runs("吉𠮷野", bold=False) == [(REGULAR, "吉"), (RARE, "𠮷"), (REGULAR, "野")]
    assert load_fonts().runs("田中", bold=True) == [(BOLD, "田中")]


def test_japanese_lines_neither_begin_with_a_stop_nor_end_with_a_bracket() -> None:
    setter = Typesetter(load_fonts(), english)
    lines = [line.text for line in setter.wrap("工事の前に、「管理人室」へ寄ってください。" * 20, 120, 10)]
    assert "".join(lines) == "工事の前に、「管理人室」へ寄ってください。" * 20
    assert not [line for line in lines if line[0] in "、。」" or line[-1] == "「"]
    assert max(setter.width(line, 10) for line in lines) <= 120


def test_a_word_longer_than_the_line_is_divided() -> None:
    setter = Typesetter(load_fonts(), english)
    lines = setter.wrap("x" * 500, 100, 10)
    assert "".join(line.text for line in lines) == "x" * 500
    assert len(lines) > 1


def test_text_shrinks_before_it_wraps() -> None:
    setter = Typesetter(load_fonts(), english)
    (shrunk,) = setter.fit("名古屋市中区栄三丁目", 150, (18, 10))
    assert 10 < shrunk.size < 18
    assert len(setter.fit("名古屋市中区栄三丁目", 80, (18, 10))) > 1


def test_importing_the_papers_loads_no_pdf_library() -> None:
    papers = ("disposal.certificates", "entry.recovery_sheets", "papers.work_orders")
    imports = ", ".join(f"hvacdesk.documents.{paper}" for paper in papers)
    code = f"import sys, {imports}; print({{'reportlab', 'segno'}} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.strip() == "set()"
