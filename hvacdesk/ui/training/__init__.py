"""The yearly training: reading, the quiz, who stands where."""
