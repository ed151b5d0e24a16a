"""Rows of the recovery sheets that were printed."""
