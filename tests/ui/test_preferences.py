"""Text size: the desktop's own until somebody chooses here."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from hvacdesk import own_files
from hvacdesk.ui.language import language
from hvacdesk.ui.preferences import USUAL_ELSEWHERE, Preferences


def desktop_with(monkeypatch: pytest.MonkeyPatch, pixels: int) -> None:
    font = QFont()
    font.setPixelSize(pixels)
    monkeypatch.setattr("hvacdesk.ui.preferences.sys.platform", "linux")
    monkeypatch.setattr(QFontDatabase, "systemFont", lambda _kind: font)


@pytest.mark.parametrize(("share", "size"), [(0.8, 100), (1.0, 100), (1.25, 125), (1.5, 150), (3.0, 200)])
def test_a_desktop_with_large_text_begins_with_large_text(
    monkeypatch: pytest.MonkeyPatch, qapp: QApplication, tmp_path: Path, share: float, size: int
) -> None:
    desktop_with(monkeypatch, round(USUAL_ELSEWHERE * share))
    assert Preferences(tmp_path).text_size == size


def test_a_program_that_starts_in_english_counts_in_english(
    monkeypatch: pytest.MonkeyPatch, qapp: QApplication, tmp_path: Path
) -> None:
    language.use("en")
    for one in language._loaded:
        qapp.removeTranslator(one)
    monkeypatch.setattr(language, "_loaded", [])
    begun = Preferences(tmp_path)
    begun.code = "en"
    begun.apply(qapp)
    assert QCoreApplication.translate("SchedulePage", "%n job(s)", "", 9) == "9 jobs"


def test_what_was_chosen_here_counts_more_than_the_desktop(
    monkeypatch: pytest.MonkeyPatch, qapp: QApplication, tmp_path: Path
) -> None:
    desktop_with(monkeypatch, USUAL_ELSEWHERE * 2)
    chosen = Preferences(tmp_path)
    chosen.text_size = 100
    chosen.save()
    assert Preferences(tmp_path).text_size == 100


def test_choices_are_kept_while_a_virus_scanner_has_the_file_for_a_moment(
    monkeypatch: pytest.MonkeyPatch, qapp: QApplication, tmp_path: Path
) -> None:
    """Windows refuses to exchange it then; the choices were lost without a word."""
    former = Preferences(tmp_path)
    former.save()
    real, refusals = Path.replace, iter(range(3))

    def replace(self: Path, to: Path) -> Path:
        if next(refusals, None) is not None:
            error = PermissionError(errno.EACCES, "refused")
            error.winerror = 32  # type: ignore[attr-defined,unused-ignore]
            raise error
        return real(self, to)

    monkeypatch.setattr(Path, "replace", replace)
    monkeypatch.setattr(own_files, "_PAUSES", (0.0,) * len(own_files._PAUSES))
    former.text_size = 175
    former.save()
    assert Preferences(tmp_path).text_size == 175
