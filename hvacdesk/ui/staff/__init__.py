"""The people of the office: their accounts, the rules they read, their training, and breaches of rules."""
