"""Printed work orders: preview, printing, the register of copies."""
