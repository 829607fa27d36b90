"""The slides one by one, as content."""
