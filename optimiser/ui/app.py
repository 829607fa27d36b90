"""What Streamlit runs for every step of a user."""

from optimiser.ui.frame.shell import main

if __name__ == "__main__":  # not in a worker process, which runs this file again
    main()
