"""Migrations of the register, run by ``optimiser.register.migrate``."""
