"""The program in this office: its keys and their recovery sheet, the self-check, updates."""
