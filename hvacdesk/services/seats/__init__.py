"""The PCs of an office: who joins, who is let in, and what a seat keeps of its membership."""
