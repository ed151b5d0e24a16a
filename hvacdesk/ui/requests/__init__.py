"""The register of customers' requests: forms, the request itself, its disclosure."""
