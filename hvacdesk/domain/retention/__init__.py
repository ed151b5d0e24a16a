"""How long personal data is kept, by which law, and what the office itself chose."""
