"""Backups: what is said of them, which are kept, drills, and folders they lie in."""
