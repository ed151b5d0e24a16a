"""Backups as files: taking, finding, checking and unlocking them, and putting one back."""
