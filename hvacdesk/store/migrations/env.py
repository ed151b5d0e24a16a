"""Run the migrations on the connection handed over: there is no URL, since only the vault has the key."""

from __future__ import annotations

from alembic import context

from hvacdesk.store import models
from hvacdesk.store.base import Base

__all__ = ["models"]

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
