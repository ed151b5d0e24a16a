"""Keys and the encrypted file: keyring, key slots, recovery, proof of erasure."""
