"""The office's certificate authority, whose private key only an owner's login can use.

It lies in the office's folder, sealed under a key derived from the office's signing key, which owners alone
are granted (:mod:`hvacdesk.vault.keyfile.grants`). A grant of its own in the key file would say the same of
the same people and change the key file's format. When somebody who held the signing key leaves, that key is
renewed, and the authority no longer opens: who had the one had the other, so an office that goes on makes a
new one, and its seats join again. What the office PC needs to let known seats in (its own certificate, the
authority's, the list of seats) needs no private key of the authority, and no login.

The authority's certificate is not read from here: the list of seats holds it, which the key store guards.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from hvacdesk import own_files
from hvacdesk.domain.seats.seats import AuthorityLocked
from hvacdesk.vault import ciphers, folder
from hvacdesk.vault.seats import certificates
from hvacdesk.vault.seats.certificates import SeatCertificate
from hvacdesk.vault.session import Session

FILE_NAME = "seats.authority"
_LONGEST = 256


class SeatAuthority:
    """Signs certificates in an owner's session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    @property
    def office_id(self) -> str:
        """Of the office that it signs for."""
        return self._session.office_id

    def make(self, now: datetime) -> SeatCertificate:
        """A new authority in place of a former one, whose certificates nobody takes any more.

        Raises:
            NotPermitted: this session does not hold the signing key.
            DiskFull, FolderReadOnly: the former one is still there.
        """
        private = certificates.new_private()
        made = certificates.make_authority(private, self.office_id, now)
        folder.replace_file(self._path, ciphers.seal(self._key(), private, self._context(made)))
        return made

    def for_office_pc(self, authority: SeatCertificate, public: bytes, now: datetime) -> SeatCertificate:
        """The office PC's certificate. Raises as :meth:`for_seat`."""
        return certificates.issue_to_office_pc(authority, self._private(authority), public, now)

    def for_seat(
        self, authority: SeatCertificate, seat: str, public: bytes, now: datetime
    ) -> SeatCertificate:
        """A seat's certificate.

        Raises:
            NotPermitted: this session does not hold the signing key.
            AuthorityLocked: the signing key is another one than the authority was made under.
        """
        return certificates.issue_to_seat(authority, self._private(authority), seat, public, now)

    @property
    def _path(self) -> Path:
        return self._session.home / FILE_NAME

    def _key(self) -> bytes:
        return ciphers.derive(self._session.signing_key(), "seats", "authority", self.office_id)

    def _private(self, authority: SeatCertificate) -> bytes:
        key = self._key()
        try:
            return ciphers.unseal(key, own_files.content(self._path, _LONGEST), self._context(authority))
        except (OSError, ciphers.NotOpened) as error:
            raise AuthorityLocked from error

    def _context(self, authority: SeatCertificate) -> bytes:
        return ciphers.context("seats authority", self.office_id, authority.fingerprint)
