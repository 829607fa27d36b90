"""Settling an exchange: papers, register, steps."""
