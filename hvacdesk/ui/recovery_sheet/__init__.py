"""Printing a recovery sheet and proving that it can be read, at the set-up and whenever it is renewed."""
