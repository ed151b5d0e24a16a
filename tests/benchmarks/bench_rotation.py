"""New keys for a full office, and the proof that 1,000 destroyed customers are gone from the new file.

Ours: the rotation with all its checks, and the search of every page for everything that was stored of the
destroyed. Baseline: one bare ``sqlcipher_export`` of the same file and one plain pass
that decrypts it page by page. Goals: 3 times the baseline, and no more time per page in a large office than
in a small one.

Run: ``python -m tests.benchmarks.bench_rotation [CUSTOMERS]``.
"""

from __future__ import annotations

import hashlib
import hmac
import sys
import tempfile
from collections.abc import Collection
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC

from hvacdesk.store.disposal import erasure
from hvacdesk.vault import folder
from hvacdesk.vault.database import pages
from hvacdesk.vault.erasure.proof import Needle, ProofResult, prove
from hvacdesk.vault.erasure.surviving_rows import every_row
from tests.benchmarks.full_office import FullOffice, full_office
from tests.benchmarks.result import Result
from tests.benchmarks.timing import Side, take_turns

CUSTOMERS = 100_000
SMALLER = 10
"""The small office for the second goal has so many times fewer customers."""

DESTROYED_EACH = 100
GOAL, GROWTH_GOAL = 3.0, 1.3
_ROUNDS = 5


def erase(office: FullOffice, customers: Collection[int]) -> tuple[Needle, ...]:
    """Delete customers, as a disposal does; returns what was stored of them."""
    with office.workplace.transaction() as session:
        found = erasure.belongings(session, customers)
        values = erasure.values(session, found)
        erasure.delete_rows(session, found)
    return tuple(map(Needle, values.stored))


def rotate_and_prove(office: FullOffice, needles: tuple[Needle, ...]) -> ProofResult:
    """Everything that is measured."""
    vault = office.vault
    vault.epochs.rotate()
    living = every_row(vault.database_path, vault.database_key())
    result = prove(vault.database_path, vault.database_key(), needles, living)
    if result.state != "verified":
        raise RuntimeError(f"what is not verified is not measured: {result}")
    return result


def bare_export(office: FullOffice, target: Path) -> None:
    """The least that a new key takes: everything written anew and onto the disk."""
    folder.remove_database(target)
    connection = office.vault.connect()
    connection.execute(f"ATTACH ? AS bare KEY \"x'{'5a' * 48}'\"", (str(target),))
    connection.execute("SELECT sqlcipher_export('bare')").fetchall()
    connection.execute("DETACH bare")
    connection.close()
    folder.sync_file(target)


def decrypting_pass(path: Path, key: str) -> int:
    """The least that looking into every page takes; returns their number."""
    raw = bytes.fromhex(key)
    aes, mask = AES(raw[:32]), bytes(byte ^ 0x3A for byte in raw[32:])
    mac = hashlib.pbkdf2_hmac("sha512", raw[:32], mask, 2, 32)
    number = 0
    with path.open("rb") as file:
        while page := file.read(pages.PAGE_BYTES):
            number += 1
            content = page[pages.SALT_BYTES if number == 1 else 0 :]
            if hmac.digest(mac, content[:-64] + number.to_bytes(4, "little"), "sha512") != content[-64:]:
                raise RuntimeError(f"page {number} is damaged")
            Cipher(aes, CBC(content[-80:-64])).decryptor().update(content[:-80])
    return number


def run(customers: int = CUSTOMERS) -> list[Result]:
    """Seconds of the least disturbed round on each side; prints the parts."""
    small, small_pages, _ = _measured(customers // SMALLER)
    full, full_pages, baseline = _measured(customers)
    return [
        Result("rotation and full proof", full, baseline, "s", GOAL),
        Result(
            f"rotation and full proof per page, {SMALLER} times the customers",
            1e6 * full / full_pages,
            1e6 * small / small_pages,
            "µs",
            GROWTH_GOAL,
        ),
    ]


def _measured(customers: int) -> tuple[float, int, float]:
    """Ours, the number of pages, and the baseline."""
    with (
        tempfile.TemporaryDirectory() as place,
        full_office(Path(place) / "office", customers) as office,
    ):
        needles = erase(office, range(1, customers + 1, DESTROYED_EACH))
        path = office.at_rest()
        size = path.stat().st_size
        print(f" {customers} customers, {size / 1e6:.0f} MB, {len(needles)} destroyed values")

        def ours() -> None:
            rotate_and_prove(office, needles)
            office.vault.epochs.discard_former()

        exporting = Side("bare export", lambda: bare_export(office, Path(place) / "bare.db"))
        reading = Side(
            "decrypting pass",
            lambda: decrypting_pass(office.vault.database_path, office.vault.database_key()),
        )
        whole = Side("ours", ours)
        take_turns(_ROUNDS, exporting, reading, whole)
    return whole.best, size // pages.PAGE_BYTES, exporting.best + reading.best


if __name__ == "__main__":
    for result in run(*map(int, sys.argv[1:])):
        print(result.line())
