"""The guide for the wall."""
