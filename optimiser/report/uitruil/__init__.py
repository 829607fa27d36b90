"""Papers of an exchange: decision, letter, ruilbewijs; and its test as a table."""
