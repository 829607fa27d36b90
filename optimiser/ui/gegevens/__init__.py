"""Page Gegevens."""
