"""The report box as sealed files: its places, its cases, and its two doors."""
