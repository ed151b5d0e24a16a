"""A port to listen at, and to listen at again after a pause."""

from __future__ import annotations

import random
import socket

_FIRST, _LAST = 20_000, 32_000
"""Below those that systems give to whoever connects: one of them may be taken while nobody listens there."""
_LOOPBACK = "127.0.0.1"


def free_port() -> int:
    """A port that nobody listens at."""
    while True:
        port = random.randint(_FIRST, _LAST)
        with socket.socket() as trying:
            if trying.connect_ex((_LOOPBACK, port)) == 0:
                continue
        with socket.socket() as trying:
            try:
                trying.bind((_LOOPBACK, port))
            except OSError:
                continue
        return port
