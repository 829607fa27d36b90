"""Page Uitleg en verantwoording."""
