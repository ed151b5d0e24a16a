"""Rows of the office's facts, accounts and settings, and what the home page asks."""
