"""What ``streamlit run`` runs, from a checkout and from an installed wheel."""

from optimiser.ui.frame.shell import main

if __name__ == "__main__":  # not in a worker process, which runs this file again
    main()
