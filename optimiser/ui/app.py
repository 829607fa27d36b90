"""What ``streamlit run`` runs, from a checkout and from an installed wheel."""

from optimiser.ui.shell import main

main()
