"""From a scenario and the figures to an answer, and from an answer to its proof."""
