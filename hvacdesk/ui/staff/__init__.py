"""The people of the office: their accounts, the rules they read, and their training."""
