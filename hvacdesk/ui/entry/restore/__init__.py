"""Bringing an office back from a backup, on this computer or on a new one."""
