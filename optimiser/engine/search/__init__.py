"""The way to the optimum: a close start, then one person at a time, by exact comparison."""
