"""A certificate on its way to a reader."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass


@dataclass(frozen=True)
class CertificatePaper:
    """A certificate's PDF in one language.

    Attributes:
        as_issued: it is the very paper issued. Otherwise only its facts were kept, and this version of the
            program words them differently.
    """

    number: str
    pdf: bytes
    as_issued: bool

    @property
    def sha256(self) -> str:
        """The hash of these very bytes, in hexadecimal digits."""
        return hashlib.sha256(self.pdf).hexdigest()
