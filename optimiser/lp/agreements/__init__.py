"""The fewest agreements of an exchange as integer programs."""
