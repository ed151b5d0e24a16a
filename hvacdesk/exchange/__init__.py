"""Tables that come from and go to other programs: CSV and Excel files."""
