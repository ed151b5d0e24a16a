"""The settings of the connection: TLS 1.3, a certificate on both sides, the office's own authority alone.

Python's ``ssl`` reads a private key from a file and from nowhere else. So the key lies in a file that a
password locks (PKCS #8, AES-256), and the password is a key of 32 random bytes in the key store: as with the
office's own keys, neither the file nor the key store alone is of use, and no open key is ever on a disk.
What others use to look into connections (``SSLKEYLOGFILE``) has no effect: a plain context does not read it.
"""

from __future__ import annotations

import ssl
from pathlib import Path

from hvacdesk import own_files
from hvacdesk.domain.seats.seats import SeatsUnreadable
from hvacdesk.vault import folder
from hvacdesk.vault.ciphers import NotOpened
from hvacdesk.vault.seats.certificates import SeatCertificate, in_text, locked_key, read, unlocked_key

_LONGEST_FILE = 16_384


def write_key_file(path: Path, private: bytes, certificate: SeatCertificate, password: bytes) -> None:
    """Put a certificate and its locked key into a file.

    Raises:
        DiskFull, FolderReadOnly, FileHeld, NotOurFile: the former file is still there.
    """
    folder.replace_file(path, locked_key(private, password) + in_text(certificate.der).encode("ascii"))


def certificate_in(path: Path) -> SeatCertificate:
    """The certificate of a key file. Raises :class:`SeatsUnreadable`."""
    try:
        text = own_files.content(path, _LONGEST_FILE).decode("ascii")
        begins = text.index(ssl.PEM_HEADER)
        return read(ssl.PEM_cert_to_DER_cert(text[begins:].strip()))
    except (OSError, ValueError, NotOpened) as error:
        raise SeatsUnreadable from error


def private_key_in(path: Path, password: bytes) -> bytes:
    """The private key of a key file. Raises :class:`SeatsUnreadable`."""
    try:
        return unlocked_key(own_files.content(path, _LONGEST_FILE), password)
    except (OSError, NotOpened) as error:
        raise SeatsUnreadable from error


def office_pc_context(
    path: Path, password: bytes, authority: SeatCertificate, *, joining: bool
) -> ssl.SSLContext:
    """The office PC's side.

    Args:
        joining: whether a PC without a certificate may connect too: as long as an invitation is open.

    Raises:
        SeatsUnreadable: the key file is not the one that this password locks.
    """
    context = _context(ssl.PROTOCOL_TLS_SERVER, path, password, authority)
    context.verify_mode = ssl.CERT_OPTIONAL if joining else ssl.CERT_REQUIRED
    context.num_tickets = 0  # no connection is resumed: each one is judged by its certificate as it is then
    return context


def seat_context(path: Path, password: bytes, authority: SeatCertificate) -> ssl.SSLContext:
    """A seat's side. It takes nothing but what its own office's authority signed for the office PC's name.

    Raises:
        SeatsUnreadable: the key file is not the one that this password locks.
    """
    return _context(ssl.PROTOCOL_TLS_CLIENT, path, password, authority)


def stranger_context() -> ssl.SSLContext:
    """For a PC that joins: it has no certificate, and compares the office PC's with the typed fingerprint."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


def _context(protocol: int, path: Path, password: bytes, authority: SeatCertificate) -> ssl.SSLContext:
    context = ssl.SSLContext(protocol)
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    context.verify_flags |= ssl.VERIFY_X509_STRICT
    context.load_verify_locations(cadata=in_text(authority.der))
    try:
        own_files.require_file(path)
        context.load_cert_chain(path, password=password)
    except OSError as error:  # among them ssl.SSLError
        raise SeatsUnreadable from error
    return context
