"""By what the connection between PCs is trusted: certificates, their keys, the list of seats."""
