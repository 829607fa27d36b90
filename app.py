"""The app: start it with ``taakstelling app``."""

import streamlit as st

from optimiser.ui.served import SCRIPT, routes

app = st.App(SCRIPT, routes=routes())
