"""Backups: what is said of them, which are kept, drills, and the folders that they are in."""
