"""Running a shared installation: what an administrator needs.

==============  ===================================================================
``backup``      copy register and data point while in use, and put a copy back
==============  ===================================================================
"""
