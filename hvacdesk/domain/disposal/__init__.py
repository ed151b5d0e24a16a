"""Disposal: what is decided of whom, shredded papers, media, and what may be left of somebody."""
