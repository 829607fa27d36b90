"""The data point: one store, one road in; what was delivered, by whom, when, from which file.

=============  ====================================================================
``reading``    a file to typed rows of one of the tables that can be delivered
``toets``      the checks: geweigerd, te bevestigen, in orde
``deliver``    the road in: read, checked, asked about, and only then stored
``tables``     the tables in the database; ``migraties`` makes them
``levering``   one delivery and how it stands; ``rows_blob`` its rows as bytes
``store``      ``Datapunt``: add, settle (vaststellen), list, read; ``queries`` for it
``opening``    ``open_datapunt``
``figures``    the figures with settled deliveries of new years and numbers
``ledger``     the realisatie of the settled deliveries, for the ledger
``beside``     what was delivered beside it: ladder, coupling, reception, times, dwellings
``embedded``   the figures the program came with, as the first deliveries
=============  ====================================================================
"""
