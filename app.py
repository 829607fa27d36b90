"""The app: start it with ``taakstelling app``."""

from optimiser.ui.frame.shell import main

if __name__ == "__main__":  # not in a worker process, which runs this file again
    main()
