"""The encrypted database: opening it, its pages and trees, writing it anew, comparing two."""
