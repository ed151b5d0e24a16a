"""Alembic's environment and the numbered changes of the schema, run by :mod:`hvacdesk.store.schema` alone."""
