"""Rows of the office's people: names, rules they acknowledged, training, violations."""
