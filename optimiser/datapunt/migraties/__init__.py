"""Migrations of the data point, run by ``optimiser.datapunt.migrate``."""
