"""Recurring work: what is due, and the plans behind it."""
