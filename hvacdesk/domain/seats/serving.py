"""What can keep the office PC from being found by the other PCs."""

from __future__ import annotations

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.text.wording import phrase


class NotListening(UserFacingError):
    """The office PC cannot take connections; the ancestor of the reasons. ``address`` and ``port``: where."""

    safe = phrase("Errors", "The office works on at this PC; the other PCs cannot connect.")

    def __init__(self, address: str, port: int) -> None:
        super().__init__(address=address, port=str(port))


class PortTaken(NotListening):
    """Another program listens there already."""

    what = phrase("Errors", "Another program on this PC uses port {port} at {address} already.")
    todo = phrase("Errors", "Choose another port under Settings, Other PCs, or end the other program.")


class AddressGone(NotListening):
    """The PC no longer has the address: its network is off, or gave it another one."""

    what = phrase("Errors", "This PC does not have the address {address} at the moment.")
    todo = phrase(
        "Errors",
        "Check that the network is on. If the address has changed, choose the new one under Settings, Other "
        "PCs.",
    )


class NotAllowedToListen(NotListening):
    """The system refuses, for whatever other reason."""

    what = phrase("Errors", "This PC did not let the program take connections at {address}, port {port}.")
    todo = phrase("Errors", "Choose a port from 1024 on, and ask who looks after this PC.")
