"""Customers: keeping, finding, showing and merging their records, masked for each actor."""
