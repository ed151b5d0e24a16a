"""Incidents: what went wrong with customers' data, what the law asks then, what is missing."""
