"""The least a Streamlit page can be: what the app is held against on the same machine."""

import streamlit as st

number = st.slider("Getal", 0, 100, 50)
st.text(f"Waarde {number}")
