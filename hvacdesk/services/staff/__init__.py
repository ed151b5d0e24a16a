"""The office's people: accounts, rules, training, violations."""
