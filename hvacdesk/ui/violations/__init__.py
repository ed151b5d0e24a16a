"""The record of violations."""
