"""The leak desk: what was lost, who is told, and the papers for it."""
