"""The windows that bring a customer list in, and hand one out."""
