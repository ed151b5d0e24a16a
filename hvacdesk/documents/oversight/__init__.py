"""The sheet of the monthly access review."""
