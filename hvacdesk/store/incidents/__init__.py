"""Rows of incidents, and whom they concern."""
