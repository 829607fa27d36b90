"""One stage of the objective: over a network, over crossing groups, within a budget."""
