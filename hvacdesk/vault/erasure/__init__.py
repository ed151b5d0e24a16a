"""Erasure and its proof: what must be gone, what must still be there, who was destroyed."""
