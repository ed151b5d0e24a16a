"""Jobs: the work an office books, its sites and units, and what is recorded of it on site."""
