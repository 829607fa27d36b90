"""How sure a comparison is: draws, mixing weights, manipulation.

================  ====================================================================
``aannames``      the declared distributions, every one labelled aanname
``model``         figures as plain arrays, small enough to send to a worker
``rekenen``       a set of inputs to whole persons and measures, many at once
``rang``          rank correlation with the base case
``zwerm``         thousands of draws in chunks: here, on all cores, or on a cluster
``cluster``       the same chunks on a Dask cluster
``samenvatting``  bands per gemeente, net receivers, rank order of the keys
``tornado``       one input at a time
``mengen``        every weight at which a mixed key changes, exactly
``manipulatie``   what 1 % more or less of its own figure does to a gemeente
================  ====================================================================
"""
