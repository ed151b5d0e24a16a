"""What the self-check says of typing Japanese, for each way in which it can be missing."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from hvacdesk.domain.office.input_methods import FCITX, IBUS_DAEMON, InputMethod, InputMethodSeen
from hvacdesk.domain.office.self_check import Finding, Verdict
from hvacdesk.domain.text.wording import english
from hvacdesk.services.language import words_for
from hvacdesk.services.office import japanese_typing

MOZC = "[InputMethod]\nName=Mozc\nLangCode=ja\n"
OTHER = "[InputMethod]\nName=Pinyin\nLangCode=zh_CN\n"

pytestmark = pytest.mark.linux("Windows brings its own input method")


class Computer:
    """A Linux desktop whose installed inputs are files of a folder."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder, self.monkeypatch = folder, monkeypatch
        self.programs: set[str] = set()
        monkeypatch.setenv("DISPLAY", ":0")
        monkeypatch.setenv("XDG_DATA_DIRS", str(folder / "data"))
        monkeypatch.setenv("XDG_CONFIG_HOME", str(folder / "config"))
        for name in ("QT_IM_MODULE", "QT_IM_MODULES"):
            monkeypatch.delenv(name, raising=False)
        monkeypatch.setattr(shutil, "which", lambda name: name if name in self.programs else None)

    def write(self, name: str, text: str = "") -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def look(self, running: InputMethod | None, *, came_late: bool = False) -> Finding:
        found = japanese_typing.look(lambda: InputMethodSeen(running, came_late))
        assert found.sentence(words_for("ja"))
        return found


@pytest.fixture
def computer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Computer:
    return Computer(tmp_path, monkeypatch)


def test_fcitx_with_mozc_is_good(computer: Computer) -> None:
    computer.write("data/fcitx5/inputmethod/mozc.conf", MOZC)
    computer.write("data/fcitx5/inputmethod/pinyin.conf", OTHER)
    found = computer.look(FCITX)
    assert (found.verdict, found.sentence(english)) == (Verdict.GOOD, "Mozc through Fcitx 5")
    computer.write("config/fcitx5/profile", "[Groups/0]\nName=a\n[Groups/0/Items/0]\nName=mozc\nLayout=\n")
    assert computer.look(FCITX).verdict is Verdict.GOOD


def test_mozc_that_is_not_among_the_chosen_inputs(computer: Computer) -> None:
    computer.write("data/fcitx5/inputmethod/mozc.conf", MOZC)
    computer.write("config/fcitx5/profile", "[Groups/0]\nName=a\n[Groups/0/Items/0]\nName=keyboard-us\n")
    found = computer.look(FCITX)
    assert (found.verdict, "Add Mozc" in found.sentence(english)) == (Verdict.LOOK, True)


def test_an_input_method_without_japanese_names_the_package(computer: Computer) -> None:
    computer.write("data/fcitx5/inputmethod/pinyin.conf", OTHER)
    computer.write("data/ibus/component/simple.xml")
    for method, package in ((FCITX, "fcitx5-mozc"), (IBUS_DAEMON, "ibus-mozc")):
        found = computer.look(method)
        assert (found.verdict, package in found.sentence(english)) == (Verdict.LOOK, True)


def test_ibus_with_mozc_is_good(computer: Computer) -> None:
    computer.write("data/ibus/component/mozc.xml")
    found = computer.look(IBUS_DAEMON)
    assert (found.verdict, found.sentence(english)) == (Verdict.GOOD, "Mozc through IBus")


def test_what_is_installed_but_does_not_run_is_named(computer: Computer) -> None:
    computer.programs = {"fcitx5"}
    found = computer.look(None)
    assert (found.verdict, "Fcitx 5 is installed" in found.sentence(english)) == (Verdict.LOOK, True)


def test_without_any_the_package_to_install_is_named(computer: Computer) -> None:
    found = computer.look(None)
    assert (found.verdict, "Install fcitx5-mozc" in found.sentence(english)) == (Verdict.LOOK, True)


def test_one_that_came_after_the_windows_wants_a_new_start(computer: Computer) -> None:
    found = computer.look(FCITX, came_late=True)
    assert (found.verdict, "start it again" in found.sentence(english)) == (Verdict.LOOK, True)


def test_settings_that_keep_every_input_method_out(computer: Computer) -> None:
    computer.monkeypatch.setenv("QT_IM_MODULE", "compose")
    found = computer.look(FCITX)
    assert (found.verdict, "compose" in found.sentence(english)) == (Verdict.LOOK, True)


def test_without_a_screen_or_when_not_asked_nothing_is_claimed(computer: Computer) -> None:
    assert japanese_typing.look(None).verdict is Verdict.NOT_SEEN
    computer.monkeypatch.delenv("DISPLAY")
    computer.monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert computer.look(FCITX).verdict is Verdict.NOT_SEEN
