"""Why a seat does not reach its office PC stands in a table, and nobody's name does."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from hvacdesk.domain.office.self_check import Finding, Part, Verdict
from hvacdesk.domain.seats.seats import SeatState
from hvacdesk.domain.text.languages import LANGUAGES
from hvacdesk.domain.text.wording import english
from hvacdesk.seats import connection_check
from hvacdesk.seats.connection_check import _clocks, look
from hvacdesk.seats.line import Met
from hvacdesk.seats.link import JoiningLink, SeatLink
from hvacdesk.services.language import words_for
from hvacdesk.services.seats.seat_pc import SeatPc
from tests.helpers.connection_parts import OF_THE_CONNECTION
from tests.helpers.vault_network import LOOPBACK, OFFICE_NAME, VERSION, VaultNetwork, vault_network

SEAT_NAME = "田中さんの席"


@pytest.fixture
def network(tmp_path: Path) -> Iterator[VaultNetwork]:
    with vault_network(tmp_path) as made:
        yield made


@pytest.fixture
def seat(network: VaultNetwork) -> SeatPc:
    return joined(network)


def joined(network: VaultNetwork, name: str = "pc") -> SeatPc:
    pc = network.pc(name)
    link = JoiningLink(pc, network.invite(), VERSION)
    link.ask()
    network.office_pc.confirm(network.vault.seats, OFFICE_NAME, SEAT_NAME)
    assert link.collect() is not None
    link.close()
    return pc


def looked(network: VaultNetwork, seat: SeatPc, version: str = VERSION) -> dict[Part, Finding]:
    found = look(seat, version, network.clock, english)
    assert tuple(dict.fromkeys(one.part for one in found)) == OF_THE_CONNECTION
    return {one.part: one for one in found}


def verdicts(found: dict[Part, Finding]) -> dict[Part, Verdict]:
    return {part: one.verdict for part, one in found.items()}


def test_at_a_seat_that_works_every_part_is_good(network: VaultNetwork, seat: SeatPc) -> None:
    found = looked(network, seat)
    assert set(verdicts(found).values()) == {Verdict.GOOD}
    assert found[Part.OFFICE_PC].sentence(english) == f"{LOOPBACK}, port {network.port}"
    assert found[Part.OFFICE_VERSION].sentence(english) == f"Both have version {VERSION}."


def test_an_office_pc_without_the_program_is_told_from_one_that_is_off(
    network: VaultNetwork, seat: SeatPc, monkeypatch: pytest.MonkeyPatch
) -> None:
    network.service.stop()
    found = looked(network, seat)
    assert "nothing takes connections" in found[Part.WAY].sentence(english)
    assert found[Part.OFFICE_PC].verdict is Verdict.NOT_SEEN, "its address alone is known"
    assert found[Part.CERTIFICATE].verdict is Verdict.NOT_SEEN
    monkeypatch.setattr(connection_check, "reach", lambda _address, _port: connection_check.Reach.SILENT)
    assert "firewall" in looked(network, seat)[Part.WAY].sentence(english)
    monkeypatch.setattr(connection_check, "reach", lambda _address, _port: connection_check.Reach.NO_WAY)
    assert "Wi-Fi" in looked(network, seat)[Part.WAY].sentence(english)


def test_an_address_of_the_name_is_looked_at_as_well(
    network: VaultNetwork, seat: SeatPc, monkeypatch: pytest.MonkeyPatch
) -> None:
    seat.found_at("127.0.0.9", network.port)
    seat.learn((), "office-pc")
    asked: list[str] = []

    def addresses_of(name: str) -> tuple[str, ...]:
        asked.append(name)
        return ()

    monkeypatch.setattr(connection_check, "addresses_of", addresses_of)
    found = look(seat, VERSION, network.clock, english)
    assert [one.verdict for one in found if one.part is Part.WAY] == [Verdict.BAD, Verdict.GOOD]
    assert asked == [], "one that is known answered before"
    network.service.stop()
    assert "office-pc" in look(seat, VERSION, network.clock, english)[-5].sentence(english)
    assert asked == ["office-pc"]


def test_another_office_is_told_by_its_certificate(
    tmp_path: Path, network: VaultNetwork, seat: SeatPc
) -> None:
    with vault_network(tmp_path / "other") as other:
        seat.found_at(LOOPBACK, other.port)
        found = looked(network, seat)
    assert (found[Part.WAY].verdict, found[Part.CERTIFICATE].verdict) == (Verdict.GOOD, Verdict.BAD)
    assert "certificate differs" in found[Part.CERTIFICATE].sentence(english)
    assert found[Part.SEAT].verdict is Verdict.NOT_SEEN


def test_something_that_does_not_speak_tls_is_told(network: VaultNetwork, seat: SeatPc) -> None:
    with socket.socket() as deaf:
        deaf.bind((LOOPBACK, 0))
        deaf.listen()
        seat.found_at(LOOPBACK, deaf.getsockname()[1])
        found = looked(network, seat)
    assert (found[Part.WAY].verdict, found[Part.CERTIFICATE].verdict) == (Verdict.GOOD, Verdict.BAD)


@pytest.mark.parametrize(
    ("by", "verdict"), [(1, Verdict.GOOD), (5, Verdict.LOOK), (-30, Verdict.LOOK), (60 * 30, Verdict.BAD)]
)
def test_clocks_that_differ_are_told(network: VaultNetwork, seat: SeatPc, by: int, verdict: Verdict) -> None:
    network.clock.by = timedelta(minutes=by)
    assert looked(network, seat)[Part.OFFICE_CLOCK].verdict is verdict


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(1.6, "They are alike, to within 2 seconds."), (7.4, "They differ by 7 seconds.")],
)
def test_no_difference_is_told_that_comes_from_whole_seconds_and_the_way(seconds: float, said: str) -> None:
    told = datetime(2026, 11, 24, 9, tzinfo=UTC)
    found = _clocks(Met(LOOPBACK, VERSION, told, b""), lambda: told + timedelta(seconds=seconds))
    assert found.sentence(english) == said


def test_another_version_and_a_seat_that_may_not_work_are_told(network: VaultNetwork, seat: SeatPc) -> None:
    found = looked(network, seat, "9.9.9")
    assert found[Part.OFFICE_VERSION].verdict is Verdict.BAD
    assert f"office PC {VERSION}" in found[Part.OFFICE_VERSION].sentence(english)
    network.office_pc.set_state(seat.membership.seat, SeatState.LOCKED)
    assert "suspended" in looked(network, seat)[Part.SEAT].sentence(english)


def test_a_seat_that_is_no_longer_known_is_told(network: VaultNetwork, seat: SeatPc) -> None:
    network.service.stop()
    network.office_pc.set_up(network.vault.seats)
    network.service = network.listen(network.port)
    found = looked(network, seat)
    assert found[Part.CERTIFICATE].verdict is Verdict.BAD, "a new authority signed it"


def test_nobody_and_no_office_is_named(network: VaultNetwork, seat: SeatPc) -> None:
    SeatLink(seat, VERSION, network.clock).close()
    for language in LANGUAGES:
        say = words_for(language)
        said = " ".join(one.sentence(say) for one in look(seat, VERSION, network.clock, say))
        assert OFFICE_NAME not in said
        assert SEAT_NAME not in said
        assert seat.membership.seat not in said
        assert seat.membership.office_id not in said
