"""The leak desk: incidents from the first report to the last measure."""
