"""Assets of the table, read as texts by ``optimiser.ui.widgets.tables``."""
