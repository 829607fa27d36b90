"""One gemeente: found by what a reader types, and why it has this number."""
