"""The leak desk: the list of incidents, and each of them from the first report to the last measure."""
