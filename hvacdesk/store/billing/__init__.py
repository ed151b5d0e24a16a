"""Rows of the price list and of estimates."""
