"""What may be asked: a scenario and its limits, strict and frozen."""
