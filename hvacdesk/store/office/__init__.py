"""Rows of the office's facts, accounts and settings, and what today's page asks."""
