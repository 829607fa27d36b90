"""How an installation is shared: who works where, and what its manager set."""
