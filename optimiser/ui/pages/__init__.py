"""One module per page, each with a function ``show``; listed in ``optimiser.ui.shell``."""
