"""Rows of jobs, sites and units, and of what was done and measured there."""
