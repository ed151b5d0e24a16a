"""A process that comes in and saves customers until something stops it; started by the tests beside it.

Usage: ``python -m tests.integration.bad_input.saving HOME ACCOUNT [LIMIT]``. Each line of its input is the
passphrase for one more child that does the work, of which the process first tells the number. With ``LIMIT``,
no file may grow beyond so many bytes once the office is open, as on a full disk.
"""

from __future__ import annotations

import importlib
import os
import resource
import signal
import sys
from datetime import UTC, datetime
from pathlib import Path

from hvacdesk.domain.customers.customers import CustomerRecord, PersonName
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.services.entry.entry import OfficeEntry
from hvacdesk.services.language import words_for
from tests.helpers.people import customer
from tests.helpers.vault_offices import cheap_passphrases

MOST = 2_000


def tell(*words: object) -> None:
    """One line for the test."""
    sys.stdout.write("\t".join(map(str, words)) + "\n")
    sys.stdout.flush()


def numbered(number: int) -> CustomerRecord:
    """A customer who tells how many were saved before."""
    return customer(name=PersonName(f"保存{number}", "花"), note="長い覚え書き。" * 300)


def save(home: Path, account: str, passphrase: str, limit: int | None) -> None:
    """Save customers, telling on standard output of each one that is safe."""
    entry = OfficeEntry(home, lambda: datetime.now(UTC))
    with cheap_passphrases():
        entry.open_sealed()
        office, desk = entry.login(account, passphrase)
    if limit is not None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
    for number in range(MOST):
        try:
            office.customers.add(desk, numbered(number), with_site=True)
        except UserFacingError as error:
            tell(type(error).__name__, *error.sentences(words_for("en")))
            break
        tell(number)
    if limit is not None:
        found = office.customers.search(desk, "保存").hits
        tell("still found", found)
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        office.customers.add(desk, numbered(MOST))
        tell("saved again")
        office.leave(desk)


def main(home: Path, account: str, limit: int | None) -> None:
    """One child after the other, so that only the first one has to wait for imports."""
    for module in ("hvacdesk.services.open_office", "keyring.backends.SecretService", "sqlcipher3.dbapi2"):
        importlib.import_module(module)
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            status = 1
            try:
                save(home, account, line.rstrip("\n"), limit)
                status = 0
            finally:
                sys.stdout.flush()
                os._exit(status)
        tell("child", child)
        tell("end", os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]) if len(sys.argv) > 3 else None)
