"""Commands that optimise a scenario: optimaliseer, grens."""
