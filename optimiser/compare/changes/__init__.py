"""Who gains, who loses, who takes over, and how much of it lies between regions."""
