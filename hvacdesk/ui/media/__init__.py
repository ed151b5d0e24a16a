"""The register of storage media and the record of what was done with each."""
