"""Customers' requests: disclosure, erasure, consents, locked records, and the answers."""
