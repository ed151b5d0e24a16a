"""At which addresses of a private network this PC can be reached, as its system says."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class OwnAddress:
    """One of them.

    Attributes:
        network: what the system calls the connection.
        prefix: how many bits of the address name the network; all of them where that is not known.
    """

    address: str
    network: str
    prefix: int = 128


def own_addresses() -> tuple[OwnAddress, ...]:
    """Every one of a connection that is on, those of IPv4 first; loopback is no address for others."""
    from PySide6.QtNetwork import QAbstractSocket, QNetworkInterface

    from hvacdesk.services.seats.private_addresses import is_private  # not before the login window is painted

    running = QNetworkInterface.InterfaceFlag.IsRunning
    loopback = QNetworkInterface.InterfaceFlag.IsLoopBack
    found: list[tuple[bool, OwnAddress]] = []
    for one in QNetworkInterface.allInterfaces():
        if not one.flags() & running or one.flags() & loopback:
            continue
        for entry in one.addressEntries():
            address = entry.ip()
            newer = address.protocol() == QAbstractSocket.NetworkLayerProtocol.IPv6Protocol
            if not address.isLinkLocal() and is_private(address.toString()):
                found.append(
                    (newer, OwnAddress(address.toString(), one.humanReadableName(), entry.prefixLength()))
                )
    return tuple(one for _newer, one in sorted(found, key=lambda pair: pair[0]))
