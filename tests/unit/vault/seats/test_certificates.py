"""What the office's authority signs: for whom, for how long, and what is no request of ours."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from hvacdesk.vault.ciphers import NotOpened
from hvacdesk.vault.seats import certificates
from hvacdesk.vault.seats.certificates import (
    AUTHORITY_VALID,
    RENEWED_BEFORE,
    VALID,
    SeatCertificate,
    host_name,
)

OFFICE, SEAT = "a" * 32, "b" * 32
NOW = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)
PRIVATE = certificates.new_private()
OWN = certificates.new_private()


@pytest.fixture
def authority() -> SeatCertificate:
    return certificates.make_authority(PRIVATE, OFFICE, NOW)


def test_a_seat_gets_a_certificate_for_the_key_of_its_request(authority: SeatCertificate) -> None:
    key = certificates.requested_key(certificates.request(OWN))
    assert key == certificates.public_of(OWN)
    made = certificates.issue_to_seat(authority, PRIVATE, SEAT, key, NOW)
    assert (made.subject, made.public) == (SEAT, key)
    assert certificates.read(made.der) == made


def test_a_clock_that_is_an_hour_or_a_day_behind_finds_it_valid(authority: SeatCertificate) -> None:
    made = certificates.issue_to_seat(authority, PRIVATE, SEAT, certificates.public_of(OWN), NOW)
    assert made.begins <= NOW - timedelta(days=1)
    assert made.ends == NOW + VALID
    assert authority.ends == NOW + AUTHORITY_VALID


def test_it_is_renewed_before_it_ends_and_never_outlives_its_authority(authority: SeatCertificate) -> None:
    made = certificates.issue_to_seat(authority, PRIVATE, SEAT, certificates.public_of(OWN), NOW)
    assert not made.is_due(made.ends - RENEWED_BEFORE - timedelta(seconds=1))
    assert made.is_due(made.ends - RENEWED_BEFORE)
    late = authority.ends - timedelta(days=10)
    last = certificates.issue_to_seat(authority, PRIVATE, SEAT, certificates.public_of(OWN), late)
    assert last.ends == authority.ends


@pytest.mark.parametrize("raw", [b"", b"x" * 200, b"x" * 100_000, certificates.request(OWN)[:-1]])
def test_what_is_no_request_is_refused(raw: bytes) -> None:
    with pytest.raises(NotOpened):
        certificates.requested_key(raw)


def test_a_request_for_a_key_that_one_does_not_have_is_refused() -> None:
    raw = bytearray(certificates.request(OWN))
    at = bytes(raw).index(certificates.public_of(OWN))
    raw[at : at + 32] = certificates.public_of(PRIVATE)
    with pytest.raises(NotOpened):
        certificates.requested_key(bytes(raw))


def test_a_key_of_another_kind_is_refused() -> None:
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.hazmat.primitives.serialization import Encoding

    key = ec.generate_private_key(ec.SECP256R1())
    made = x509.CertificateSigningRequestBuilder().subject_name(x509.Name([])).sign(key, hashes.SHA256())
    with pytest.raises(NotOpened):
        certificates.requested_key(made.public_bytes(Encoding.DER))


def test_a_locked_key_opens_with_its_password_alone() -> None:
    text = certificates.locked_key(OWN, b"right")
    assert certificates.unlocked_key(text, b"right") == OWN
    assert OWN not in text
    for wrong in (b"wrong", b"rightx"):
        with pytest.raises(NotOpened):
            certificates.unlocked_key(text, wrong)


def test_the_office_pc_has_a_name_that_no_name_server_knows() -> None:
    assert host_name(OFFICE).endswith(".invalid")
    assert max(map(len, host_name(OFFICE).split("."))) <= 63


def test_no_certificate_that_a_stranger_reads_says_the_offices_id(authority: SeatCertificate) -> None:
    made = certificates.issue_to_office_pc(authority, PRIVATE, certificates.public_of(OWN), NOW)
    for one in (authority, made):
        assert OFFICE.encode() not in one.der
        assert bytes.fromhex(OFFICE) not in one.der


def test_it_is_renewed_from_ninety_days_before_its_end_on(authority: SeatCertificate) -> None:
    made = certificates.issue_to_seat(authority, PRIVATE, SEAT, certificates.public_of(OWN), NOW)
    due = made.ends - timedelta(days=90)
    assert not made.is_due(due - timedelta(seconds=1))
    assert made.is_due(due)
