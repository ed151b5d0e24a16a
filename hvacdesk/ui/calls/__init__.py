"""Call notes at the desk: taking one with a single key, and seeing to it."""
