"""The disposal at the end of a month, what it leaves on record, and the register of storage media."""
