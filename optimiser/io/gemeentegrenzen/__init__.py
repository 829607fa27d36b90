"""Borders: the embedded ones, and those that a user brings."""
