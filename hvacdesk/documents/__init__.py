"""PDFs, drawn from masked views only."""
