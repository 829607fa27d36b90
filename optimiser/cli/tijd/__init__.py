"""Commands about half-years that follow each other."""
