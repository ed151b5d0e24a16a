"""The certificates of an office's own authority: the one door to X.509 of ``cryptography``.

The authority, the office PC and every seat have an Ed25519 key (RFC 8410, which TLS 1.3 takes, RFC 8446
§4.2.3). The authority may sign for nobody but its own office (a path of length 0), a seat's certificate
cannot pose as the office PC's nor the other way round (extended key usage, which OpenSSL checks), and the
office PC's is good for one name that no name server knows: the certificate decides, never the address.

A clock that is wrong by an hour, or a day, must not shut a seat out: validity begins a day before it is made.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from hvacdesk.vault.ciphers import KEY_BYTES, NotOpened, new_key

if TYPE_CHECKING:
    from cryptography import x509
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

BACKDATED = timedelta(days=1)
AUTHORITY_VALID = timedelta(days=20 * 365)
VALID = timedelta(days=397)
"""Of the office PC's certificate and of a seat's."""
RENEWED_BEFORE = timedelta(days=90)
"""So long before its end a certificate is renewed, once an owner logs in: they alone can sign."""
LONGEST_REQUEST = 4_096
"""Bytes of a request for a certificate; an Ed25519 one has some 200."""


@dataclass(frozen=True)
class SeatCertificate:
    """A certificate and what is read of it.

    Attributes:
        der: as it travels.
        subject: for whom it was made: a seat's id, or what :func:`shown_name` makes of an office's.
        public: the Ed25519 key, 32 bytes.
    """

    der: bytes = field(repr=False)
    subject: str
    public: bytes = field(repr=False)
    begins: datetime
    ends: datetime

    @property
    def fingerprint(self) -> bytes:
        """SHA-256 of the certificate."""
        return fingerprint_of(self.der)

    def is_due(self, now: datetime) -> bool:
        """Whether it is time for a new one."""
        return now >= self.ends - RENEWED_BEFORE


def fingerprint_of(der: bytes) -> bytes:
    """SHA-256 of a certificate as it travels."""
    return hashlib.sha256(der).digest()


def shown_name(office_id: str) -> str:
    """What certificates call an office: whoever connects reads it, and is not to learn the office's id."""
    return hashlib.sha256(b"certificates of office " + office_id.encode("ascii")).hexdigest()[:32]


def host_name(office_id: str) -> str:
    """The name for which the office PC's certificate is; no name ending so is anybody's (RFC 6761)."""
    return _host(shown_name(office_id))


def _host(shown: str) -> str:
    return f"office-{shown}.hvacdesk.invalid"


def make_authority(private: bytes, office_id: str, now: datetime) -> SeatCertificate:
    """The office's authority, which signs itself."""
    from cryptography import x509

    shown = shown_name(office_id)
    builder = _begun(shown, public_of(private), now, AUTHORITY_VALID).issuer_name(_name(shown))
    builder = builder.add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
    builder = builder.add_extension(_key_usage(signs_certificates=True), critical=True)
    return _signed(builder, private)


def issue_to_office_pc(
    authority: SeatCertificate, private: bytes, public: bytes, now: datetime, valid: timedelta = VALID
) -> SeatCertificate:
    """The certificate by which seats know their office PC.

    Args:
        private: of the authority.
        public: the office PC's key.
    """
    from cryptography import x509
    from cryptography.x509.oid import ExtendedKeyUsageOID

    builder = _issued(authority, authority.subject, public, now, valid, ExtendedKeyUsageOID.SERVER_AUTH)
    names = x509.SubjectAlternativeName([x509.DNSName(_host(authority.subject))])
    return _signed(builder.add_extension(names, critical=False), private)


def issue_to_seat(
    authority: SeatCertificate,
    private: bytes,
    seat: str,
    public: bytes,
    now: datetime,
    valid: timedelta = VALID,
) -> SeatCertificate:
    """The certificate by which the office PC knows a seat."""
    from cryptography.x509.oid import ExtendedKeyUsageOID

    builder = _issued(authority, seat, public, now, valid, ExtendedKeyUsageOID.CLIENT_AUTH)
    return _signed(builder, private)


def request(private: bytes) -> bytes:
    """A request for a certificate, signed by the key that it is for (PKCS #10); it names nobody."""
    from cryptography import x509
    from cryptography.hazmat.primitives.serialization import Encoding

    builder = x509.CertificateSigningRequestBuilder().subject_name(x509.Name([]))
    return builder.sign(_key(private), None).public_bytes(Encoding.DER)


def requested_key(raw: bytes) -> bytes:
    """The public key of a request, whose owner has the private one.

    Raises:
        NotOpened: it is no such request.
    """
    from cryptography import x509
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    if len(raw) > LONGEST_REQUEST:
        raise NotOpened
    try:
        found = x509.load_der_x509_csr(raw)
        public, holds = found.public_key(), found.is_signature_valid
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:
        raise NotOpened from error
    if not isinstance(public, Ed25519PublicKey) or not holds:
        raise NotOpened
    return public.public_bytes_raw()


def read(der: bytes) -> SeatCertificate:
    """What a certificate of ours says.

    Raises:
        NotOpened: it is none that an authority of ours makes.
    """
    from cryptography import x509
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
    from cryptography.x509.oid import NameOID

    try:
        found = x509.load_der_x509_certificate(der)
        public = found.public_key()
        names = found.subject.get_attributes_for_oid(NameOID.COMMON_NAME)
    except (ValueError, TypeError) as error:
        raise NotOpened from error
    if not isinstance(public, Ed25519PublicKey) or len(names) != 1:
        raise NotOpened
    begins, ends = found.not_valid_before_utc, found.not_valid_after_utc
    return SeatCertificate(der, str(names[0].value), public.public_bytes_raw(), begins, ends)


def in_text(der: bytes) -> str:
    """A certificate as OpenSSL reads it (PEM)."""
    import ssl

    return ssl.DER_cert_to_PEM_cert(der)


def locked_key(private: bytes, password: bytes) -> bytes:
    """A private key in a text (PEM, PKCS #8) that only the password opens."""
    from cryptography.hazmat.primitives.serialization import (
        BestAvailableEncryption,
        Encoding,
        PrivateFormat,
    )

    return _key(private).private_bytes(Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(password))


def unlocked_key(text: bytes, password: bytes) -> bytes:
    """The private key of such a text. Raises :class:`NotOpened`."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    try:
        found = load_pem_private_key(text, password)
    except (ValueError, TypeError) as error:
        raise NotOpened from error
    if not isinstance(found, Ed25519PrivateKey):
        raise NotOpened
    return found.private_bytes_raw()


def new_private() -> bytes:
    """A new private key: Ed25519's are any 32 bytes (RFC 8032 §5.1.5)."""
    return new_key()


def _key(private: bytes) -> Ed25519PrivateKey:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    if len(private) != KEY_BYTES:
        raise NotOpened
    return Ed25519PrivateKey.from_private_bytes(private)


def public_of(private: bytes) -> bytes:
    """The public key of a private one, 32 bytes."""
    return _key(private).public_key().public_bytes_raw()


def _name(subject: str) -> x509.Name:
    from cryptography import x509
    from cryptography.x509.oid import NameOID

    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, subject)])


def _begun(subject: str, public: bytes, now: datetime, valid: timedelta) -> x509.CertificateBuilder:
    from cryptography import x509
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    return (
        x509.CertificateBuilder()
        .subject_name(_name(subject))
        .public_key(Ed25519PublicKey.from_public_bytes(public))
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - BACKDATED)
        .not_valid_after(now + valid)
        .add_extension(x509.SubjectKeyIdentifier(hashlib.sha256(public).digest()[:20]), critical=False)
    )


def _issued(
    authority: SeatCertificate,
    subject: str,
    public: bytes,
    now: datetime,
    valid: timedelta,
    use: x509.ObjectIdentifier,
) -> x509.CertificateBuilder:
    from cryptography import x509

    issuer = x509.AuthorityKeyIdentifier(hashlib.sha256(authority.public).digest()[:20], None, None)
    return (
        _begun(subject, public, now, min(valid, authority.ends - now))
        .issuer_name(_name(authority.subject))
        .add_extension(issuer, critical=False)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_key_usage(signs_certificates=False), critical=True)
        .add_extension(x509.ExtendedKeyUsage([use]), critical=True)
    )


def _key_usage(*, signs_certificates: bool) -> x509.KeyUsage:
    from cryptography import x509

    return x509.KeyUsage(
        digital_signature=not signs_certificates,
        key_cert_sign=signs_certificates,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )


def _signed(builder: x509.CertificateBuilder, private: bytes) -> SeatCertificate:
    from cryptography.hazmat.primitives.serialization import Encoding

    return read(builder.sign(_key(private), None).public_bytes(Encoding.DER))
