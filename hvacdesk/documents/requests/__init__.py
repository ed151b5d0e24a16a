"""Answers to customers: disclosure, erasure, other requests, and the purposes notice."""
