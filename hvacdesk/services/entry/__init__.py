"""The way into an office: set-up, login, keys, recovery sheets, and the errors on that way."""
