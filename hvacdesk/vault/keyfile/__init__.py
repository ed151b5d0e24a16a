"""The key file: who holds which key, passphrases, the recovery sheet, and changes of them."""
