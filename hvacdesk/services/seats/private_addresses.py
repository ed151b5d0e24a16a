"""At which addresses the office PC may listen: those of a private network or of this computer alone."""

from __future__ import annotations

import ipaddress

from hvacdesk.domain.seats.seats import AddressNotPrivate


def require_private(address: str) -> None:
    """See that an address is one of a private network (RFC 1918, RFC 4193, link-local) or loopback.

    Those of RFC 5737 count too: they lead to nobody outside either, and networks are built with them.

    Raises:
        AddressNotPrivate: it is another one, every one (``0.0.0.0``, ``::``), a name, or none.
    """
    try:
        found = ipaddress.ip_address(address)
    except ValueError as error:
        raise AddressNotPrivate(address=address) from error
    if not any(found.version == one.version and found in one for one in _PRIVATE):
        raise AddressNotPrivate(address=address)


def is_private(address: str) -> bool:
    """Whether a text is such an address."""
    try:
        require_private(address)
    except AddressNotPrivate:
        return False
    return True


_PRIVATE = tuple(
    ipaddress.ip_network(one)
    for one in (
        "127.0.0.0/8",
        "10.0.0.0/8",
        "172.16.0.0/12",
        "192.168.0.0/16",
        "169.254.0.0/16",
        "192.0.2.0/24",
        "198.51.100.0/24",
        "203.0.113.0/24",
        "::1/128",
        "fc00::/7",
        "fe80::/10",
    )
)
