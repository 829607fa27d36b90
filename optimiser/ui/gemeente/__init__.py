"""Page on one gemeente or region, printable as one A4."""
