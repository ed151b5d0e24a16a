"""Disposal: from the month-end review over approval and destruction to certificate and ledger."""
