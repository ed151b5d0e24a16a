"""Disposal: from the month-end review over approval and destruction to certificate and ledger."""

from hvacdesk.services.disposal.disposal import Disposal

__all__ = ["Disposal"]
