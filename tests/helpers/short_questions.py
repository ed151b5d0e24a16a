"""Asking the tests' key store without agreeing on a key for each question, which takes most of its time.

These are the Secret Service's own ``plain`` sessions: what crosses the private bus is not encrypted on the
way, and everything else is as ever. Programs that tests start as processes of their own agree on keys.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch


@contextmanager
def plain_sessions() -> Iterator[None]:
    """Let this process ask that way within the block. Nothing in the program can reach this."""
    from jeepney import DBusErrorResponse
    from secretstorage import collection, item, util
    from secretstorage.defines import ALGORITHM_PLAIN, SS_PATH
    from secretstorage.dhcrypto import Session

    agreed = util.open_session

    def plain(connection: Any) -> Session:
        service = util.DBusAddressWrapper(SS_PATH, util.SERVICE_IFACE, connection)
        try:
            _, path = service.call("OpenSession", "sv", ALGORITHM_PLAIN, ("s", ""))
        except DBusErrorResponse:
            return agreed(connection)
        session = Session.__new__(Session)  # making one properly takes the time that is to be saved
        session.encrypted, session.object_path, session.aes_key = False, path, None
        return session

    with (
        patch.object(util, "open_session", plain),
        patch.object(item, "open_session", plain),
        patch.object(collection, "open_session", plain),
    ):
        yield
