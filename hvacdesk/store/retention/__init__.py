"""What the retention rules ask of the rows, the stored days, and the office's choices."""
