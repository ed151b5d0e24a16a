"""The office's people: rules they acknowledge, training they take, violations."""
