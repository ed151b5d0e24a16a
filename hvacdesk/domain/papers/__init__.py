"""Papers about customers: work orders, their copies, reports, labels, and the register of all."""
