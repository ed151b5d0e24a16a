"""The encrypted database: opening it, its pages and trees, rewriting it, comparing two."""
