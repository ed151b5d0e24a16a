"""Customers' rows: written, read, merged, and found by an index in memory."""
