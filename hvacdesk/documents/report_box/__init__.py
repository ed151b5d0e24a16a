"""The report box's blank form."""
