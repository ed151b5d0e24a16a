"""How long data is kept: the rules in force, the office's own periods, and what a change of them would do."""
