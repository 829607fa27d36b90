"""A national number without peaks and dips, and what it costs in waiting.

================  =================================================================
``tube_of_tijd``  limits on the queue, as the sums a number may run between
``peak``          lowest peak and least waiting under it, in closed form
``taut_string``   the smoothest line through the tube
``foresight``     the same wish of somebody who sees only the past
``queue``         what a series of numbers does: peak, jump, queue, waiting
``plan``          all of it for a scenario, side by side
``pareto``        peak against waiting
``tables``        as tables
================  =================================================================
"""
