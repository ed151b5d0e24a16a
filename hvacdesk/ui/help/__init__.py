"""The help on F1: which page belongs to which screen, and the window that shows it."""
