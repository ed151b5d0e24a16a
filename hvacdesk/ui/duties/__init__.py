"""The calendar of duties and the record of backup drills."""
