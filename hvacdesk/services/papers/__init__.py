"""Papers: issuing work orders and reports, labels, layout, and the register of all of them."""
