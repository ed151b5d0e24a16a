"""Where somebody says that the office PC is: an address or a computer's name, with or without a port."""

from __future__ import annotations

import ipaddress
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.text.wording import phrase

_LABEL = r"\w([\w-]*\w)?"
_NAME = re.compile(rf"{_LABEL}(\.{_LABEL})*\.?", re.ASCII)
LONGEST_NAME = 253
PORT = 47_011
"""At which an office PC listens unless an owner chooses another one; it is nobody's at IANA."""
HIGHEST_PORT = 65_535


class PlaceMistyped(UserFacingError):
    """What was typed is neither an address nor a computer's name."""

    what = phrase("Errors", "This is neither an address nor the name of a PC.")
    todo = phrase(
        "Errors", "Type it as the office PC shows it under Settings, Other PCs, such as 192.168.1.10:47011."
    )


@dataclass(frozen=True)
class TypedPlace:
    """What was typed.

    Attributes:
        host: the address or name.
        port: 0 where none was typed.
    """

    host: str
    port: int = 0

    @staticmethod
    def read(typed: str) -> TypedPlace:
        """Read it, in whatever width. Raises :class:`PlaceMistyped`."""
        text = unicodedata.normalize("NFKC", typed).strip().replace("。", ".")
        host, port = _parted(text)
        if port and (not port.isdecimal() or not 0 < int(port) <= HIGHEST_PORT):
            raise PlaceMistyped
        try:
            return TypedPlace(str(ipaddress.ip_address(host)), int(port or 0))
        except ValueError:
            if len(host) > LONGEST_NAME or not _NAME.fullmatch(host) or _is_all_digits(host):
                raise PlaceMistyped from None
        return TypedPlace(host, int(port or 0))


def _parted(text: str) -> tuple[str, str]:
    """Host and port; a version 6 address has a port behind brackets alone."""
    if text.startswith("["):
        host, _bracket, rest = text[1:].partition("]")
        return host, rest.removeprefix(":")
    if text.count(":") == 1:
        host, _colon, port = text.partition(":")
        return host, port or "none"
    return text, ""


def _is_all_digits(host: str) -> bool:
    """Such as ``192.168.1``, which is an address that lost a part, and no name."""
    return host.replace(".", "").isdecimal()


def place_text(addresses: Sequence[str], port: int) -> str:
    """Where the office PC is, as a code begins."""
    return ",".join(f"[{one}]" if ":" in one else one for one in addresses) + f":{port}"
