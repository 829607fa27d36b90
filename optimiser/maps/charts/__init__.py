"""Charts beside the maps: frontier, scatter, histogram."""
