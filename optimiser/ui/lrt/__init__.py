"""Page Kaart voor de LRT."""
