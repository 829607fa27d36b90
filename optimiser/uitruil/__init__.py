"""Uitruil: gemeenten change their taakstelling together, the sum unchanged (art. 29 lid 2).

===================  ===================================================================
``agreement``        ``Overeenkomst``: parties and whole persons that sum to zero
``states``           from concept to verwerkt, and which step may follow which
``positions``        what of a two-way agreement is still open
``voorstel``         a proposal as a user hands it in, not yet known to be sound
``voorstelbestand``  a proposal from a file: the agreements of one half-year
``voorziening``      a joint tussenvoorziening in an agreement
``plekken``          between such facilities and those of a scenario
``beginstand``       every gemeente before the exchange: taakstelling, limits, dwellings
``grondslag``        what the claim on dwellings rests on
``toets``            tests proposals; ``sums``, ``limits``, ``together``, ``core`` do the work
``measures``         by which measure a party comes out better
``groups``           zero-sum groups: the fewest agreements for given differences
``decompose``        which method settles which size, and what it proves
``find``             seeks exchanges per region
``ruilbewijs``       the proof of an exchange, checkable with whole numbers alone
``opvang``           reception against housing: a what-if, never a proposal
===================  ===================================================================
"""
