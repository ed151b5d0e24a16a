"""What Windows' installer does, as makensis compiled it; the program's manifest; what runs in Wine."""

from __future__ import annotations

import argparse
import ast
import re
import runpy
import shutil
import subprocess
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from hvacdesk.domain.office.first_run import INSTRUCTIONS, Try
from hvacdesk.domain.text.wording import english
from hvacdesk.services.language import words_for
from hvacdesk.services.seats.login_start import RUN_KEY, RUN_VALUE
from hvacdesk.ui.shell.taskbar import APP_ID

ROOT = Path(__file__).parents[2]
HERE = ROOT / "installers" / "windows"
LOCAL_SYSTEM, ADMINISTRATORS = "S-1-5-18", "S-1-5-32-544"
READING = {"R", "RX"}
APP_USER_MODEL_ID = "{9F4C2855-9F79-4B39-A8D0-E1D42DE1D5F3}"
"""The property's set; in it the name is number 5 (propkey.h)."""
SCHEMAS = "http://schemas.microsoft.com/SMI"


def tool(name: str) -> dict[str, Any]:
    return runpy.run_path(str(HERE / name))


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """What each function and section of the installer does, in makensis' words; a warning fails it."""
    if shutil.which("makensis") is None:
        pytest.skip("NSIS is not installed")
    folder = tmp_path_factory.mktemp("built")
    (folder / "program-0").mkdir()
    for name in ("hvacdesk.exe", "hvacdesk-cli.exe", "program-0/python313.dll"):
        (folder / name).write_bytes(b"placeholder")
    build = tool("build.py")
    said: list[str] = []

    def run(command: list[str], *, what: str) -> None:
        command[command.index("-V2")] = "-V4"
        done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
        assert done.returncode == 0, (what, done.stdout, done.stderr)
        said.extend(done.stdout.splitlines())

    build["pack"].__globals__["run"] = run
    options = argparse.Namespace(
        folder=folder, out=folder, version="1.0.0", target="x86-unicode", certificate=""
    )
    assert build["pack"](options).is_file()
    return dict(parts(said))


def parts(said: list[str]) -> Iterator[tuple[str, list[str]]]:
    name, lines = "", list[str]()
    for line in said:
        if begins := re.fullmatch(r'(?:Function|Section): "(.*)"', line):
            yield name, lines
            name, lines = begins[1], []
        lines.append(line)
    yield name, lines


def found(lines: list[str], pattern: str) -> list[str]:
    """The first group of each line in which the pattern is found."""
    return [match[1] for line in lines if (match := re.search(pattern, line))]


def everywhere(compiled: dict[str, list[str]]) -> list[str]:
    return [line for lines in compiled.values() for line in lines]


def test_nobody_but_administrators_may_exchange_the_program(compiled: dict[str, list[str]]) -> None:
    (command,) = found(everywhere(compiled), r'"\$SYSDIR\\icacls\.exe" "\$INSTDIR" (.*)')
    assert "/inheritance:r" in command.split(), "what the folder above allows counts no more"
    granted = dict(re.findall(r"\*(S-[0-9-]+):\(OI\)\(CI\)(\w+)", command))
    assert command.count("*S-") == len(granted), "every grant is one that is understood here"
    assert {granted.pop(who) for who in (LOCAL_SYSTEM, ADMINISTRATORS)} == {"F"}
    assert granted
    assert set(granted.values()) <= READING
    written = compiled["WriteNew"]
    asked = written.index('Call "OnlyAdministratorsWrite"')
    assert asked < next(at for at, line in enumerate(written) if line.startswith("File: "))


def test_the_firewall_is_opened_when_asked_and_in_private_networks_alone(
    compiled: dict[str, list[str]],
) -> None:
    (rule,) = found(everywhere(compiled), "firewall add rule (.*)")
    assert re.findall(r"profile=(\S+)", rule) == ["private"]
    assert 'program="$INSTDIR\\hvacdesk.exe"' in rule
    script = (HERE / "hvacdesk.nsi").read_text(encoding="utf-8")
    question = next(line for line in script.splitlines() if "$(AskFirewall)" in line)
    assert "MB_DEFBUTTON2" in question
    assert "/SD IDNO" in question


def test_the_start_menu_has_the_one_entry_that_the_page_of_the_first_run_tells_of(
    compiled: dict[str, list[str]],
) -> None:
    (entry,) = found(everywhere(compiled), r'^CreateShortcut: "([^"]*)"')
    places = found(everywhere(compiled), re.escape(f"StrCpy {entry} ") + r'"(.*?\.lnk)"')
    assert places == [r"$SMPROGRAMS\hvacdesk.lnk", r"$DESKTOP\hvacdesk.lnk"]
    place = places[0]
    told = INSTRUCTIONS[Try.START_MENU].expected
    name = place.rpartition("\\")[2].removesuffix(".lnk")
    assert re.match(rf"One entry, {name}\b", english(told))
    assert name in words_for("ja")(told)


def test_the_entry_has_the_programs_name_in_the_taskbar(compiled: dict[str, list[str]]) -> None:
    lines = compiled["WriteShortcut"]
    (key,) = found(lines, re.escape(f'Call *(&g16,&i4)("{APP_USER_MODEL_ID}",5)p.r') + "(.)")
    (text,) = found(lines, re.escape(f'"{APP_ID}")p.r') + "(.)")
    (value,) = found(lines, re.escape(f"(31,,r{text})p.r") + "(.)")
    assert found(lines, rf"(\(\${key},\${value}\))"), "the property is set"


def test_removing_takes_away_what_installing_wrote(compiled: dict[str, list[str]]) -> None:
    removal = compiled["Uninstall"]
    keys = found(removal, "^DeleteRegKey: (.*)")
    written = found(everywhere(compiled), r"^WriteReg\w+: ([^=]*)\\[^=\\]*=")
    assert written
    assert [one for one in written if not any(f"{one}\\".startswith(f"{key}\\") for key in keys)] == []
    assert r"$SMPROGRAMS\hvacdesk.lnk" in found(removal, '^Delete: "(.*)"')
    for function in ("un.RemoveRule", "un.RemoveLoginStarts", "un.RemoveBuilds"):
        assert f'Call "{function}"' in removal
    assert found(compiled["un.RemoveLoginStarts"], r"^DeleteRegValue: HKU\\\$1\\(.*)") == [
        rf"{RUN_KEY}\{RUN_VALUE}"
    ]


def test_what_the_program_tells_windows_of_itself() -> None:
    """In its manifest: no administrator's rights, UTF-8, long paths, sharp on every screen."""
    manifest = ET.parse(HERE / "hvacdesk.manifest").getroot()
    (asked,) = manifest.iter("{urn:schemas-microsoft-com:asm.v3}requestedExecutionLevel")
    assert asked.attrib == {"level": "asInvoker", "uiAccess": "false"}
    settings = {
        (one.tag.rpartition("}")[2], one.text)
        for one in manifest.iter()
        if one.tag.startswith(f"{{{SCHEMAS}/")
    }
    assert settings >= {
        ("activeCodePage", "UTF-8"),
        ("longPathAware", "true"),
        ("dpiAwareness", "PerMonitorV2"),
    }
    (system,) = manifest.iter("{urn:schemas-microsoft-com:compatibility.v1}supportedOS")
    assert system.attrib == {"Id": "{8e0f7a12-bfb3-4fe8-b9a5-48fd50a15a9a}"}


# --- what runs in Wine --------------------------------------------------------------------------------------

LEFT_OUT = "left out: "


def named_for_wine() -> tuple[list[str], list[str]]:
    """The files and folders of the part that runs in Wine, and the files that are left out of it."""
    lines = [
        line
        for line in (HERE / "part.txt").read_text(encoding="utf-8").splitlines()
        if line and not line.startswith("#")
    ]
    left_out = [line.removeprefix(LEFT_OUT) for line in lines if line.startswith(LEFT_OUT)]
    assert all("  " in line for line in left_out), "each with its reason"
    return [line.split()[0] for line in lines if line.startswith("tests/")], [
        one.split()[0] for one in left_out
    ]


def asks_for_the_system(path: Path) -> bool:
    """Whether a file has a test for Windows, or one that does something else there."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return any(
        (
            isinstance(one, ast.Attribute)
            and ast.unparse(one) in {"pytest.mark.windows", "pytest.mark.not_wine"}
        )
        or (isinstance(one, ast.Name) and one.id in {"SYSTEM", "under_wine"})
        or (isinstance(one, ast.Attribute) and ast.unparse(one) == "sys.platform")
        or (isinstance(one, ast.Constant) and one.value == "sys.platform")
        for one in ast.walk(tree)
    )


def test_what_is_for_windows_runs_in_wine_or_is_left_out_for_a_reason() -> None:
    run, left_out = named_for_wine()
    there = [path.relative_to(ROOT).as_posix() for path in (ROOT / "tests").rglob("test_*.py")]
    within = {name for name in there if any(name == one or name.startswith(f"{one}/") for one in run)}
    meant = {name for name in there if asks_for_the_system(ROOT / name)}
    assert sorted(meant - within - set(left_out)) == []
    assert sorted(set(left_out) - meant) == [], "left out for nothing"
    assert [one for one in run if not (ROOT / one).exists()] == []


def test_what_asks_for_the_system_is_found(tmp_path: Path) -> None:
    path = tmp_path / "test_one.py"
    for line, asks in {
        "pytestmark = pytest.mark.windows('why')": True,
        "@pytest.mark.not_wine('why')\ndef test() -> None: ...": True,
        "assert marks(SYSTEM)": True,
        "monkeypatch.setattr('sys.platform', 'win32')": True,
        "@pytest.mark.linux('why')\ndef test() -> None: ...": False,
    }.items():
        path.write_text(line, encoding="utf-8")
        assert asks_for_the_system(path) is asks, line


def test_it_knows_how_much_room_it_needs(compiled: dict[str, list[str]]) -> None:
    """The files are unpacked by a function, of which NSIS counts nothing by itself: it said 0.0 KB."""
    told = found(everywhere(compiled), r"^AddSize: (\d+)")
    assert told == [str(3 * 4 + 1024)], "three files of a block each, and a megabyte besides"


def test_a_program_that_is_open_is_told_of_before_any_page(compiled: dict[str, list[str]]) -> None:
    assert any("RequireClosed" in line for line in compiled[".onInit"])
    assert any("un.RequireClosed" in line for line in compiled["un.onInit"])


def test_both_ways_say_that_the_offices_data_stay() -> None:
    script = (HERE / "hvacdesk.nsi").read_text(encoding="utf-8")
    for name in ("BeforeRemoving", "Kept", "UpdateText"):
        told = found(script.splitlines(), rf'LangString {name} \${{LANG_JAPANESE}} "(.*)"')
        assert "事務所のデータ" in told[0]
        assert "残" in told[0] or "消えません" in told[0]
