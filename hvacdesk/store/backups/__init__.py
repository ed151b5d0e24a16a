"""Rows of backup drills, and what a file says of itself for a backup."""
