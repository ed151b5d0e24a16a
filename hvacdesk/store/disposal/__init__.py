"""Batches, ledger and certificates; deleting, reducing, and what stays of somebody elsewhere."""
