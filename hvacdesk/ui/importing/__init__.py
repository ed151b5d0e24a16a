"""The windows that bring a customer list in."""
