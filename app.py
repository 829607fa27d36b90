"""The app: start it with ``taakstelling app``."""

from optimiser.ui.shell import main

if __name__ == "__main__":  # not in a worker process, which runs this file again
    main()
