"""Rows of partner firms and client contractors, their orders, and the hand-over ledger."""
