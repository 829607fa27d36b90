"""What is wrong with an installation, point by point, with what to do.

===============  ==================================================================
``point``        one point: what was looked at, right or wrong, what to do
``installed``    the program and the versions of what it needs
``settings``     mode, workspaces, secret, folders
``database``     reachable, writable, layout, and what it holds fits together
``network``      the health address answers, and nobody reaches the app otherwise
``installation`` all of it, in order
===============  ==================================================================
"""
