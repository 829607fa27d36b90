"""Linear programs over several half-years.

================  ===============================================================
``tube``          what a national number may be, half-year after half-year
``announcement``  lowest peak, smallest jump, least waiting, in the user's order
``network``       gemeenten, dwellings and places over time: columns and rows
``parts``         what one person above or below a claim costs
``years``         that network solved, whole, by LP or by MILP
``least_moved``   the same, and then the fewest moved persons, on request
================  ===============================================================
"""
