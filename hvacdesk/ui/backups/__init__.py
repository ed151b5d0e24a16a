"""Backups as the windows show and take them."""
