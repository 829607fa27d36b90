"""Commands that draw: kaart, lrt."""
