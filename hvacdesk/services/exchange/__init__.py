"""Imports and exports of customer lists, and lists outside the program."""
