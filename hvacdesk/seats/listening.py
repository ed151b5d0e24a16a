"""The sockets at which the office PC waits for the others."""

from __future__ import annotations

import sys
from socket import AF_INET, AF_INET6, SO_REUSEADDR, SOL_SOCKET, SOMAXCONN, socket


def listening(address: str, port: int, look_seconds: float) -> socket:
    """A socket that listens at an address of this PC, and at no other one.

    Args:
        look_seconds: how long it waits for somebody before the thread that waits looks whether to stop.

    Raises:
        OSError: another program has the place, or the system forbids it.
    """
    listener = socket(AF_INET6 if ":" in address else AF_INET)
    try:
        if sys.platform == "win32":
            from socket import SO_EXCLUSIVEADDRUSE

            # Windows' SO_REUSEADDR would let another program listen at the very same place.
            listener.setsockopt(SOL_SOCKET, SO_EXCLUSIVEADDRUSE, 1)
        else:
            listener.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)
        listener.bind((address, port))
        listener.listen(min(SOMAXCONN, 128))
        listener.settimeout(look_seconds)
    except OSError:
        listener.close()
        raise
    return listener
