"""What customers may ask of their data, what they agreed to, and the answers."""
