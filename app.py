"""The app: start it with ``taakstelling app``."""

from optimiser.ui.shell import main

main()
