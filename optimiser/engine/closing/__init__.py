"""Can a problem close: where it cannot, by how many persons, and the smallest change that helps."""
