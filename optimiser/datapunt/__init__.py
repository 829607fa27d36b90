"""The data point: one store, one road in; what was delivered, by whom, when, from which file.

===============  ================================================================
``tabellen``     which tables can be delivered, and their columns
``read``         a file to typed rows, with every fault by row and column
``bevinding``    one thing that is refused, or asked
``toets``        the checks: geweigerd, te bevestigen, in orde
``tables``       the tables in the database; ``migrate`` makes them
``store``        ``Datapunt``: deliver, settle (vaststellen), list, read
``figures``      the figures with settled deliveries of new years and numbers
``ledger``       the ledger of the settled deliveries
===============  ================================================================
"""
