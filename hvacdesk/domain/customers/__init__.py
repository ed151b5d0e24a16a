"""Customers: their records and contacts, how they differ, and two that are one."""
