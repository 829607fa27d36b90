"""Running a shared installation: what an administrator needs.

==============  ===================================================================
``backup``      copy register and data point while in use, and put a copy back
``lock``        the app's user of the database sees its workspace only
``controle``    what is wrong with an installation, point by point
``onderdelen``  packages, licences, bill of materials
==============  ===================================================================
"""
