"""The certificate of a restore."""
