"""From cells to gemeenten and figures: header, codes, names, numbers, faults."""
