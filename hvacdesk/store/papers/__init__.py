"""Rows of work orders and of the register of all papers, and the office's pictures on them."""
