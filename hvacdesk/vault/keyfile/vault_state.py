"""What the database remembers of the key file, so that an older one put in its place is noticed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from hvacdesk.vault.database.database import translated

TABLE = "vault_state"

_COUNTER = "counter INTEGER NOT NULL DEFAULT 0"
_CREATION = (
    "CREATE TABLE vault_state (id INTEGER PRIMARY KEY CHECK (id = 1), revision INTEGER NOT NULL,"
    " signer TEXT NOT NULL{counter})"
)

DEFINITIONS = (_CREATION.format(counter=f", {_COUNTER}"), _CREATION.format(counter=""))
"""How the table is defined: as it is now, and as an earlier version left it."""


@dataclass(frozen=True)
class VaultState:
    """What the database remembers of the key file: its last revision and the public signing key.

    Attributes:
        counter: of the roster's changes; 0 where the database does not remember it yet.
    """

    revision: int
    signer: bytes
    counter: int = 0


def create(connection: Any, state: VaultState) -> None:
    """Create the vault's own table in a new database."""
    with translated(), connection:
        connection.execute(DEFINITIONS[0])
        connection.execute(
            "INSERT INTO vault_state VALUES (1, ?, ?, ?)", (state.revision, state.signer.hex(), state.counter)
        )


def read(connection: Any) -> VaultState:
    """What the database remembers of the key file."""
    with translated():
        counter = "counter" if _has_counter(connection) else "0"
        revision, signer, count = connection.execute(
            f"SELECT revision, signer, {counter} FROM vault_state WHERE id = 1"  # noqa: S608 - one of two names
        ).fetchone()
    return VaultState(revision, bytes.fromhex(signer), count)


def write(connection: Any, state: VaultState) -> None:
    """Let the database remember a newer key file."""
    with translated(), connection:
        if not _has_counter(connection):
            connection.execute(f"ALTER TABLE vault_state ADD COLUMN {_COUNTER}")
        connection.execute(
            "UPDATE vault_state SET revision = ?, signer = ?, counter = ? WHERE id = 1",
            (state.revision, state.signer.hex(), state.counter),
        )


def _has_counter(connection: Any) -> bool:
    """Whether the database was made, or written to, since it remembers the roster's counter, too."""
    columns = connection.execute("SELECT name FROM pragma_table_info('vault_state')").fetchall()
    return ("counter",) in columns
