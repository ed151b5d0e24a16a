"""Which columns hold payment fields: a change of the payment key has to seal every one of them again."""

from __future__ import annotations

from hvacdesk.store import models
from hvacdesk.store.base import Base
from hvacdesk.vault.keyfile.rotation_plan import PaymentColumn

__all__ = ["models", "sealed_columns"]


def sealed_columns() -> tuple[PaymentColumn, ...]:
    """Every column marked as sealed, each with the primary key that its ciphertext is bound to."""
    return tuple(
        PaymentColumn(table.name, column.name, next(iter(table.primary_key.columns)).name)
        for table in Base.metadata.sorted_tables
        for column in table.columns
        if column.info.get("sealed")
    )
