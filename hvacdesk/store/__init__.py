"""Tables, migrations and queries over the vault's connection."""
