"""Half-years together: what gemeenten are asked, can house and still owe.

===============  =================================================================
``question``     a scenario and the figures to regions over half-years
``answer``       all regions solved, or the one on the screen
``room``         who cannot catch up, and the sentence that says from when to when
``facility``     what a tussenvoorziening brings, and what comes back at closing
``tables``       as tables
===============  =================================================================
"""
