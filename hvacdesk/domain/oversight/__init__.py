"""Oversight: the audit log and its chain, the access review, duties that fall due."""
