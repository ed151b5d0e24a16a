"""A proof of erasure that is made while SQLite still compares the file that it is about.

Comparing leaves the interpreter idle and proving needs little else, so both together take hardly longer than
one. The proof takes every row of the new file for a living one, which the comparison shows at the same time:
without it, it is worth nothing. It is about the file as it was then, so it counts for one that is the same to
the byte, and for no other.
"""

from __future__ import annotations

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from hvacdesk.vault.backup import manifest
from hvacdesk.vault.backup.manifest import FileFacts
from hvacdesk.vault.database import pages
from hvacdesk.vault.database.rewrite import DatabaseFile
from hvacdesk.vault.erasure.needles import Needle
from hvacdesk.vault.erasure.proof import ProofResult, prove
from hvacdesk.vault.erasure.surviving_rows import Living, every_row


@dataclass(frozen=True)
class EarlyProof:
    """What was found in a file before it was the office's.

    Attributes:
        living: every row that was in it.
        facts: its size and digest.
    """

    result: ProofResult
    living: Living
    facts: FileFacts

    @property
    def whole(self) -> bool:
        """Whether every page could be deciphered and every tree followed."""
        return not (self.result.hmac_failures or self.result.exceptions)

    def stands_for(self, database: Path) -> bool:
        """Whether a file is the one that was searched, with nothing in a WAL. Nobody may be writing to it."""
        log = pages.wal_path(database)
        nothing_since = not log.exists() or log.stat().st_size == 0
        return nothing_since and manifest.file_facts(database) == self.facts


def prove_early(file: DatabaseFile, needles: Iterable[Needle]) -> EarlyProof:
    """Search a file without a WAL for destroyed values; another thread fingerprints it meanwhile."""
    with ThreadPoolExecutor(1, "fingerprint") as other:
        facts = other.submit(manifest.file_facts, file.path)
        living = every_row(file.path, file.key)
        result = prove(file.path, file.key, needles, living)
        return EarlyProof(result, living, facts.result())
