"""Files of the table; ``optimiser.ui.widgets.component`` serves them."""
