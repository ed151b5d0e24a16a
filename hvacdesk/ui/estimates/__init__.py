"""Estimates of a job: drafted, issued, printed, answered."""
