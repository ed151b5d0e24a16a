"""The certificate of disposal, and the record of a sanitized medium."""
