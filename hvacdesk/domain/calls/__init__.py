"""Calls: what was said on the phone, and whether a caller is who they say."""
