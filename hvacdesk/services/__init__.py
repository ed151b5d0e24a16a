"""Use cases: a permission check, one transaction, one audit entry."""
