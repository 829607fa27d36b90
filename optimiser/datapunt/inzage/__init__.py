"""What is seen of a data point, by whose eyes."""
