"""Certificates of an authority in a test's folder, and connections made with them."""

from __future__ import annotations

import ssl
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from hvacdesk.seats.line import OfficeLine, OfficePlace
from hvacdesk.vault.seats import certificates, tls
from hvacdesk.vault.seats.certificates import VALID, SeatCertificate, host_name

OFFICE = "a" * 32
LOOPBACK = "127.0.0.1"
PASSWORD = b"password of the tests"


@dataclass
class Certified:
    """An office's authority, and what it signs.

    Attributes:
        shifted: how far the clock of who signs is from the machine's.
    """

    folder: Path
    office: str = OFFICE
    shifted: timedelta = timedelta()
    private: bytes = field(default_factory=certificates.new_private)
    authority: SeatCertificate = field(init=False)

    def __post_init__(self) -> None:
        self.folder.mkdir(exist_ok=True)
        self.authority = certificates.make_authority(self.private, self.office, self.now())

    def now(self) -> datetime:
        """The moment as whoever signs has it."""
        return datetime.now(UTC) + self.shifted

    def office_pc(self, *, joining: bool = False, valid: timedelta = VALID) -> ssl.SSLContext:
        """The office PC's side of a connection."""
        key = certificates.new_private()
        own = certificates.issue_to_office_pc(
            self.authority, self.private, certificates.public_of(key), self.now(), valid
        )
        path = self.folder / "office.key"
        tls.write_key_file(path, key, own, PASSWORD)
        return tls.office_pc_context(path, PASSWORD, self.authority, joining=joining)

    def seat(
        self, name: str = "b" * 32, *, valid: timedelta = VALID, trusting: SeatCertificate | None = None
    ) -> ssl.SSLContext:
        """A seat's side.

        Args:
            trusting: whose certificates it takes, if not this authority's.
        """
        key = certificates.new_private()
        own = certificates.issue_to_seat(
            self.authority, self.private, name, certificates.public_of(key), self.now(), valid
        )
        path = self.folder / f"{name}.key"
        tls.write_key_file(path, key, own, PASSWORD)
        return tls.seat_context(path, PASSWORD, trusting or self.authority)

    def line(self, port: int, context: ssl.SSLContext, version: str = "1.2.3") -> OfficeLine:
        """A seat's connections to an office PC on the loopback."""
        made: Callable[[], ssl.SSLContext] = lambda: context  # noqa: E731
        return OfficeLine(OfficePlace((LOOPBACK,), port, made, host_name(self.office)), version)
