"""The way into an office: set-up, login, keys, recovery sheets, and what stands in the way."""
