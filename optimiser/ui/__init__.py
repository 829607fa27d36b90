"""The app; the only place with Streamlit. ``README.md`` beside this file is for page authors.

===============  ==================================================================
``server``       what ``streamlit run`` serves; ``app.py`` at the top does the same
``served``       the page at every address, told where its server is
``app``          what Streamlit runs for every step of a user
``shell``        frame around every page: navigation, scenario, commands
``state``        the one scenario: read, adjust, undo; it travels in the address
``link``         scenario to address and back, checked
``session``      the only place that caches: figures, answers, frontiers;
                 ``session_uitruil`` is its part for the page on uitruil
``background``   work over a second, beside the page, with a button to stop; in a shared
                 installation by ``turns``, in processes of ``worker``
``meldingen``    errors as Dutch messages; the unexpected as a number
``commands``     a scenario as command lines and as Python
``components``   tables, fields, downloads
``pages``        one module per page with a function ``show``
===============  ==================================================================
"""
