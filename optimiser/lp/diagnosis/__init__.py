"""Infeasible is an answer: which limits must give way, and for how many persons."""
