"""The rooms that every floor is divided into, as the change notice names them."""

from __future__ import annotations

from enum import StrEnum


class Room(StrEnum):
    """A room with tables of its own: each is a module of :mod:`hvacdesk.store.models`."""

    BACKUPS = "backups"
    BILLING = "billing"
    CALENDAR = "calendar"
    CALLS = "calls"
    CUSTOMERS = "customers"
    DISPOSAL = "disposal"
    EXCHANGE = "exchange"
    INCIDENTS = "incidents"
    JOBS = "jobs"
    OFFICE = "office"
    OVERSIGHT = "oversight"
    PAPERS = "papers"
    PARTNERS = "partners"
    REQUESTS = "requests"
    RETENTION = "retention"
    STAFF = "staff"
