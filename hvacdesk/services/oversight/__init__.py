"""Oversight: reading and checking the audit log, the access review, duties."""
