"""From differences per gemeente to the fewest bilateral agreements."""
