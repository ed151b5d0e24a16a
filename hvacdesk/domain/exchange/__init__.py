"""Lists that come in and go out: reading other programs' columns and cells, and exports."""
