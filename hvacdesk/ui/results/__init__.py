"""Typing in what the technician brought back, and the refrigerant log."""
