"""hvacdesk: the front-desk program of a small air-conditioning contractor's office."""

__version__ = "0.1.0"
