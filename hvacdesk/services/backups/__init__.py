"""Backups: taking them, their folders, drills, and restoring an office."""
