"""Papers about the office's people: invitations, rules, training, violations."""
