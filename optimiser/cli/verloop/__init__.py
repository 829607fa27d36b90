"""Commands about half-years after each other: the ledger, early warning, deliveries."""
