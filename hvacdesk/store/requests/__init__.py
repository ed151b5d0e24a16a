"""Rows of requests and consents, locked records, and all that is stored about one customer."""
