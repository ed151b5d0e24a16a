"""The way into an office: its keys as people meet them."""
