"""Text as people write it: comparing, dividing, checking and reading names, dates and numbers."""
