"""The logins of one computer's operating system that may open the office, each with a key store of its own.

Every login's key store holds the device secret. A rotation makes a new one, which only the login that rotated
can put into its own key store. For the others it leaves *handovers* in the key file: the new secret sealed
under a key from the former one, so that a login that is behind goes forward by itself at its next start.

Who holds a former secret can follow the handovers. A rotation that shuts somebody out makes none: the other
logins are then enrolled again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from hvacdesk.vault import ciphers
from hvacdesk.vault.keyfile import slots
from hvacdesk.vault.keyfile.body import Login
from hvacdesk.vault.keyfile.slots import SecretHandover, SlotsFile

SecretOf = Callable[[int], bytes | None]
"""The device secret of an epoch, where a key store holds it."""


def hand_over(
    office_id: str, former: int, former_key: bytes, epoch: int, device_secret: bytes
) -> SecretHandover:
    """Seal an epoch's device secret for logins that hold the former one.

    Args:
        former_key: the slots key of the former epoch, which its device secret gives.
    """
    sealed = ciphers.seal(_key(office_id, former, former_key, epoch), device_secret, b"")
    return SecretHandover(former, epoch, sealed)


def follow(file: SlotsFile, secret_of: SecretOf) -> bytes | None:
    """The device secret of a key file's epoch, from a former one; None where no way leads there."""
    links = {link.epoch: link for link in file.handovers if link.former < link.epoch}
    way: list[SecretHandover] = []
    epoch = file.header.epoch
    while epoch in links:
        way.insert(0, links[epoch])
        epoch = links[epoch].former
        secret = secret_of(epoch)
        if secret is not None:
            return _along(file.header.office_id, way, secret)
    return None


def _along(office_id: str, way: Iterable[SecretHandover], secret: bytes) -> bytes | None:
    for link in way:
        key = _key(office_id, link.former, slots.slots_key(secret, link.former), link.epoch)
        try:
            secret = ciphers.unseal(key, link.sealed, b"")
        except ciphers.NotOpened:
            return None
    return secret


def _key(office_id: str, former: int, former_key: bytes, epoch: int) -> bytes:
    return ciphers.derive(former_key, "handover", office_id, former, epoch)


def needed(
    handovers: Iterable[SecretHandover], logins: Iterable[Login], epoch: int
) -> tuple[SecretHandover, ...]:
    """The handovers that some login still has to follow to this epoch; the others only help intruders."""
    links = {link.former: link for link in handovers}
    kept: set[SecretHandover] = set()
    for login in logins:
        way = _way(links, login.epoch)
        if way and way[-1].epoch == epoch:
            kept.update(way)
    return tuple(sorted(kept, key=lambda link: link.epoch))


def goes_forward(login: Login, file: SlotsFile) -> bool:
    """Whether a login holds the present device secret, or gets there by itself at its next start."""
    epoch = file.header.epoch
    if login.epoch == epoch:
        return True
    way = _way({link.former: link for link in file.handovers}, login.epoch)
    return bool(way) and way[-1].epoch == epoch


def _way(links: dict[int, SecretHandover], epoch: int) -> list[SecretHandover]:
    way: list[SecretHandover] = []
    while epoch in links and links[epoch].epoch > epoch:
        way.append(links[epoch])
        epoch = links[epoch].epoch
    return way


def with_login(logins: Iterable[Login], login: Login, *, instead_of: str = "") -> tuple[Login, ...]:
    """The list with one login as it is now, in place of any former entry of it."""
    others = [one for one in logins if one.login not in (login.login, instead_of)]
    return (*others, login)
