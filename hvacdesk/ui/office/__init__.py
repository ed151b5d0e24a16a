"""The program in this office: what it is, the self-check, updates."""
