"""Commands that hold keys beside each other: vergelijk, mengen, onzekerheid."""
