"""Showing papers page by page, and what becomes of them at the printer."""
