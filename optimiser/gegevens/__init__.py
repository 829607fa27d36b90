"""The figures and what they rest on: indeling, mergers, half-years, codes, dated parameters."""
