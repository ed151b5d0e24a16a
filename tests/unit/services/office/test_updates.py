"""Update files: only a whole, newer, signed one for this kind of computer gives its installer."""

from __future__ import annotations

import importlib.util
import json
import os
from dataclasses import dataclass, replace
from pathlib import Path
from types import ModuleType

import pytest

from hvacdesk import __version__
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.exchange.saved_files import FileInOffice, FileThere
from hvacdesk.domain.office.updates import (
    SUFFIX,
    UpdateDamaged,
    UpdateForOther,
    UpdateNotRead,
    UpdateNotSaved,
    UpdateNotSigned,
    UpdateOlder,
    version_numbers,
)
from hvacdesk.services.office import updates

INSTALLER = os.urandom(1 << 16) * 40
NEWER = "99.0.0"


def publisher_tool() -> ModuleType:
    path = Path(__file__).parents[4] / "installers" / "updates.py"
    spec = importlib.util.spec_from_file_location("publisher_tool", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@dataclass(frozen=True)
class Publisher:
    """A publisher with a key of their own.

    Attributes:
        key: the public half.
    """

    folder: Path
    key: bytes

    def update(self, version: str = NEWER, system: str = "") -> Path:
        installer = self.folder / f"hvacdesk_{version}.deb"
        installer.write_bytes(INSTALLER)
        return Path(
            publisher_tool().sign(
                self.folder / "private", installer, system or updates.this_system(), version
            )
        )


@pytest.fixture
def publisher(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Publisher:
    folder = tmp_path / "publisher"
    folder.mkdir()
    publisher_tool().make_key(folder / "private", folder / "public")
    text = (folder / "public").read_text(encoding="ascii")
    monkeypatch.setattr(updates, "resource", lambda *_parts: folder / "public")
    assert text.startswith("#")
    return Publisher(folder, updates.publisher())


@pytest.fixture
def downloads(tmp_path: Path) -> Path:
    folder = tmp_path / "ダウンロード"
    folder.mkdir()
    return folder


def refused(path: Path, downloads: Path, kind: type[UserFacingError]) -> None:
    with pytest.raises(kind):
        updates.take_out(path, downloads)
    assert list(downloads.iterdir()) == []


def test_a_genuine_newer_update_gives_its_installer(publisher: Publisher, downloads: Path) -> None:
    update = publisher.update()
    assert update.name.endswith(SUFFIX)
    facts = updates.look(update)
    assert facts.version == NEWER
    seen: list[tuple[int, int]] = []
    installer = updates.take_out(update, downloads, progress=lambda *at: seen.append(at))
    assert installer.read_bytes() == INSTALLER
    assert [path.name for path in downloads.iterdir()] == [facts.file]
    assert seen[-1] == (len(INSTALLER), len(INSTALLER))


def test_what_somebody_has_beside_the_installer_stays(publisher: Publisher, downloads: Path) -> None:
    update = publisher.update()
    kept = downloads / f"{updates.look(update).file}.part"
    kept.write_bytes(b"half of a download")
    installer = updates.take_out(update, downloads)
    assert kept.read_bytes() == b"half of a download"
    assert sorted(downloads.iterdir()) == sorted((installer, kept))


def test_another_publishers_update_is_refused(
    publisher: Publisher, downloads: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    update = publisher.update()
    monkeypatch.undo()
    refused(update, downloads, UpdateNotSigned)


def test_the_shipped_key_is_a_key(publisher: Publisher, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    assert len(updates.publisher()) == 32


@pytest.mark.parametrize("version", [__version__, "0.0.1"])
def test_an_older_or_the_same_version_is_refused(publisher: Publisher, downloads: Path, version: str) -> None:
    refused(publisher.update(version), downloads, UpdateOlder)


def test_an_update_for_another_system_is_refused(publisher: Publisher, downloads: Path) -> None:
    refused(publisher.update(system="plan9-mips"), downloads, UpdateForOther)


def test_versions_are_compared_as_numbers() -> None:
    assert version_numbers("0.10.0") > version_numbers("0.9.12")


@pytest.mark.parametrize(
    ("name", "spoil"),
    [
        ("cut off", lambda content: content[:-1]),
        ("longer", lambda content: content + b"x"),
        ("a byte of the installer", lambda content: content[:-9] + bytes([content[-9] ^ 1]) + content[-8:]),
        ("no update", lambda _content: b"PK\x03\x04"),
        ("empty", lambda _content: b""),
        ("no signature", lambda content: b"\n".join(content.split(b"\n")[:2])),
        ("another format", lambda content: content.replace(b"update 1", b"update 9", 1)),
    ],
)
def test_a_broken_update_file_is_refused(
    publisher: Publisher, downloads: Path, name: str, spoil: object
) -> None:
    update = publisher.update()
    update.write_bytes(spoil(update.read_bytes()))  # type: ignore[operator]
    refused(update, downloads, UpdateDamaged)


@pytest.mark.parametrize("part", ["version", "system", "file", "size", "sha256"])
def test_a_changed_description_is_refused(publisher: Publisher, downloads: Path, part: str) -> None:
    update = publisher.update()
    form, line, rest = update.read_bytes().split(b"\n", 2)
    facts = json.loads(line)
    facts[part] = facts[part] + 1 if part == "size" else facts[part] + "9"
    update.write_bytes(b"\n".join((form, json.dumps(facts, sort_keys=True).encode(), rest)))
    refused(update, downloads, UpdateNotSigned)


@pytest.mark.parametrize("name", ["../evil.deb", "/etc/passwd", ".hidden", "a/b", ""])
def test_even_a_signed_name_leads_into_no_other_folder(
    publisher: Publisher, downloads: Path, name: str
) -> None:
    from hvacdesk.domain.office import updates as domain

    facts = replace(updates.look(publisher.update()), file=name)
    with pytest.raises(UpdateDamaged):
        domain.read_facts(facts.line())


def test_a_folder_that_cannot_be_written_is_told(publisher: Publisher, tmp_path: Path) -> None:
    with pytest.raises(UpdateNotSaved):
        updates.take_out(publisher.update(), tmp_path / "nowhere")


def test_a_missing_file_is_told_as_missing(tmp_path: Path) -> None:
    for path in (tmp_path / "nothing", tmp_path):
        with pytest.raises(UpdateNotRead, match=path.name):
            updates.look(path)


def test_an_installer_replaces_nothing_and_one_that_is_there_is_checked(
    publisher: Publisher, downloads: Path
) -> None:
    update = publisher.update()
    there = downloads / updates.look(update).file
    there.write_bytes(b"somebody's")
    with pytest.raises(FileThere):
        updates.take_out(update, downloads)
    assert there.read_bytes() == b"somebody's"
    there.write_bytes(INSTALLER)
    assert updates.take_out(update, downloads) == there
    assert [path.name for path in downloads.iterdir()] == [there.name]


def test_an_update_file_that_has_its_installers_name_is_not_replaced_by_it(publisher: Publisher) -> None:
    update = publisher.update()
    renamed = update.replace(update.with_name(updates.look(update).file))
    before = renamed.read_bytes()
    with pytest.raises(FileThere):
        updates.take_out(renamed, renamed.parent)
    assert renamed.read_bytes() == before


def test_no_installer_goes_into_an_offices_folder(publisher: Publisher, downloads: Path) -> None:
    (downloads / "office.keys").touch()
    with pytest.raises(FileInOffice):
        updates.take_out(publisher.update(), downloads)
    assert [path.name for path in downloads.iterdir()] == ["office.keys"]


def test_the_private_key_is_never_written_over(publisher: Publisher) -> None:
    with pytest.raises(FileExistsError):
        publisher_tool().make_key(publisher.folder / "private", publisher.folder / "public")
