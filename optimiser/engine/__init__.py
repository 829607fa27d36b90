"""The solver-free engine: whole numbers and exact fractions, no LP."""
