"""Page Sleutels vergelijken."""
