"""Why households go where they go, by planning again; never by shadow prices.

=============  ==========================================================================
``nearby``     the nearest other gemeenten
``basis``      what every plan again is compared with, and who moves
``replan``     an area planned again with one household elsewhere: the change per stage
``stored``     a plan from its table, with its values
``change``     the smallest change of input that would move a household
``price``      what a coupling fixed by hand costs
``account``    a stored plan beside what no plan can go below
``answer``     the four answers as numbers
``explain``    the four answers per coupling group
=============  ==========================================================================
"""
