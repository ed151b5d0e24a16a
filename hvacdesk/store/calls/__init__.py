"""Rows of call notes."""
