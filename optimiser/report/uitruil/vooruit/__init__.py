"""Papers for a half-year whose number is not announced: differences only, and they say so."""
