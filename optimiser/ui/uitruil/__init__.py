"""Page Uitruil."""
