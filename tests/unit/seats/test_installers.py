"""A seat of an older version gets its installer from the office PC, and takes none but the publisher's."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterator
from http import HTTPStatus
from pathlib import Path

import pytest

from hvacdesk import __version__
from hvacdesk.domain.office.updates import SUFFIX, UpdateDamaged, UpdateNotSigned
from hvacdesk.domain.seats.seats import (
    AnotherVersion,
    NoInstallerKept,
    OfficePcOlder,
    SeatState,
    another_version,
    is_older,
)
from hvacdesk.seats import asks
from hvacdesk.seats.asks import PROGRAM
from hvacdesk.seats.calls import NoAnswer, OfficePcFailed
from hvacdesk.seats.http_server import AskRefused, SeatAsk
from hvacdesk.seats.link import JoiningLink, SeatLink
from hvacdesk.services.office import kept_updates, updates
from hvacdesk.services.seats.seat_pc import SeatPc
from hvacdesk.vault import ciphers
from tests.helpers.screens.about import signed_update
from tests.helpers.vault_network import LOOPBACK, OFFICE_NAME, VERSION, VaultNetwork, vault_network


@pytest.fixture
def key(monkeypatch: pytest.MonkeyPatch) -> bytes:
    made = secrets.token_bytes(32)
    monkeypatch.setattr(updates, "publisher", lambda: ciphers.signing_public(made))
    return made


@pytest.fixture
def network(tmp_path: Path) -> Iterator[VaultNetwork]:
    with vault_network(tmp_path) as made:
        yield made


@pytest.fixture
def link(network: VaultNetwork) -> Iterator[SeatLink]:
    """Of a seat that joined and has this program's version since, which is an older one."""
    seat = joined(network)
    made = SeatLink(seat, __version__, network.clock)
    yield made
    made.close()


def joined(network: VaultNetwork) -> SeatPc:
    pc = network.pc()
    joining = JoiningLink(pc, network.invite(), VERSION)
    joining.ask()
    network.office_pc.confirm(network.vault.seats, OFFICE_NAME, "受付")
    joining.collect()
    joining.close()
    return pc


def keep(network: VaultNetwork, folder: Path, key: bytes, version: str = VERSION) -> Path:
    folder.mkdir(exist_ok=True)
    update = signed_update(folder / "hvacdesk-setup.exe", key, version)
    network.office_pc.keep_installer(update, lambda _done, _all: None)
    return update


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "ダウンロード"
    made.mkdir()
    return made


def got(link: SeatLink, folder: Path) -> Path:
    return link.get_installer(VERSION, folder, lambda _done, _all: None)


def test_a_seat_of_another_version_is_refused_and_gets_the_installer(
    network: VaultNetwork, link: SeatLink, key: bytes, tmp_path: Path, folder: Path
) -> None:
    with pytest.raises(AnotherVersion):
        link.greeting()
    with pytest.raises(NoInstallerKept):
        got(link, folder)
    keep(network, tmp_path / "from", key)
    told: list[tuple[int, int]] = []
    installer = link.get_installer(VERSION, folder, lambda done, whole: told.append((done, whole)))
    assert (installer.name, installer.read_bytes()) == ("hvacdesk-setup.exe", b"installer")
    assert list(folder.iterdir()) == [installer]
    assert told == [(9, 9)]


def test_a_large_one_comes_in_pieces(
    network: VaultNetwork,
    link: SeatLink,
    key: bytes,
    tmp_path: Path,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(kept_updates, "PIECE_BYTES", 400)
    keep(network, tmp_path / "from", key)
    digest = hashlib.sha256(got(link, folder).read_bytes()).hexdigest()
    assert digest == hashlib.sha256(b"installer").hexdigest()


def test_what_the_office_pc_keeps_but_the_publisher_did_not_sign_is_refused_here(
    network: VaultNetwork, link: SeatLink, key: bytes, tmp_path: Path, folder: Path
) -> None:
    forged = signed_update(tmp_path / "setup.exe", secrets.token_bytes(32), VERSION)
    with pytest.raises(UpdateNotSigned):
        network.office_pc.keep_installer(forged, lambda _done, _all: None)
    kept = network.home / kept_updates.FOLDER
    kept.mkdir(exist_ok=True)
    place = kept / f"hvacdesk-{VERSION}-{updates.this_system()}{SUFFIX}"
    place.write_bytes(forged.read_bytes())  # whoever has the office PC's disk
    with pytest.raises(UpdateNotSigned):
        got(link, folder)
    genuine = keep(network, tmp_path / "from", key).read_bytes()
    place.write_bytes(genuine[:-1] + b"X")
    with pytest.raises(UpdateDamaged):
        got(link, folder)
    place.write_bytes(genuine + b"X" * (asks.MOST_SMALL_BYTES + len(genuine)))
    with pytest.raises(UpdateDamaged):
        got(link, folder)
    assert list(folder.iterdir()) == []


def test_only_the_office_pcs_own_version_is_handed_over(
    network: VaultNetwork, link: SeatLink, key: bytes, tmp_path: Path, folder: Path
) -> None:
    keep(network, tmp_path / "from", key, "99.0.0")
    with pytest.raises(NoInstallerKept):
        got(link, folder)
    keep(network, tmp_path / "from", key, VERSION)
    assert [one.version for one in network.office_pc.kept_installers] == [VERSION]


def test_a_seat_that_may_not_work_and_a_stranger_get_nothing(
    network: VaultNetwork, link: SeatLink, key: bytes, tmp_path: Path, folder: Path
) -> None:
    keep(network, tmp_path / "from", key)
    seat = network.office_pc.book.seats[0].seat
    network.office_pc.set_state(seat, SeatState.LOCKED)
    with pytest.raises((NoInstallerKept, OfficePcFailed)):
        got(link, folder)
    stranger = JoiningLink(network.pc("other"), network.invite(), VERSION)
    with pytest.raises((OfficePcFailed, NoAnswer)):
        stranger._line.ask(asks.INSTALLER_PATH, asks.installer_ask("linux-x86_64", 0), seconds=5)
    stranger.close()


@pytest.mark.parametrize("body", [b"", b"linux-x86_64", b"../../x 0", b"linux-x86_64 -1", b"a-b 0 0"])
def test_what_is_no_such_ask_is_refused(network: VaultNetwork, link: SeatLink, body: bytes) -> None:
    with pytest.raises(OfficePcFailed):
        link._line.ask(asks.INSTALLER_PATH, body, seconds=5)


def test_the_list_says_which_seat_has_another_version_and_that_it_was_there(
    network: VaultNetwork, link: SeatLink
) -> None:
    (before,) = network.office_pc.book.seats
    with pytest.raises(AnotherVersion):
        link.greeting()
    (seat,) = network.office_pc.book.seats
    assert (before.last_seen, before.version) == (None, "")
    assert seat.last_seen is not None
    assert (seat.version, seat.address) == (__version__, LOOPBACK)


def test_of_who_has_no_certificate_or_no_version_of_ours_the_list_says_nothing(
    network: VaultNetwork, link: SeatLink
) -> None:
    link.close()
    der = network.office_pc.book.authority.der
    for certificate, version in ((None, PROGRAM + "9.9.9"), (der, PROGRAM + "9.9.9"), (der, "<b>")):
        ask = SeatAsk(asks.GREETING_PATH, certificate, LOOPBACK, version, b"", b"")
        with pytest.raises(AskRefused) as refused:
            network.service.answer(ask)
        assert refused.value.status is HTTPStatus.UPGRADE_REQUIRED
    (seat,) = network.office_pc.book.seats
    assert (seat.last_seen, seat.version) == (None, "")


@pytest.mark.parametrize(
    ("version", "other", "older"),
    [
        *(("0.9.0", "0.10.0", True), ("0.10.0", "0.9.0", False), ("0.9.0", "0.9.0", False)),
        *(("", "0.9.0", False), ("0.9.0", "", False)),
    ],
)
def test_versions_are_compared_by_their_numbers(version: str, other: str, older: bool) -> None:
    assert is_older(version, other) is older


def test_which_pc_is_to_be_updated_is_said() -> None:
    assert type(another_version("0.1.0", "0.2.0")) is AnotherVersion
    assert type(another_version("0.10.0", "0.9.0")) is OfficePcOlder
    assert type(another_version("0.1.0", "?")) is AnotherVersion
