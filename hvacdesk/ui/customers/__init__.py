"""Customers, their sites and units: panels, forms and reveals."""
