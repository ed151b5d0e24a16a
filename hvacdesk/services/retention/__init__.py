"""Judging customers by the retention rules, and the office's own choices."""
