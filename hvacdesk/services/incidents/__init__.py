"""The leak desk: incidents from the first report to the last measure."""

from hvacdesk.services.incidents.incidents import Incidents

__all__ = ["Incidents"]
