"""What the program is: its version, updates, the self-check, and the works it stands on."""
