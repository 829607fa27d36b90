"""The app: start it with ``taakstelling app``."""

import streamlit as st

from optimiser.ui.at_once import MIDDLEWARE
from optimiser.ui.frame.shell import load
from optimiser.ui.served import SCRIPT, routes

load()
app = st.App(SCRIPT, routes=routes(), middleware=MIDDLEWARE)
